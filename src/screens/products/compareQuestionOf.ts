/** The comparison that the address asks for, so that a link opens the same one. */
import { oneOf } from '../../domain/closedSet'
import { dayNumber, isMoment } from '../../domain/moment'
import { COMPARED_BY, type CompareQuestion, type OpenPeriod } from '../../metrics/compare/compareQuestion'
import type { TabProps } from './GrowthTab'

const dayOf = (text: string): number | null => (isMoment(text) ? dayNumber(text) : null)

/** `2020-01-01~2020-12-31`, the last day included; either side may be missing. */
function periodOf(text: string): OpenPeriod {
  const [from = '', to = ''] = text.split('~')
  const last = dayOf(to)
  return [dayOf(from), last === null ? null : last + 1]
}

export function compareQuestionOf(param: TabProps['param']): CompareQuestion {
  const [first, second] = [param('p1'), param('p2')]
  return {
    by: oneOf(COMPARED_BY, param('cmp')) ?? 'depotId',
    reference: param('ref'),
    date: dayOf(param('at')),
    periods: first === '' && second === '' ? null : [periodOf(first), periodOf(second)],
    measure: param('age') === 'days' ? 'days' : 'km',
  }
}
