/** The table of the readings grid; a row is drawn again only when one of its cells changes. */
import { memo } from 'react'
import { Link } from 'wouter'
import { masterName } from '../../domain/masterData'
import type { StoredRecord } from '../../domain/records/tables'
import { isUnread } from '../../domain/typedValue'
import { formatFigure } from '../../i18n/format'
import { masterHref } from '../../panels/masterWords'
import { readTyped } from '../../panels/readTyped'
import { TypedInput } from '../../panels/TypedInput'
import type { Form } from '../../panels/useForm'
import { useText } from '../../ui/LanguageContext'
import { ScrollX } from '../../ui/ScrollX'
import { cellKey } from './readingCells'
import { KM_FIELD } from './ReadingsGrid'

type Train = StoredRecord<'trains'>

interface Props {
  readonly trains: readonly Train[]
  readonly months: readonly string[]
  readonly form: Form
  readonly stored: Readonly<Record<string, number>>
  /** Whether what is typed in a cell cannot be. */
  readonly doubtful: (key: string) => boolean
  readonly onPaste: (row: number, column: number, text: string) => void
}

export function ReadingRows({ trains, months, form, stored, doubtful, onPaste }: Props) {
  const { t } = useText()
  return (
    <ScrollX label={t.readingsTitle} className="card">
      <table className="table readings-table">
        <thead>
          <tr>
            <th scope="col">{t.readingsTrain}</th>
            {months.map((month) => (
              <th key={month} scope="col" className="number">
                {month}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {trains.map((train, at) => (
            <Row
              key={train.id}
              row={at}
              train={train}
              months={months}
              values={months.map((month) => form.valueOf(cellKey(train.id, month)))}
              marks={months
                .map((month) => {
                  const key = cellKey(train.id, month)
                  return doubtful(key) ? 'x' : form.changed.includes(key) ? (key in stored ? 'c' : 'n') : '.'
                })
                .join('')}
              set={form.set}
              onPaste={onPaste}
            />
          ))}
        </tbody>
      </table>
    </ScrollX>
  )
}

interface RowProps {
  readonly row: number
  readonly train: Train
  readonly months: readonly string[]
  readonly values: readonly unknown[]
  /** A letter a cell: impossible, changed, new, or as stored. */
  readonly marks: string
  readonly set: Form['set']
  readonly onPaste: Props['onPaste']
}

const CLASS: Readonly<Record<string, string>> = { x: 'paste-refused', c: 'paste-changed', n: 'paste-new' }

function PlainRow({ row, train, months, values, marks, set, onPaste }: RowProps) {
  const { t, language } = useText()
  const name = masterName('trains', train)
  return (
    <tr>
      <th scope="row" className="nowrap">
        <Link href={masterHref('trains', train.id)}>{name}</Link>
      </th>
      {months.map((month, column) => {
        const key = cellKey(train.id, month)
        const value = values[column]
        const isWrong = marks[column] === 'x' || isUnread(value)
        return (
          <td
            key={month}
            className={CLASS[marks[column] ?? ''] ?? ''}
            onPaste={(event) => {
              const text = event.clipboardData.getData('text/plain')
              if (!/[\t\n]/u.test(text.trim())) return
              event.preventDefault()
              onPaste(row, column, text)
            }}
          >
            <label>
              <span className="visually-hidden">{t.readingsCell(name, month)}</span>
              <TypedInput
                id={`reading-${key}`}
                className="number"
                inputMode="decimal"
                value={value}
                show={(km) => (typeof km === 'number' ? formatFigure(km, language) : '')}
                read={(text) => readTyped(KM_FIELD, text)}
                onChange={(next) => set(key, next)}
                invalid={isWrong}
              />
            </label>
          </td>
        )
      })}
    </tr>
  )
}

/** What is typed elsewhere leaves a row alone: `set` works on the draft as it is when it is called. */
const Row = memo(
  PlainRow,
  (before, after) =>
    before.train === after.train &&
    before.months.join() === after.months.join() &&
    before.marks === after.marks &&
    before.row === after.row &&
    JSON.stringify(before.values) === JSON.stringify(after.values),
)
