/** A failure that has gone all the way: every gate of the 8D path is satisfied. Tests take away what they are about. */
import type { StoredRecord, TableName } from '../../src/domain/records/tables'
import type { CaseFile } from '../../src/domain/workflow/caseFile'
import { STEPS } from '../../src/domain/workflow/problemSteps'

let made = 0
export const stored = <T extends TableName>(fields: object): StoredRecord<T> =>
  ({ id: `r${(made += 1)}`, versions: '["d",1,1,"test"]', ...fields }) as StoredRecord<T>

export const NOW = '2026-06-30T10:00'

export function aCaseFile(failure: Partial<StoredRecord<'failures'>> = {}): CaseFile {
  const why = [{ answer: '膜片老化', evidence: '解剖报告 12', verdict: 'confirmed', causes: [] }]
  const analysis = stored<'rootCauseAnalyses'>({
    occurWhy: why,
    escapeWhy: why,
    escapePoint: '出厂试验',
    failureMode: 'INL',
    mechanism: '1.1',
    rootCauseCat: 'MFG',
    rootCauseText: '膜片硫化不足',
    reproduced: 'yes',
    benchFinding: 'CONF',
    confidence: 'high',
    author: '分析员',
    reviewer: '审核员',
    approvedAt: '2026-01-20T09:00',
  })
  const action = stored<'correctiveActions'>({
    type: 'PERM',
    description: '换新配方膜片',
    causeId: analysis.id,
    owner: '设计员',
    dueAt: '2026-02-10',
    doneAt: '2026-02-01',
    changeDocNo: 'ECN-7',
    effKind: 'dateFrom',
    effectiveAt: '2026-02-01',
    criteria: '90 天无复发',
    evidence: '试验报告',
  })
  return {
    failure: stored<'failures'>({
      no: 'GZ-1',
      state: 'CLOSE_REVIEW',
      path: '8D',
      occurredAt: '2026-01-05T08:00',
      trainId: 't1',
      bomNodeId: 'n1',
      symptomCode: 'LEAK_INT',
      description: '中继阀排风口持续漏风不止',
      serviceImpact: 'NONE',
      detectionPhase: 'MAIN',
      detectionMethod: 'DRIVER',
      operatingMode: 'SBRK',
      odometerKm: 1_200_000,
      qty: 1,
      dataDownloaded: true,
      reporter: '现场员',
      severity: '3',
      faultLevel: 'B',
      priority: 'P3',
      safetyEvent: false,
      warrantyState: 'IN',
      owner: '可靠性员',
      duplicateCheck: 'none',
      customerNeedsReport: false,
      verified: 'CONF',
      actualNodeId: 'n1',
      relevance: 'REL',
      chargeable: 'OWN',
      responsibleText: '本公司',
      failureClass: ['IND'],
      recurrence: 'no',
      problemId: 'p1',
      closeCode: 'C1',
      costMark: 'none',
      cycle: 1,
      ...failure,
    }),
    handlings: [
      stored<'handlings'>({
        startAt: '2026-01-05T12:00',
        endAt: '2026-01-05T14:00',
        prelimCause: '膜片漏',
        prelimCauseCat: 'MFG',
        method: 'SWAP_NEW',
        measure: '更换中继阀',
        result: 'OK',
        diagH: 1,
        repairH: 1,
        functionTestOk: true,
      }),
    ],
    replacements: [
      stored<'replacements'>({
        removedSerial: 'A1',
        installedSerial: 'B2',
        position: '1车1位',
        reason: 'FAULT',
        odometerKm: 1_200_000,
        removedDisposition: 'REPAIR',
        tagNo: 'T-1',
        isMainFault: true,
        custody: [
          { kind: 'handedOver', at: '2026-01-05T15:00', from: '现场员', to: '车间库房', by: '库管', doc: '', note: '' },
        ],
      }),
    ],
    problem: stored<'problems'>({
      title: '中继阀内漏',
      team: [{ name: '组长', role: 'leader' }],
      isIsNot: [{ is: '漏' }],
      quantified: '3 起 / 90 天',
      similarProducts: ['分配阀'],
      lessonId: 'k1',
      stepSignoffs: STEPS.map((step) => ({ step, by: '组长', at: '2026-02-01', result: 'approved', comment: '' })),
    }),
    analyses: [analysis],
    actions: [action],
    verifications: [
      stored<'effectVerifications'>({
        actionIds: [action.id],
        method: 'FIELD',
        windowStart: '2026-02-01',
        windowEnd: '2026-06-01',
        exposureKm: 4_000_000,
        trains: 24,
        recurrences: [],
        recurrencesReviewed: true,
        result: 'EFF',
        verifier: '验证员',
        decision: 'close',
        evidence: '跟踪表',
      }),
    ],
    attachments: [],
  }
}
