/** How long a failure has been in its state, when that ends, and the pauses taken off. */
import { momentOf } from '../../domain/calendar/workingCalendar'
import type { CaseFile } from '../../domain/workflow/caseFile'
import { clockOf, pausesOf } from '../../domain/workflow/timeLimits'
import { formatMoment } from '../../i18n/format'
import { LateBy } from '../../panels/LateBy'
import { ProvisionalMark } from '../../panels/ProvisionalMark'
import { passedInWords, workedInWords } from '../../panels/timeInWords'
import { useWorkRules } from '../../panels/useWorkRules'
import { useText } from '../../ui/LanguageContext'

export function StateClock({ failure, now }: { readonly failure: CaseFile['failure']; readonly now: string }) {
  const { t, language } = useText()
  const rules = useWorkRules()
  const clock = rules === undefined ? null : clockOf(failure, now, rules.calendar, rules.limits)
  if (rules === undefined || clock === null) return null
  const { due, leftMinutes, totalMinutes, netMinutes, isPaused } = clock
  const pauses = pausesOf(failure)
  return (
    <p className="small muted">
      {t.clockTitle}
      {t.colon}
      {t.workTotalNet(
        passedInWords(totalMinutes, t, language),
        workedInWords(netMinutes, clock, rules.calendar, t, language),
      )}
      {` · ${t.workDue} ${formatMoment(momentOf(due))} · `}
      {leftMinutes < 0 ? (
        <LateBy className="loop-late" words={workedInWords(leftMinutes, clock, rules.calendar, t, language)} />
      ) : (
        t.workTimeLeft(workedInWords(leftMinutes, clock, rules.calendar, t, language))
      )}
      <ProvisionalMark years={clock.provisionalYears} />
      {isPaused ? ` · ${t.workPaused}` : ''}
      {pauses.length === 0 ? null : (
        <span
          title={pauses.map(({ from, to, why }) => t.clockPause(formatMoment(from), formatMoment(to), why)).join('\n')}
        >
          {' '}
          · {t.clockPauses(pauses.length)}
        </span>
      )}
    </p>
  )
}
