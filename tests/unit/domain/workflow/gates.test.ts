import { describe, expect, test } from 'vitest'
import type { StoredRecord } from '../../../../src/domain/records/tables'
import type { CaseFile } from '../../../../src/domain/workflow/caseFile'
import { DEFAULT_LIMITS, missingAt, type GateContext } from '../../../../src/domain/workflow/gates'
import { GATES, type Gate } from '../../../../src/domain/workflow/missing'
import { aCaseFile, NOW, stored } from '../../../support/aCaseFile'

const CONTEXT: GateContext = { now: NOW, escalation: {}, limits: DEFAULT_LIMITS }
const asked = (gate: Gate, file: CaseFile, context = CONTEXT): readonly string[] =>
  missingAt(gate, file, context).map(({ table, field, reason }) => `${table}.${field ?? ''} ${reason}`)

test('a case that has everything passes every gate', () => {
  expect(GATES.flatMap((gate) => asked(gate, aCaseFile()))).toEqual([])
})

describe('accepting', () => {
  test('asks for grade, owner, path and the answer of the duplicate check, all at once', () => {
    const file = aCaseFile({ severity: undefined, owner: undefined, path: undefined, duplicateCheck: undefined })
    expect(asked('G2', file)).toEqual([
      'failures.severity missing',
      'failures.duplicateCheck missing',
      'failures.path missing',
      'failures.owner missing',
    ])
  })

  test('a severe failure needs a photo, and a path no lighter than its severity', () => {
    const file = aCaseFile({ severity: '2', path: 'light' })
    expect(asked('G2', file)).toEqual(['failures.path path-too-light', 'attachments. photo-needed'])
    const photo = stored<'attachments'>({ ownerId: file.failure.id, mime: 'image/jpeg' })
    expect(asked('G2', { ...file, failure: { ...file.failure, path: 'standard' }, attachments: [photo] })).toEqual([])
  })

  test('three alike within 90 days need the 8D path', () => {
    expect(
      missingAt('G2', aCaseFile({ path: 'standard' }), { ...CONTEXT, escalation: { alikeIn90Days: 3 } }),
    ).toMatchObject([{ field: 'path', reason: 'path-too-light', detail: '8D' }])
  })
})

describe('finishing the handling', () => {
  const withLine = (line: Partial<StoredRecord<'replacements'>>): CaseFile => {
    const file = aCaseFile()
    return { ...file, replacements: file.replacements.map((known) => ({ ...known, ...line })) }
  }

  test('a part that was changed must say what came off, what went on, where and whither', () => {
    expect(
      asked(
        'G3',
        withLine({ removedSerial: undefined, position: '', removedDisposition: undefined, tagNo: undefined }),
      ),
    ).toEqual([
      'replacements.removedDisposition missing',
      'replacements.tagNo missing',
      'replacements.removedSerial serial-or-reason',
      'replacements.position missing',
    ])
    expect(asked('G3', withLine({ removedSerial: undefined, noSerialReason: '铭牌磨损' }))).toEqual([])
  })

  test('a part that goes to somebody else needs the first step of its way; one that stays does not', () => {
    expect(asked('G3', withLine({ custody: undefined }))).toEqual(['replacements.custody custody-needed'])
    expect(asked('G3', withLine({ custody: undefined, removedDisposition: 'USEASIS' }))).toEqual([])
    expect(asked('G3', withLine({ custody: undefined, removedDisposition: 'SCRAP' }))).toEqual([
      'replacements.custody custody-needed',
    ])
  })

  test('exactly one part is the main failed item', () => {
    expect(asked('G3', withLine({ isMainFault: false }))).toEqual(['replacements.isMainFault main-fault-needed'])
    const file = aCaseFile()
    expect(asked('G3', { ...file, replacements: [...file.replacements, ...withLine({}).replacements] })).toEqual([
      'replacements.isMainFault one-main-fault-only',
    ])
  })

  test('a temporary repair says under which restrictions and when it is looked at again', () => {
    const file = aCaseFile()
    expect(
      asked('G3', { ...file, handlings: file.handlings.map((handling) => ({ ...handling, result: 'TEMP' })) }),
    ).toEqual(['handlings.restrictions restrictions-needed', 'handlings.nextCheckAt check-date-needed'])
  })

  test('nothing done at all is one item, not ten', () => {
    expect(asked('G3', { ...aCaseFile(), handlings: [], replacements: [] })).toEqual(['handlings. handling-needed'])
  })
})

