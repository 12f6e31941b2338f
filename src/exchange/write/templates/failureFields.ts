/** What a template can ask about one failure, with what hangs on it. One table for reports, ledgers and the screen that binds cells. */
import { yesOrNo } from '../../../i18n/inLanguage'
import { isCompanyKey, withoutRetiredMark } from '../../../domain/companyFields'
import { codeLabel, type CodeBook } from '../../../domain/codeBook'
import type { CodeListName } from '../../../domain/codeListName'
import { everyWhy, readWhyTree } from '../../../domain/whyTree'
import type { EffectVerification } from '../../../domain/records/effectVerification'
import type { Field, Fields, Json } from '../../../domain/records/field'
import type { Language } from '../../../i18n/translation'
import type { LedgerRow } from '../../tables/ledgerRow'
import { joined, lastOf } from '../ledgerCells'
import type { TemplateRecord, TemplateValue } from './templateBinding'

/** One failure for a template: the last analysis and action are those that are in force. */
export interface TemplateCase extends LedgerRow {
  readonly verifications: readonly EffectVerification[]
  readonly nodeSpec?: string
  readonly drawingNo?: string
  /** The station that handled it. */
  readonly station?: string
  /** Names of nodes by id, for the parts that were changed. */
  readonly nodeNames: Readonly<Record<string, string>>
}

interface Words {
  readonly book: CodeBook
  readonly language: Language
  /** Fields the company added to failures; none when not given. */
  readonly company?: Fields
}

interface TemplateField {
  readonly id: string
  readonly zh: string
  readonly en: string
  readonly value: (of: TemplateCase, words: Words) => TemplateValue | undefined
}

/** What printed forms call a code, beside its label; the first that a form offers is taken. */
const FORM_WORDS: Readonly<Partial<Record<CodeListName, Readonly<Record<string, readonly string[]>>>>> = {
  'CL-SEV': { 1: ['Ⅰ', 'I', '1'], 2: ['Ⅱ', 'II', '2'], 3: ['Ⅲ', 'III', '3'], 4: ['Ⅳ', 'IV', '4'] },
  'CL-PHASE': {
    MAIN: ['正线', '运行'],
    DEPOT: ['库检'],
    DAILY: ['一级修', '库检'],
    PREDEP: ['出库检查', '库检'],
    TURN: ['折返', '运行'],
    STATIC: ['试验'],
    DYN: ['试验'],
    BENCH: ['试验'],
  },
  'CL-IMPACT': {
    NONE: ['无', '无影响'],
    RESTRICT: ['限速'],
    ISOLATE: ['切除制动'],
    TEMPREPAIR: ['临修'],
    NOTOUT: ['未出库'],
    OFFLINE: ['下线'],
    DETRAIN: ['清客'],
    RESCUE: ['救援'],
    DELAY: ['晚点'],
  },
  'CL-CAUSE': { DES: ['设计'], MFG: ['工艺', '制造'], OPR: ['使用', '操作'], MNT: ['维护', '使用'] },
  'CL-RESULT': { OK: ['恢复使用'], DONE: ['恢复使用'], RESTR: ['限制使用'], TEMP: ['限制使用'] },
  'CL-MODEF': {
    ELU: ['泄漏'],
    INL: ['泄漏'],
    FTF: ['功能失效'],
    FTO: ['功能失效'],
    FTC: ['功能失效'],
    BRD: ['功能失效'],
    DOP: ['性能下降'],
    PDE: ['性能下降'],
    ERO: ['性能下降'],
  },
}
const CLOSED = new Set(['CLOSED', 'ARCHIVED'])

const date = (moment: string | undefined): TemplateValue | undefined =>
  moment === undefined || moment === '' ? undefined : { kind: 'date', moment }

function coded(
  { book, language }: Words,
  list: CodeListName,
  code: string | undefined,
  blank?: string,
): TemplateValue | undefined {
  if (code === undefined || code === '') return undefined
  const text = codeLabel(book, list, code, language)
  return {
    kind: 'choice',
    words: [text, ...(FORM_WORDS[list]?.[code] ?? [])],
    text,
    ...(blank === undefined ? {} : { blank }),
  }
}

