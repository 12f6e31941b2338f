/** What a period of a rate chart says in a workbook: beyond its limits, in a run on one side of the mean, or nothing. */
import type { wordsOfWorkbooks } from '../../i18n/workbooks'
import type { UChartPoint } from '../../reliability/uChart'

type Words = Pick<ReturnType<typeof wordsOfWorkbooks>, 'bookAbove' | 'bookBelow' | 'chartRunAbove' | 'chartRunBelow'>

export function signalInWords(
  { beyond, run }: Pick<Extract<UChartPoint, { readonly status: 'estimated' }>, 'beyond' | 'run'>,
  t: Words,
): string {
  if (beyond !== null) return beyond === 'above' ? t.bookAbove : t.bookBelow
  return run === null ? '' : run === 'above' ? t.chartRunAbove : t.chartRunBelow
}
