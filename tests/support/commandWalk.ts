/** Every command of the program, ready to be given to a small world in which it succeeds. */
import { localPerson, type Person } from '../../src/domain/person'
import type { StoredRecord } from '../../src/domain/records/tables'
import type { Answers } from '../../src/domain/workflow/decide'
import type { CommandName, PlainCommand } from '../../src/domain/workflow/commands'
import type { Role } from '../../src/domain/workflow/roles'
import type { FailureState, StepCommand, TransitionName } from '../../src/domain/workflow/transitions'
import { clearAlerts, endAlertRule, raiseAlerts, saveAlertRule, seeAlert, takeAlert } from '../../src/store/alerts'
import { addAttachment, removeAttachment } from '../../src/store/attachments'
import { removeBoard, saveBoard } from '../../src/store/boards'
import { decideInBulk } from '../../src/store/bulkDecisions'
import {
  approveAnalysis,
  caseFileOf,
  drawFishbone,
  editProblem,
  linkProblem,
  problemFromFailure,
  saveLoopRecord,
  submitAnalysis,
  takeStep,
  waive,
} from '../../src/store/caseFiles'
import { saveCodeItem, saveSetting } from '../../src/store/codeItems'
import {
  orderCompanyFields,
  resumeCompanyField,
  retireCompanyField,
  saveCompanyField,
} from '../../src/store/companyFields'
import { companyFieldRecords } from '../../src/store/companyFieldRecords'
import { dismissRecurrence } from '../../src/store/recurrenceAfterAction'
import { undo } from '../../src/store/commit'
import { endContractTarget, saveContractTarget } from '../../src/store/contractTargets'
import { addCost, costsOf, reverseCost } from '../../src/store/costs'
import type { FracasDatabase } from '../../src/store/database'
import { assignOwner, deleteFailure, editFailure, fileFailure, saveHandling } from '../../src/store/failures'
import { commitImport, redoImport, undoImport } from '../../src/store/imports'
import { addMaster, deleteMaster, editMaster, endMaster, moveNode } from '../../src/store/masterRecords'
import { mergeCodes } from '../../src/store/mergeCodes'
import { mergeRecords } from '../../src/store/mergeRecords'
import { mergeFailures } from '../../src/store/doubledFailures'
import { mergeCars, mergeSerials } from '../../src/store/respelledRecords'
import { pasteMaster } from '../../src/store/pasteMaster'
import { saveReadings } from '../../src/store/usageReadings'
import { editKnowledge, lessonFromProblem } from '../../src/store/knowledge'
import { assignWords } from '../../src/store/nodes'
import { callMeeting, signMeeting, signStep } from '../../src/store/problemSigns'
import { recordCustody, returnToStock, saveReplacement } from '../../src/store/replacements'
import { deleteTemplate, duplicateTemplate, saveTemplate } from '../../src/store/reportTemplates'
import { fileReport, saveConclusion } from '../../src/store/reports'
import { saveReviewNote } from '../../src/store/reviews'
import { removeView, savedViews, saveView } from '../../src/store/savedViews'
import { settleConflicts, type Settlement } from '../../src/store/conflicts'
import { saveWorkRules } from '../../src/store/workRules'
import { aCaseFile, NOW, stored } from './aCaseFile'
import { aPlan } from './aPlan'
import { chosenOf, elsewhere } from './disagreement'
import { receive } from './receive'
import { sourceOfBytes } from '../../src/exchange/open/byteSource'
import { tellSameNumbersApart } from '../../src/store/sameNumbers'
import { makePackage, takePackageIn } from '../../src/workers/packages'
import { memorySink } from './backups'
import { freshDatabase } from './freshDatabase'

type Failure = Partial<StoredRecord<'failures'>>

export interface Walk {
  /** Fields of the failure `f1` for which the command is open. */
  readonly failure?: Failure
  readonly person: Person
  /** Changes the world before; what it answers is handed to `give`. */
  readonly before?: (db: FracasDatabase, person: Person) => Promise<unknown>
  readonly give: (db: FracasDatabase, person: Person, before: unknown) => Promise<unknown>
}

