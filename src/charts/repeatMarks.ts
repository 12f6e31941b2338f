/** The bars of a repeat histogram: how long until it failed again, and which failures those were. */
import { formatCount, formatShare } from '../i18n/format'
import type { Messages } from '../i18n/messages'
import type { Language } from '../i18n/translation'
import type { Recurrence } from '../metrics/recurrence'
import { dayBins } from './dayBins'
import type { DrawnMark } from './MarkLayer'

export function repeatMarks(
  repeats: Recurrence['repeats'],
  t: Messages,
  language: Language,
): readonly (DrawnMark & { readonly short: string })[] {
  return dayBins(repeats.map(({ days }) => days)).map(({ from, to, members }) => {
    const short = from === to ? String(from) : `${from}–${to}`
    const name = t.chartDays(short)
    return {
      key: String(from),
      short,
      name,
      rows: Uint32Array.from(members, (at) => Number(repeats[at]?.id)),
      label: t.chartRepeatLabel(
        name,
        formatCount(members.length, language),
        formatShare(members.length / repeats.length, language),
      ),
      tip: [],
    }
  })
}
