/** Reports that were filed, each opened as it was. */
import { useLiveQuery } from '../../panels/useLiveQuery'
import { useLocation } from 'wouter'
import { periodInWords } from '../../exchange/write/reports/reportContext'
import { formatMoment } from '../../i18n/format'
import { wordsOfReports } from '../../i18n/reports'
import { questionOfStored } from '../../metrics/reports/storedQuestion'
import { storedReports } from '../../store/reports'
import { useText } from '../../ui/LanguageContext'

export function StoredReports() {
  const { language } = useText()
  const t = wordsOfReports(language)
  const [, navigate] = useLocation()
  const list = useLiveQuery(() => storedReports(), [])
  return (
    <section className="card card-pad stack no-print">
      <h2>{t.reportsStored}</h2>
      {list === undefined || list.length === 0 ? (
        <p className="muted">{t.reportsStoredNone}</p>
      ) : (
        <ul className="stored-list">
          {list.map(({ id, title, question, storedAt, storedBy }) => (
            <li key={id}>
              <button type="button" className="kpi-link" onClick={() => navigate(`/reports?stored=${id}`)}>
                {title}
              </button>
              <span className="small">{periodInWords(questionOfStored(question).scope, t)}</span>
              <span className="small muted">{t.reportsStoredAt(formatMoment(storedAt), storedBy)}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
