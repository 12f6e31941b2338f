import { plainText } from '../../domain/plainText'
import { saysNothing } from './cellText'
import { asExactAsShown, isEstimate, isLiteral } from './ourFormats'
import type { FieldName } from './importFields'
import type { FieldValue, IssueCode } from './parsedRecord'
import type { RawCell } from '../open/rawWorkbook'
import { readCarNo } from './readCarNo'
import { readClosedState } from './readClosedState'
import type { DateOrder } from './dateOrder'
import { readCode, readState, type CodedField } from './readCodeByField'
import { readDate, readDateNumber, type DateReading } from './readDate'
import { readDelayMinutes } from './readDelayMinutes'
import { readOdometer } from './readOdometer'
import { readSeverity } from './readSeverity'
import { excludesVehicleType } from './isSameVehicleType'
import { readTrainNo } from './readTrainNo'
import { readTestResult, readYesNo } from './readYesNo'
import { isDateFormat, serialDate } from './serialDate'

/** What one cell gives: its value, what is doubtful, and fields it mentions besides its own. */
export interface FieldReading {
  readonly value?: FieldValue
  readonly issues?: readonly IssueCode[]
  readonly more?: Partial<Record<FieldName, FieldValue>>
  /** issues of the fields in `more`, under the field they belong to */
  readonly moreIssues?: { readonly field: FieldName; readonly codes: readonly IssueCode[] }
  readonly toleranceKm?: number
  /** depends on the rows before, so it must not be remembered */
  readonly yearless?: boolean
}

/** What a reader may need besides the cell. */
export interface ReadingContext {
  readonly unitKm: number
  readonly date1904: boolean
  readonly yearOf: (month: number, day: number) => number | null
  readonly rowVehicleType: string
  /** how the column writes its dates and decimals, where one cell alone cannot tell */
  readonly dateOrder?: DateOrder | null
  readonly decimalComma?: boolean
}

type FieldReader = (text: string, cell: RawCell, context: ReadingContext) => FieldReading

const NOTHING: FieldReading = {}
/** “to be confirmed” promises a date that nobody wrote. */
const PROMISED = new Set(['待核实', '待查', '待定', '待补', '待确认', 'tbd'])
/** What a spreadsheet shows of a number too long for it, 2.01605E+11; `1E5` typed as text is a serial. */
const LOST_DIGITS = /^\d(?:\.\d+)?e\+\d{2,}$|^\d\.\d+e\d+$/i
const DATE_INSIDE = /\d{2,4}\s*[.\-/年]\s*\d{1,2}\s*[.\-/月]/
/** Longer than any name with a date behind it. */
const LONGEST_NAME = 100
const LONGEST_AMOUNT = 60
const MOST_EXACT_NUMBER = 1e15

const date: FieldReader = (text, cell, context) => {
  if (typeof cell.v === 'number')
    return shown(dateResult(readDateNumber(cell.v, isDateFormat(cell.z), context.date1904)), cell)
  if (PROMISED.has(plainText(text))) return { issues: ['date-unreadable'] }
  return saysNothing(text) ? NOTHING : dateResult(readDate(text, context.yearOf, context.dateOrder))
}

const dateResult = ({ value, issues, yearless }: DateReading): FieldReading =>
  value === undefined ? { issues, yearless: yearless === true } : { value, issues, yearless: yearless === true }

const shown = (reading: FieldReading, { z }: RawCell): FieldReading =>
  typeof reading.value === 'string' ? { ...reading, value: asExactAsShown(reading.value, z) } : reading

/** A part is made in a month, a distance run in one: there is no day to miss. */
const partDate: FieldReader = (text, cell, context) => {
  const reading = date(text, cell, context)
  return { ...reading, issues: (reading.issues ?? []).filter((code) => code !== 'month-only') }
}

const plain: FieldReader = (text, cell, context) =>
  codeOfDate(cell, context) ?? (saysNothing(text) ? NOTHING : { value: text })

