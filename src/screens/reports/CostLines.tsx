/** Actual and accrued costs by bucket, one table per currency, with what ten thousand train-kilometres cost. */
import { formatCount, formatMoney } from '../../i18n/format'
import type { ReportWords } from '../../i18n/reports'
import type { Language } from '../../i18n/translation'
import type { CostLine, Costs } from '../../metrics/reports/costLines'
import { ScrollX } from '../../ui/ScrollX'

export function CostLines({
  costs,
  t,
  language,
}: {
  readonly costs: Costs
  readonly t: ReportWords
  readonly language: Language
}) {
  const { currencies, trainKm, elsewhere } = costs
  const count = (value: number): string => formatCount(value, language)
  return (
    <section className="card card-pad stack report-part" data-part="costs">
      <h3>{t.reportSheet('costs')}</h3>
      <p className="small muted">
        {t.costsRule}
        {elsewhere === 0 ? '' : ` ${t.costsElsewhere(count(elsewhere))}`}
      </p>
      {currencies.length === 0 ? (
        <p className="muted">{t.costsNothing}</p>
      ) : (
        currencies.map(({ currency, lines, total, ownCents, actualPerTenThousandKm, accruedPerTenThousandKm }) => {
          const money = (cents: number): string => formatMoney(cents, currency, language)
          const cells = ({ actualCents, actualEntries, accruedCents, accruedEntries }: CostLine) => (
            <>
              <td className="number">{money(actualCents)}</td>
              <td className="number">{count(actualEntries)}</td>
              <td className="number">{money(accruedCents)}</td>
              <td className="number">{count(accruedEntries)}</td>
              <td className="number">{money(actualCents - accruedCents)}</td>
            </>
          )
          return (
            <ScrollX key={currency} label={`${t.reportSheet('costs')} ${currency}`}>
              <table className="table cost-lines">
                <thead>
                  <tr>
                    <th scope="col">{t.costsBucket}</th>
                    <th scope="col" className="number">
                      {t.costsActual}
                    </th>
                    <th scope="col" className="number">
                      {t.costsActualEntries}
                    </th>
                    <th scope="col" className="number">
                      {t.costsAccrued}
                    </th>
                    <th scope="col" className="number">
                      {t.costsAccruedEntries}
                    </th>
                    <th scope="col" className="number">
                      {t.costsVariance}
                    </th>
                  </tr>
                </thead>
                <tbody>
                  {lines.map((line) => (
                    <tr key={line.bucket}>
                      <th scope="row">{line.label}</th>
                      {cells(line)}
                    </tr>
                  ))}
                  <tr className="strong">
                    <th scope="row">{t.costsTotalLine}</th>
                    {cells(total)}
                  </tr>
                  <tr>
                    <th scope="row">{t.costsOwn}</th>
                    <td className="number">{money(ownCents)}</td>
                    <td colSpan={4} />
                  </tr>
                  <tr>
                    <th scope="row">
                      {t.costsPerKm}
                      <br />
                      <span className="small muted">
                        {trainKm > 0 ? t.costsPerKmOf(count(Math.round(trainKm))) : t.costsNoKm}
                      </span>
                    </th>
                    <td className="number">{actualPerTenThousandKm === null ? '—' : money(actualPerTenThousandKm)}</td>
                    <td />
                    <td className="number">
                      {accruedPerTenThousandKm === null ? '—' : money(accruedPerTenThousandKm)}
                    </td>
                    <td colSpan={2} />
                  </tr>
                </tbody>
              </table>
            </ScrollX>
          )
        })
      )}
    </section>
  )
}
