/** What is looked for is not in the list: it is added on the spot, and chosen. Shown once somebody has stopped typing. */
import { useEffect, useState } from 'react'
import type { MasterTable } from '../domain/masterData'
import { lazyPart } from '../ui/lazyPart'
import { useText } from '../ui/LanguageContext'
import { commandToAdd, presetOfWords } from './masterWords'
import { CommandButton } from './CommandButton'

/** Few who look for something add it; the form comes when it is asked for. */
const MasterDialog = lazyPart(async () => (await import('./MasterDialog')).MasterDialog, null)

const PAUSE_MS = 900

interface Props {
  readonly table: MasterTable
  readonly words: string
  readonly onAdded: (id: string) => void
}

export function AddFromPicker({ table, words, onAdded }: Props) {
  const { t } = useText()
  const [settled, setSettled] = useState('')
  const [isAdding, setAdding] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(words.trim()), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [words])
  if (!isAdding && (settled === '' || settled !== words.trim())) return null
  return (
    <>
      <span>
        <CommandButton command={commandToAdd(table)} isQuiet onPress={() => setAdding(true)}>
          {t.masterPickerAdd(settled)}
        </CommandButton>
      </span>
      {isAdding ? (
        <MasterDialog
          table={table}
          record={null}
          preset={presetOfWords(table, settled, '')}
          onSaved={onAdded}
          onClose={() => setAdding(false)}
        />
      ) : null}
    </>
  )
}
