import { formatCount, formatFigure, formatShare } from '../i18n/format'
import type { MtbfEstimate } from '../reliability/mtbf'
import type { NotEstimable } from '../reliability/notEstimable'
import { useText } from '../ui/LanguageContext'

/** The figures of an MTBF interval as lines. */
export function MtbfTable({
  label,
  estimate,
  targetKm,
}: {
  readonly label: string
  readonly estimate: MtbfEstimate | NotEstimable<string>
  readonly targetKm?: number | null
}) {
  const { t, language } = useText()
  if (estimate.status !== 'estimated')
    return (
      <p className="chart-remark">
        {estimate.reason === 'no-exposure' ? t.chartMtbfNoExposure : t.chartMtbfNotEstimable}
      </p>
    )
  const km = (value: number): string => t.chartKm(formatFigure(value, language))
  const confidence = formatShare(estimate.confidence, language)
  const lines: readonly (readonly [string, string])[] = [
    [t.chartFailures, formatCount(estimate.failures, language)],
    [t.chartExposure, formatFigure(estimate.exposure / 1e6, language)],
    ...(estimate.mtbf === null ? [] : [[t.chartPoint, km(estimate.mtbf)] as const]),
    [t.chartLowerBound, km(estimate.lower)],
    ...(estimate.upper === null ? [] : [[t.chartUpperBound, km(estimate.upper)] as const]),
    [t.chartConfidence, estimate.sided === 'two' ? t.chartTwoSided(confidence) : t.chartOneSided(confidence)],
    ...(targetKm === undefined || targetKm === null ? [] : [[t.chartTarget, km(targetKm)] as const]),
  ]
  return (
    <table className="table chart-table">
      <caption className="visually-hidden">{label}</caption>
      <thead>
        <tr>
          <th scope="col">{t.chartFigure}</th>
          <th scope="col" className="number">
            {t.chartValue}
          </th>
        </tr>
      </thead>
      <tbody>
        {lines.map(([name, value]) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td className="number">{value}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
