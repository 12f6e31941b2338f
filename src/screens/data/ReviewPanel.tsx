/** The whole import, row by row: which sheet, which rows, and what to do with those that would lose a value. */
import { Download, Undo2 } from 'lucide-react'
import { useMemo, useState } from 'react'
import type { IssueCode } from '../../exchange/cells/parsedRecord'
import type { SheetOverride } from '../../exchange/tables/parsedSheet'
import type { LeftOutTogether, ReviewFilter } from '../../exchange/plan/review/reviewRows'
import { formatCount } from '../../i18n/format'
import type { Preview, SheetSummary } from '../../workers/importAnswers'
import { wordsOfImports } from '../../i18n/importWords'
import { useText } from '../../ui/LanguageContext'
import { ReviewGrid } from './ReviewGrid'

interface Props {
  readonly preview: Preview
  readonly onDecide: (file: number, sheet: string, decision: SheetOverride) => Promise<void>
  readonly onUndo: () => void
  readonly onLeaveOut: (which: LeftOutTogether) => void
  readonly onErrorWorkbook: () => void
}

interface SheetWithRows {
  readonly file: number
  readonly fileName: string
  readonly sheet: SheetSummary
}

const keyOf = ({ file, sheet }: SheetWithRows): string => `${file}|${sheet.name}`

const sheetsWithRows = ({ files }: Preview): readonly SheetWithRows[] =>
  files.flatMap((file, at) =>
    file.ok
      ? file.sheets
          .filter((sheet) => sheet.records + sheet.leftOut > 0)
          .map((sheet) => ({ file: at, fileName: file.name, sheet }))
      : [],
  )

export function ReviewPanel({ preview, onDecide, onUndo, onLeaveOut, onErrorWorkbook }: Props) {
  const { t } = useText()
  const sheets = useMemo(() => sheetsWithRows(preview), [preview])
  const [key, setKey] = useState('')
  const [only, setOnly] = useState<ReviewFilter['only']>(null)
  const [search, setSearch] = useState('')
  const filter = useMemo<ReviewFilter>(() => ({ only, search }), [only, search])
  const chosen = sheets.find((one) => keyOf(one) === key) ?? sheets.find(({ sheet }) => sheet.serious > 0) ?? sheets[0]
  if (chosen === undefined) return null
  return (
    <section className="card card-pad stack">
      <h3>{t.reviewTitle}</h3>
      <p className="small muted">{t.reviewWhy}</p>
      <div className="row">
        <SheetChoice sheets={sheets} chosen={chosen} onChoose={setKey} />
        <input
          className="input compact review-search"
          type="search"
          placeholder={t.reviewSearch}
          aria-label={t.reviewSearch}
          value={search}
          onChange={(event) => setSearch(event.target.value)}
        />
        <button
          type="button"
          className="button"
          disabled={preview.steps === 0}
          title={preview.steps === 0 ? t.reviewUndoNone : undefined}
          onClick={onUndo}
        >
          <Undo2 size={16} aria-hidden />
          {t.reviewUndo}
        </button>
      </div>
      <Chips sheet={chosen.sheet} only={only} onChoose={setOnly} />
      <ReviewGrid preview={preview} file={chosen.file} sheet={chosen.sheet.name} filter={filter} onDecide={onDecide} />
      <LostRows sheets={sheets} onLeaveOut={onLeaveOut} onErrorWorkbook={onErrorWorkbook} />
    </section>
  )
}

interface SheetChoiceProps {
  readonly sheets: readonly SheetWithRows[]
  readonly chosen: SheetWithRows
  readonly onChoose: (key: string) => void
}

/** Whose rows: every sheet with the number of those that would lose a value. */
function SheetChoice({ sheets, chosen, onChoose }: SheetChoiceProps) {
  const { t, language } = useText()
  return (
    <label className="row small">
      {t.reviewSheet}
      <select className="input compact" value={keyOf(chosen)} onChange={(event) => onChoose(event.target.value)}>
        {sheets.map((one) => (
          <option key={keyOf(one)} value={keyOf(one)}>
            {one.fileName} · {one.sheet.name}
            {one.sheet.serious > 0 ? ` · ! ${formatCount(one.sheet.serious, language)}` : ''}
          </option>
        ))}
      </select>
    </label>
  )
}

interface ChipsProps {
  readonly sheet: SheetSummary
  readonly only: ReviewFilter['only']
  readonly onChoose: (only: ReviewFilter['only']) => void
}

/** Which rows: all, those that would lose a value, those left out, or those with one kind of doubt. */
function Chips({ sheet, only, onChoose }: ChipsProps) {
  const { t, language } = useText()
  const words = wordsOfImports(language)
  const chip = (value: ReviewFilter['only'], words: string, n: number) => (
    <button
      key={value ?? 'all'}
      type="button"
      className="button"
      aria-pressed={only === value}
      onClick={() => onChoose(value)}
    >
      {words} {formatCount(n, language)}
    </button>
  )
  return (
    <div className="row review-chips" role="group" aria-label={t.importProblems}>
      {chip(null, t.reviewAll, sheet.records + sheet.leftOut)}
      {chip('serious', t.reviewSerious, sheet.serious)}
      {sheet.leftOut > 0 ? chip('left-out', t.reviewLeftOut, sheet.leftOut) : null}
      {(Object.entries(sheet.issues) as [IssueCode, number][])
        .sort((a, b) => b[1] - a[1])
        .map(([code, n]) => chip(code, words.issueSentence(code, {}), n))}
    </div>
  )
}

interface LostProps extends Pick<Props, 'onLeaveOut' | 'onErrorWorkbook'> {
  readonly sheets: readonly SheetWithRows[]
}

/** What to do with the rows that would lose a value: leave them out, and send them back to be mended. */
function LostRows({ sheets, onLeaveOut, onErrorWorkbook }: LostProps) {
  const { t, language } = useText()
  const count = (value: number): string => formatCount(value, language)
  const serious = sheets.reduce((sum, { sheet }) => sum + sheet.serious, 0)
  const leftOut = sheets.reduce((sum, { sheet }) => sum + sheet.leftOut, 0)
  const left = leftOut > 0 ? leftOut : serious
  return (
    <div className="row">
      <button
        type="button"
        className="button"
        disabled={serious === 0}
        title={serious === 0 ? t.leaveOutNone : undefined}
        onClick={() => onLeaveOut('serious')}
      >
        {t.leaveOutSerious(count(serious))}
      </button>
      {(['row-hidden', 'struck-through'] as const).map((which) => {
        const rows = sheets.reduce((sum, { sheet }) => sum + (sheet.issues[which] ?? 0), 0)
        return rows === 0 ? null : (
          <button key={which} type="button" className="button" onClick={() => onLeaveOut(which)}>
            {which === 'row-hidden' ? t.leaveOutHidden(count(rows)) : t.leaveOutStruck(count(rows))}
          </button>
        )
      })}
      <button
        type="button"
        className="button"
        disabled={left === 0}
        title={left === 0 ? t.errorWorkbookNone : undefined}
        onClick={onErrorWorkbook}
      >
        <Download size={16} aria-hidden />
        {t.errorWorkbook(count(left))}
      </button>
      <span className="small muted">{t.errorWorkbookWhy}</span>
    </div>
  )
}
