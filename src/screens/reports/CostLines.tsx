/** Actual and accrued costs by bucket, one table per currency, with what ten thousand train-kilometres cost. */
import { formatCount, formatMoney } from '../../i18n/format'
import type { ReportWords } from '../../i18n/reports'
import type { Language } from '../../i18n/translation'
import type { CostLine, Costs } from '../../metrics/reports/costLines'
import { ScrollX } from '../../ui/ScrollX'
import { numberColumn, TableHead } from '../../ui/TableHead'

interface Props {
  readonly costs: Costs
  readonly t: ReportWords
  readonly language: Language
}

export function CostLines({ costs, t, language }: Props) {
  const { currencies, trainKm, elsewhere } = costs
  return (
    <section className="card card-pad stack report-part" data-part="costs">
      <h3>{t.reportSheet('costs')}</h3>
      <p className="small muted">
        {t.costsRule}
        {elsewhere === 0 ? '' : ` ${t.costsElsewhere(formatCount(elsewhere, language))}`}
      </p>
      {currencies.length === 0 ? (
        <p className="muted">{t.costsNothing}</p>
      ) : (
        currencies.map((costs) => (
          <CurrencyTable key={costs.currency} costs={costs} trainKm={trainKm} t={t} language={language} />
        ))
      )}
    </section>
  )
}

interface CurrencyProps extends Pick<Props, 't' | 'language'> {
  readonly costs: Costs['currencies'][number]
  readonly trainKm: number
}

function CurrencyTable({ costs, trainKm, t, language }: CurrencyProps) {
  const { currency, lines, total, ownCents, actualPerTenThousandKm, accruedPerTenThousandKm } = costs
  const money = (cents: number): string => formatMoney(cents, currency, language)
  return (
    <ScrollX label={`${t.reportSheet('costs')} ${currency}`}>
      <table className="table cost-lines">
        <TableHead
          columns={[
            t.costsBucket,
            numberColumn(t.costsActual),
            numberColumn(t.costsActualEntries),
            numberColumn(t.costsAccrued),
            numberColumn(t.costsAccruedEntries),
            numberColumn(t.costsVariance),
          ]}
        />
        <tbody>
          {lines.map((line) => (
            <tr key={line.bucket}>
              <th scope="row">{line.label}</th>
              <Amounts line={line} currency={currency} language={language} />
            </tr>
          ))}
          <tr className="strong">
            <th scope="row">{t.costsTotalLine}</th>
            <Amounts line={total} currency={currency} language={language} />
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
                {trainKm > 0 ? t.costsPerKmOf(formatCount(Math.round(trainKm), language)) : t.costsNoKm}
              </span>
            </th>
            <td className="number">{actualPerTenThousandKm === null ? '—' : money(actualPerTenThousandKm)}</td>
            <td />
            <td className="number">{accruedPerTenThousandKm === null ? '—' : money(accruedPerTenThousandKm)}</td>
            <td colSpan={2} />
          </tr>
        </tbody>
      </table>
    </ScrollX>
  )
}

interface AmountsProps extends Pick<Props, 'language'> {
  readonly line: CostLine
  readonly currency: string
}

function Amounts({
  line: { actualCents, actualEntries, accruedCents, accruedEntries },
  currency,
  language,
}: AmountsProps) {
  const money = (cents: number): string => formatMoney(cents, currency, language)
  return (
    <>
      <td className="number">{money(actualCents)}</td>
      <td className="number">{formatCount(actualEntries, language)}</td>
      <td className="number">{money(accruedCents)}</td>
      <td className="number">{formatCount(accruedEntries, language)}</td>
      <td className="number">{money(actualCents - accruedCents)}</td>
    </>
  )
}
