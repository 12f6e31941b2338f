/** The columns of the ledger that customers know, from their own sheet. */
import { precisionOf, isMoment } from '../../domain/moment'
import { formatMoment } from '../../i18n/format'
import {
  coded,
  date,
  exactText,
  joined,
  KM_PER_TEN_THOUSAND,
  labelOf,
  lastOf,
  number,
  plainText,
  readsAs,
  yesNo,
} from './ledgerCells'
import type { LedgerRow } from '../tables/ledgerRow'
import type { Cell } from './ooxml/workbook'
import { cellTextOf } from './ooxml/xmlText'
import { isDitto } from '../tables/recordReader'
import { repairedAt, type LedgerColumn, type LedgerContext } from './ledgerColumn'

const SEVERITY: Readonly<Record<string, string>> = { 1: 'Ⅰ', 2: 'Ⅱ', 3: 'Ⅲ', 4: 'Ⅳ' }
const CLOSED_WORDS = {
  zh: { CLOSED: '闭环', VERIFY: '验证中', OPEN: '未闭环' },
  en: { CLOSED: 'Closed', VERIFY: 'Verifying', OPEN: 'Open' },
} as const
const CLOSED_AS: Readonly<Record<string, 'CLOSED' | 'VERIFY' | null>> = {
  CLOSED: 'CLOSED',
  ARCHIVED: 'CLOSED',
  VERIFY: 'VERIFY',
  CLOSE_REVIEW: 'VERIFY',
  CANCELLED: null,
  MERGED: null,
}

/** The date as written, where it could not be read better than to the year; else the date. */
function occurredAt({ failure }: LedgerRow): Cell | undefined {
  const { occurredAt: moment = '', occurredAtText } = failure
  const isCoarse = moment === '' || (isMoment(moment) && precisionOf(moment) === 'year')
  return isCoarse && occurredAtText !== undefined && occurredAtText !== ''
    ? plainText(occurredAtText, 'text')
    : date('occurredAt', moment)
}

/** A train nobody could read stays unread: a mark for “as above” must not take the train of the row before. */
function trainNo({ failure, names }: LedgerRow, { ambiguousTrains }: LedgerContext): Cell | undefined {
  const known = names.trainNo ?? ''
  if (known === '')
    return plainText(isDitto(failure.trainText ?? '') ? `${failure.trainText} ?` : failure.trainText, 'identifier')
  return ambiguousTrains.has(known)
    ? { value: known, style: 'literal' }
    : exactText('trainNo', known, 'identifier', names.vehicleType ?? '')
}

function odometer(
  { failure: { odometerKm: km, odometerEstimated } }: LedgerRow,
  { language }: LedgerContext,
): Cell | undefined {
  if (km === undefined) return undefined
  if (language === 'zh')
    return {
      value: Math.round(km) / KM_PER_TEN_THOUSAND,
      style: odometerEstimated === true ? 'tenThousandKmEstimated' : 'tenThousandKm',
    }
  return { value: Math.round(km), style: odometerEstimated === true ? 'kmEstimated' : 'count' }
}

/** `何工/2016-03-06`; a name the reader would not get back whole stands alone, the date has its own column. */
function handlerAndDate(row: LedgerRow): Cell | undefined {
  const name = joined(
    row.handlings.map(({ handler }) => handler),
    '、',
  )
  const day = formatMoment(repairedAt(row) ?? '')
  if (name === '') return readsAs('handler', day, undefined) ? plainText(day, 'text') : undefined
  const both = `${cellTextOf(name)}/${day}`
  return day !== '' && readsAs('handler', both, cellTextOf(name))
    ? { value: both, style: 'text' }
    : exactText('handler', name, 'text')
}

const causes = ({
  analyses,
  handlings,
}: LedgerRow): { readonly text: string; readonly category: readonly (string | undefined)[] } =>
  analyses.length > 0
    ? {
        text: joined(
          analyses.map(({ rootCauseText }) => rootCauseText),
          '\n',
        ),
        category: analyses.map(({ rootCauseCat }) => rootCauseCat),
      }
    : {
        text: joined(
          handlings.map(({ prelimCause }) => prelimCause),
          '\n',
        ),
        category: handlings.map(({ prelimCauseCat }) => prelimCauseCat),
      }

