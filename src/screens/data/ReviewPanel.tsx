/** The whole import, row by row: which sheet, which rows, and what to do with those that would lose a value. */
import { Download, Undo2 } from 'lucide-react'
import { useMemo, useState } from 'react'
import type { IssueCode } from '../../exchange/cells/parsedRecord'
import type { SheetOverride } from '../../exchange/tables/parsedSheet'
import type { ReviewFilter } from '../../exchange/plan/review/reviewRows'
import { formatCount } from '../../i18n/format'
import type { Preview } from '../../workers/importAnswers'
import { useText } from '../../ui/LanguageContext'
import { ReviewGrid } from './ReviewGrid'

interface Props {
  readonly preview: Preview
  readonly onDecide: (file: number, sheet: string, decision: SheetOverride) => Promise<void>
  readonly onUndo: () => void
  readonly onLeaveOut: () => void
  readonly onErrorWorkbook: () => void
}

export function ReviewPanel({ preview, onDecide, onUndo, onLeaveOut, onErrorWorkbook }: Props) {
  const { t, language } = useText()
  const sheets = useMemo(
    () =>
      preview.files.flatMap((file, at) =>
        file.ok
          ? file.sheets.flatMap((sheet) =>
              sheet.records + sheet.leftOut > 0 ? [{ file: at, fileName: file.name, sheet }] : [],
            )
          : [],
      ),
    [preview],
  )
  const [key, setKey] = useState('')
  const [only, setOnly] = useState<ReviewFilter['only']>(null)
  const [search, setSearch] = useState('')
  const filter = useMemo<ReviewFilter>(() => ({ only, search }), [only, search])
  const keyOf = ({ file, sheet }: (typeof sheets)[number]): string => `${file}|${sheet.name}`
  const chosen = sheets.find((one) => keyOf(one) === key) ?? sheets.find(({ sheet }) => sheet.serious > 0) ?? sheets[0]
  if (chosen === undefined) return null
  const sum = (of: (one: (typeof sheets)[number]) => number): number =>
    sheets.reduce((total, one) => total + of(one), 0)
  const [serious, leftOut] = [sum(({ sheet }) => sheet.serious), sum(({ sheet }) => sheet.leftOut)]
  const left = leftOut > 0 ? leftOut : serious
  const count = (value: number): string => formatCount(value, language)
  const chip = (value: ReviewFilter['only'], words: string, n: number) => (
    <button
      key={value ?? 'all'}
      type="button"
      className="button"
      aria-pressed={only === value}
      onClick={() => setOnly(value)}
    >
      {words} {count(n)}
    </button>
  )
  return (
    <section className="card card-pad stack">
      <h3>{t.reviewTitle}</h3>
      <p className="small muted">{t.reviewWhy}</p>
      <div className="row">
        <label className="row small">
          {t.reviewSheet}
          <select className="input compact" value={keyOf(chosen)} onChange={(event) => setKey(event.target.value)}>
            {sheets.map((one) => (
              <option key={keyOf(one)} value={keyOf(one)}>
                {one.fileName} · {one.sheet.name}
                {one.sheet.serious > 0 ? ` · ! ${count(one.sheet.serious)}` : ''}
              </option>
            ))}
          </select>
        </label>
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
      <div className="row review-chips" role="group" aria-label={t.importProblems}>
        {chip(null, t.reviewAll, chosen.sheet.records + chosen.sheet.leftOut)}
        {chip('serious', t.reviewSerious, chosen.sheet.serious)}
        {chosen.sheet.leftOut > 0 ? chip('left-out', t.reviewLeftOut, chosen.sheet.leftOut) : null}
        {(Object.entries(chosen.sheet.issues) as [IssueCode, number][])
          .sort((a, b) => b[1] - a[1])
          .map(([code, n]) => chip(code, t.issueSentence(code, {}), n))}
      </div>
      <ReviewGrid preview={preview} file={chosen.file} sheet={chosen.sheet.name} filter={filter} onDecide={onDecide} />
      <div className="row">
        <button
          type="button"
          className="button"
          disabled={serious === 0}
          title={serious === 0 ? t.leaveOutNone : undefined}
          onClick={onLeaveOut}
        >
          {t.leaveOutSerious(count(serious))}
        </button>
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
    </section>
  )
}
