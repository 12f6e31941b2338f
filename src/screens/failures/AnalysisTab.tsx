/** Cause and corrective action, as far as they are recorded. */
import { correctiveActionFields } from '../../domain/records/correctiveAction'
import { rootCauseAnalysisFields } from '../../domain/records/rootCauseAnalysis'
import type { FailureDossier } from '../../store/failures'
import { useText } from '../../ui/LanguageContext'
import { RecordFacts } from './RecordFacts'

export function AnalysisTab({ dossier }: { readonly dossier: FailureDossier }) {
  const { t } = useText()
  if (dossier.analyses.length === 0 && dossier.actions.length === 0) return <p className="muted">{t.analysisNone}</p>
  return (
    <div className="stack">
      {dossier.analyses.map((entry) => <section key={entry.id} className="card card-pad stack"><h3>{t.cause}</h3><RecordFacts fields={rootCauseAnalysisFields} record={entry} hide={['failureId', 'problemId']} /></section>)}
      {dossier.actions.map((entry) => <section key={entry.id} className="card card-pad stack"><h3>{t.action}</h3><RecordFacts fields={correctiveActionFields} record={entry} hide={['failureId', 'problemId', 'causeId']} /></section>)}
    </div>
  )
}
