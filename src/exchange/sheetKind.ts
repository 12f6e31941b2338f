import { foldText } from './cellText'
import type { FieldName, ParsedColumn, SheetKind } from './parsedSheet'

const LEDGER_FIELDS: readonly FieldName[] = ['failureNo', 'occurredAt', 'repairedAt', 'trainNo', 'carNo', 'node', 'serialNo', 'phase', 'symptom', 'impact', 'severity', 'faultLevel', 'measure', 'method', 'cause', 'causeCategory', 'responsible', 'action', 'closed', 'odometerKm', 'result']
const REPORT_TITLE = /故障.{0,6}(?:报告|反馈|记录)[表单]|质量问题.{0,4}报告|(?:failure|fault|incident)report(?:form)?/
const ANALYSIS_TITLE = /故障.{0,8}分析.{0,4}(?:报告|[表单])|原因分析报告|failureanalysisreport/
const ACTION_TITLE = /(?:纠正|预防|整改)(?:和|与|及)?(?:预防)?措施.{0,6}(?:报告|[表单]|通知)|correctiveactionre(?:port|quest)/
const JOURNAL_TITLE = /(?:配件|部件|零部件|备件|换件).{0,4}(?:更换|换件)?.{0,2}(?:记录|台账|登记)|更换(?:记录|台账|登记)|partreplacement|replacement(?:journal|log|record)/

/** A table under more filled rows than this is the parts list inside a form. */
const MOST_TITLE_ROWS = 6

/** What a sheet is, from the fields of its columns and the words above them. */
export function kindOfSheet(title: string, columns: readonly ParsedColumn[], rowsAbove: number): SheetKind {
  const words = foldText(title)
  const form = formKind(words)
  if (form !== null && (rowsAbove >= MOST_TITLE_ROWS || looksLikeForm(columns))) return form
  const fields = new Set(columns.flatMap(({ field, confidence }) => (field !== null && confidence >= 0.45 ? [field] : [])))
  const months = columns.filter(({ reason }) => reason === 'month').length
  const ledgerFields = LEDGER_FIELDS.filter((field) => fields.has(field)).length

  if (months >= 2 && fields.has('trainNo')) return 'mileage-matrix'
  if (fields.has('trainNo') && fields.has('month') && fields.has('odometerKm') && !fields.has('symptom')) return 'mileage-matrix'
  if (isBom(fields, columns)) return 'bom'
  if (ledgerFields >= 4 && fields.has('trainNo') && isReplacementList(fields, words, columns)) return 'part-replacement-journal'
  if (ledgerFields >= 4 && (fields.has('symptom') || fields.has('measure') || fields.has('cause')) && (fields.has('occurredAt') || fields.has('failureNo'))) return 'failure-ledger'
  if (fields.has('trainNo') && (fields.has('cars') || fields.has('inServiceAt')) && !fields.has('symptom')) return 'fleet'
  if (fields.has('trainNo') && fields.has('vehicleType') && !fields.has('occurredAt') && !fields.has('symptom') && (fields.has('operator') || fields.has('depot'))) return 'fleet'
  return form ?? 'other'
}

function formKind(title: string): SheetKind | null {
  if (ACTION_TITLE.test(title)) return 'action-form'
  if (ANALYSIS_TITLE.test(title)) return 'analysis-form'
  return REPORT_TITLE.test(title) ? 'failure-form' : null
}

function isBom(fields: ReadonlySet<FieldName>, columns: readonly ParsedColumn[]): boolean {
  if (!fields.has('node') || fields.has('occurredAt') || fields.has('symptom') || fields.has('trainNo')) return false
  const hasOrder = fields.has('code') || fields.has('level') || columns.some(({ reason }) => reason === 'level')
  return hasOrder && (fields.has('partNo') || fields.has('quantity'))
}

function isReplacementList(fields: ReadonlySet<FieldName>, title: string, columns: readonly ParsedColumn[]): boolean {
  if (!fields.has('removedSerial') || !fields.has('installedSerial') || fields.has('cause') || fields.has('failureNo')) return false
  return JOURNAL_TITLE.test(title) || columns.some(({ header }) => /更换原因|换件原因|reasonfor(?:replacement|removal)/.test(foldText(header)))
}

/** On a form, labels and values alternate in a row, so a “header” has few columns of many. */
const looksLikeForm = (columns: readonly ParsedColumn[]): boolean => columns.filter(({ field }) => field !== null).length <= columns.length / 2
