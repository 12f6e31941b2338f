/** The bars of a Pareto chart: the small ones folded into one, each with its share and what it opens. */
import { formatCount, formatShare } from '../i18n/format'
import type { Messages } from '../i18n/messages'
import type { Language } from '../i18n/translation'
import type { ParetoBar } from '../metrics/nodeParetos'
import { wholeCoveringTicks } from './axisTicks'
import { foldTail } from './foldTail'
import type { DrawnMark } from './MarkLayer'
import type { BarFill } from './paintBar'

/** Above this share the folded bar hides something. */
const LARGE_REST = 0.15

export interface ParetoDatum {
  readonly key: string
  readonly label: string
  /** The label with its count, as it stands at the axis: beside the bar the line of the shares would cross it. */
  readonly counted: string
  readonly count: number
  readonly cumulative: number
  readonly fill: BarFill
}

export interface ParetoBars {
  readonly data: readonly ParetoDatum[]
  readonly marks: readonly DrawnMark[]
  /** Of the axis of counts; it ends at the last. */
  readonly ticks: readonly number[]
  /** Categories in the folded bar; one when nothing was folded. */
  readonly folded: number
  readonly remarks: readonly string[]
}

/** Which bars are drawn, and what is to be said of them? */
export function paretoBars(bars: readonly ParetoBar[], t: Messages, language: Language): ParetoBars {
  const drawn = foldTail(bars)
  const data = drawn.map((bar, at): ParetoDatum => {
    const label = bar.folded > 1 ? t.chartOther(formatCount(bar.folded, language)) : bar.label || t.notKnown
    return {
      key: String(at),
      label,
      counted: `${label} ${formatCount(bar.rows.length, language)}`,
      count: bar.rows.length,
      cumulative: bar.cumulative,
      fill: bar.folded > 1 ? 'hatched' : bar.vital ? 'full' : 'pale',
    }
  })
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
    ticks: wholeCoveringTicks(Math.max(...data.map(({ count }) => count))),
    folded: rest?.folded ?? 1,
    remarks: isLarge ? [t.chartOtherLarge(formatShare(rest.share, language))] : [],
  }
}
