/** An alert as people read it: what it is about, what was found, and how seldom chance shows it. */
import { builtInOf, type AlertRule } from '../../domain/alerts/alertRule'
import { dateOfDay } from '../../domain/moment'
import { formatCount, formatFigure } from '../../i18n/format'
import type { Messages } from '../../i18n/messages'
import type { Language } from '../../i18n/translation'
import type { AlertFigures } from '../../metrics/alerts/alertSignal'
import { inMillions } from '../../reliability/perMillion'
import type { NamedPart } from '../../workers/alertAnswers'

export function ruleName({ id, name }: Pick<AlertRule, 'id' | 'name'>, t: Messages): string {
  const builtIn = builtInOf(id)
  return name !== '' || builtIn === undefined ? name : t.alertBuiltIn(builtIn)
}

export const subjectName = (parts: readonly NamedPart[], t: Messages): string =>
  parts.map(({ kind, id, label }) => (kind === 'whole' ? t.alertWhole : label === '' ? id : label)).join(' · ')

/** What was found, in one sentence. */
export function alertFound(
  figures: AlertFigures,
  parts: readonly NamedPart[],
  t: Messages,
  language: Language,
): string {
  const whole = (value: number | undefined): string => formatCount(value ?? 0, language)
  const figure = (value: number | undefined): string => formatFigure(value ?? 0, language)
  const count = whole(figures.count)
  const window = whole((figures.to ?? 0) - (figures.from ?? 0) + 1)
  switch (figures.what) {
    case 'age':
      return t.alertAgeFound(count, whole(figures.days))
    case 'overdue':
      return t.alertLateFound(count, whole(figures.days))
    case 'controlLimit':
      return t.alertMonthFound(count, whole((figures.least ?? 1) - 1), figure(figures.expected))
    case 'target': {
      const estimate = figures.estimate === undefined ? '—' : whole(figures.estimate)
      return t.alertTargetFound(
        dateOfDay(figures.from ?? 0),
        dateOfDay(figures.to ?? 0),
        estimate,
        whole(figures.target),
      )
    }
    case 'silence':
      return parts.some(({ kind }) => kind === 'whole')
        ? t.alertSilenceAll(whole(figures.days))
        : t.alertSilenceFound(whole(figures.days), whole(figures.yearly), figure(figures.expected))
    case 'recurrence':
      return joined(t, t.alertPairFound(count, window), t.alertExpectedPair(figure(figures.expected)))
    case 'rate':
      return joined(
        t,
        t.alertRateFound(count, exposureInWords(figures, t, language), whole(figures.least)),
        expectedInWords(figures, t, language),
      )
    default:
      return joined(t, t.alertCountFound(count, window, whole(figures.least)), expectedInWords(figures, t, language))
  }
}

const joined = (t: Messages, ...parts: readonly string[]): string =>
  parts.filter((part) => part !== '').join(t.semicolon)

function expectedInWords(figures: AlertFigures, t: Messages, language: Language): string {
  if (figures.expected === undefined) return ''
  const expected = formatFigure(figures.expected, language)
  return figures.earlier === undefined
    ? t.alertExpectedAgreed(expected)
    : t.alertExpected(expected, formatCount(figures.earlier, language), formatCount(figures.earlierDays ?? 0, language))
}

function exposureInWords({ measure, exposure = 0 }: AlertFigures, t: Messages, language: Language): string {
  if (measure === 'days') return t.alertDays(formatCount(exposure, language))
  const million = formatFigure(inMillions(exposure), language)
  return measure === 'partKm' ? t.alertPartKm(million) : t.alertTrainKm(million)
}

/** From here on a cluster is worth a word. */
const NOTICEABLE_CLUSTER = 1.2

/** How seldom chance shows it, and what was done about looking at many things together. */
export function alertChance(figures: AlertFigures, t: Messages, language: Language): string {
  const { perYear, among = 1, cluster = 1, what } = figures
  if (perYear === undefined) return t.alertNoChance
  const many = formatCount(among, language)
  return joined(
    t,
    chanceInWords(perYear, t, language),
    among <= 1 || what === 'target'
      ? ''
      : what === 'controlLimit'
        ? t.alertMonthChance(many)
        : what === 'count' && figures.least !== undefined
          ? ''
          : t.alertAmong(many),
    cluster > NOTICEABLE_CLUSTER ? t.alertCluster(formatFigure(cluster, language)) : '',
  )
}

export function chanceInWords(perYear: number, t: Messages, language: Language): string {
  if (perYear < 1e-3) return t.alertChanceHardly
  return perYear >= 1
    ? t.alertChanceOften(formatFigure(Number(perYear.toPrecision(2)), language))
    : t.alertChanceSeldom(formatFigure(Number((1 / perYear).toPrecision(2)), language))
}
