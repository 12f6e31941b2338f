import { plainText } from '../../domain/plainText'
import { monthInTitle } from './monthHeader'
import type { FieldName } from '../cells/importFields'
import type { ParsedColumn, SheetKind } from './parsedSheet'
import { saysNothing } from '../cells/cellText'
import { anyOf } from '../cells/joinedPatterns'
import { readOdometer } from '../cells/readOdometer'

const LEDGER_FIELDS: readonly FieldName[] = [
  'failureNo',
  'occurredAt',
  'repairedAt',
  'trainNo',
  'carNo',
  'node',
  'serialNo',
  'phase',
  'symptom',
  'impact',
  'severity',
  'faultLevel',
  'measure',
  'method',
  'cause',
  'causeCategory',
  'responsible',
  'action',
  'closed',
  'odometerKm',
  'result',
]
/** What a list of replacements has no room for. */
const JUDGEMENTS: readonly FieldName[] = [
  'cause',
  'causeCategory',
  'severity',
  'faultLevel',
  'impact',
  'closed',
  'action',
  'phase',
]
const JOURNAL_TITLE = anyOf(
  /(?:配件|部件|零部件|零配件|备件|备品|换件|件).{0,4}(?:更换|换件|领用|换装|互换|拆装)?.{0,2}(?:记录|台账|登记|履历|明细|清单|日志)/,
  /(?:更换|拆装)(?:记录|台账|登记|履历|明细|统计|清单|日志|情况|表)/,
  /换件(?:记录|台账|登记|统计|表)/,
  /(?:part|component)s?(?:replacement|change|exchange)/,
  /replacement(?:journal|log|record|list|history)/,
  /change(?:out|journal|log|record)/,
)

const STRUCTURE_TITLE = /bom|结构|物料清单|组成明细|构成|明细表|breakdown|billofmaterials?|producttree/
const MILEAGE_TITLE = /里程|走行|公里|mileage|odometer|kilomet|distance/

/**
 * What a table is, from the fields of its columns and the words above them.
 * @param isIndented the names of parts stand further in, the deeper the part
 */
export function kindOfSheet(title: string, columns: readonly ParsedColumn[], isIndented: boolean): SheetKind {
  const fields = new Set(
    columns.flatMap(({ field, confidence }) => (field !== null && confidence >= 0.45 ? [field] : [])),
  )
  const months = holdsDistances(title, columns) ? columns.filter(({ reason }) => reason === 'month').length : 0
  const ledgerFields = LEDGER_FIELDS.filter((field) => fields.has(field)).length

  if (
    fields.has('trainNo') &&
    (months >= 2 || (months === 1 && ledgerFields <= 1 && MILEAGE_TITLE.test(plainText(title))))
  )
    return 'mileage-matrix'
  if (fields.has('trainNo') && fields.has('month') && fields.has('odometerKm') && !fields.has('symptom'))
    return 'mileage-matrix'
  if (isMonthSheet(fields, title, ledgerFields)) return 'mileage-matrix'
  if (isBom(fields, columns, plainText(title), isIndented)) return 'bom'
  if (fields.has('trainNo') && isReplacementList(fields, plainText(title), columns)) return 'part-replacement-journal'
  if (isLedger(fields, columns)) return 'failure-ledger'
  if (fields.has('trainNo') && (fields.has('cars') || fields.has('inServiceAt')) && !fields.has('symptom'))
    return 'fleet'
  if (
    fields.has('trainNo') &&
    fields.has('vehicleType') &&
    !fields.has('occurredAt') &&
    !fields.has('symptom') &&
    (fields.has('operator') || fields.has('depot'))
  )
    return 'fleet'
  return 'other'
}

/** What a list of failures may tell besides. */
const TOLD_BESIDES: readonly FieldName[] = ['reportedAt', 'actionDoneAt', 'removedSerial', 'installedSerial', 'handler']
const FEWEST_LEDGER_FIELDS = 4

const tellsFailures = (fields: ReadonlySet<FieldName>): boolean =>
  [...LEDGER_FIELDS, ...TOLD_BESIDES].filter((field) => fields.has(field)).length >= FEWEST_LEDGER_FIELDS &&
  (['symptom', 'measure', 'cause', 'faultCode', 'symptomCode'] as const).some((field) => fields.has(field)) &&
  (fields.has('occurredAt') || fields.has('failureNo'))

