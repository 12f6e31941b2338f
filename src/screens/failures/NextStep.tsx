/** One step that leads on: the button, and everything that is still missing for it, each item as a way to put it right. */
import { ChevronRight } from 'lucide-react'
import { Link } from 'wouter'
import type { Person } from '../../domain/person'
import type { CaseFile } from '../../domain/workflow/caseFile'
import { isWaivable, type Decision } from '../../domain/workflow/decide'
import { missingKey, type Missing } from '../../domain/workflow/missing'
import type { Messages } from '../../i18n/messages'
import { conditionalAt } from '../../domain/workflow/gates'
import { itemInWords, itemsInWords } from '../../panels/itemInWords'
import type { EditTarget } from '../../panels/editTarget'
import { useText } from '../../ui/LanguageContext'
import { useCompanyFields } from '../../panels/useCompanyFields'

/** Why a step is not open to this person; null when it is. */
export function refusalWords({ refusals, transition }: Decision, t: Messages): string | null {
  if (refusals.length === 0) return null
  return refusals
    .map((refusal) =>
      refusal === 'role' ? t.loopRoles(transition.roles.map(t.roleName).join(t.listComma)) : t.refusalName(refusal),
    )
    .join(t.semicolon)
}

interface NextStepProps {
  readonly decision: Decision
  readonly file: CaseFile
  readonly person: Person
  readonly onTake: () => void
  readonly onEdit: (target: EditTarget) => void
  readonly onWaive: (missing: Missing) => void
}

export function NextStep({ decision, file, person, onTake, onEdit, onWaive }: NextStepProps) {
  const { t, language } = useText()
  const company = useCompanyFields()
  const { transition, missing } = decision
  const refusal = refusalWords(decision, t)
  const why = refusal ?? (missing.length > 0 ? itemsInWords(missing, t, language, company) : null)
  const name = t.stepName(transition.name)
  const conditional = transition.gates === 'all' ? [] : transition.gates.flatMap((gate) => conditionalAt(gate, file))
  return (
    <div className="loop-next">
      <div className="row">
        <button
          type="button"
          className="button primary"
          disabled={why !== null}
          title={why ?? undefined}
          onClick={onTake}
        >
          {name}
          <ChevronRight size={16} aria-hidden />
        </button>
        <span className="small muted">{refusal ?? (missing.length > 0 ? t.loopMissingTitle(name) : t.loopReady)}</span>
      </div>
      {conditional.length === 0 ? null : (
        <p className="small muted">
          {t.loopConditional}
          {t.colon}
          {conditional.map((reason) => t.missingReason(reason, '')).join(t.semicolon)}
        </p>
      )}
      {missing.length === 0 ? null : (
        <ul className="loop-missing" aria-label={t.loopMissing(missing.length)}>
          {missing.map((item) => (
            <li key={missingKey(item)}>
              <MissingLink item={item} file={file} onEdit={onEdit} />
              {isWaivable(item, file) ? (
                <button
                  type="button"
                  className="button quiet small"
                  disabled={person.role !== 'FRB'}
                  title={person.role === 'FRB' ? undefined : t.loopWaiveOnly}
                  onClick={() => onWaive(item)}
                >
                  {t.loopWaive}
                </button>
              ) : null}
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

function MissingLink({
  item,
  file,
  onEdit,
}: {
  readonly item: Missing
  readonly file: CaseFile
  readonly onEdit: (target: EditTarget) => void
}) {
  const { t, language } = useText()
  const company = useCompanyFields()
  const { table, record, field, gate } = item
  const words = (
    <>
      <span className="mono small">{gate}</span> {itemInWords(item, t, language, company)}
    </>
  )
  if (table === 'problems' && file.problem !== null)
    return (
      <Link className="loop-item" href={`/problems/${file.problem.id}`}>
        {words}
      </Link>
    )
  return (
    <button type="button" className="loop-item" onClick={() => onEdit({ table, record, field, gate })}>
      {words}
    </button>
  )
}
