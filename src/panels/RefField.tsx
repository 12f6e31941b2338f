/** A field that names a master record: found by name, number or initials; what is not in the list is added on the spot. */
import { useState } from 'react'
import { masterName, type MasterTable } from '../domain/masterData'
import type { Field } from '../domain/records/field'
import { isUnread } from '../domain/typedValue'
import { localMoment } from '../i18n/format'
import { Combobox } from '../ui/Combobox'
import { useText } from '../ui/LanguageContext'
import type { ComboOption, Find } from '../ui/useOptions'
import { engine } from '../workers/engineClient'
import type { MasterRow } from '../workers/masterAnswers'
import { MasterDialog } from './MasterDialog'
import { presetOfWords } from './masterWords'
import { unreadInWords } from './unreadInWords'
import { useEngine } from './useEngine'

interface Props {
  readonly table: MasterTable
  readonly field: Field
  readonly id: string
  readonly value: unknown
  /** Of places: the kind that is asked for; empty for any. */
  readonly kind?: string
  readonly onChange: (value: unknown) => void
  /** Records that cannot be chosen. */
  readonly without?: readonly string[]
  /** Where nothing is to be added, as where an existing record is looked for. */
  readonly canAdd?: boolean
}

const optionOf = (table: MasterTable, { record, path, isEnded }: MasterRow, ended: string): ComboOption => {
  const detail = [path.join(' ▸ '), 'partNo' in record ? (record.partNo ?? '') : '', isEnded ? ended : '']
  return { id: record.id, label: masterName(table, record), detail: detail.filter((part) => part !== '').join(' · ') }
}

const NONE: readonly string[] = []

export function RefField({ table, field, id, value, kind = '', onChange, without = NONE, canAdd = true }: Props) {
  const { t, language } = useText()
  const unread = isUnread(value) ? value : null
  const chosen = typeof value === 'string' && value !== '' ? value : undefined
  const [picked, setPicked] = useState<ComboOption | null>(null)
  const [isTyping, setTyping] = useState(false)
  const [isAdding, setAdding] = useState(false)
  const { answer: names } = useEngine('all-names', (engine) => engine.allNames())
  const label = picked?.id === chosen ? picked?.label : names?.[chosen ?? '']
  const find = useFind(table, kind, without)
  const problem = unread === null || isTyping ? null : unreadInWords(unread, t, language)
  return (
    <div
      className={problem === null ? 'field' : 'field has-problem'}
      onFocus={() => setTyping(true)}
      onBlur={() => setTyping(false)}
    >
      <label className="field-label" htmlFor={id}>
        {field[language]}
      </label>
      <Combobox
        id={id}
        chosen={chosen === undefined ? '' : (label ?? '')}
        chosenId={chosen}
        placeholder={t.masterPickerFind}
        emptyText={t.masterPickerNone}
        words={unread?.unread}
        find={find}
        match={async (words) => {
          const [only, second] = await find(words)
          return only !== undefined && (second === undefined || only.label === words) ? only : null
        }}
        onChoose={(option) => {
          setPicked(option)
          onChange(option?.id)
        }}
        onWords={(typed) => onChange(typed === '' ? undefined : { unread: typed, why: 'not-in-the-list' })}
        invalid={problem !== null}
        describedBy={problem === null ? undefined : `${id}-problem`}
      />
      {problem === null ? null : (
        <p id={`${id}-problem`} className="field-problem">
          {problem}
        </p>
      )}
      {canAdd && unread !== null && !isTyping ? (
        <button type="button" className="button quiet small" onClick={() => setAdding(true)}>
          {t.masterPickerAdd(unread.unread)}
        </button>
      ) : null}
      {isAdding ? (
        <MasterDialog
          table={table}
          record={null}
          preset={presetOfWords(table, unread?.unread ?? '', kind)}
          onSaved={(added) => {
            setPicked(null)
            onChange(added)
          }}
          onClose={() => setAdding(false)}
        />
      ) : null}
    </div>
  )
}

/** The records that fit what is typed, those in use first. */
function useFind(table: MasterTable, kind: string, without: readonly string[]): Find {
  const { t } = useText()
  return async (typed) => {
    const today = localMoment().slice(0, 10)
    const { rows } = await engine().masterPage({ table, typed, kind, withEnded: true, today, limit: 60 })
    return rows
      .filter(({ record }) => !without.includes(record.id))
      .toSorted((a, b) => Number(a.isEnded) - Number(b.isEnded))
      .map((row) => optionOf(table, row, t.masterEnded))
  }
}