const yesNo = (value: boolean | undefined, { language }: Words): TemplateValue | undefined =>
  value === undefined ? undefined : yesOrNo(value, language)
const analysis = (of: TemplateCase) => of.analyses.at(-1)
const action = (of: TemplateCase) => of.actions.at(-1)
const whys = (of: TemplateCase): string =>
  everyWhy(readWhyTree(analysis(of)?.occurWhy as Json | undefined))
    .filter((why) => why.answer !== '' && why.verdict !== 'ruledOut')
    .map(({ answer, evidence }, at) => `${at + 1}. ${answer}${evidence === '' ? '' : `（${evidence}）`}`)
    .join('\n')
const measured = (of: TemplateCase): string =>
  joined(
    of.handlings.map(({ measure }) => measure),
    '\n',
  )
const ACTION_STATES: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = {
  todo: { zh: '未开始', en: 'Not started' },
  doing: { zh: '进行中', en: 'In progress' },
  done: { zh: '已完成', en: 'Done' },
  verified: { zh: '已验证', en: 'Verified' },
  cancelled: { zh: '取消', en: 'Cancelled' },
}

const actionState = (of: TemplateCase, { language }: Words): TemplateValue | undefined => {
  const state = action(of)?.state
  if (state === undefined) return undefined
  const text = ACTION_STATES[state]?.[language] ?? state
  return { kind: 'choice', words: [text], text }
}

/** What people write for closed, being followed and open; the first word where a form offers none of them. */
const CLOSED_WORDS = {
  closed: { zh: ['闭环', '归零', '已闭环'], en: ['Closed', 'Complete', 'Completed'] },
  followed: { zh: ['跟踪中', '未闭环', '未归零'], en: ['Monitoring', 'Open'] },
  open: { zh: ['未闭环', '未归零'], en: ['Open', 'In progress'] },
} as const

const closedState = ({ failure }: TemplateCase, { language }: Words): TemplateValue | undefined => {
  if (failure.state === undefined) return undefined
  const words =
    CLOSED_WORDS[CLOSED.has(failure.state) ? 'closed' : failure.state === 'VERIFY' ? 'followed' : 'open'][language]
  return { kind: 'choice', words, text: words[0] }
}

/** Between the things of a list. */
const listMark = ({ language }: Words): string => (language === 'zh' ? '；' : '; ')
const about = (value: number, { language }: Words): string => `${language === 'zh' ? '约' : 'about'} ${value}`

const field = (id: string, zh: string, en: string, value: TemplateField['value']): TemplateField => ({
  id,
  zh,
  en,
  value,
})

