import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { SampleFleetFile } from '../../../fixtures/demo/sampleFleetFile'
import { codeBook, codeLabel } from '../../../src/domain/codeBook'
import { dayNumber } from '../../../src/domain/moment'
import type { Fields } from '../../../src/domain/records/field'
import { correctiveActionFields } from '../../../src/domain/records/correctiveAction'
import { effectVerificationFields } from '../../../src/domain/records/effectVerification'
import { rootCauseAnalysisFields } from '../../../src/domain/records/rootCauseAnalysis'
import { planSampleFleet } from '../../../src/exchange/plan/planSampleFleet'
import { fieldDataOfPlan } from '../../../src/headless/fieldDataOfPlan'
import { actionEffect } from '../../../src/metrics/actionEffect'

const sample = JSON.parse(readFileSync('fixtures/demo/sampleFleet.json', 'utf8')) as SampleFleetFile
let ids = 0
const plan = planSampleFleet(sample, () => `id${(ids += 1)}`)
const data = fieldDataOfPlan(plan)
const {
  problems = [],
  failures = [],
  correctiveActions = [],
  effectVerifications = [],
  knowledgeItems = [],
  rootCauseAnalyses = [],
} = plan.records
const problemNo = (id: string | undefined) => problems.find((problem) => problem.id === id)?.no

function verdictOn(no: string): string {
  const problem = problems.find((one) => one.no === no)
  const action = correctiveActions.find(
    ({ problemId, effectiveAt }) => problemId === problem?.id && effectiveAt !== undefined,
  )
  const { verdict } = actionEffect(data, {
    nodeId: problem?.bomNodeId ?? '',
    symptomCode: '',
    effectiveDay: dayNumber(action?.effectiveAt ?? ''),
    trainNos: [],
    items: null,
  })
  return verdict.status === 'estimated' ? verdict.verdict : verdict.status
}

test('what the sample says about its corrections is what the program finds in its records', () => {
  const said = Object.fromEntries(effectVerifications.map(({ problemId, result }) => [problemNo(problemId), result]))
  expect(said).toEqual({ 'P-DEMO-001': 'PART', 'P-DEMO-004': 'EFF', 'P-DEMO-005': 'INEFF' })
  expect([verdictOn('P-DEMO-001'), verdictOn('P-DEMO-005')]).toEqual(['partly', 'ineffective'])
})

test('every problem has failures of its own part, each failure at most one problem', () => {
  const linked = failures.filter(({ problemId }) => problemId !== undefined)
  expect(linked).toHaveLength(sample.problems.reduce((sum, { failureNos }) => sum + failureNos.length, 0))
  for (const problem of problems) {
    const own = linked.filter(({ problemId }) => problemId === problem.id)
    expect(own.length).toBeGreaterThan(5)
    expect(new Set(own.map(({ bomNodeId }) => bomNodeId))).toEqual(new Set([problem.bomNodeId]))
  }
})

test('a lesson comes from a problem whose failures are all closed', () => {
  expect(knowledgeItems.map(({ problemId }) => problemNo(problemId))).toEqual(['P-DEMO-001', 'P-DEMO-004'])
  for (const { problemId } of knowledgeItems)
    expect(new Set(failures.filter((failure) => failure.problemId === problemId).map(({ state }) => state))).toEqual(
      new Set(['CLOSED']),
    )
})

test('every code of the stories is in its list', () => {
  const book = codeBook([])
  const unknown = (records: readonly object[], fields: Fields): readonly string[] =>
    records.flatMap((record) =>
      Object.entries(record as Readonly<Record<string, unknown>>).flatMap(([name, value]) => {
        const field = fields[name]
        return field?.kind === 'code' &&
          field.list !== undefined &&
          typeof value === 'string' &&
          codeLabel(book, field.list, value, 'zh') === value
          ? [`${name} ${value}`]
          : []
      }),
    )
  expect([
    ...unknown(correctiveActions, correctiveActionFields),
    ...unknown(effectVerifications, effectVerificationFields),
    ...unknown(rootCauseAnalyses, rootCauseAnalysisFields),
  ]).toEqual([])
})
