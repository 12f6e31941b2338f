/** Targets of contracts beside what the trains did, each with its count, distance, bound and verdict. */
import { contractWords } from '../../exchange/write/reports/contractSheet'
import { formatCount, formatFigure, formatShare } from '../../i18n/format'
import type { ReportWords } from '../../i18n/reports'
import type { Language } from '../../i18n/translation'
import type { Contract } from '../../metrics/reports/contractLines'
import type { OnOpen } from '../../charts/openedMark'
import { ScrollX } from '../../ui/ScrollX'

interface Props {
  readonly contract: Contract
  readonly t: ReportWords
  readonly language: Language
  readonly onOpen: OnOpen
}

export function ContractLines({ contract: { lines, beyond }, t, language, onOpen }: Props) {
  const figure = (value: number | null | undefined): string =>
    value === null || value === undefined ? '—' : formatFigure(value, language)
  return (
    <section className="card card-pad stack report-part" data-part="contract">
      <h3>{t.reportSheet('contract')}</h3>
      <p className="small muted">
        {t.contractRule}
        {beyond === 0 ? '' : ` ${t.contractBeyond(formatCount(beyond, language))}`}
      </p>
      <ScrollX label={t.reportSheet('contract')}>
        <table className="table contract-lines">
          <thead>
            <tr>
              <th scope="col">{t.targetNumerator}</th>
              <th scope="col">{t.targetMeasureHead}</th>
              <th scope="col" className="number">
                {t.targetValue}
              </th>
              <th scope="col" className="number">
                {t.chartFailures}
              </th>
              <th scope="col" className="number">
                {t.reportKm}
              </th>
              <th scope="col" className="number">
                {t.targetPoint}
              </th>
              <th scope="col" className="number">
                {t.targetBoundHead}
              </th>
              <th scope="col">{t.targetVerdictHead}</th>
              <th scope="col">{t.targetDefinition}</th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => {
              const { target, category, rows, exposureKm, confidence } = line
              const { holdsFor, numerator, measure, verdict, remark, point, bound } = contractWords(line, t, language)
              const label = `${numerator} ${holdsFor}`
              return (
                <tr key={target?.id ?? category}>
                  <th scope="row">
                    {numerator}
                    <br />
                    <span className="small muted">
                      {target === null ? holdsFor : `${holdsFor} · ${target.contractNo ?? ''}`}
                    </span>
                  </th>
                  <td>{measure}</td>
                  <td className="number">{target === null ? '—' : figure(target.value)}</td>
                  <td className="number">
                    {rows.length === 0 ? (
                      0
                    ) : (
                      <button
                        type="button"
                        className="kpi-link"
                        aria-label={`${label}: ${formatCount(rows.length, language)}`}
                        onClick={() => onOpen({ label, rows })}
                      >
                        {formatCount(rows.length, language)}
                      </button>
                    )}
                  </td>
                  <td className="number">{formatCount(Math.round(exposureKm), language)}</td>
                  <td className="number">{figure(point)}</td>
                  <td className="number">
                    {figure(bound)}
                    <br />
                    <span className="small muted">{formatShare(confidence, language)}</span>
                  </td>
                  <td className={`verdict-${line.verdict}`}>
                    {verdict}
                    {remark === '' ? null : (
                      <>
                        <br />
                        <span className="small muted">{remark}</span>
                      </>
                    )}
                  </td>
                  <td className="small">
                    {target === null ? (
                      '—'
                    ) : (
                      <>
                        {target.definition}
                        {target.exclusions === undefined ? null : (
                          <>
                            <br />
                            {t.targetExclusions}
                            {language === 'zh' ? '：' : ': '}
                            {target.exclusions}
                          </>
                        )}
                        <br />
                        <span className="muted">
                          {t.targetAgreed}
                          {language === 'zh' ? '：' : ': '}
                          {t.targetAgreedOn(target.agreedBy ?? '', target.agreedOn ?? '')}
                        </span>
                      </>
                    )}
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </ScrollX>
    </section>
  )
}