/** Where only content says it, days beside reports are failures of a train, of a number, or of parts said to have failed. */
function isLedger(fields: ReadonlySet<FieldName>, columns: readonly ParsedColumn[]): boolean {
  const worded = new Set(
    columns.flatMap(({ field, reason }) =>
      field !== null && reason !== 'content' && fields.has(field) ? [field] : [],
    ),
  )
  if (tellsFailures(worded)) return true
  const isNamed = (['trainNo', 'vehicleType', 'failureNo'] as const).some((field) => fields.has(field))
  return tellsFailures(fields) && (isNamed || (worded.has('symptom') && worded.has('node')))
}

const COUNT_TITLE =
  /次数|件数|起数|故障数|故障率|故障统计|数量统计|停时|count|numberof|failuresper|faultsper|failurerate/
/** Nobody runs so few kilometres in every month. */
const MOST_COUNTED = 99
const NAMES_UNIT = /km|公里|千米|mi/i

/** Are the values under months distances? Not failures counted per month, and not the bars of a time table. */
function holdsDistances(title: string, columns: readonly ParsedColumn[]): boolean {
  const months = columns.filter(({ reason }) => reason === 'month')
  const values = months.flatMap(({ samples }) => samples).filter((text) => !saysNothing(text))
  if (months.length === 0 || values.length === 0) return true
  const distances = values.filter((text) => readOdometer(text, 1).km !== undefined)
  if (distances.length * 2 < values.length) return false
  const words = plainText(`${title}${columns.map(({ header }) => header).join('')}`)
  const isLarge = distances.some((text) => !/^\d+$/.test(text) || Number(text) > MOST_COUNTED)
  if (MILEAGE_TITLE.test(words)) return true
  return !COUNT_TITLE.test(words) && isLarge && values.some((text) => NAMES_UNIT.test(text))
}

/** 列车号, 本月走行公里, 累计走行公里 under a title that names the month. */
const isMonthSheet = (fields: ReadonlySet<FieldName>, title: string, ledgerFields: number): boolean =>
  fields.has('trainNo') &&
  fields.has('odometerKm') &&
  ledgerFields <= 2 &&
  monthInTitle(title) !== null &&
  MILEAGE_TITLE.test(plainText(title))

function isBom(
  fields: ReadonlySet<FieldName>,
  columns: readonly ParsedColumn[],
  title: string,
  isIndented: boolean,
): boolean {
  if (!fields.has('node') || fields.has('occurredAt') || fields.has('symptom') || fields.has('trainNo')) return false
  const hasOrder = fields.has('code') || fields.has('level') || columns.some(({ reason }) => reason === 'level')
  if (hasOrder) return fields.has('partNo') || fields.has('quantity')
  // The indent of the names may be the only order.
  return (
    fields.has('partNo') &&
    (isIndented || fields.has('criticality') || fields.has('designMtbfH') || STRUCTURE_TITLE.test(title))
  )
}

/** Serials off and on are its business; a ledger has them too, but judges what happened. */
function isReplacementList(fields: ReadonlySet<FieldName>, title: string, columns: readonly ParsedColumn[]): boolean {
  if (!fields.has('removedSerial') || !fields.has('installedSerial')) return false
  const judged = JUDGEMENTS.filter((field) => fields.has(field)).length
  const isCalledSo =
    JOURNAL_TITLE.test(title) ||
    columns.some(({ header }) =>
      /(?:更换|换件|拆装)(?:原因|事由|日期|时间)|reasonfor(?:replacement|removal)|replacementdate|dateofreplacement/.test(
        plainText(header),
      ),
    )
  if (isCalledSo) return judged <= 1 && !fields.has('cause')
  // Under headers that say nothing, why a part was changed looks like any symptom.
  const isTold = columns.some(({ field, reason }) => field === 'symptom' && reason !== 'content')
  return judged === 0 && !fields.has('failureNo') && !isTold && !fields.has('measure')
}
