/** One column's filter: exact values with their counts, a fuzzy text, blank or filled, or a range. */
import { useMemo, useState } from 'react'
import { dateOfDay, dayNumber, isMoment } from '../../domain/moment'
import { companyFieldsOfTable, isCompanyKey } from '../../domain/companyFields'
import {
  columnMeaning,
  isNumberField,
  isTextField,
  type ColumnField,
  type ColumnMeaning,
  type NumberKey,
  type TextKey,
} from '../../metrics/columnMeaning'
import type { Filter } from '../../metrics/failureFilter'
import { formatCount } from '../../i18n/format'
import type { Messages } from '../../i18n/messages'
import { useCompanyFields } from '../../panels/useCompanyFields'
import { useEngine } from '../../panels/useEngine'
import { Dialog } from '../../ui/Dialog'
import { useText } from '../../ui/LanguageContext'
import type { TableQuery } from '../../workers/engineAnswers'

interface Props {
  readonly field: ColumnField
  readonly query: TableQuery
  readonly current: Filter | undefined
  readonly onApply: (filter: Filter | null) => void
  readonly onClose: () => void
}

type Op = Filter['op']

const isTextKey = (field: ColumnField): field is TextKey => isTextField(field) || isCompanyKey(field)
const isNumberKey = (field: ColumnField): field is NumberKey => isNumberField(field) || isCompanyKey(field)
const isNumberColumn = (field: ColumnField, kind: ColumnMeaning['kind']): boolean =>
  isCompanyKey(field) ? kind === 'number' : isNumberField(field)

/** What a filter says as somebody enters it; a new one begins as its column is mostly asked. */
function enteredFrom(field: ColumnField, kind: ColumnMeaning['kind'], current: Filter | undefined): Entered {
  const usual = isNumberColumn(field, kind) ? 'between' : kind === 'text' ? 'like' : 'is'
  const range = current?.op === 'between' ? current : undefined
  return {
    op: current?.op ?? usual,
    values: new Set(current?.op === 'is' || current?.op === 'not' ? current.values : []),
    text: current?.op === 'like' ? current.query : '',
    from: boundText(field, range?.from),
    to: boundText(field, range?.to),
  }
}

export function FilterDialog({ field, query, current, onApply, onClose }: Props) {
  const { t, language } = useText()
  const company = companyFieldsOfTable(useCompanyFields(), 'failures')
  const meaning = columnMeaning(field, company)
  const { kind } = meaning
  const isNumber = isNumberColumn(field, kind)
  const [entered, setEntered] = useState(() => enteredFrom(field, kind, current))
  const enter = (change: Partial<Entered>): void => setEntered((before) => ({ ...before, ...change }))
  const title = t.filterColumn(meaning[language])
  return (
    <Dialog
      title={title}
      onClose={onClose}
      footer={
        <>
          <button type="button" className="button" onClick={() => onApply(null)}>
            {t.reset}
          </button>
          <button
            type="button"
            className="button primary"
            onClick={() => onApply(filterFrom(field, isNumber, entered))}
          >
            {t.apply}
          </button>
        </>
      }
    >
      <div className="choices" role="group" aria-label={title}>
        {opsOf(isNumber, t).map(([op, label]) => (
          <button
            key={op}
            type="button"
            className="button"
            aria-pressed={entered.op === op}
            onClick={() => enter({ op })}
          >
            {label}
          </button>
        ))}
      </div>
      <Answer field={field} query={query} entered={entered} enter={enter} />
    </Dialog>
  )
}

interface AnswerProps extends Pick<Props, 'field' | 'query'> {
  readonly entered: Entered
  readonly enter: (change: Partial<Entered>) => void
}

/** What the chosen question is answered with: a text, a range, or values to tick. */
function Answer({ field, query, entered: { op, values, text, from, to }, enter }: AnswerProps) {
  const { t } = useText()
  const columnValues = useColumnValues({ field, query })
  switch (op) {
    case 'like':
      return (
        <label className="stack">
          <input className="input" type="text" value={text} onChange={(event) => enter({ text: event.target.value })} />
          <span className="small muted">{t.filterLikeHint}</span>
        </label>
      )
    case 'between': {
      const isDay = field === 'occurredDay'
      return (
        <div className="row">
          <Bound label={t.filterFrom} isDay={isDay} text={from} onChange={(next) => enter({ from: next })} />
          <Bound label={t.filterTo} isDay={isDay} text={to} onChange={(next) => enter({ to: next })} />
        </div>
      )
    }
    case 'is':
    case 'not':
      return <Values of={columnValues} values={values} onChange={(next) => enter({ values: next })} />
    case 'blank':
    case 'filled':
      return null
  }
}