const as = (role: Role, name = `${role}员`): Person => localPerson(name, role)
const bytes = (text: string): ArrayBuffer => new TextEncoder().encode(text).buffer as ArrayBuffer
const MEETING = { at: '2026-05-08T14:00', members: ['FRB员'], question: '批准关闭', minutes: '', signs: [] }
const TARGET = {
  contractNo: 'HT-1',
  category: 'failure',
  population: 'fleet',
  measure: 'mdbfTrain',
  value: 300_000,
  definition: '合同附件三',
  agreedBy: '吴工',
  agreedOn: '2026-01-01',
} as const
const ALERT_RULE = { name: '三次', what: 'count', windowDays: 30, threshold: 3, weight: 'notice', toRole: 'REL' }
const RAISED = { ruleId: 'own', subject: 'whole:', number: 1, since: '2026-05-01', figures: { count: 3 } }
const REPORT = {
  question: '{"kind":"weekly"}',
  kind: 'weekly',
  title: '周故障简报',
  language: 'zh',
  conclusion: '无',
  figures: [{ name: 'now.failures', of: '', value: 3 }],
  inputsHash: 'ab',
  storedAt: '2026-01-05T08:30+08:00',
  storedBy: 'GM员',
  build: 'test',
} as const
const COST = {
  bucket: 'REPAIR',
  item: 'travel',
  basis: 'actual',
  amountCents: 12_000,
  currency: 'CNY',
  period: '2026-05',
  payer: 'OWN',
  voucher: 'V-1',
} as const

/** The failure `f1` on the 8D path with everything its gates ask for, its problem `p1`, and `f2` beside it. */
export async function aWorld(db: FracasDatabase, failure: Failure = {}): Promise<void> {
  const file = aCaseFile({ id: 'f1', bomNodeId: 'n1', ...failure })
  const hang = <R extends object>(records: readonly R[], prefix: string) =>
    records.map((record, at) => ({ ...record, id: `${prefix}${at + 1}`, failureId: 'f1', problemId: 'p1', cycle: 1 }))
  await db
    .recordsOf('failures')
    .bulkPut([file.failure, stored<'failures'>({ id: 'f2', no: 'GZ-2', state: 'SUBMITTED' })])
  await db.recordsOf('bomNodes').put(stored<'bomNodes'>({ id: 'n1', name: '中继阀' }))
  await db.recordsOf('handlings').bulkPut(hang(file.handlings, 'h') as never)
  await db.recordsOf('replacements').bulkPut(hang(file.replacements, 'r') as never)
  await db.recordsOf('problems').put({ ...file.problem, id: 'p1', lessonId: undefined } as never)
  await db.recordsOf('rootCauseAnalyses').bulkPut(hang(file.analyses, 'a') as never)
  await db
    .recordsOf('correctiveActions')
    .bulkPut(hang(file.actions, 'c').map((action) => ({ ...action, causeId: 'a1' })) as never)
  await db
    .recordsOf('effectVerifications')
    .bulkPut(hang(file.verifications, 'v').map((found) => ({ ...found, actionIds: ['c1'] })) as never)
  await db.recordsOf('problems').update('p1', { noLessonReason: '已有' })
}

const COMPANY_FIELD = {
  table: 'failures',
  key: 'x_wheelDiameter',
  kind: 'number',
  zh: '轮径',
  en: 'Wheel diameter',
  unit: 'mm',
  least: 770,
  most: 860,
} as const

async function twoCompanyFields(db: FracasDatabase, person: Person): Promise<readonly string[]> {
  await saveCompanyField(null, COMPANY_FIELD, person, {}, db)
  await saveCompanyField(
    null,
    { table: 'failures', key: 'x_weather', kind: 'text', zh: '天气', en: 'Weather' },
    person,
    {},
    db,
  )
  return (await companyFieldRecords(db)).map(({ id }) => id)
}

const fileOf = async (db: FracasDatabase) => {
  const file = await caseFileOf('f1', db)
  if (file === null) throw new Error('the world has no failure')
  return file
}

const step = (
  name: TransitionName,
  state: FailureState,
  role: Role,
  answers: Answers = {},
  failure: Failure = {},
): Walk => ({
  failure: { state, ...failure },
  person: as(role),
  give: (db, person) => takeStep('f1', name, person, NOW, answers, db),
})

