/** Analyses and actions whose failure is not certain: each with the failures it may belong to, decided once. */
import { useState } from 'react'
import { formatCount, formatMoment } from '../../i18n/format'
import type { Preview } from '../../workers/importAnswers'
import { useText } from '../../ui/LanguageContext'
import { ShowMore, SHOWN_FIRST, SHOWN_MORE } from './StoredDifferences'

type Report = Preview['plan']['unattached'][number]

interface Props {
  readonly reports: readonly Report[]
  /** @param key of the candidate; empty leaves the report without a failure */
  readonly onAttach: (place: string, key: string) => void
}

export function UnattachedPanel({ reports, onAttach }: Props) {
  const { t, language } = useText()
  const [shown, setShown] = useState(SHOWN_FIRST)
  if (reports.length === 0) return null
  const open = reports.filter(({ attachedTo }) => attachedTo === '').length
  return (
    <section className="card card-pad stack" aria-label={t.unattachedTitle}>
      <div className="spread">
        <h3>{t.unattachedTitle}</h3>
        <span className="chip">{t.unattachedOpen(formatCount(open, language))}</span>
      </div>
      <p className="small muted">{t.unattachedWhy}</p>
      <ul className="unknown-words">
        {reports.slice(0, shown).map((report) => (
          <ReportLine key={report.place} report={report} onAttach={(key) => onAttach(report.place, key)} />
        ))}
      </ul>
      <ShowMore all={reports.length} shown={shown} onMore={() => setShown(shown + SHOWN_MORE)} />
    </section>
  )
}

interface LineProps {
  readonly report: Report
  readonly onAttach: (key: string) => void
}

function ReportLine({ report, onAttach }: LineProps) {
  const { t } = useText()
  const { sheet, row, kind, reportNo, no, words, why, candidates, attachedTo } = report
  const name = [reportNo, no === '' ? '' : t.unattachedOf(no)].filter((part) => part !== '').join(' · ')
  return (
    <li>
      <span className="unattached-report">
        <strong>{t.tableName(kind === 'analysis' ? 'rootCauseAnalyses' : 'correctiveActions')}</strong> {name}{' '}
        <span className="muted small">{t.againPlace(sheet, String(row))}</span>
        <span className="small">{words}</span>
        <span className="small muted">{t.unattachedReason(why)}</span>
      </span>
      <select
        className="input unattached-choice"
        aria-label={t.unattachedChoose(name)}
        value={attachedTo}
        disabled={candidates.length === 0}
        title={candidates.length === 0 ? t.unattachedNobody : undefined}
        onChange={(event) => onAttach(event.target.value)}
      >
        <option value="">{t.unattachedLeave(why)}</option>
        {candidates.map(({ key, no: number, train, occurredAt, description }) => (
          <option key={key} value={key}>
            {[number, train, occurredAt === '' ? '' : formatMoment(occurredAt), description]
              .filter((part) => part !== '')
              .join(' · ')}
          </option>
        ))}
      </select>
    </li>
  )
}
