/** Rules for many conflicts alike: what a rule would settle is seen first, then settled with one button and one undo. */
import { useMemo } from 'react'
import { useSearchParams } from 'wouter'
import {
  CONFLICT_RULES,
  devicesOf,
  isConflictRule,
  proposeByRule,
  type ConflictRule,
  type DisputedField,
  type LeftOpen,
  type Proposal,
} from '../../../domain/conflictRules'
import { deviceCode } from '../../../domain/deviceId'
import { groupedBy } from '../../../domain/groupedBy'
import { permits } from '../../../domain/workflow/permits'
import { formatCount } from '../../../i18n/format'
import { CommandButton } from '../../../panels/CommandButton'
import type { ConflictWords } from '../../../panels/useConflictWords'
import { usePerson } from '../../../panels/usePerson'
import type { Disagreement } from '../../../store/conflicts'
import { useText } from '../../../ui/LanguageContext'
import { ScrollX } from '../../../ui/ScrollX'
import { TableHead } from '../../../ui/TableHead'
import { useRecordName } from './useRecordName'
import { settlementOf, type Settling } from './useSettling'

interface Props {
  readonly listed: readonly Disagreement[]
  readonly settling: Settling
  readonly words: ConflictWords
}

interface ListedField extends DisputedField {
  readonly found: Disagreement
}

const PREVIEWED = 8
/** Beyond so many devices, rules by device would be a list of their own. */
const MOST_DEVICES = 6

/** A rule as the address names it. */
const asWord = ({ name, device }: ConflictRule): string => (device === undefined ? name : `${name}:${device}`)
function ruleOf(word: string | null): ConflictRule | null {
  const [name, device] = (word ?? '').split(':')
  if (!isConflictRule(name) || (name === 'of-device') === (device === undefined)) return null
  return device === undefined ? { name } : { name, device }
}

/** The fields the person may settle, and how many others there are. */
function useOwnFields(listed: readonly Disagreement[]) {
  const person = usePerson()
  return useMemo(() => {
    const all = listed.flatMap((found) =>
      found.disputes.map((dispute): ListedField => ({ found, table: found.table, record: found.id, dispute })),
    )
    const own = all.filter(
      ({ found: { table, record, isClosed }, dispute }) =>
        permits('settle-conflict', person, {
          touched: [{ table, before: record, set: { [dispute.field]: null } }],
          isClosed,
        }).length === 0,
    )
    return { own, others: all.length - own.length }
  }, [listed, person])
}

export function RuleBar({ listed, settling, words }: Props) {
  const { t, language } = useText()
  const [address, setAddress] = useSearchParams()
  const { own, others } = useOwnFields(listed)
  const chosen = ruleOf(address.get('rule'))
  const rules: readonly ConflictRule[] = [
    ...CONFLICT_RULES.filter((name) => name !== 'of-device').map((name) => ({ name })),
    ...devicesOf(own)
      .slice(0, MOST_DEVICES)
      .map((device) => ({ name: 'of-device' as const, device })),
  ]
  const label = useRuleLabel()
  const choose = (rule: ConflictRule | null): void =>
    setAddress(rule === null ? {} : { rule: asWord(rule) }, { replace: true })
  if (own.length + others < 2) return null
  return (
    <section className="card card-pad stack" aria-label={t.conflictsRules}>
      <h2>{t.conflictsRules}</h2>
      <p className="small muted">{t.conflictsRulesWhy}</p>
      <div className="row">
        {rules.map((rule) => {
          const isChosen = chosen !== null && asWord(chosen) === asWord(rule)
          return (
            <button
              key={asWord(rule)}
              type="button"
              className="button conflict-rule"
              aria-pressed={isChosen}
              onClick={() => choose(isChosen ? null : rule)}
            >
              {label(rule)}
              <span className="chip">{formatCount(proposeByRule(rule, own).settled.length, language)}</span>
            </button>
          )
        })}
      </div>
      {others === 0 ? null : <p className="small muted">{t.conflictsNotYours(formatCount(others, language))}</p>}
      {chosen === null ? null : (
        <RulePreview own={own} rule={chosen} settling={settling} words={words} onDone={() => choose(null)} />
      )}
    </section>
  )
}