/** A number shown as a date where a code belongs: 1-2 was typed, and the spreadsheet took it for a day. */
function codeOfDate(cell: RawCell, { date1904 }: ReadingContext): FieldReading | null {
  if (typeof cell.v !== 'number' || !isDateFormat(cell.z)) return null
  const day = serialDate(cell.v, date1904)
  return day === null ? null : { value: day, issues: ['code-became-date'] }
}

const serial: FieldReader = (text, cell, context) => {
  if (saysNothing(text)) return NOTHING
  const turned = codeOfDate(cell, context)
  if (turned !== null) return turned
  if (LOST_DIGITS.test(text) || (typeof cell.v === 'number' && Math.abs(cell.v) >= MOST_EXACT_NUMBER))
    return { issues: ['serial-precision-lost'] }
  return { value: text }
}

const coded =
  (field: CodedField): FieldReader =>
  (text) => {
    const code = readCode(field, text)
    if (code !== undefined) return { value: code }
    return saysNothing(text) ? NOTHING : { issues: ['value-unmapped'] }
  }

const yesOrNo: FieldReader = (text) => {
  const answer = readYesNo(text)
  if (answer !== undefined) return { value: answer }
  return saysNothing(text) ? NOTHING : { issues: ['value-unmapped'] }
}

const impact: FieldReader = (text, cell, context) => {
  const reading = coded('impact')(text, cell, context)
  const minutes =
    reading.value === 'DELAY' && /\d/.test(text) ? readDelayMinutes(text.normalize('NFKC').replace(/^\D+/, '')) : null
  return minutes === null ? reading : { ...reading, more: { delayMin: minutes } }
}

const amount: FieldReader = (text, cell) => {
  if (typeof cell.v === 'number') return { value: cell.v }
  if (saysNothing(text)) return NOTHING
  if (text.length > LONGEST_AMOUNT) return { issues: ['number-unreadable'] }
  const found = /^\D{0,3}?(\d+(?:\.\d+)?)(?!\d*[、,/~-]\d)/.exec(
    text.normalize('NFKC').replace(/(?<=\d),(?=\d{3})/g, ''),
  )
  return found ? { value: Number(found[1]) } : { issues: ['number-unreadable'] }
}

