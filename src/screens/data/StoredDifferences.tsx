/** What files say otherwise than what is stored, field by field, old beside new, and what of it is taken over. */
import { Fragment, type ReactNode } from 'react'
import type { Field } from '../../domain/records/field'
import type { TableName } from '../../domain/records/tables'
import { formatCount } from '../../i18n/format'
import { useFieldText } from '../../panels/FailureFacts'
import { useFieldsOf } from '../../panels/useCompanyFields'
import { useEngine } from '../../panels/useEngine'
import { useText } from '../../ui/LanguageContext'
import { TableHead } from '../../ui/TableHead'
import { TakeBox } from './TakeBox'

/** How many records are shown at first, and how many more each time. */
export const SHOWN_FIRST = 20
export const SHOWN_MORE = 5 * SHOWN_FIRST

export function DifferenceTable({ children }: { readonly children: ReactNode }) {
  const { t } = useText()
  return (
    <div className="scroll-x">
      <table className="table changed-table">
        <TableHead columns={[t.againField, t.againBefore, t.againNow, t.againUpdate]} />
        <tbody>{children}</tbody>
      </table>
    </div>
  )
}

export interface Difference {
  readonly field: string
  readonly before: unknown
  readonly now: unknown
  /** What a record that this import would make is called. */
  readonly newName: string | null
  /** Nothing stood there: it is filled without asking. */
  readonly isFilled?: boolean
}

interface RecordProps {
  readonly table: TableName
  /** Names the record to whoever hears the boxes read out. */
  readonly name: string
  /** What stands above the lines of the record. */
  readonly head: ReactNode
  readonly differences: readonly Difference[]
  /** Fields whose new value is taken over. */
  readonly taken: readonly string[]
  readonly onTake: (field: string, isTaken: boolean) => void
}

export function RecordDifferences({ table, name, head, differences, taken, onTake }: RecordProps) {
  const { t } = useText()
  const fieldText = useFieldText()
  const { answer: names } = useEngine('all-names', (engine) => engine.allNames())
  const fields = useFieldsOf(table)
  const inWords = (name: string, value: unknown): string => {
    const field = fields[name]
    return (field === undefined ? String(value ?? '') : fieldText(field, value, names ?? {})) || t.againEmpty
  }
  return (
    <Fragment>
      <tr className="changed-head">
        <th scope="rowgroup" colSpan={4}>
          {head}
        </th>
      </tr>
      {differences.map((one) => (
        <DifferenceLine
          key={`${one.field}|${one.isFilled}`}
          field={fields[one.field]}
          name={name}
          difference={one}
          inWords={(value) => inWords(one.field, value)}
          isTaken={taken.includes(one.field)}
          onTake={(isTaken) => onTake(one.field, isTaken)}
        />
      ))}
    </Fragment>
  )
}

interface LineProps {
  readonly field: Field | undefined
  readonly name: string
  readonly difference: Difference
  readonly inWords: (value: unknown) => string
  readonly isTaken: boolean
  readonly onTake: (isTaken: boolean) => void
}

function DifferenceLine({ field, name, difference, inWords, isTaken, onTake }: LineProps) {
  const { t, language } = useText()
  const label = field?.[language] ?? difference.field
  return (
    <tr>
      <td>{label}</td>
      <td>{inWords(difference.before)}</td>
      <td>
        <strong>{difference.newName ?? inWords(difference.now)}</strong>
      </td>
      <td>
        {difference.isFilled === true ? (
          <span className="small">{t.mastersFills}</span>
        ) : (
          <label className="row small">
            <TakeBox isTaken={isTaken} onTake={onTake} />
            {t.againUpdate}
            <span className="visually-hidden">
              {' '}
              {name} {label}
            </span>
          </label>
        )}
      </td>
    </tr>
  )
}

interface TakeAllProps {
  readonly records: readonly { readonly taken: readonly string[] }[]
  /** The buttons speak of one column. */
  readonly isOfColumn?: boolean
  readonly onTakeAll: (isTaken: boolean) => void
}

export function TakeAll({ records, isOfColumn = false, onTakeAll }: TakeAllProps) {
  const { t, language } = useText()
  const taken = records.reduce((sum, one) => sum + one.taken.length, 0)
  return (
    <div className="row">
      <button type="button" className="button" onClick={() => onTakeAll(true)}>
        {isOfColumn ? t.againTakeColumn : t.againTakeAll}
      </button>
      <button type="button" className="button" onClick={() => onTakeAll(false)}>
        {isOfColumn ? t.againTakeNoneOfColumn : t.againTakeNone}
      </button>
      <span className="small" role="status">
        {t.againTaken(formatCount(taken, language))}
      </span>
    </div>
  )
}

interface MoreProps {
  readonly all: number
  readonly shown: number
  readonly onMore: () => void
}

export function ShowMore({ all, shown, onMore }: MoreProps) {
  const { t, language } = useText()
  if (all <= shown) return null
  return (
    <div>
      <button type="button" className="button" onClick={onMore}>
        {t.importMore(formatCount(Math.min(SHOWN_MORE, all - shown), language))}
      </button>
    </div>
  )
}
