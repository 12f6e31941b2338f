/** A failure on one page in large text, with its cause, handling, actions and their effect in a line each. */
import { Link } from 'wouter'
import { failedPart } from '../../domain/failedPart'
import { inForce, type CaseFile } from '../../domain/workflow/caseFile'
import { formatCount, formatMoment } from '../../i18n/format'
import { SeverityTag, StateTag } from '../../panels/StateTags'
import { useCodes } from '../../panels/useCodes'
import { useEngine } from '../../panels/useEngine'
import { useText } from '../../ui/LanguageContext'

/** What is known, from what is known. */
const joined = (parts: readonly string[], between: string): string => parts.filter((part) => part !== '').join(between)

/** Cause, handling, actions and effect as they are in force, each entry a line. */
function useReviewFacts(file: CaseFile): readonly (readonly [name: string, value: string])[] {
  const { t, language } = useText()
  const { label } = useCodes()
  const { analyses, actions, verifications } = inForce(file)
  const causes = analyses.map(({ rootCauseText = '', author = '', reviewer = '' }) =>
    joined([rootCauseText, joined([author, reviewer], ' → ')], '　'),
  )
  const handling = file.handlings.map(({ measure = '', result }) => joined([measure, label('CL-RESULT', result)], '　'))
  const taken = actions.map(({ description = '', owner = '', dueAt = '', doneAt }) =>
    joined([description, owner, doneAt === undefined ? dueAt : `✓ ${formatMoment(doneAt)}`], '　'),
  )
  const effects = verifications.map(({ result, exposureKm, verifier = '' }) =>
    joined(
      [label('CL-VERR', result), exposureKm === undefined ? '' : `${formatCount(exposureKm, language)} km`, verifier],
      '　',
    ),
  )
  return [
    [t.cause, causes.join('\n')],
    [t.tabHandling, handling.join('\n')],
    [t.action, taken.join('\n')],
    [t.verifications, effects.join('\n')],
  ]
}

export function ReviewedFailure({ file }: { readonly file: CaseFile }) {
  const { t } = useText()
  const { label } = useCodes()
  const { answer: names } = useEngine('all-names', (engine) => engine.allNames())
  const facts = useReviewFacts(file)
  const { failure, problem } = file
  return (
    <section className="card card-pad review-item">
      <div className="row">
        <Link className="mono" href={`/failures/${failure.id}`}>
          {failure.no ?? t.noNumber}
        </Link>
        <StateTag code={failure.state} />
        <SeverityTag code={failure.severity} />
        <span className="muted">{label('CL-IMPACT', failure.serviceImpact)}</span>
      </div>
      <p className="review-lead">{failure.description}</p>
      <p className="muted">
        {joined(
          [
            formatMoment(failure.occurredAt ?? ''),
            names?.[failure.trainId ?? ''] ?? failure.trainText ?? '',
            names?.[failedPart(failure).nodeId ?? ''] ?? failure.nodeText ?? '',
            problem === null ? '' : `${problem.no ?? ''} ${problem.title ?? ''}`,
          ],
          ' · ',
        )}
      </p>
      <dl className="review-facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value === '' ? <span className="muted">—</span> : value}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
