/** How many failures a problem or a train has, and since when failures are closed. */
import { isOpen } from '../domain/workflow/transitions'
import { keepRows } from '../metrics/failureColumns'
import { distinctWords } from '../metrics/failureFilter'
import type { EngineView } from './engineView'

/** Per problem, how many failures it has and how many of them are still open. */
export function failuresPerProblem({
  columns,
  live,
}: EngineView): Readonly<Record<string, { readonly failures: number; readonly open: number }>> {
  const { index, words } = columns.text.state
  const isOpenState = words.map((state) => isOpen(state))
  const openRows = keepRows(live, (row) => isOpenState[index[row] ?? 0] === true)
  const open = new Map(distinctWords(columns, openRows, 'problemId').map(({ word, count }) => [word, count]))
  return Object.fromEntries(
    distinctWords(columns, live, 'problemId')
      .filter(({ word }) => word !== '')
      .map(({ word, count }) => [word, { failures: count, open: open.get(word) ?? 0 }]),
  )
}

export const failuresPerTrain = ({ columns, live }: EngineView): Readonly<Record<string, number>> =>
  Object.fromEntries(
    distinctWords(columns, live, 'trainId')
      .filter(({ word }) => word !== '')
      .map(({ word, count }) => [word, count]),
  )

/** The day of the last failure on record; null when none has a day. */
export function latestDay({ columns, live }: EngineView): number | null {
  const days = columns.number.occurredDay
  const last = live.reduce(
    (latest, row) => ((days[row] ?? Number.NaN) > latest ? (days[row] ?? latest) : latest),
    Number.NEGATIVE_INFINITY,
  )
  return Number.isFinite(last) ? last : null
}