function closed({ failure: { state } }: LedgerRow, { language }: LedgerContext): Cell | undefined {
  if (state === undefined) return undefined
  const as = CLOSED_AS[state]
  return as === null ? undefined : { value: CLOSED_WORDS[language][as ?? 'OPEN'], style: 'centered' }
}

/** The 36 columns of the sheet, in their order. */
export const CUSTOMER_COLUMNS: readonly LedgerColumn[] = [
  { zh: '序号', en: 'No.', width: 6, cell: (_, { index }) => ({ value: index, style: 'number' }) },
  {
    zh: '故障编号',
    en: 'Failure no',
    field: 'failureNo',
    width: 15,
    cell: ({ failure }) => exactText('failureNo', failure.no, 'identifier'),
  },
  {
    zh: '配属局/用户',
    en: 'Operator',
    group: 'vehicle',
    field: 'operator',
    width: 11,
    cell: ({ names }) => exactText('operator', names.operator, 'text'),
  },
  {
    zh: '段/车辆段',
    en: 'Depot',
    group: 'vehicle',
    field: 'depot',
    width: 14,
    cell: ({ names }) => exactText('depot', names.depot, 'text'),
  },
  {
    zh: '线路',
    en: 'Line',
    group: 'vehicle',
    field: 'line',
    width: 11,
    cell: ({ names }) => exactText('line', names.line, 'text'),
  },
  {
    zh: '车型',
    en: 'Vehicle type',
    group: 'vehicle',
    field: 'vehicleType',
    width: 11,
    cell: ({ names }) => exactText('vehicleType', names.vehicleType, 'text'),
  },
  { zh: '列车号', en: 'Train no', group: 'vehicle', field: 'trainNo', width: 10, cell: trainNo },
  {
    zh: '车厢号',
    en: 'Car no',
    group: 'vehicle',
    field: 'carNo',
    width: 8,
    cell: ({ failure }) => exactText('carNo', failure.carNo, 'identifier'),
  },
  { zh: '走行公里(万km)', en: 'Odometer (km)', group: 'vehicle', field: 'odometerKm', width: 12, cell: odometer },
  {
    zh: '系统',
    en: 'System',
    group: 'product',
    field: 'system',
    width: 14,
    cell: ({ failure, names }) => exactText('system', failure.systemText ?? names.system, 'text'),
  },
  {
    zh: '部件名称',
    en: 'Component',
    group: 'product',
    field: 'node',
    width: 17,
    cell: ({ failure, names }) => exactText('node', failure.nodeText ?? names.nodeName, 'text'),
  },
  // The part number of the tree stands here only where nobody wrote words or a number of their own.
  {
    zh: '图号/型号',
    en: 'Part no',
    group: 'product',
    field: 'partNo',
    width: 12,
    cell: ({ failure, names }) =>
      exactText(
        'partNo',
        failure.partNoText ?? (failure.nodeText === undefined ? names.partNo : undefined),
        'identifier',
      ),
  },
  {
    zh: '出厂编号',
    en: 'Serial no',
    group: 'product',
    field: 'serialNo',
    width: 17,
    cell: ({ failure }) => exactText('serialNo', failure.reportedSerial, 'identifier'),
  },
  {
    zh: '出厂日期',
    en: 'Manufacture date',
    group: 'product',
    field: 'mfgDate',
    width: 12,
    cell: ({ failure }) => date('mfgDate', failure.unitMadeAt),
  },
  {
    zh: '装车日期',
    en: 'Installation date',
    group: 'product',
    field: 'installedAt',
    width: 12,
    cell: ({ failure }) => date('installedAt', failure.unitInstalledAt),
  },
  { zh: '发生日期', en: 'Occurrence date', group: 'failure', field: 'occurredAt', width: 16, cell: occurredAt },
  {
    zh: '发现时机',
    en: 'Detection phase',
    group: 'failure',
    field: 'phase',
    width: 17,
    cell: ({ failure }, context) => coded('phase', 'CL-PHASE', [failure.detectionPhase], context),
  },
  {
    zh: '故障现象',
    en: 'Failure description',
    group: 'failure',
    field: 'symptom',
    width: 32,
    cell: ({ failure }) => exactText('symptom', failure.description, 'wrapped'),
  },
  {
    zh: '故障代码',
    en: 'Fault code',
    group: 'failure',
    field: 'faultCode',
    width: 10,
    cell: ({ failure }) => exactText('faultCode', failure.faultCode, 'identifier'),
  },
  {
    zh: '运营影响',
    en: 'Service impact',
    group: 'failure',
    field: 'impact',
    width: 16,
    cell: ({ failure }, context) => coded('impact', 'CL-IMPACT', [failure.serviceImpact], context),
  },
  {
    zh: '晚点(min)',
    en: 'Delay (min)',
    group: 'failure',
    field: 'delayMin',
    width: 8,
    cell: ({ failure }) => number(failure.delayMin, 'number'),
  },
  {
    zh: '故障等级',
    en: 'Severity',
    group: 'failure',
    field: 'severity',
    width: 8,
    cell: ({ failure }) =>
      failure.severity === undefined
        ? undefined
        : (plainText(SEVERITY[failure.severity], 'centered') ?? exactText('severity', failure.severity, 'centered')),
  },
  {
    zh: '故障性质',
    en: 'Failure type',
    group: 'failure',
    width: 10,
    cell: ({ failure }, context) =>
      plainText((failure.failureClass ?? []).map((code) => labelOf(context, 'CL-CLASS', code)).join('、'), 'text'),
  },
  {
    zh: '是否正线',
    en: 'On main line',
    group: 'failure',
    field: 'onMainLine',
    width: 8,
    cell: ({ failure }, context) => yesNo(failure.onMainLine, context),
  },
  {
    zh: '处理措施',
    en: 'Action taken',
    group: 'handling',
    field: 'measure',
    width: 28,
    cell: ({ handlings }) =>
      exactText(
        'measure',
        joined(
          handlings.map(({ measure }) => measure),
          '\n',
        ),
        'wrapped',
      ),
  },
  {
    zh: '处理方式',
    en: 'Repair method',
    group: 'handling',
    field: 'method',
    width: 16,
    cell: ({ handlings }, context) =>
      coded(
        'method',
        'CL-HANDLE',
        handlings.map(({ method }) => method),
        context,
      ),
  },
  {
    zh: '换下件号',
    en: 'Removed serial no',
    group: 'handling',
    field: 'removedSerial',
    width: 17,
    cell: ({ replacements }) =>
      exactText(
        'removedSerial',
        joined(
          replacements.map(({ removedSerial }) => removedSerial),
          '、',
        ),
        'identifier',
      ),
  },
  {
    zh: '换上件号',
    en: 'Installed serial no',
    group: 'handling',
    field: 'installedSerial',
    width: 17,
    cell: ({ replacements }) =>
      exactText(
        'installedSerial',
        joined(
          replacements.map(({ installedSerial }) => installedSerial),
          '、',
        ),
        'identifier',
      ),
  },
  { zh: '处理人/日期', en: 'Handled by/date', group: 'handling', field: 'handler', width: 18, cell: handlerAndDate },
  {
    zh: '原因分析',
    en: 'Root cause',
    group: 'analysis',
    field: 'cause',
    width: 28,
    cell: (row) => exactText('cause', causes(row).text, 'wrapped'),
  },
  {
    zh: '原因类别',
    en: 'Cause category',
    group: 'analysis',
    field: 'causeCategory',
    width: 15,
    cell: (row, context) => coded('causeCategory', 'CL-CAUSE', causes(row).category, context),
  },
  {
    zh: '责任单位',
    en: 'Responsible party',
    group: 'analysis',
    field: 'responsible',
    width: 14,
    cell: ({ failure, actions }) =>
      exactText('responsible', failure.responsibleText ?? lastOf(actions.map(({ department }) => department)), 'text'),
  },
  {
    zh: '纠正措施',
    en: 'Corrective action',
    group: 'analysis',
    field: 'action',
    width: 28,
    cell: ({ actions }) =>
      exactText(
        'action',
        joined(
          actions.map(({ description }) => description),
          '\n',
        ),
        'wrapped',
      ),
  },
  {
    zh: '完成日期',
    en: 'Completion date',
    group: 'analysis',
    field: 'actionDoneAt',
    width: 12,
    cell: ({ failure, actions }) =>
      date('actionDoneAt', lastOf(actions.map(({ doneAt }) => doneAt)) ?? failure.closedAt),
  },
  { zh: '闭环状态', en: 'Closure status', group: 'analysis', field: 'closed', width: 10, cell: closed },
  {
    zh: '备注',
    en: 'Remark',
    group: 'analysis',
    field: 'remark',
    width: 20,
    cell: ({ failure }) => exactText('remark', failure.remark, 'wrapped'),
  },
]
