/** What is selected in the list, and what can be done with all of it. */
import { useState } from 'react'
import { formatCount } from '../../i18n/format'
import { CommandButton } from '../../panels/CommandButton'
import { useText } from '../../ui/LanguageContext'
import { BulkDialog } from './BulkDialog'
import { ProblemFromChosen } from './ProblemFromChosen'
import type { Chosen } from './useChosen'
import { useCopyRows } from './useCopyRows'
import type { ListView } from './useListView'

interface Props {
  readonly chosen: Chosen
  readonly view: ListView
}

export function ChosenBar({ chosen, view }: Props) {
  const { t, language } = useText()
  const [opened, setOpened] = useState<'decide' | 'problem' | null>(null)
  const { ids, chooseAll, clear } = chosen
  const { total } = view
  const copy = useCopyRows(view, ids)
  if (ids.size === 0) return null
  const close = (): void => setOpened(null)
  return (
    <section className="chosen-bar" aria-label={t.chosenCount(formatCount(ids.size, language))}>
      <strong role="status">{t.chosenCount(formatCount(ids.size, language))}</strong>
      {ids.size >= total ? null : (
        <button type="button" className="button quiet" onClick={chooseAll}>
          {t.chooseAll(formatCount(total, language))}
        </button>
      )}
      <button type="button" className="button quiet" onClick={clear}>
        {t.chooseNone}
      </button>
      <span className="small muted grow chosen-hint">{t.chooseHint}</span>
      <button type="button" className="button" title={t.copyRowsHint} onClick={() => void copy()}>
        {t.copyRows}
      </button>
      <CommandButton command="make-problem" onPress={() => setOpened('problem')}>
        {t.problemFromChosen}
      </CommandButton>
      <CommandButton command="decide-in-bulk" onPress={() => setOpened('decide')}>
        {t.bulkOpen}
      </CommandButton>
      {opened === 'decide' ? <BulkDialog ids={[...ids]} onDone={clear} onClose={close} /> : null}
      {opened === 'problem' ? <ProblemFromChosen ids={[...ids]} onDone={clear} onClose={close} /> : null}
    </section>
  )
}
