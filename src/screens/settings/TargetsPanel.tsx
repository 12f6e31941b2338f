/** What contracts demand: listed, agreed, changed and ended, each with its history. */
import { whoChanged } from '../../panels/whoChanged'
import { useLiveQuery } from '../../panels/useLiveQuery'
import { useState } from 'react'
import { mayAgreeTargets } from '../../domain/contractTarget'
import { contractTargetFields, type ContractTarget } from '../../domain/records/contractTarget'
import type { StoredRecord } from '../../domain/records/tables'
import { ROLES } from '../../domain/workflow/roles'
import { formatFigure, formatStamp } from '../../i18n/format'
import { wordsOfReports } from '../../i18n/reports'
import { ReasonDialog } from '../../panels/ReasonDialog'
import { useActor } from '../../panels/useActor'
import { usePerson } from '../../panels/usePerson'
import { useEngine } from '../../panels/useEngine'
import { useRole } from '../../panels/useRole'
import { contractTargets, endContractTarget, historyOfTargets } from '../../store/contractTargets'
import type { HistoryEntry } from '../../store/history'
import { useText } from '../../ui/LanguageContext'
import { ScrollX } from '../../ui/ScrollX'
import { useToast } from '../../ui/Toasts'
import { TargetDialog } from './TargetDialog'
import './targets.css'

type Target = StoredRecord<'contractTargets'>

export function TargetsPanel() {
  const { t, language } = useText()
  const words = wordsOfReports(language)
  const { actor } = useActor()
  const { role } = useRole()
  const [open, setOpen] = useState<{ readonly target: Target | null } | null>(null)
  const [ending, setEnding] = useState<Target | null>(null)
  const stored = useLiveQuery(async () => ({ targets: await contractTargets(), history: await historyOfTargets() }), [])
  const { answer } = useEngine(`target-choices|${language}`, (engine) => engine.fleetChoices(language))
  const nodeNames = useNodeNames([
    ...(stored?.targets ?? []).flatMap(({ bomNodeId }) => bomNodeId ?? []),
    ...(stored?.history ?? []).flatMap(({ fields }) =>
      fields.flatMap(({ field, before, after }) => (field === 'bomNodeId' ? [before, after] : [])),
    ),
  ])
  if (stored === undefined) return null
  const operators = answer?.operators ?? []
  const guard =
    actor === ''
      ? t.refusalName('nobody-named')
      : mayAgreeTargets(role)
        ? undefined
        : words.targetsRole(ROLES.filter(mayAgreeTargets).map(t.roleName).join(t.listComma))
  const holdsFor = ({ bomNodeId, vehicleType, operatorId }: ContractTarget): string =>
    [
      bomNodeId === undefined ? '' : (nodeNames[bomNodeId] ?? ''),
      vehicleType ?? '',
      operators.find(({ id }) => id === operatorId)?.label ?? '',
    ]
      .filter((part) => part !== '')
      .join(' · ') || words.targetsEverything
  return (
    <section className="card card-pad stack" id="targets">
      <h2>{words.targetsTitle}</h2>
      <p className="small muted">{words.targetsWhy}</p>
      {stored.targets.length === 0 ? (
        <p className="muted">{words.targetsNone}</p>
      ) : (
        <TargetTable
          targets={stored.targets}
          holdsFor={holdsFor}
          guard={guard}
          onEdit={(target) => setOpen({ target })}
          onEnd={setEnding}
        />
      )}
      <div className="row">
        <button
          type="button"
          className="button"
          disabled={guard !== undefined}
          title={guard}
          onClick={() => setOpen({ target: null })}
        >
          {words.targetsAdd}
        </button>
        {guard === undefined ? null : <span className="small muted">{guard}</span>}
      </div>
      <TargetHistory
        history={stored.history}
        names={{ ...nodeNames, ...Object.fromEntries(operators.map(({ id, label }) => [id, label])) }}
      />
      {open === null ? null : (
        <TargetDialog
          target={open.target}
          operators={operators}
          types={answer?.vehicleTypes ?? []}
          onClose={() => setOpen(null)}
        />
      )}
      {ending === null ? null : <EndDialog target={ending} onClose={() => setEnding(null)} />}
    </section>
  )
}

interface TableProps {
  readonly targets: readonly Target[]
  /** What a target is about, in words. */
  readonly holdsFor: (target: Target) => string
  readonly guard: string | undefined
  readonly onEdit: (target: Target) => void
  readonly onEnd: (target: Target) => void
}

