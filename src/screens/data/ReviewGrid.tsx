/** One sheet, row by row: every cell as written with what it was read as, mended in place, with rows that can be left out. */
import type { SheetOverride } from '../../exchange/tables/parsedSheet'
import type { ReviewColumn } from '../../exchange/plan/review/reviewRows'
import { formatCount } from '../../i18n/format'
import { useText } from '../../ui/LanguageContext'
import { ReviewGridRow } from './ReviewGridRow'
import { ROW_HEIGHT } from './useGridPlace'
import type { Alike } from './useMending'
import { useReviewGrid } from './useReviewGrid'
import type { ReviewedSheet } from './useReviewRows'
import { useFieldWord } from './useFieldWord'

interface Props extends ReviewedSheet {
  readonly onDecide: (file: number, sheet: string, decision: SheetOverride) => Promise<void>
}

export function ReviewGrid({ onDecide, ...reviewed }: Props) {
  const { t } = useText()
  const grid = useReviewGrid(reviewed, onDecide)
  const { shown, mending } = grid
  const below = shown.total - shown.from - shown.rows.length
  return (
    <>
      {mending.alike === null ? null : (
        <AlikeNote alike={mending.alike} onMend={mending.mendAll} onLeave={mending.leaveAlike} />
      )}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <div
        ref={grid.place.box}
        className="review-grid"
        onScroll={(event) => grid.setFrom(Math.floor(event.currentTarget.scrollTop / ROW_HEIGHT))}
      >
        {/* A table that is edited: the grid pattern, with one tab stop and arrow keys. */}
        <table
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role
          role="grid"
          aria-label={`${t.reviewTitle} ${reviewed.sheet}`}
          aria-rowcount={shown.total + 1}
          aria-colcount={shown.columns.length + 2}
          onKeyDown={grid.onKeyDown}
        >
          <Head columns={shown.columns} />
          <tbody>
            {shown.from > 0 ? <tr aria-hidden style={{ height: shown.from * ROW_HEIGHT }} /> : null}
            {shown.rows.map((row, at) => (
              <ReviewGridRow key={row.row} row={row} index={shown.from + at} grid={grid} />
            ))}
            {below > 0 ? <tr aria-hidden style={{ height: below * ROW_HEIGHT }} /> : null}
          </tbody>
        </table>
        {shown.total === 0 ? <p className="muted review-none">{t.reviewNone}</p> : null}
      </div>
    </>
  )
}

function Head({ columns }: { readonly columns: readonly ReviewColumn[] }) {
  const { t } = useText()
  const fieldWord = useFieldWord()
  return (
    <thead>
      <tr>
        <th scope="col" className="review-tick">
          {t.reviewStore}
        </th>
        <th scope="col" className="number">
          {t.reviewRow}
        </th>
        {columns.map(({ field, column, header }) => (
          <th key={field} scope="col" title={header}>
            {column === null ? '' : <span className="mono muted">{column} </span>}
            {header === '' ? fieldWord(field) : header}
          </th>
        ))}
      </tr>
    </thead>
  )
}

interface AlikeProps {
  readonly alike: Alike
  readonly onMend: (alike: Alike) => Promise<void>
  readonly onLeave: () => void
}

/** A word that was mended stands elsewhere in its column too. */
function AlikeNote({ alike, onMend, onLeave }: AlikeProps) {
  const { t, language } = useText()
  const count = formatCount(alike.addresses.length, language)
  return (
    <div className="note row" role="status">
      <span>{t.reviewAlike(count, alike.mailed)}</span>
      <button type="button" className="button primary" onClick={() => void onMend(alike)}>
        {t.reviewAlikeMend(count)}
      </button>
      <button type="button" className="button" onClick={onLeave}>
        {t.reviewAlikeNo}
      </button>
    </div>
  )
}