describe('approving the analysis', () => {
  const analysed = (
    analysis: Partial<StoredRecord<'rootCauseAnalyses'>>,
    failure: Partial<StoredRecord<'failures'>> = {},
  ): CaseFile => {
    const file = aCaseFile(failure)
    return { ...file, analyses: file.analyses.map((known) => ({ ...known, ...analysis })) }
  }

  test('nobody approves an analysis of their own', () => {
    expect(asked('G4', analysed({ reviewer: '分析员' }))).toEqual(['rootCauseAnalyses.reviewer reviewer-is-author'])
  })

  test('a cause without evidence is not a cause', () => {
    expect(
      asked('G4', analysed({ occurWhy: [{ answer: '膜片老化', evidence: '', verdict: 'confirmed', causes: [] }] })),
    ).toEqual(['rootCauseAnalyses.occurWhy evidence-needed'])
  })

  test('evidence may stand anywhere in the tree of causes', () => {
    expect(
      asked(
        'G4',
        analysed({
          occurWhy: [{ answer: '漏风', causes: [{ answer: '膜片老化', evidence: '解剖', verdict: 'confirmed' }] }],
        }),
      ),
    ).toEqual([])
  })

  test('only 8D asks why it escaped', () => {
    expect(asked('G4', analysed({ escapeWhy: undefined, escapePoint: undefined }, { path: 'standard' }))).toEqual([])
    expect(asked('G4', analysed({ escapeWhy: undefined, escapePoint: undefined }))).toEqual([
      'rootCauseAnalyses.escapeWhy missing',
      'rootCauseAnalyses.escapePoint missing',
    ])
  })

  test('a bench finding is asked for only when a unit went back', () => {
    const file = analysed({ benchFinding: undefined })
    expect(asked('G4', file)).toEqual(['rootCauseAnalyses.benchFinding missing'])
    expect(asked('G4', { ...file, replacements: [] })).toEqual([])
  })

  test('“pending” is no judgement', () => {
    expect(asked('G4', aCaseFile({ relevance: 'PEND' }))).toEqual(['failures.relevance still-pending'])
  })
})

describe('actions done', () => {
  test('every cause needs a permanent action', () => {
    const file = aCaseFile()
    expect(asked('G5', { ...file, actions: [] })).toEqual(['correctiveActions. permanent-action-needed'])
    const second = stored<'rootCauseAnalyses'>({ rootCauseText: '检验漏检' })
    expect(missingAt('G5', { ...file, analyses: [...file.analyses, second] }, CONTEXT)).toMatchObject([
      { reason: 'cause-without-action', detail: '检验漏检' },
    ])
  })

  test('a retrofit is done when every unit is', () => {
    const file = aCaseFile()
    const retrofit = stored<'correctiveActions'>({
      type: 'RETRO',
      description: '普查',
      owner: '服务',
      dueAt: '2026-03-01',
      doneAt: '2026-03-01',
      evidence: '记录',
      scopeUnits: 24,
      doneUnits: 20,
    })
    expect(missingAt('G5', { ...file, actions: [...file.actions, retrofit] }, CONTEXT)).toMatchObject([
      { field: 'doneUnits', reason: 'retrofit-incomplete', detail: '20 / 24' },
    ])
  })
})

describe('verifying', () => {
  const watched = (verification: Partial<StoredRecord<'effectVerifications'>>): CaseFile => {
    const file = aCaseFile()
    return { ...file, verifications: file.verifications.map((known) => ({ ...known, ...verification })) }
  }

  test('the window must be over, long enough and driven far enough', () => {
    expect(asked('G6', watched({ windowEnd: '2026-07-15' }))).toEqual(['effectVerifications.windowEnd window-not-over'])
    expect(asked('G6', watched({ windowEnd: '2026-03-01' }))).toEqual([
      'effectVerifications.windowEnd window-too-short',
    ])
    expect(asked('G6', watched({ exposureKm: 24 * 29_999 }))).toEqual([
      'effectVerifications.exposureKm exposure-too-small',
    ])
    expect(asked('G6', watched({ exposureKm: 0 }))).toEqual(['effectVerifications.exposureKm exposure-needed'])
  })

  test('whoever owns the action does not verify it', () => {
    expect(asked('G6', watched({ verifier: '设计员' }))).toEqual(['effectVerifications.verifier verifier-is-owner'])
  })
})

test('a reopened failure stands on nothing of its earlier cycle', () => {
  const file = aCaseFile({ cycle: 2 })
  expect([asked('G4', file)[0], asked('G5', file)[0], asked('G6', file)[0]]).toEqual([
    'rootCauseAnalyses. analysis-needed',
    'correctiveActions. permanent-action-needed',
    'effectVerifications. verification-needed',
  ])
})

test('“effective” as closing code needs an effective verification', () => {
  expect(asked('G7', { ...aCaseFile(), verifications: [] })).toEqual(['failures.closeCode wrong-close-code'])
})