const STEPS: Readonly<Record<StepCommand, Walk>> = {
  'step-submit': step('submit', 'DRAFT', 'FSE'),
  'step-return': step('return', 'SUBMITTED', 'QAL', { why: '缺车号' }),
  'step-accept': step('accept', 'SUBMITTED', 'QAL'),
  'step-merge': step('merge', 'SUBMITTED', 'QAL', { target: 'f2', why: '同一起' }),
  'step-cancel': step('cancel', 'SUBMITTED', 'SSM', { why: '误报' }),
  'step-finishHandling': step('finishHandling', 'HANDLING', 'SSM'),
  'step-finishLight': step('finishLight', 'HANDLING', 'SSM', {}, { path: 'light' }),
  'step-approveAnalysis': step('approveAnalysis', 'ANALYSIS', 'FRB'),
  'step-closeWithoutAction': step('closeWithoutAction', 'ANALYSIS', 'REL', { closeCode: 'C4', why: '非我方责任' }),
  'step-backToHandling': step('backToHandling', 'ANALYSIS', 'REL', { why: '要再拆检' }),
  'step-finishActions': step('finishActions', 'ACTION', 'QAL'),
  'step-causeDisproved': step('causeDisproved', 'ACTION', 'REL', { why: '复现不了' }),
  'step-effective': step('effective', 'VERIFY', 'QC'),
  'step-notEffective': step('notEffective', 'VERIFY', 'QC', { why: '又漏了' }),
  'step-close': step('close', 'CLOSE_REVIEW', 'FRB'),
  'step-rejectClosing': step('rejectClosing', 'CLOSE_REVIEW', 'FRB', { why: '证据不足' }),
  'step-archive': step('archive', 'CLOSED', 'QAL'),
  'step-reopen': step('reopen', 'CLOSED', 'FRB', { reopenCode: 'R1', why: '复发' }),
  'step-suspend': step('suspend', 'HANDLING', 'SSM', { why: '等件', resumeOn: '2026-08-01' }),
  'step-resume': step('resume', 'HANDLING', 'SSM', {}, { suspendedAt: '2026-05-01T08:00', suspendedWhy: '等件' }),
}

const loop = (
  table: 'rootCauseAnalyses' | 'correctiveActions' | 'effectVerifications',
  id: string | null,
  fields: object,
  role: Role,
): Walk => ({
  person: as(role),
  give: async (db, person) => saveLoopRecord(await fileOf(db), table, id, { ...fields }, person, { why: '更正' }, db),
})

const imported = async (db: FracasDatabase, person: Person) => commitImport(aPlan(2), { person }, db)
const idOf = (made: unknown): string => (made as { readonly id: string } | null)?.id ?? ''
/** An import that brings a stored failure up to date. */
const updating = (db: FracasDatabase, person: Person) =>
  commitImport(
    { ...aPlan(1), updates: [{ table: 'failures', id: 'f2', fields: { description: '新的描述' } }] },
    { person },
    db,
  )

const TRAIN = { trainNo: '2700', vehicleType: 'CRH380A' }
const partUnder = async (db: FracasDatabase, person: Person) =>
  (await addMaster('bomNodes', { name: '膜片', qty: 2, parentId: 'n1' }, localPerson(person.name, 'REL'), db)).id
const trainOnRecord = async (db: FracasDatabase, person: Person) =>
  (await addMaster('trains', TRAIN, localPerson(person.name, 'REL'), db)).id

