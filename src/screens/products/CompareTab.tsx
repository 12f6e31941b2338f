/** Groups of the node side by side: their rates, lives, cumulative failures and growth, and how they differ. */
import { dateOfDay } from '../../domain/moment'
import { isOfTrains } from '../../metrics/compare/compareQuestion'
import type { NodeComparison } from '../../metrics/compare/nodeComparison'
import { middleOf } from '../../metrics/compare/trainGroups'
import type { ComparedGroup } from '../../metrics/compare/groupRates'
import { FALSE_FINDINGS } from '../../metrics/rateRanking'
import { UNASSIGNED } from '../../metrics/scope'
import { useEngine } from '../../panels/useEngine'
import { REASONS } from '../../reliability/reasons'
import { useText } from '../../ui/LanguageContext'
import { CausesFrame } from './CausesFrame'
import { CompareControls } from './CompareControls'
import { compareQuestionOf } from './compareQuestionOf'
import { FunnelFrame } from './FunnelFrame'
import { GroupGrowthFrame } from './GroupGrowthFrame'
import { GroupLivesFrame } from './GroupLivesFrame'
import { GroupMcfFrame } from './GroupMcfFrame'
import { GroupRatesFrame } from './GroupRatesFrame'
import type { TabProps } from './GrowthTab'

/** A group as it is named on the screen. */
export type NamedGroup = ComparedGroup & { readonly name: string; readonly isDifferent: boolean }

/** What every frame of a comparison needs. */
export interface CompareShown extends TabProps {
  readonly comparison: NodeComparison
  readonly groups: readonly NamedGroup[]
  /** What groups are set against, in words. */
  readonly reference: string
  readonly nameOf: (word: string) => string
  readonly measure: 'km' | 'days'
}

export function CompareTab(tab: TabProps) {
  const { t, language } = useText()
  const { scope, param, setParam } = tab
  const question = compareQuestionOf(param)
  const { answer, isOld } = useEngine(`compare|${JSON.stringify([scope, question, language])}`, (engine) =>
    engine.compare(scope, question, language),
  )
  if (answer === null) return <div className="skeleton" style={{ height: 420 }} aria-busy="true" />
  const { comparison, recorded } = answer
  const compared = comparison.status === 'compared' ? comparison : null
  const groups = (compared?.groups ?? []).map((group): NamedGroup => ({
    ...group,
    name: t.compareGroupName(comparison.by, group.word, group.label),
    isDifferent: group.adjustedP !== null && group.adjustedP <= FALSE_FINDINGS,
  }))
  const nameOf = (word: string): string => groups.find((group) => group.word === word)?.name ?? word
  const reference = groups.find(({ isReference }) => isReference)?.name ?? t.compareOthers
  return (
    <div className="stack" aria-busy={isOld}>
      <CompareControls
        question={question}
        recorded={recorded}
        groups={groups}
        middle={compared === null ? '' : dateOfDay(middleOf(compared.period))}
        param={param}
        setParam={setParam}
      />
      {comparison.status === 'compared' ? (
        <Frames {...tab} {...{ comparison, groups, reference, nameOf }} measure={question.measure} />
      ) : (
        <section className="card card-pad stack" aria-label={t.compareNone(t.comparedBy(comparison.by))}>
          <h3>{t.compareNone(t.comparedBy(comparison.by))}</h3>
          <p>{REASONS[comparison.reason][language]}</p>
          <p className="small muted">{t.compareNoneWhere(comparison.by)}</p>
        </section>
      )}
      {scope.nodeId === undefined || scope.nodeId === UNASSIGNED ? null : (
        <CausesFrame {...tab} nodeId={scope.nodeId} measure={question.measure} />
      )}
    </div>
  )
}

function Frames(shown: CompareShown) {
  const { t } = useText()
  const { comparison, scope } = shown
  const isPart = scope.nodeId !== undefined && scope.nodeId !== UNASSIGNED
  return (
    <>
      <GroupRatesFrame {...shown} />
      {comparison.funnel === null ? null : <FunnelFrame {...shown} funnel={comparison.funnel} />}
      {comparison.lives === null || !isPart ? null : <GroupLivesFrame {...shown} lives={comparison.lives} />}
      {comparison.lives === null && isPart ? <p className="small muted">{t.groupLivesNoGroups}</p> : null}
      {comparison.histories === null && isOfTrains(comparison.by) ? (
        <p className="small muted">{t.groupMcfNoHistory}</p>
      ) : null}
      {comparison.histories === null ? null : (
        <>
          <GroupMcfFrame {...shown} histories={comparison.histories} />
          <GroupGrowthFrame {...shown} histories={comparison.histories} />
        </>
      )}
    </>
  )
}
