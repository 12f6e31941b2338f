/** What must be known to read the figures of a node, a line each: failures without distance, distance without records, scatter, doubles. */
import { TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import type { OnOpen } from '../../charts/openedMark'
import { formatCount, formatDay, formatFigure, formatP, formatShare } from '../../i18n/format'
import type { NodeAnalysis } from '../../metrics/nodeAnalysis'
import { periodAsDates } from '../../metrics/scope'
import { inMillions } from '../../reliability/perMillion'
import { conflictsHref, useDisputedFailures } from '../../panels/useConflicts'
import { useEngine } from '../../panels/useEngine'
import { masterHref } from '../../panels/masterWords'
import { useText } from '../../ui/LanguageContext'

interface Props {
  readonly analysis: NodeAnalysis
  readonly onOpen: OnOpen
}

export function KpiNotes({ analysis, onOpen }: Props) {
  const { t, language } = useText()
  const disputed = useDisputedRows(analysis)
  const nodeId = analysis.scope.nodeId ?? ''
  const { withoutDistance, unrecorded, gap, places, scatter, duplicates, mtbfWithoutDuplicates: once } = analysis
  const door = (label: string, rows: Uint32Array, words: string): ReactNode => (
    <button type="button" className="kpi-link" onClick={() => onOpen({ label, rows })}>
      {words}
    </button>
  )
  const notes: (readonly [string, ReactNode])[] = []
  if (withoutDistance.length > 0) {
    const words = `${formatCount(withoutDistance.length, language)} ${t.kpiWithoutDistance}`
    notes.push(['distance', door(t.kpiWithoutDistance, withoutDistance, words)])
  }
  for (const { from, to, trainKm } of unrecorded) {
    const millions = formatFigure(inMillions(trainKm), language)
    notes.push([`unrecorded ${from}`, t.kpiUnrecorded(millions, ...periodAsDates(from, to))])
  }
  if (gap !== null) {
    const share = formatShare(gap.share, language)
    const [from, to] = [formatDay(gap.from), formatDay(gap.to)]
    const chance = formatP(gap.chance, language)
    notes.push(['gap', gap.isLast ? t.gapLastWhy(from, share, chance) : t.gapWhy(from, to, share, chance)])
  }
  if (places !== null) {
    const [named, quantity] = [formatCount(places.places, language), formatCount(places.quantity, language)]
    const count = formatCount(places.rows.length, language)
    const words =
      places.against === 'fewer'
        ? t.placesFewer(named, quantity, count, formatP(places.chance, language))
        : t.placesMore(named, quantity, formatCount(places.trains, language))
    notes.push([
      'places',
      <>
        {door(t.placesNamed, places.rows, words)} <Link href={masterHref('bomNodes', nodeId)}>{t.placesChange}</Link>
      </>,
    ])
  }
  if (scatter?.isBeyondChance === true)
    notes.push(['scatter', t.scatterWhy(formatFigure(scatter.ratio, language), formatP(scatter.p, language))])
  if (once !== null && once.mtbf !== null) {
    const without = `${formatFigure(once.mtbf, language)} ${t.unitKm}`
    const words = t.kpiDuplicatesWhy(formatCount(duplicates.rows.length, language), without)
    notes.push(['doubles', door(t.kpiDuplicates, duplicates.pairs, words)])
  }
  if (disputed.length > 0) {
    const words = t.conflictsFailures(formatCount(disputed.length, language))
    notes.push([
      'disputed',
      <>
        {door(t.conflictsTitle, disputed, words)} <Link href={conflictsHref()}>{t.conflictsSettle}</Link>
      </>,
    ])
  }
  if (notes.length === 0) return null
  return (
    <ul className="kpi-notes">
      {notes.map(([key, words]) => (
        <li key={key}>
          <TriangleAlert size={14} aria-hidden />
          <span>{words}</span>
        </li>
      ))}
    </ul>
  )
}

const NO_ROWS = new Uint32Array()

/** The rows of the failures counted on which devices disagree; asked only while they disagree on any. */
function useDisputedRows({ scope, counted }: NodeAnalysis): Uint32Array {
  const disputed = useDisputedFailures()
  const { answer: ids, isOld } = useEngine(
    disputed.size === 0 ? null : `counted|${JSON.stringify(scope)}|${counted.length}`,
    (engine) => engine.idsOfRows(counted),
  )
  return ids === null || isOld ? NO_ROWS : counted.filter((_, at) => disputed.has(ids[at] ?? ''))
}