function TargetTable({ targets, holdsFor, guard, onEdit, onEnd }: TableProps) {
  const { language } = useText()
  const words = wordsOfReports(language)
  return (
    <ScrollX label={words.targetsTitle}>
      <table className="table targets-table">
        <thead>
          <tr>
            <th scope="col">{words.targetContract}</th>
            <th scope="col">{words.targetsOf}</th>
            <th scope="col">{words.targetNumerator}</th>
            <th scope="col">{words.targetMeasureHead}</th>
            <th scope="col" className="number">
              {words.targetValue}
            </th>
            <th scope="col">{words.targetAgreed}</th>
            <th scope="col">
              <span className="visually-hidden">{words.targetsEdit}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {targets.map((target) => (
            <tr key={target.id}>
              <th scope="row">
                {target.contractNo}
                <br />
                <span className="small muted">{target.definition}</span>
              </th>
              <td>{holdsFor(target)}</td>
              <td>
                {words.targetCategory(target.category ?? '')} · {words.targetCounted(target.population ?? '')}
              </td>
              <td>{words.targetMeasure(target.measure ?? '')}</td>
              <td className="number">{target.value === undefined ? '—' : formatFigure(target.value, language)}</td>
              <td>{words.targetAgreedOn(target.agreedBy ?? '', target.agreedOn ?? '')}</td>
              <td className="nowrap">
                <button
                  type="button"
                  className="button quiet"
                  disabled={guard !== undefined}
                  title={guard}
                  aria-label={`${words.targetsEdit} ${target.contractNo ?? ''}`}
                  onClick={() => onEdit(target)}
                >
                  {words.targetsEdit}
                </button>
                <button
                  type="button"
                  className="button quiet"
                  disabled={guard !== undefined}
                  title={guard}
                  aria-label={`${words.targetsEnd} ${target.contractNo ?? ''}`}
                  onClick={() => onEnd(target)}
                >
                  {words.targetsEnd}
                </button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollX>
  )
}

/** Names of the nodes the targets are or were about. */
function useNodeNames(nodeIds: readonly unknown[]): Readonly<Record<string, string>> {
  const ids = [...new Set(nodeIds.filter((id): id is string => typeof id === 'string' && id !== ''))]
  const { answer } = useEngine(ids.length === 0 ? null : `target-nodes|${ids.join('|')}`, async (engine) =>
    Object.fromEntries(await Promise.all(ids.map(async (id) => [id, (await engine.nodeOf(id))?.name ?? ''] as const))),
  )
  return answer ?? {}
}

function EndDialog({ target, onClose }: { readonly target: Target; readonly onClose: () => void }) {
  const { language } = useText()
  const words = wordsOfReports(language)
  const person = usePerson()
  const toast = useToast()
  return (
    <ReasonDialog
      title={`${words.targetsEnd} ${target.contractNo ?? ''}`}
      question={words.targetsEndWhy}
      form={`end-target:${target.id}`}
      label={{ about: target.contractNo ?? '', href: '/settings#targets' }}
      submit={words.targetsEnd}
      needed={words.targetsEndNeeded}
      run={(why) => endContractTarget(target.id, person, why)}
      onDone={() => toast(words.targetsEnded)}
      onClose={onClose}
    />
  )
}

function TargetHistory({
  history,
  names,
}: {
  readonly history: readonly HistoryEntry[]
  readonly names: Readonly<Record<string, string>>
}) {
  const { t, language } = useText()
  const words = wordsOfReports(language)
  const said = (value: unknown): string =>
    value === null || value === undefined || value === '' ? '—' : (names[String(value)] ?? String(value))
  return (
    <details className="limit-history">
      <summary>
        {words.targetsHistory} {history.length === 0 ? '' : formatFigure(history.length, language)}
      </summary>
      {history.length === 0 ? (
        <p className="small muted">{words.targetsNoHistory}</p>
      ) : (
        <ol className="entry-list">
          {history.map(({ change, fields, isCreation }) => (
            <li key={change.id} className="small">
              <strong>{whoChanged(change, t)}</strong> <span className="muted">{formatStamp(change.at)}</span>
              {change.why === undefined ? null : `${t.colon}${change.why}`}
              <ul className="plain-list">
                {fields.map(({ record, field, before, after }) => (
                  <li key={`${record}${field}`}>
                    {field === 'deleted'
                      ? words.targetsEnd
                      : isCreation
                        ? `${labelOf(field, language)}${t.colon}${valueOf(field, said(after), words)}`
                        : t.ruleChange(
                            labelOf(field, language),
                            valueOf(field, said(before), words),
                            valueOf(field, said(after), words),
                          )}
                  </li>
                ))}
              </ul>
            </li>
          ))}
        </ol>
      )}
    </details>
  )
}

const labelOf = (field: string, language: 'zh' | 'en'): string =>
  (contractTargetFields as Readonly<Record<string, { readonly zh: string; readonly en: string }>>)[field]?.[language] ??
  field
const valueOf = (field: string, said: string, words: ReturnType<typeof wordsOfReports>): string =>
  field === 'category'
    ? words.targetCategory(said)
    : field === 'population'
      ? words.targetCounted(said)
      : field === 'measure'
        ? words.targetMeasure(said)
        : said
