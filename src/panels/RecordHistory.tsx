/** Every change of one record, newest first, each with the way to take it back. */
import { useLiveQuery } from './useLiveQuery'
import type { TableName } from '../domain/records/tables'
import { historyOf } from '../store/history'
import { useText } from '../ui/LanguageContext'
import { ConflictNote } from './ConflictNote'
import { HistoryEntryCard } from './HistoryEntryCard'
import { useFieldValue } from './historyWords'
import { ReasonDialog } from './ReasonDialog'
import { useTakeBack } from './useTakeBack'

/** `table:id` of a record and its name. */
export type Besides = Readonly<Record<string, string>>

const ALONE: Besides = {}
/** Drawn at once; a train has a reading a month for many years. */
const MOST_FIELDS = 40

interface Props {
  readonly table: TableName
  readonly id: string
  /** Records whose changes are told with it, such as the readings of a train, and what each is called. */
  readonly besides?: Besides
  /** What the record is called, for a draft of a reason. */
  readonly about: string
  readonly href: string
}

export function RecordHistory({ table, id, besides = ALONE, about, href }: Props) {
  const { t } = useText()
  const { asking, stopAsking, undoNow, refusalOf, takeBack } = useTakeBack(null)
  const show = useFieldValue()
  const records = [`${table}:${id}`, ...Object.keys(besides)]
  const history = useLiveQuery(() => historyOf(records), [records.join()])
  if (history === undefined) return <div className="skeleton" style={{ height: 80 }} />
  const note = <ConflictNote table={table} id={id} />
  if (history.length === 0)
    return (
      <>
        {note}
        <p className="muted">{t.masterHistoryNone}</p>
      </>
    )
  return (
    <>
      {note}
      <ol className="entry-list">
        {history.map((entry) => (
          <HistoryEntryCard
            key={entry.change.id}
            entry={entry}
            fields={entry.fields.slice(0, MOST_FIELDS)}
            nameOf={({ table, record }) => besides[`${table}:${record}`] ?? ''}
            refusal={refusalOf(entry)}
            show={show}
            onTakeBack={() => takeBack(entry)}
          />
        ))}
      </ol>
      {asking === null ? null : (
        <ReasonDialog
          title={t.historyUndo}
          question={t.historyUndoWhy}
          form={`undo:${asking.change.id}`}
          label={{ about, href }}
          submit={t.undo}
          needed={t.historyUndoWhy}
          run={(why) => undoNow(asking, why)}
          onClose={stopAsking}
        />
      )}
    </>
  )
}