export const FAILURE_FIELDS: readonly TemplateField[] = [
  field('failureNo', '故障编号', 'Failure no.', ({ failure }) => failure.no),
  field('reportingUnit', '填报单位（服务站）', 'Reporting station', ({ station }) => station),
  field('node', '产品/部件名称', 'Part name', ({ failure, names }) => names.nodeName ?? failure.nodeText),
  field('nodeSpec', '产品型号', 'Type of part', ({ nodeSpec }) => nodeSpec),
  field(
    'partNo',
    '图号/物料号',
    'Part or drawing no.',
    ({ failure, names, drawingNo }) => drawingNo ?? names.partNo ?? failure.partNoText,
  ),
  field('serialNo', '出厂编号', 'Serial no.', ({ failure }) => failure.actualSerial ?? failure.reportedSerial),
  field('batchNo', '生产批次', 'Batch', ({ failure }) => failure.reportedBatch),
  field('mfgDate', '出厂日期', 'Manufactured', ({ failure }) => date(failure.unitMadeAt)),
  field('operator', '用户单位', 'Operator', ({ names }) => names.operator),
  field('depot', '段/车辆段', 'Depot', ({ names }) => names.depot),
  field('line', '线路', 'Line', ({ names }) => names.line),
  field('place', '使用地点（线路、段）', 'Place (line, depot)', ({ names }) => joined([names.line, names.depot], ' ')),
  field('vehicleType', '车型', 'Vehicle type', ({ names }) => names.vehicleType),
  field('trainNo', '列车号', 'Train', ({ failure, names }) => names.trainNo ?? failure.trainText),
  field('train', '车型车号', 'Vehicle type and train', ({ failure, names }) =>
    joined([names.vehicleType, names.trainNo ?? failure.trainText], ' '),
  ),
  field('carNo', '车厢号', 'Car', ({ failure }) => failure.carNo),
  field('position', '安装位置', 'Position', ({ failure }) => failure.positionPath),
  field('system', '系统', 'System', ({ failure, names }) => names.system ?? failure.systemText),
  field('installedAt', '装车日期', 'Installed on', ({ failure }) => date(failure.unitInstalledAt)),
  field('odometerKm', '走行公里（km）', 'Odometer (km)', ({ failure }, words) =>
    failure.odometerKm === undefined
      ? undefined
      : failure.odometerEstimated === true
        ? about(failure.odometerKm, words)
        : failure.odometerKm,
  ),
  field('odometer10k', '走行公里（万km）', 'Odometer (10,000 km)', ({ failure }, words) =>
    failure.odometerKm === undefined
      ? undefined
      : failure.odometerEstimated === true
        ? about(failure.odometerKm / 10_000, words)
        : failure.odometerKm / 10_000,
  ),
  field(
    'occurredAt',
    '故障发生时间',
    'Occurred at',
    ({ failure }) => date(failure.occurredAt) ?? failure.occurredAtText,
  ),
  field('phase', '发现时机', 'Detection phase', ({ failure }, words) =>
    coded(words, 'CL-PHASE', failure.detectionPhase),
  ),
  field('severity', '故障等级（严重度）', 'Severity', ({ failure }, words) => coded(words, 'CL-SEV', failure.severity)),
  field('faultLevel', '故障等级（A–D）', 'Fault level (A–D)', ({ failure }, words) =>
    coded(words, 'CL-LEVEL', failure.faultLevel),
  ),
  field('impact', '运营影响', 'Service impact', ({ failure }, words) =>
    coded(
      words,
      'CL-IMPACT',
      failure.serviceImpact,
      failure.delayMin === undefined ? undefined : String(failure.delayMin),
    ),
  ),
  field('delayMin', '晚点（分钟）', 'Delay (min)', ({ failure }) => failure.delayMin),
  field('onMainLine', '是否正线', 'On main line', ({ failure }, words) => yesNo(failure.onMainLine, words)),
  field('failureClass', '故障性质', 'Failure class', ({ failure }, { book, language }) =>
    failure.failureClass
      ?.map((code) => codeLabel(book, 'CL-CLASS', code, language))
      .join(language === 'zh' ? '、' : ', '),
  ),
  field('faultCode', '故障代码', 'Fault code', ({ failure }) => failure.faultCode),
  field('symptomCode', '故障现象代码', 'Symptom', ({ failure }, words) => coded(words, 'CL-SYM', failure.symptomCode)),
  field('detectionMethod', '发现方式', 'Detection method', ({ failure }, words) =>
    coded(words, 'CL-DETECT', failure.detectionMethod),
  ),
  field('operatingMode', '发生工况', 'Operating mode', ({ failure }, words) =>
    coded(words, 'CL-MODE', failure.operatingMode),
  ),
  field('dataDownloaded', '数据已下载', 'Data downloaded', ({ failure }, words) =>
    yesNo(failure.dataDownloaded, words),
  ),
  field('noDataReason', '无数据原因', 'Reason for no data', ({ failure }) => failure.noDataReason),
  field('noReadingReason', '无里程原因', 'Reason for no odometer reading', ({ failure }) => failure.noReadingReason),
  field('symptom', '故障现象描述', 'Description', ({ failure }) => failure.description),
  field('prelimCause', '初步原因分析', 'Preliminary cause', ({ handlings }) =>
    joined(
      handlings.map(({ prelimCause }) => prelimCause),
      '\n',
    ),
  ),
  field('measure', '处理措施', 'Measure taken', measured),
  field('method', '处理方式', 'Handling method', ({ handlings }, words) =>
    coded(words, 'CL-HANDLE', lastOf(handlings.map(({ method }) => method))),
  ),
  field('result', '处置结果', 'Result of handling', ({ handlings }, words) =>
    coded(words, 'CL-RESULT', lastOf(handlings.map(({ result }) => result))),
  ),
  field('removedSerial', '换下件号', 'Removed serial', ({ replacements }) =>
    joined(
      replacements.map(({ removedSerial }) => removedSerial),
      '、',
    ),
  ),
  field('installedSerial', '换上件号', 'Installed serial', ({ replacements }) =>
    joined(
      replacements.map(({ installedSerial }) => installedSerial),
      '、',
    ),
  ),
  field('isRepaired', '是否返修', 'Sent to repair', ({ replacements }, words) => {
    const decided = replacements
      .map(({ removedDisposition }) => removedDisposition)
      .filter((code) => code !== undefined && code !== '' && code !== 'AWAIT')
    return decided.length === 0 ? undefined : yesNo(decided.includes('REPAIR'), words)
  }),
  field('handler', '处理人/日期', 'Handled by, when', ({ handlings }) =>
    joined(
      [lastOf(handlings.map(({ handler }) => handler)), lastOf(handlings.map(({ endAt }) => endAt))?.slice(0, 10)],
      ' ',
    ),
  ),
  field('responsible', '责任单位', 'Responsible party', ({ failure }) => failure.responsibleText),
  field('isFirst', '是否首次发生', 'First occurrence', ({ failure }, words) =>
    failure.recurrence === undefined ? undefined : yesNo(failure.recurrence === 'no', words),
  ),
  field('reporter', '填报人', 'Reporter', ({ failure }) => failure.reporter),
  field('reportedAt', '填报日期', 'Reported on', ({ failure }) => date(failure.reportedAt?.slice(0, 10))),
  field('reportedTime', '填报时间', 'Reported at', ({ failure }) => date(failure.reportedAt)),
  field('remark', '备注', 'Remark', ({ failure }) => failure.remark),
  field('closedState', '闭环状态', 'Closed or open', closedState),
  field('analysisNo', '分析报告编号', 'Analysis report no.', (of) => analysis(of)?.reportNo),
  field('verified', '故障核实情况', 'Verification of the failure', ({ failure, ...rest }, words) => {
    const bench = analysis({ failure, ...rest })?.benchFinding
    return joined(
      [
        failure.verified === undefined
          ? undefined
          : codeLabel(words.book, 'CL-VERIF', failure.verified, words.language),
        bench === undefined ? undefined : codeLabel(words.book, 'CL-BENCH', bench, words.language),
      ],
      listMark(words),
    )
  }),
  field('analysisProcess', '分析过程（原因链）', 'Analysis (chain of causes)', whys),
  field('failureMode', '故障模式', 'Failure mode', (of, words) => coded(words, 'CL-MODEF', analysis(of)?.failureMode)),
  field('mechanism', '故障机理', 'Mechanism', (of, words) => coded(words, 'CL-MECH', analysis(of)?.mechanism)),
  field('causeCategory', '原因类别', 'Cause category', (of, words) =>
    coded(words, 'CL-CAUSE', analysis(of)?.rootCauseCat),
  ),
  field('cause', '原因/结论', 'Root cause', (of) => analysis(of)?.rootCauseText),
  field('analyst', '分析人', 'Analyst', (of) => analysis(of)?.author),
  field('analysisReviewer', '分析审核人', 'Analysis reviewed by', (of) => analysis(of)?.reviewer),
  field('analysisApprovedAt', '分析批准日期', 'Analysis approved on', (of) =>
    date(analysis(of)?.approvedAt?.slice(0, 10)),
  ),
  field('actionNo', '措施编号', 'Action no.', (of) => action(of)?.reportNo),
  field('action', '纠正措施', 'Corrective action', ({ actions }) =>
    actions
      .map(({ description }, at) => (actions.length === 1 ? description : `${at + 1}. ${description ?? ''}`))
      .join('\n'),
  ),
  field('actionOwner', '措施责任人', 'Action owner', (of) => action(of)?.owner),
  field('actionDueAt', '计划完成', 'Action due', (of) => date(action(of)?.dueAt)),
  field('actionDoneAt', '实际完成', 'Action done', (of) => date(action(of)?.doneAt)),
  field('actionScope', '生效范围', 'Effective for', (of) =>
    joined([action(of)?.effValue, action(of)?.effectiveAt], ' '),
  ),
  field('actionProgress', '实施情况', 'Progress of the action', (of, words) => {
    const last = action(of)
    if (last === undefined) return undefined
    const zh = words.language === 'zh'
    return joined(
      [
        last.changeDocNo === undefined ? undefined : `${zh ? '变更单' : 'Change'} ${last.changeDocNo}`,
        last.scopeUnits === undefined
          ? undefined
          : `${zh ? '已改' : 'retrofitted'} ${last.doneUnits ?? 0} / ${last.scopeUnits}`,
        last.evidence,
      ],
      listMark(words),
    )
  }),
  field('actionState', '措施状态', 'State of the action', actionState),
  field('verificationMethod', '验证方式', 'Verification method', ({ verifications }, words) =>
    coded(words, 'CL-VERM', verifications.at(-1)?.method),
  ),
  field('verificationResult', '验证结果', 'Verification result', ({ verifications }, words) =>
    coded(words, 'CL-VERR', verifications.at(-1)?.result),
  ),
]

