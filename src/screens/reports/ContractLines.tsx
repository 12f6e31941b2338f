/** Targets of contracts beside what the trains did, each with its count, distance, bound and verdict. */
import { COLON } from '../../i18n/inLanguage'
import { contractWords } from '../../exchange/write/reports/contractSheet'
import { formatCount, formatFigure, formatShare } from '../../i18n/format'
import type { ReportWords } from '../../i18n/reports'
import type { Language } from '../../i18n/translation'
import type { Contract } from '../../metrics/reports/contractLines'
import type { OnOpen } from '../../charts/openedMark'
import { ScrollX } from '../../ui/ScrollX'
import { numberColumn, TableHead } from '../../ui/TableHead'
import { RowsLink } from './RowsLink'

interface Props {
  readonly contract: Contract
  readonly t: ReportWords
  readonly language: Language
  readonly onOpen: OnOpen
}

export function ContractLines({ contract: { lines, beyond }, t, language, onOpen }: Props) {
  return (
    <section className="card card-pad stack report-part" data-part="contract">
      <h3>{t.reportSheet('contract')}</h3>
      <p className="small muted">
        {t.contractRule}
        {beyond === 0 ? '' : ` ${t.contractBeyond(formatCount(beyond, language))}`}
      </p>
      <ScrollX label={t.reportSheet('contract')}>
        <table className="table contract-lines">
          <TableHead
            columns={[
              t.targetNumerator,
              t.targetMeasureHead,
              numberColumn(t.targetValue),
              numberColumn(t.chartFailures),
              numberColumn(t.reportKm),
              numberColumn(t.targetPoint),
              numberColumn(t.targetBoundHead),
              t.targetVerdictHead,
              t.targetDefinition,
            ]}
          />
          <tbody>
            {lines.map((line) => (
              <Line key={line.target?.id ?? line.category} line={line} t={t} language={language} onOpen={onOpen} />
            ))}
          </tbody>
        </table>
      </ScrollX>
    </section>
  )
}

interface LineProps extends Omit<Props, 'contract'> {
  readonly line: Contract['lines'][number]
}

function Line({ line, t, language, onOpen }: LineProps) {
  const figure = (value: number | null | undefined): string =>
    value === null || value === undefined ? '—' : formatFigure(value, language)
  const { target, rows, exposureKm, confidence } = line
  const { holdsFor, numerator, measure, verdict, remark, point, bound } = contractWords(line, t, language)
  const label = `${numerator} ${holdsFor}`
  return (
    <tr>
      <th scope="row">
        {numerator}
        <br />
        <span className="small muted">{target === null ? holdsFor : `${holdsFor} · ${target.contractNo ?? ''}`}</span>
      </th>
      <td>{measure}</td>
      <td className="number">{target === null ? '—' : figure(target.value)}</td>
      <td className="number">
        <RowsLink label={label} rows={rows} language={language} onOpen={onOpen} />
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
      <td className="small">{target === null ? '—' : <Definition target={target} t={t} language={language} />}</td>
    </tr>
  )
}

interface DefinitionProps extends Pick<Props, 't' | 'language'> {
  readonly target: NonNullable<Contract['lines'][number]['target']>
}

/** How the contract defines what is counted, and who agreed to it when. */
function Definition({ target, t, language }: DefinitionProps) {
  const colon = COLON[language]
  return (
    <>
      {target.definition}
      {target.exclusions === undefined ? null : (
        <>
          <br />
          {t.targetExclusions}
          {colon}
          {target.exclusions}
        </>
      )}
      <br />
      <span className="muted">
        {t.targetAgreed}
        {colon}
        {t.targetAgreedOn(target.agreedBy ?? '', target.agreedOn ?? '')}
      </span>
    </>
  )
}
