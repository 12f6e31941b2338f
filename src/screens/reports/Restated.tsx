/** Whether a report on file still says what it said: the same data, the same figures, or which figures have been restated since. */
import type { StoredReport } from '../../domain/storedReport'
import { formatFigure, formatMoment } from '../../i18n/format'
import { wordsOfReports } from '../../i18n/reports'
import type { Report } from '../../metrics/reports/report'
import { reportFigures, restatedFigures } from '../../metrics/reports/reportFigures'
import { useText } from '../../ui/LanguageContext'

export function Restated({
  stored,
  report,
  inputsHash,
}: {
  readonly stored: StoredReport
  readonly report: Report
  readonly inputsHash: string
}) {
  const { language } = useText()
  const t = wordsOfReports(language)
  const restated = restatedFigures(stored.figures, reportFigures(report))
  const shown = (value: number | null): string => (value === null ? '—' : formatFigure(value, language))
  const ofInWords = (name: string, of: string): string => {
    if (name === 'excluded') return t.bookExcludedWhy(of)
    if (name === 'ram.failures') return t.reportRam(of)
    return name.startsWith('contract.')
      ? of
          .split(' · ')
          .map((part) => t.targetMeasure(t.targetCategory(part)))
          .join(' · ')
      : of
  }
  return (
    <section
      className={restated.length === 0 ? 'note stack' : 'note warn stack'}
      aria-label={t.reportsRestated(String(restated.length))}
      data-part="restated"
    >
      <p className="small muted">
        {t.reportsStoredAt(formatMoment(stored.storedAt), stored.storedBy)} · {t.bookBuild} {stored.build} ·{' '}
        <span className="mono">{stored.inputsHash.slice(0, 12)}</span>
      </p>
      {restated.length === 0 ? (
        <p>{inputsHash === stored.inputsHash ? t.reportsUnchanged : t.reportsSameFigures}</p>
      ) : (
        <>
          <p>
            <strong>{t.reportsRestated(String(restated.length))}</strong>
          </p>
          <table className="table">
            <thead>
              <tr>
                <th scope="col">{t.reportsFigure}</th>
                <th scope="col" className="number">
                  {t.reportsWas}
                </th>
                <th scope="col" className="number">
                  {t.reportsIs}
                </th>
              </tr>
            </thead>
            <tbody>
              {restated.map(({ name, of, was, is }) => (
                <tr key={`${name}|${of}`}>
                  <th scope="row">
                    {t.reportFigureName(name)}
                    {of === '' ? '' : ` · ${ofInWords(name, of)}`}
                  </th>
                  <td className="number">{shown(was)}</td>
                  <td className="number">{shown(is)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
    </section>
  )
}