function useRuleLabel(): (rule: ConflictRule) => string {
  const { t } = useText()
  return ({ name, device = '' }) =>
    name === 'of-device' ? t.conflictsRuleDevice(deviceCode(device)) : t.conflictsRule(name)
}

interface PreviewProps {
  readonly own: readonly ListedField[]
  readonly rule: ConflictRule
  readonly settling: Settling
  readonly words: ConflictWords
  readonly onDone: () => void
}

function RulePreview({ own, rule, settling, words, onDone }: PreviewProps) {
  const { t, language } = useText()
  const label = useRuleLabel()(rule)
  const proposal = proposeByRule(rule, own)
  const foundOf = new Map(own.map(({ found }) => [`${found.table}:${found.id}`, found]))
  const settlements = proposal.settled.flatMap(({ table, record, dispute, value }) => {
    const found = foundOf.get(`${table}:${record}`)
    return found === undefined ? [] : [settlementOf(found, dispute, value)]
  })
  const count = formatCount(settlements.length, language)
  // The rule is the reason; it stands in the history.
  const apply = async (): Promise<void> => {
    await settling.settle(settlements, label)
    onDone()
  }
  return (
    <div className="stack">
      {settlements.length === 0 ? (
        <p>{t.conflictsRuleNone}</p>
      ) : (
        <PreviewTable proposal={proposal} foundOf={foundOf} words={words} />
      )}
      <ul className="plain-list small muted">
        {[...groupedBy(proposal.open, ({ why }) => why)].map(([why, left]) => (
          <li key={why}>{t.conflictsLeftOpen(formatCount(left.length, language), why as LeftOpen)}</li>
        ))}
      </ul>
      {settlements.length === 0 ? null : (
        <div className="row">
          <CommandButton
            command="settle-conflict"
            busyWhy={settling.isPending ? t.commandPending : undefined}
            onPress={() => void apply()}
          >
            {t.conflictsRuleApply(count)}
          </CommandButton>
          <span className="small muted">{t.conflictsUndoWhat}</span>
        </div>
      )}
    </div>
  )
}

function PreviewTable({
  proposal,
  foundOf,
  words,
}: {
  readonly proposal: Proposal
  readonly foundOf: ReadonlyMap<string, Disagreement>
  readonly words: ConflictWords
}) {
  const { t, language } = useText()
  const recordName = useRecordName()
  const { settled } = proposal
  return (
    <>
      <ScrollX label={t.conflictsPreview}>
        <table className="table conflict-preview">
          <TableHead
            columns={[
              t.conflictsPreviewRecord,
              t.conflictsPreviewField,
              t.conflictsPreviewTaken,
              t.conflictsPreviewLeft,
            ]}
          />
          <tbody>
            {settled.slice(0, PREVIEWED).map(({ table, record, dispute, value }) => {
              const found = foundOf.get(`${table}:${record}`)
              const named = { table, field: dispute.field }
              const left = dispute.sides.filter((side) => side.value !== value)
              return (
                <tr key={`${table}:${record}:${dispute.field}`}>
                  <td>{found === undefined ? '' : recordName(found)}</td>
                  <td className="nowrap">{words.nameOf(named)}</td>
                  <td>{words.say(named, value)}</td>
                  <td className="muted">{left.map((side) => words.say(named, side.value)).join(t.semicolon)}</td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </ScrollX>
      {settled.length > PREVIEWED ? (
        <p className="small muted">{t.conflictsPreviewMore(formatCount(settled.length - PREVIEWED, language))}</p>
      ) : null}
    </>
  )
}
