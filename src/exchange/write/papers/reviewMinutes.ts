/** Minutes of a review: what was looked at, how it stands, which steps were taken, and what was said. */
import type { Paper } from './paper'
import type { PaperWords } from './paperWords'

export interface ReviewedItem {
  readonly no: string
  readonly about: string
  readonly state: string
  readonly decisions: readonly string[]
  readonly minutes: readonly string[]
}

export function reviewMinutes(
  day: string,
  chair: string,
  items: readonly ReviewedItem[],
  { t }: PaperWords,
  what: string = t.workFailure,
): Paper {
  return {
    title: t.reviewMinutes,
    subtitle: `${day}${chair === '' ? '' : ` · ${chair}`} · ${t.reviewCount(items.length)}`,
    no: day,
    landscape: true,
    sections: [
      {
        heading: t.reviewMinutes,
        none: t.reviewNothing,
        table: {
          columns: [
            { label: what, width: 18 },
            { label: t.reviewAbout, width: 40 },
            { label: t.reviewState, width: 14 },
            { label: t.reviewDecisions, width: 26 },
            { label: t.reviewNotes, width: 50 },
          ],
          rows: items.map(({ no, about, state, decisions, minutes }) => [
            no,
            about,
            state,
            decisions.join('\n'),
            minutes.join('\n'),
          ]),
        },
      },
    ],
    signatures: [t.paperSignBoard],
  }
}
