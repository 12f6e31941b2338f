/** Which report is looked at, from the address; without dates the last complete period of its kind. */
import { useSearchParams } from 'wouter'
import { dateOfDay, dayNumber } from '../../domain/moment'
import { localMoment } from '../../i18n/format'
import type { Language } from '../../i18n/translation'
import type { Period } from '../../metrics/recordedPeriod'
import type { ReportQuestion } from '../../metrics/reports/report'
import { hasPart, isReportKind, REPORT_KINDS, type ReportKind } from '../../metrics/reports/reportKinds'
import { lastCompletePeriod, periodHolding } from '../../metrics/reports/reportPeriods'
import { useEngine } from '../../panels/useEngine'
import { useScope, type ScopeChange } from '../../panels/useScope'
import { useText } from '../../ui/LanguageContext'

export interface AskedReport {
  readonly kind: ReportKind
  readonly language: Language
  /** Null until it is known when the records end. */
  readonly question: ReportQuestion | null
  /** Whether the period is one that follows from the kind, or chosen by hand. */
  readonly which: 'last' | 'this' | 'custom'
  /** Day of the last record, when it decided which period is shown. */
  readonly oldData: string | null
  /** Null: there is no failure with a day. */
  readonly latest: number | null | undefined
  readonly setParam: (name: string, value: string) => void
  readonly setKind: (kind: ReportKind) => void
  readonly setPeriod: (which: AskedReport['which']) => void
  readonly change: (change: ScopeChange) => void
}

export function useReportQuestion(): AskedReport {
  const { language: uiLanguage } = useText()
  const { scope, params, change } = useScope()
  const [, setParams] = useSearchParams()
  const today = dayNumber(localMoment().slice(0, 10))
  const { answer } = useEngine('latest-day', async (engine) => ({ day: await engine.latestDay() }))
  const asked = params.get('kind') ?? ''
  const kind: ReportKind = isReportKind(asked) ? asked : 'weekly'
  const { unit } = REPORT_KINDS[kind]
  const latest = answer?.day
  const complete = lastCompletePeriod(unit, today)
  // An empty period says that records have not come rather than that nothing failed: the last with records is shown.
  const isOld = latest !== undefined && latest !== null && latest < complete.from
  const last = isOld ? periodHolding(unit, latest) : complete
  const present = periodHolding(unit, today)
  const chosen: Partial<Period> = scope
  const given =
    chosen.from !== undefined && chosen.to !== undefined && chosen.to > chosen.from
      ? { from: chosen.from, to: chosen.to }
      : null
  const period = given ?? last
  const same = (other: Period): boolean => other.from === period.from && other.to === period.to
  const update = (changes: Readonly<Record<string, string | null>>): void =>
    setParams(
      (before) => {
        const next = new URLSearchParams(before)
        for (const [name, value] of Object.entries(changes)) {
          if (value === null || value === '') next.delete(name)
          else next.set(name, value)
        }
        return next
      },
      { replace: true },
    )
  const planned = Number(params.get('plan') ?? '')
  const language = params.get('lang') === 'en' ? 'en' : params.get('lang') === 'zh' ? 'zh' : uiLanguage
  return {
    kind,
    language,
    latest,
    change,
    question:
      answer === null
        ? null
        : {
            kind,
            scope: { ...scope, ...period },
            today,
            ...(hasPart(kind, 'spares') && planned > 0 ? { plannedKm: planned } : {}),
          },
    which: params.get('period') === 'custom' ? 'custom' : same(last) ? 'last' : same(present) ? 'this' : 'custom',
    oldData: isOld && given === null ? dateOfDay(latest) : null,
    setParam: (name, value) => update({ [name]: value }),
    setKind: (next) => update({ kind: next, from: null, to: null, period: null }),
    setPeriod: (which) => {
      const wanted = which === 'this' ? present : which === 'custom' ? period : null
      update({
        from: wanted === null ? null : dateOfDay(wanted.from),
        to: wanted === null ? null : dateOfDay(wanted.to - 1),
        period: which === 'custom' ? 'custom' : null,
      })
    },
  }
}