const PLAIN: Readonly<Record<PlainCommand, Walk>> = {
  'file-failure': {
    person: as('FSE'),
    give: (db, person) => {
      const { id: _id, versions: _versions, no: _no, state: _state, ...report } = aCaseFile().failure
      return fileFailure(report, person, '2026-06-30T10:00+08:00', db)
    },
  },
  'edit-failure': { person: as('SSM'), give: (db, person) => editFailure('f2', { remark: '加一句' }, person, {}, db) },
  'delete-failure': { person: as('QAL'), give: (db, person) => deleteFailure('f2', person, '误报', db) },
  'assign-owner': { person: as('QAL'), give: (db, person) => assignOwner(['f1', 'f2'], '孙工', person, db) },
  'decide-in-bulk': {
    person: as('QAL'),
    give: (db, person) => decideInBulk(['f1', 'f2'], { chargeable: 'EXT' }, person, NOW, '统一判定', db),
  },
  'assign-part': { person: as('SSM'), give: (db, person) => assignWords(['f2'], '继动阀', 'n1', person, db) },
  'add-handling': {
    person: as('FSE'),
    give: (db, person) => saveHandling('f2', null, { measure: '更换' }, person, {}, db),
  },
  'edit-handling': {
    person: as('FSE'),
    give: (db, person) => saveHandling('f1', 'h1', { measure: '修复' }, person, {}, db),
  },
  'add-replacement': {
    person: as('FSE'),
    give: (db, person) =>
      saveReplacement('f2', null, { removedSerial: 'X1', installedSerial: 'Y1' }, person, { confirmed: true }, db),
  },
  'edit-replacement': {
    person: as('FSE'),
    give: (db, person) => saveReplacement('f1', 'r1', { tagNo: 'T-2' }, person, { why: '更正', confirmed: true }, db),
  },
  'return-to-stock': {
    person: as('WHS'),
    give: (db, person) => returnToStock('A1', { at: '2026-06-01' }, person, db),
  },
  'custody-step': {
    person: as('WHS'),
    give: (db, person) =>
      recordCustody(
        'r1',
        { kind: 'sentToRepair', at: '2026-02-01', from: '', to: '返修车间', doc: '', note: '' },
        person,
        db,
      ),
  },
  'add-rootCauseAnalyses': loop('rootCauseAnalyses', null, { rootCauseText: '二次分析' }, 'REL'),
  'edit-rootCauseAnalyses': loop('rootCauseAnalyses', 'a1', { rootCauseText: '改过' }, 'REL'),
  'submit-analysis': {
    person: as('REL', '分析员'),
    before: (db) => db.recordsOf('rootCauseAnalyses').update('a1', { approvedAt: undefined }),
    give: async (db, person) => submitAnalysis('a1', await fileOf(db), person, NOW, db),
  },
  'approve-analysis': {
    person: as('QAL', '审核员'),
    before: (db) => db.recordsOf('rootCauseAnalyses').update('a1', { approvedAt: undefined, submittedAt: NOW }),
    give: (db, person) => approveAnalysis('a1', person, NOW, db),
  },
  'draw-fishbone': {
    person: as('REL'),
    give: (db, person) =>
      drawFishbone('a1', [{ branch: 'machine', cause: '老化', verdict: 'open' } as never], person, db),
  },
  'add-correctiveActions': loop('correctiveActions', null, { description: '换件' }, 'REL'),
  'edit-correctiveActions': loop('correctiveActions', 'c1', { description: '换新件' }, 'REL'),
  'add-effectVerifications': loop('effectVerifications', null, { method: 'FIELD' }, 'QC'),
  'edit-effectVerifications': loop('effectVerifications', 'v1', { evidence: '新跟踪表' }, 'QC'),
  'make-problem': { person: as('REL'), give: (db, person) => problemFromFailure('f2', '漏风', person, db) },
  'link-problem': { person: as('REL'), give: (db, person) => linkProblem('f2', 'p1', person, db) },
  'unlink-problem': { person: as('REL'), give: (db, person) => linkProblem('f1', null, person, db) },
  'edit-problem': { person: as('REL'), give: (db, person) => editProblem('p1', { title: '内漏' }, person, {}, db) },
  'sign-step': {
    person: as('QAL'),
    give: (db, person) => signStep('p1', { step: 'D0', at: NOW, result: 'rejected', comment: '缺照片' }, person, db),
  },
  'call-meeting': { person: as('QAL'), give: (db, person) => callMeeting('p1', MEETING, person, db) },
  'sign-meeting': {
    person: as('FRB'),
    before: (db, person) => callMeeting('p1', MEETING, person, db),
    give: (db, person) => signMeeting('p1', MEETING, { at: NOW, result: 'approved', why: '' }, person, db),
  },
  waive: {
    failure: { state: 'SUBMITTED', severity: '1' },
    person: as('FRB'),
    give: (db, person) =>
      waive(
        'f1',
        { gate: 'G2', table: 'attachments', record: null, field: null, reason: 'photo-needed' },
        person,
        NOW,
        '无法拍照',
        db,
      ),
  },
  'review-note': {
    person: as('QAL'),
    give: (db, person) => saveReviewNote('failures', 'f1', { day: '2026-05-08', text: '下周再议' }, person, db),
  },
  'dismiss-recurrence': {
    failure: { state: 'CLOSED' },
    person: as('QAL'),
    give: (db, person) => dismissRecurrence('f1', ['f2'], '外力', NOW, person, db),
  },
  'make-lesson': {
    person: as('REL'),
    give: (db, person) => lessonFromProblem('p1', person, '2026-06-30', db),
  },
  'edit-lesson': {
    person: as('REL'),
    before: (db, person) => lessonFromProblem('p1', person, '2026-06-30', db),
    give: (db, person, lesson) => editKnowledge(String(lesson), { title: '新题' }, person, {}, db),
  },
  'add-attachment': {
    person: as('FSE'),
    give: (db, person) => addAttachment('f1', { name: 'a.txt', mime: 'text/plain', bytes: bytes('a') }, person, db),
  },
  'remove-attachment': {
    person: as('FSE'),
    before: async (db, person) => {
      const change = await addAttachment('f1', { name: 'a.txt', mime: 'text/plain', bytes: bytes('a') }, person, db)
      return change?.edits[0]?.record
    },
    give: (db, person, id) => removeAttachment(String(id), '拍错了', person, db),
  },
  'add-cost': { person: as('FIN'), give: (db, person) => addCost('f1', COST, person, db) },
  'reverse-cost': {
    person: as('FIN'),
    before: async (db, person) => {
      await addCost('f1', COST, person, db)
      return (await costsOf('f1', db))[0]?.id
    },
    give: (db, person, id) => reverseCost(String(id), person, '记错', db),
  },
  'add-template': {
    person: as('ADM'),
    give: (db, person) =>
      saveTemplate(
        {
          id: 't1',
          name: '报告',
          kind: 'failureReport',
          language: 'zh',
          fileName: 'a.xlsx',
          bytes: bytes('x'),
          binding: {},
        },
        person,
        db,
      ),
  },
  'edit-template': {
    person: as('ADM'),
    before: (db, person) =>
      saveTemplate(
        {
          id: 't1',
          name: '报告',
          kind: 'failureReport',
          language: 'zh',
          fileName: 'a.xlsx',
          bytes: bytes('x'),
          binding: {},
        },
        person,
        db,
      ),
    give: (db, person) =>
      saveTemplate(
        {
          id: 't1',
          name: '新报告',
          kind: 'failureReport',
          language: 'zh',
          fileName: 'a.xlsx',
          bytes: bytes('y'),
          binding: {},
        },
        person,
        db,
      ),
  },
  'delete-template': {
    person: as('ADM'),
    before: async (db, person) => {
      await saveTemplate(
        {
          id: 't1',
          name: '报告',
          kind: 'failureReport',
          language: 'zh',
          fileName: 'a.xlsx',
          bytes: bytes('x'),
          binding: {},
        },
        person,
        db,
      )
      await duplicateTemplate('t1', '报告（副本）', person, db)
    },
    give: (db, person) => deleteTemplate('t1', person, db),
  },
  'save-code': {
    person: as('ADM'),
    give: (db, person) =>
      saveCodeItem({ list: 'CL-SYM', code: 'X1', zh: '新现象', en: 'New', active: true }, person, db),
  },
  'merge-codes': {
    person: as('ADM'),
    give: (db, person) => mergeCodes('CL-SYM', 'LEAK_INT', 'LEAK_EXT', person, '一个意思', db),
  },
  'save-company-field': {
    person: as('ADM'),
    give: (db, person) => saveCompanyField(null, COMPANY_FIELD, person, {}, db),
  },
  'order-company-fields': {
    person: as('ADM'),
    before: twoCompanyFields,
    give: (db, person, ids) => orderCompanyFields([...(ids as readonly string[])].reverse(), person, db),
  },
  'retire-company-field': {
    person: as('ADM'),
    before: twoCompanyFields,
    give: (db, person, ids) => retireCompanyField((ids as readonly string[])[0] ?? '', NOW, person, '不再测量', db),
  },
  'resume-company-field': {
    person: as('ADM'),
    before: async (db, person) => {
      const [id = ''] = await twoCompanyFields(db, person)
      await retireCompanyField(id, NOW, person, '不再测量', db)
      return [id]
    },
    give: (db, person, ids) => resumeCompanyField((ids as readonly string[])[0] ?? '', person, db),
  },
  'add-part': {
    person: as('REL'),
    give: (db, person) => addMaster('bomNodes', { name: '膜片', qty: 2, parentId: 'n1' }, person, db),
  },
  'edit-part': {
    person: as('REL'),
    give: (db, person) => editMaster('bomNodes', 'n1', { qty: 2 }, person, { why: '图纸' }, db),
  },
  'move-part': {
    person: as('REL'),
    before: async (db, person) => {
      await partUnder(db, person)
      return (await addMaster('bomNodes', { name: '风源', qty: 1 }, person, db)).id
    },
    give: (db, person, id) => moveNode('n1', String(id), person, '图纸', db),
  },
  'end-part': {
    person: as('REL'),
    give: (db, person) => endMaster('bomNodes', 'n1', '2026-06-30', person, '换型', db),
  },
  'delete-part': {
    person: as('REL'),
    before: partUnder,
    give: (db, person, id) => deleteMaster('bomNodes', String(id), person, '录错', db),
  },
  'merge-parts': {
    person: as('REL'),
    before: partUnder,
    give: (db, person, id) => mergeRecords('bomNodes', String(id), 'n1', person, '同一件', db),
  },
  'paste-parts': {
    person: as('REL'),
    give: (db, person) =>
      pasteMaster('bomNodes', [{ id: 'n9', isNew: true, fields: { name: '滤芯', qty: 1 } }], person, {}, db),
  },
  'add-fleet': { person: as('SSM'), give: (db, person) => addMaster('trains', TRAIN, person, db) },
  'edit-fleet': {
    person: as('SSM'),
    before: trainOnRecord,
    give: (db, person, id) => editMaster('trains', String(id), { trainNo: '2701' }, person, {}, db),
  },
  'end-fleet': {
    person: as('SSM'),
    before: trainOnRecord,
    give: (db, person, id) => endMaster('trains', String(id), '2026-06-30', person, '报废', db),
  },
  'delete-fleet': {
    person: as('SSM'),
    before: trainOnRecord,
    give: (db, person, id) => deleteMaster('trains', String(id), person, '录错', db),
  },
  'merge-fleet': {
    person: as('REL'),
    before: async (db, person) => [
      await trainOnRecord(db, person),
      (await addMaster('trains', { ...TRAIN, trainNo: '02700' }, person, db)).id,
    ],
    give: (db, person, ids) => {
      const [stays = '', double = ''] = ids as readonly string[]
      return mergeRecords('trains', double, stays, person, '同一列', db)
    },
  },
  'merge-failures': {
    person: as('QAL'),
    give: (db, person) => mergeFailures('f2', 'f1', [], person, NOW, '同一起', db),
  },
  'merge-serials': {
    person: as('REL'),
    before: (db) => editFailure('f2', { reportedSerial: 'SN-123' }, as('SSM'), {}, db),
    give: (db, person) => mergeSerials('SN-123', 'SN 00123', person, '同一件', db),
  },
  'merge-cars': {
    person: as('REL'),
    before: async (db, person) => {
      const id = await trainOnRecord(db, person)
      await editFailure('f2', { trainId: id, carNo: '01' }, as('SSM'), { why: '核对' }, db)
      return id
    },
    give: (db, person, id) => mergeCars(String(id), '01', '1', person, '同一节', db),
  },
  'paste-fleet': {
    person: as('SSM'),
    give: (db, person) => pasteMaster('trains', [{ id: 't9', isNew: true, fields: TRAIN }], person, {}, db),
  },
  'settle-conflict': {
    person: as('SSM'),
    before: async (db) => {
      await editFailure('f2', { remark: '这里写的' }, as('SSM'), {}, db)
      await receive(elsewhere('f2', 'remark', '别处写的'), db)
      return chosenOf('failures', 'f2', 'remark', db)
    },
    give: (db, person, seen) => settleConflicts([{ ...(seen as Settlement), value: '两处都对' }], person, '核对过', db),
  },
  'save-readings': {
    person: as('FSE'),
    before: trainOnRecord,
    give: (db, person, id) =>
      saveReadings([{ trainId: String(id), basis: 'cumulative', at: '2026-05-31', km: 120_000 }], person, {}, db),
  },
  'save-setting': { person: as('ADM'), give: (db, person) => saveSetting('importMappings', {}, person, db) },
  'save-view': { person: as('QAL'), give: (db, person) => saveView('本月未关', '/failures?q=1', person, db) },
  'remove-view': {
    person: as('QAL'),
    before: async (db) => {
      await saveView('本月未关', '/failures?q=1', as('QAL'), db)
      return (await savedViews(db))[0]?.id
    },
    give: (db, person, id) => removeView(String(id), person, db),
  },
  'save-work-rules': {
    person: as('ADM'),
    give: (db, person) =>
      saveWorkRules({ verificationWindow: { windowDays: 60, kmPerTrain: 20_000 } }, person, '合同', db),
  },
  'file-report': { person: as('GM'), give: (db, person) => fileReport(REPORT, person, db) },
  'save-conclusion': {
    person: as('GM'),
    give: (db, person) => saveConclusion({ key: 'k', text: '平稳', savedAt: 1 }, person, db),
  },
  'save-contract-target': {
    person: as('REL'),
    give: (db, person) => saveContractTarget(null, TARGET, person, {}, db),
  },
  'end-contract-target': {
    person: as('REL'),
    before: async (db, person) => (await saveContractTarget(null, TARGET, person, {}, db))?.edits[0]?.record,
    give: (db, person, id) => endContractTarget(String(id), person, '到期', db),
  },
  'save-board': {
    person: as('FSE'),
    give: (db, person) => saveBoard({ id: 'b1', name: '周会', blocks: [] }, person, db),
  },
  'remove-board': {
    person: as('FSE'),
    before: (db, person) => saveBoard({ id: 'b1', name: '周会', blocks: [] }, person, db),
    give: (db, person) => removeBoard('b1', person, db),
  },
  'save-alert-rule': {
    person: as('REL'),
    give: (db, person) => saveAlertRule('own', ALERT_RULE, person, { why: '试用' }, db),
  },
  'end-alert-rule': {
    person: as('REL'),
    before: (db, person) => saveAlertRule('own', ALERT_RULE, person, {}, db),
    give: (db, person) => endAlertRule('own', person, '没有用', db),
  },
  'raise-alerts': { person: as('FSE'), give: (db, person) => raiseAlerts([RAISED], NOW, person, db) },
  'see-alert': { person: as('FSE'), give: (db, person) => seeAlert(RAISED, NOW, person, db) },
  'take-alert': { person: as('REL'), give: (db, person) => takeAlert(RAISED, '2026-07-01', NOW, person, db) },
  'clear-alert': {
    person: as('QAL'),
    give: (db, person) => clearAlerts([RAISED], 'useful', '已开问题单', NOW, person, db),
  },
  import: { person: as('QAL'), give: imported },
  'undo-import': {
    person: as('QAL'),
    before: imported,
    give: (db, person, batch) => undoImport(idOf(batch), person, false, db),
  },
  'redo-import': {
    person: as('QAL'),
    before: async (db, person) => {
      const batch = await imported(db, person)
      await undoImport(batch.id, person, false, db)
      return batch
    },
    give: (db, person, batch) => redoImport(idOf(batch), person, db),
  },
  'import-update': { person: as('QAL'), give: updating },
  'import-update-undone': {
    person: as('QAL'),
    before: updating,
    give: (db, person, batch) => undoImport(idOf(batch), person, false, db),
  },
  'take-in': {
    person: as('FSE'),
    give: async (db, person) => {
      const sink = memorySink()
      const other = freshDatabase()
      await commitImport(aPlan(1), { person: as('QAL') }, other)
      const making = { choice: { kind: 'new' }, about: { kind: 'new', since: null }, person: as('QAL') } as const
      await makePackage(
        sink,
        { ...making, madeAt: '2026-06-30T10:00+08:00', build: 'test', passphrase: '' },
        () => undefined,
        undefined,
        other,
      )
      return takePackageIn(sourceOfBytes(sink.bytes()), person, true, () => undefined, undefined, db)
    },
  },
  'suffix-number': {
    person: as('FSE'),
    before: (db) => db.recordsOf('failures').put(stored<'failures'>({ id: 'f3', no: 'GZ-2', state: 'SUBMITTED' })),
    give: (db, person) => tellSameNumbersApart(new Set(['f3']), person, db),
  },
  'keep-touched': {
    person: as('QAL'),
    before: async (db, person) => {
      const batch = await imported(db, person)
      const [first] = await db
        .recordsOf('failures')
        .filter(({ batchId }) => batchId === batch.id)
        .toArray()
      await editFailure(first?.id ?? '', { remark: '补一句' }, person, { why: '复核' }, db)
      return batch
    },
    give: (db, person, batch) => undoImport(idOf(batch), person, true, db),
  },
  undo: {
    person: as('SSM'),
    before: (db, person) => editFailure('f2', { remark: '加一句' }, person, {}, db),
    give: (db, person, change) => undo(idOf(change), person, '算了', db),
  },
}

export const WALKS: Readonly<Record<CommandName, Walk>> = { ...STEPS, ...PLAIN }