/** The values a column has under the other filters, narrowed by what is typed. */
function useColumnValues({ field, query }: Pick<Props, 'field' | 'query'>) {
  const [narrow, setNarrow] = useState('')
  const { answer: options } = useEngine(
    isTextKey(field) ? `options|${field}|${JSON.stringify(query)}` : null,
    (engine) => (isTextKey(field) ? engine.options(query, field) : Promise.resolve([])),
  )
  const shown = useMemo(
    () => (options ?? []).filter((option) => option.label.toLowerCase().includes(narrow.toLowerCase())).slice(0, 200),
    [options, narrow],
  )
  return { narrow, setNarrow, shown, hasNone: options !== null && shown.length === 0 }
}

interface ValuesProps {
  readonly of: ReturnType<typeof useColumnValues>
  readonly values: ReadonlySet<string>
  readonly onChange: (values: ReadonlySet<string>) => void
}

/** The values of a column with their counts, to tick. */
function Values({ of: { narrow, setNarrow, shown, hasNone }, values, onChange }: ValuesProps) {
  const { t, language } = useText()
  const toggle = (word: string): void => {
    const next = new Set(values)
    if (!next.delete(word)) next.add(word)
    onChange(next)
  }
  return (
    <>
      <input
        className="input"
        type="search"
        placeholder={t.search}
        aria-label={t.search}
        value={narrow}
        onChange={(event) => setNarrow(event.target.value)}
      />
      <ul className="option-list">
        {shown.map((option) => (
          <li key={option.word}>
            <label>
              <input type="checkbox" checked={values.has(option.word)} onChange={() => toggle(option.word)} />
              <span className="grow">{option.word === '' ? t.blankValue : option.label}</span>
              <span className="muted">{formatCount(option.count, language)}</span>
            </label>
          </li>
        ))}
        {hasNone ? <li className="muted">{t.filterNoValues}</li> : null}
      </ul>
    </>
  )
}

interface BoundProps {
  readonly label: string
  readonly isDay: boolean
  readonly text: string
  readonly onChange: (text: string) => void
}

function Bound({ label, isDay, text, onChange }: BoundProps) {
  return (
    <label className="grow">
      {label}
      <input
        className="input"
        type={isDay ? 'date' : 'text'}
        inputMode="decimal"
        value={text}
        onChange={(event) => onChange(event.target.value)}
      />
    </label>
  )
}

function opsOf(isNumber: boolean, t: Messages): readonly (readonly [Op, string])[] {
  const empty = [
    ['blank', t.filterBlank],
    ['filled', t.filterFilled],
  ] as const
  if (isNumber) return [['between', t.filterBetween], ...empty]
  return [['is', t.filterIs], ['not', t.filterNot], ['like', t.filterLike], ...empty]
}

interface Entered {
  readonly op: Op
  readonly values: ReadonlySet<string>
  readonly text: string
  readonly from: string
  readonly to: string
}

/** The filter that was entered; null where it would let everything through. */
function filterFrom(field: ColumnField, isNumber: boolean, { op, values, text, from, to }: Entered): Filter | null {
  if (isNumber && isNumberKey(field)) {
    if (op === 'blank' || op === 'filled') return { field, op }
    const [low, high] = [bound(field, from), bound(field, to)]
    return low === undefined && high === undefined
      ? null
      : {
          field,
          op: 'between',
          ...(low === undefined ? {} : { from: low }),
          ...(high === undefined ? {} : { to: high }),
        }
  }
  if (!isTextKey(field)) return null
  if (op === 'blank' || op === 'filled') return { field, op }
  if (op === 'like') return text.trim() === '' ? null : { field, op, query: text.trim() }
  return values.size === 0 ? null : { field, op: op === 'not' ? 'not' : 'is', values: [...values] }
}

const boundText = (field: ColumnField, value: number | undefined): string =>
  value === undefined ? '' : field === 'occurredDay' ? dateOfDay(value) : String(value)

function bound(field: ColumnField, text: string): number | undefined {
  if (text.trim() === '') return undefined
  if (field === 'occurredDay') return isMoment(text) ? dayNumber(text) : undefined
  const value = Number(text.normalize('NFKC').replace(/,/gu, ''))
  return Number.isFinite(value) ? value : undefined
}
