/** The bars of a Pareto chart: the small ones folded into one, each with its share and what it opens. */
import { formatCount, formatShare } from '../i18n/format'
import type { Messages } from '../i18n/messages'
import type { Language } from '../i18n/translation'
import type { ParetoBar } from '../metrics/nodeParetos'
import { ticksToTotal } from './axisTicks'
import { foldTail } from './foldTail'
import type { DrawnMark } from './MarkLayer'
import type { BarFill } from './paintBar'

/** Above this share the folded bar hides something. */
const LARGE_REST = 0.15

export interface ParetoDatum {
  readonly key: string
  readonly label: string
  readonly count: number
  readonly cumulative: number
  readonly fill: BarFill
}

export interface ParetoBars {
  readonly data: readonly ParetoDatum[]
  readonly marks: readonly DrawnMark[]
  readonly total: number
  readonly ticks: readonly number[]
  /** Categories in the folded bar; one when nothing was folded. */
  readonly folded: number
  readonly remarks: readonly string[]
}

/** Which bars are drawn, and what is to be said of them? */
export function paretoBars(bars: readonly ParetoBar[], t: Messages, language: Language): ParetoBars {
  const drawn = foldTail(bars)
  const total = bars.reduce((sum, bar) => sum + bar.rows.length, 0)
  const data = drawn.map((bar, at): ParetoDatum => ({
    key: String(at),
    label: bar.folded > 1 ? t.chartOther(formatCount(bar.folded, language)) : bar.label === '' ? t.notKnown : bar.label,
    count: bar.rows.length,
    cumulative: bar.cumulative,
    fill: bar.folded > 1 ? 'hatched' : bar.vital ? 'full' : 'pale',
  }))
  const marks = drawn.map((bar, at): DrawnMark => {
    const name = data[at]?.label ?? ''
    return {
      key: String(at),
      name,
      rows: bar.rows,
      label: t.chartBarLabel(name, formatCount(bar.rows.length, language), formatShare(bar.share, language)),
      tip: [t.chartCumulativeTo(formatShare(bar.cumulative, language))],
    }
  })
  const rest = drawn.at(-1)
  const isLarge = rest !== undefined && rest.folded > 1 && rest.share > LARGE_REST
  return {
    data,
    marks,
    total,
    ticks: ticksToTotal(total),
    folded: rest?.folded ?? 1,
    remarks: isLarge ? [t.chartOtherLarge(formatShare(rest.share, language))] : [],
  }
}
