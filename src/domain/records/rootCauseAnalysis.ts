import { defineRecord, type ListShape } from './defineRecord'
import { choice, choices, code, moment, number, ref, structure, text, type RecordOf, personName } from './field'

/** Why a failure or problem came about. The why-chain is a tree so that a second cause has a place. */
export const rootCauseAnalysisFields = {
  problemId: ref('problems', '问题单', 'Problem'),
  failureId: ref('failures', '故障单', 'Failure'),
  failureNoText: text('故障编号(原文)', 'Failure no. as written'),
  reportNo: text('报告编号', 'Report no.'),
  methods: structure('方法', 'Methods'),
  occurWhy: structure('发生原因链', 'Why it occurred', 'G4'),
  escapeWhy: structure('流出原因链', 'Why it escaped'),
  fishbone: structure('鱼骨图', 'Fishbone'),
  failureMode: code('CL-MODEF', '故障模式', 'Failure mode', 'G4'),
  mechanism: code('CL-MECH', '故障机理', 'Mechanism', 'G4'),
  rootCauseCat: code('CL-CAUSE', '根因类别', 'Root-cause category', 'G4'),
  rootCauseText: text('根因描述', 'Root cause', 'G4'),
  escapePoint: text('流出点', 'Escape point'),
  reproduced: choice(
    choices('yes:已复现:Reproduced', 'no:未复现:Not reproduced', 'notDone:未做:Not attempted'),
    '故障复现',
    'Reproduced',
    'G4',
  ),
  notReproducedWhy: text('未做复现原因', 'Why not attempted'),
  benchFinding: code('CL-BENCH', '检测结论', 'Bench finding', 'G4'),
  labReportNo: text('试验/解剖报告号', 'Lab report no.'),
  confidence: choice(choices('high:高:High', 'medium:中:Medium', 'low:低:Low'), '置信度', 'Confidence', 'G4'),
  author: personName('分析人', 'Author', 'G4'),
  reviewer: personName('审核人', 'Reviewer', 'G4'),
  version: number('版本', 'Version', undefined, 'calculated'),
  cycle: number('归零轮次', 'Cycle', undefined, 'calculated'),
  submittedAt: moment('提交批准时间', 'Submitted for approval at'),
  approvedAt: moment('批准时间', 'Approved at'),
} as const

/** An answer under the one it explains; its evidence and verdict may change, its words make it another one. */
const WHYS: ListShape = { same: ['answer'], below: ['causes', () => WHYS] }

export const rootCauseAnalysisRecord = defineRecord({
  zh: '原因分析',
  en: 'Analyses',
  fields: rootCauseAnalysisFields,
  indexes: ['failureId', 'problemId'],
  owners: ['failureId', 'problemId'],
  positions: ['submittedAt', 'approvedAt', 'cycle'],
  lists: { occurWhy: WHYS, escapeWhy: WHYS, fishbone: { same: ['branch', 'text'] } },
  derived: ['version'],
  touches: 'failure-row',
})

export type RootCauseAnalysis = RecordOf<typeof rootCauseAnalysisFields>