const FIELD_READERS: Partial<Record<FieldName, FieldReader>> = {
  occurredAt: date,
  repairedAt: date,
  actionDoneAt: date,
  installedAt: date,
  inServiceAt: date,
  reportedAt: date,
  dueAt: date,
  mfgDate: partDate,
  month: partDate,
  serialNo: serial,
  removedSerial: serial,
  installedSerial: serial,
  partNo: serial,
  assignedPartNo: serial,
  batchNo: serial,
  phase: coded('phase'),
  symptomCode: coded('symptomCode'),
  detectionMethod: coded('detectionMethod'),
  operatingMode: coded('operatingMode'),
  method: coded('method'),
  causeCategory: coded('causeCategory'),
  result: coded('result'),
  disposition: coded('disposition'),
  failureMode: coded('failureMode'),
  mechanism: coded('mechanism'),
  impact,
  // A fraction of a day is shown as a time and stays as written until it meets its day.
  occurredTime: (text) => (saysNothing(text) ? NOTHING : { value: text }),
  quantity: amount,
  cars: amount,
  designMtbfH: amount,

  trainNo: (text, _cell, { rowVehicleType }) => {
    if (saysNothing(text)) return NOTHING
    const { trainNo, vehicleType, ...place } = readTrainNo(text, rowVehicleType)
    if (trainNo === undefined)
      return { issues: ['train-unreadable'], ...(vehicleType === undefined ? {} : { more: { vehicleType } }) }
    if (vehicleType === undefined) return { value: trainNo }
    // Of two types only a person knows which is wrong: the words stay, and no train is taken.
    if (rowVehicleType !== '' && excludesVehicleType(vehicleType, rowVehicleType))
      return { issues: ['train-type-differs'] }
    return { value: trainNo, more: rowVehicleType === '' ? { vehicleType, ...place } : place }
  },
  carNo: (text) => {
    if (saysNothing(text)) return NOTHING
    const { carNo, several } = readCarNo(text)
    return carNo === undefined ? { issues: [several ? 'several-cars' : 'car-unreadable'] } : { value: carNo }
  },
  node: (text) => {
    if (saysNothing(text)) return NOTHING
    return namesSeveral(text) ? { value: text, issues: ['several-products'] } : { value: text }
  },
  odometerKm: (text, cell, { unitKm, decimalComma = false }) => {
    if (saysNothing(text)) return NOTHING
    const written = isEstimate(cell) ? `约${text}` : text
    const { km, estimated, fromMiles, toleranceKm = 0 } = readOdometer(written, unitKm, decimalComma)
    if (km === undefined) return { issues: ['odometer-unreadable'] }
    const issues: IssueCode[] = [
      ...(estimated ? ['odometer-estimated' as const] : []),
      ...(fromMiles ? ['miles-converted' as const] : []),
      ...(decimalComma && /[.,]/u.test(text) ? ['decimal-comma' as const] : []),
    ]
    return issues.length > 0 ? { value: km, issues, toleranceKm } : { value: km, toleranceKm }
  },
  severity: (text) => {
    if (saysNothing(text)) return NOTHING
    const { severity, issue } = readSeverity(text)
    return severity === undefined ? { issues: [issue ?? 'severity-unmapped'] } : { value: severity }
  },
  faultLevel: (text) => {
    if (saysNothing(text)) return NOTHING
    const found = /^([A-D])(?:类|级)?$/.exec(text.normalize('NFKC').trim().toUpperCase())
    return found ? { value: found[1]! } : { issues: ['value-unmapped'] }
  },
  delayMin: (text) => {
    if (saysNothing(text)) return NOTHING
    const minutes = readDelayMinutes(text)
    return minutes === null ? { issues: ['number-unreadable'] } : { value: minutes }
  },
  onMainLine: yesOrNo,
  dataDownloaded: yesOrNo,
  testOk: (text) => {
    const answer = readTestResult(text)
    if (answer !== undefined) return { value: answer }
    return saysNothing(text) ? NOTHING : { issues: ['value-unmapped'] }
  },
  closed: (text) => {
    const state = readClosedState(text)
    if (state !== undefined) return { value: state }
    return saysNothing(text) ? NOTHING : { issues: ['value-unmapped'] }
  },
  workflowState: (text) => {
    const state = readState(text)
    return state === undefined ? NOTHING : { value: state }
  },
  criticality: (text) => {
    if (saysNothing(text)) return NOTHING
    const found = /^([A-C])(?:类|级|件)?$/.exec(text.normalize('NFKC').trim().toUpperCase())
    return { value: found?.[1] ?? text }
  },
  handler: (text, cell, context) => {
    if (saysNothing(text)) return NOTHING
    if (text.length > LONGEST_NAME) return { value: text }
    const at = text.normalize('NFKC').search(DATE_INSIDE)
    if (at < 0) return { value: text }
    const { value, issues } = date(text.slice(at), { t: cell.t, v: text.slice(at) }, context)
    const name = text.slice(0, at).replace(/[\s/,，;；、:：-]+$/, '')
    const reading: FieldReading = value === undefined ? {} : { more: { repairedAt: value } }
    return {
      ...reading,
      ...(name === '' ? {} : { value: name }),
      moreIssues: { field: 'repairedAt', codes: issues ?? [] },
    }
  },
}

/** Reads one cell as a field. Same text, same answer, except for dates without a year. */
export function readField(field: FieldName, text: string, cell: RawCell, context: ReadingContext): FieldReading {
  if (typeof cell.v === 'number' && !Number.isFinite(cell.v)) return { issues: ['number-unreadable'] }
  return isLiteral(cell) ? { value: text } : (FIELD_READERS[field] ?? plain)(text, cell, context)
}

function namesSeveral(text: string): boolean {
  const parts = text.split(/[/、，,；;+]/)
  return parts.length > 1 && parts.every((part) => part.trim().length >= 2 && /[\u4e00-\u9fffa-z]{2}/i.test(part))
}
