/** Writes the figures of a node as a workbook and hands it to the browser to save. */
import type { NodeAnalysis } from '../metrics/nodeAnalysis'
import type { ComparedBy, CompareQuestion } from '../metrics/compare/compareQuestion'
import { workingOfComparison } from '../metrics/compare/compareWorking'
import { PLAIN_FIT } from '../metrics/lifeQuestion'
import type { NodeTargets } from '../metrics/nodeTarget'
import { planOf } from '../metrics/plan/plan'
import type { PlanQuestion } from '../metrics/plan/planQuestion'
import { workingOfPlan } from '../metrics/plan/workingOfPlan'
import { partField } from '../metrics/partBasis'
import { workingOfRateChange } from '../metrics/rateChange'
import { UNASSIGNED } from '../metrics/scope'
import { workingOfGrowth, workingOfLife } from '../metrics/working'
import type { NodeSummaryAbout } from '../exchange/write/nodeSummary/nodeSummaryAbout'
import { localMoment } from '../i18n/format'
import { saveFile } from '../ui/saveFile'
import { askPlanGround } from './planGround'
import { engine } from '../workers/engineClient'
import { exporter } from '../workers/exportClient'

/** What the page says of the node. */
type About = Omit<NodeSummaryAbout, 'generatedAt' | 'build' | 'rowsForDetail' | 'plan' | 'comparison'>

/** What is planned with, which groups the page compares, and what they are called. */
interface Asked {
  readonly planned: { readonly node: NodeTargets | null; readonly question: PlanQuestion }
  readonly compared: {
    readonly question: CompareQuestion
    readonly nameOf: (by: ComparedBy, word: string, label: string) => string
  }
}

export async function exportNodeSummary(
  analysis: NodeAnalysis,
  about: About,
  { planned, compared }: Asked,
): Promise<void> {
  const generatedAt = localMoment()
  const part = partField(analysis.scope.partBasis)
  const described = await engine().describeRows(
    analysis.counted,
    ['no', 'occurredAt', 'trainId', part, 'nodeText', 'description'],
    about.language,
  )
  const rowsForDetail = described.map(({ labels, words }, at) => ({
    row: analysis.counted[at] ?? 0,
    no: labels['no'] ?? '',
    occurredAt: words['occurredAt'] ?? '',
    train: labels['trainId'] ?? '',
    node: labels[part] || (labels['nodeText'] ?? ''),
    description: labels['description'] ?? '',
  }))
  const { scope } = analysis
  const { comparison } = await engine().compare(scope, compared.question, about.language)
  const growth = await engine().growth(scope)
  const life =
    scope.nodeId === undefined || scope.nodeId === UNASSIGNED
      ? null
      : await engine().life(scope, { ...PLAIN_FIT, measure: growth.measure, which: 'original' })
  const plan = planOf(
    { ...(await askPlanGround(engine(), scope, planned.question.which)), analysis, node: planned.node },
    planned.question,
  )
  const ageWorking = [
    workingOfGrowth(growth),
    workingOfRateChange(analysis),
    ...(life === null ? [] : workingOfLife(life)),
    ...workingOfPlan(plan),
    ...workingOfComparison(comparison, ({ word, label }) => compared.nameOf(comparison.by, word, label)),
  ]
  const bytes = await exporter().nodeSummary(analysis, {
    ...about,
    generatedAt,
    build: __BUILD__,
    rowsForDetail,
    ageWorking,
    plan,
    comparison,
  })
  const name = `${about.nodeName}_${generatedAt.slice(0, 16).replace(/[-:T]/gu, '')}.xlsx`.replace(
    /[\\/:*?"<>|]/gu,
    '_',
  )
  saveFile(bytes, name, 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
}