export const REPLACEMENT_FIELDS: readonly { readonly id: string; readonly zh: string; readonly en: string }[] = [
  { id: 'lineNumber', zh: '序号', en: 'Line number' },
  { id: 'partName', zh: '名称', en: 'Part' },
  { id: 'partNo', zh: '图号', en: 'Part no.' },
  { id: 'removedSerial', zh: '换下件编号', en: 'Removed serial' },
  { id: 'installedSerial', zh: '换上件编号', en: 'Installed serial' },
  { id: 'quantity', zh: '数量', en: 'Quantity' },
  { id: 'disposition', zh: '换下件去向', en: 'Disposition' },
  { id: 'remark', zh: '备注', en: 'Remark' },
]

export const failureRecord = (of: TemplateCase, words: Words): TemplateRecord =>
  Object.fromEntries(
    [...FAILURE_FIELDS, ...companyTemplateFields(words.company ?? {})].map(({ id, value }) => [id, value(of, words)]),
  )

/** The fields the company added to failures, each under its key. */
export const companyTemplateFields = (company: Fields): readonly TemplateField[] =>
  Object.entries(company).flatMap(([key, field]) =>
    isCompanyKey(key)
      ? [
          {
            id: key,
            zh: field.zh,
            en: field.en,
            value: ({ failure }, words) => companyValue(field, failure[key], words),
          },
        ]
      : [],
  )

function companyValue(field: Field, value: unknown, words: Words): TemplateValue | undefined {
  if (value === undefined || value === null || value === '') return undefined
  switch (field.kind) {
    case 'number':
      return typeof value === 'number' ? value : String(value)
    case 'yesNo':
      return typeof value === 'boolean' ? yesNo(value, words) : String(value)
    case 'date':
      return date(String(value))
    case 'choice': {
      const choice = field.choices?.find((known) => known.value === value)
      const text = withoutRetiredMark(choice?.[words.language] ?? String(value))
      return { kind: 'choice', words: [text], text }
    }
    default:
      return String(value)
  }
}

export const replacementRecords = (
  { replacements, nodeNames }: TemplateCase,
  { book, language }: Words,
): readonly TemplateRecord[] =>
  replacements.map((part) => ({
    partName: nodeNames[part.bomNodeId ?? ''] ?? part.partText,
    partNo: part.partNoText ?? part.removedPartNo,
    removedSerial: part.removedSerial,
    installedSerial: part.installedSerial,
    quantity: part.qty,
    disposition:
      part.removedDisposition === undefined ? undefined : codeLabel(book, 'CL-DISP', part.removedDisposition, language),
    remark: part.remark ?? part.reasonText,
  }))
