import { plainText } from '../../../domain/plainText'
import { saysNothing } from '../../cells/cellText'
import { columnLetter } from '../../open/columnLetter'
import type { CanonicalField } from '../../cells/importFields'
import { yearIn } from '../monthHeader'
import { noteDates } from '../../cells/noteDates'
import type { FieldName } from '../../cells/importFields'
import type { FormLabelRead } from '../parsedSheet'
import type { ParsedRecord, RecordKind } from '../../cells/parsedRecord'
import { readField, type FieldReading, type ReadingContext } from '../../cells/readField'
import { headerUnitKm } from '../../cells/readOdometer'
import type { SheetGrid } from '../sheetGrid'
import type { FormPlace } from './findForms'
import { formGrid } from './formGrid'
import type { FormKind } from './formWords'
import { labelledValues, type LabelledValue } from './labelledValues'
import { replacementLines } from './replacementLines'
import { tickedOptions } from './tickedOptions'

/** What the forms of a sheet say. */
export interface FormReading {
  readonly records: ParsedRecord[]
  readonly labels: FormLabelRead[]
}

const RECORD_OF: Readonly<Record<FormKind, RecordKind>> = {
  'failure-form': 'failure',
  'analysis-form': 'analysis',
  'action-form': 'action',
}
/** Fields with a shape of their own; a form that fills none of them is blank, or none. */
const TELLING: readonly FieldName[] = [
  'failureNo',
  'reportNo',
  'occurredAt',
  'trainNo',
  'serialNo',
  'partNo',
  'odometerKm',
  'actionDoneAt',
  'repairedAt',
]
const FEWEST_TELLING = 2

/** Reads every form of a sheet: one record each, and one for every line of a parts list inside it. */
export function readForms(grid: SheetGrid, forms: readonly FormPlace[], today: string): FormReading {
  const reading: FormReading = { records: [], labels: [] }
  for (const form of forms) readForm(grid, form, today, reading)
  return reading
}

function readForm(grid: SheetGrid, { kind, block }: FormPlace, today: string, into: FormReading): void {
  const form = formGrid(grid, block, kind)
  const lines = replacementLines(grid, form)
  const values = labelledValues(form, kind, lines.rows)
  const record: ParsedRecord = {
    row: (form.places[0]?.row ?? block.top) + 1,
    kind: RECORD_OF[kind],
    fields: {},
    cells: {},
    raw: {},
    issues: [],
  }
  const context = contextOf(grid, values)
  const taken = new Map<CanonicalField, Outcome>()
  for (const [field, candidates] of candidatesByField(values, context)) {
    const outcomes = candidates.map((value) => outcomeOf(field, value, context))
    const best =
      outcomes.find(({ reading }) => reading.value !== undefined) ??
      outcomes.find(({ reading }) => (reading.issues?.length ?? 0) > 0)
    if (best === undefined) continue
    taken.set(field, best)
    if (field === 'vehicleType' && typeof best.reading.value === 'string') context.rowVehicleType = best.reading.value
  }
  for (const [field, outcome] of taken) keep(record, field, outcome, taken)
  // A label without a value still says that the number belongs there.
  if (kind === 'failure-form' && record.fields.failureNo === undefined) {
    const place = values.find(({ label }) => label.fields[0] === 'failureNo')
    if (place !== undefined)
      record.issues.push({ column: columnLetter(place.column), code: 'number-missing', field: 'failureNo' })
  }
  if (
    TELLING.filter((field) => record.fields[field] !== undefined || record.raw[field] !== undefined).length <
    FEWEST_TELLING
  )
    return
  if (kind === 'failure-form') takeMainPart(record, lines.records)
  noteDates(record, new Map(), today)
  into.records.push(record, ...lines.records)
  for (const value of values) into.labels.push(labelRead(value, taken))
}

type Context = { -readonly [K in keyof ReadingContext]: ReadingContext[K] }

/** Dates without a year take it from the number, the title or the dates beside them. */
function contextOf(grid: SheetGrid, values: readonly LabelledValue[]): Context {
  const number = values.find(({ label, text }) => label.fields[0] === 'failureNo' && /(?:19|20)\d{2}/.test(text))
  const numberYear = /(?:^|\D)((?:19|20)\d{2})(?=\D|$)/.exec(plainText(number?.text ?? ''))?.[1]
  const dated = values.flatMap(
    ({ text }) => /((?:19|20)\d{2})\s*[年./-]\s*\d{1,2}/.exec(text.normalize('NFKC'))?.[1] ?? [],
  )
  const year = Number(numberYear ?? yearIn([grid.sheet.name]) ?? dated[0] ?? Number.NaN)
  return {
    unitKm: 1,
    date1904: grid.sheet.date1904,
    rowVehicleType: '',
    yearOf: () => (Number.isNaN(year) ? null : year),
  }
}

/** Which values may be a field, the likeliest first; the vehicle type before the train, which it helps to read. */
function candidatesByField(values: readonly LabelledValue[], context: Context): [CanonicalField, LabelledValue[]][] {
  const byField = new Map<CanonicalField, LabelledValue[]>()
  for (const value of values) {
    if (value.cell === undefined || value.label.fields.length === 0) continue
    const field =
      value.label.fields.length === 1
        ? value.label.fields[0]!
        : (value.label.fields.find((each) => outcomeOf(each, value, context).reading.value !== undefined) ??
          value.label.fields[0]!)
    if (value.inSignatures && field === 'occurredAt') continue
    byField.set(field, [...(byField.get(field) ?? []), value])
  }
  for (const candidates of byField.values()) candidates.sort((a, b) => a.label.rank - b.label.rank)
  return [...byField].sort(([a], [b]) => Number(b === 'vehicleType') - Number(a === 'vehicleType'))
}

interface Outcome {
  readonly value: LabelledValue
  readonly written: string
  readonly reading: FieldReading
}

function outcomeOf(field: CanonicalField, value: LabelledValue, context: Context): Outcome {
  const ticks = value.cell === undefined ? null : tickedOptions(value.text)
  const written = ticks === null ? value.text : ticks.ticked.join('、')
  if (value.cell === undefined || written === '') return { value, written, reading: {} }
  context.unitKm = headerUnitKm(value.labelText)
  return {
    value,
    written,
    reading: readField(field, written, ticks === null ? value.cell : { t: 's', v: written }, context),
  }
}

function keep(
  record: ParsedRecord,
  field: CanonicalField,
  { value, written, reading }: Outcome,
  taken: ReadonlyMap<CanonicalField, Outcome>,
): void {
  const column = columnLetter(value.column)
  const address = column + (value.row + 1)
  if (reading.value !== undefined) {
    record.fields[field] = reading.value
    record.cells[field] = address
    if (String(reading.value) !== value.text) record.raw[field] = value.text
  } else if ((reading.issues?.length ?? 0) > 0) record.raw[field] = value.text
  for (const code of reading.issues ?? []) record.issues.push({ column, code, field, parameters: { found: written } })
  for (const [name, extra] of Object.entries(reading.more ?? {}) as [CanonicalField, string | number][]) {
    if (taken.get(name)?.reading.value !== undefined || record.fields[name] !== undefined) continue
    record.fields[name] = extra
    record.cells[name] = address
    record.raw[name] = value.text
  }
}

/** The line of the failed part itself tells which serial came off and which went on. */
function takeMainPart(record: ParsedRecord, lines: readonly ParsedRecord[]): void {
  if (record.fields.removedSerial !== undefined || record.fields.installedSerial !== undefined) return
  const same = (field: 'removedSerial' | 'partNo' | 'node', own: FieldName): ParsedRecord[] => {
    const wanted = plainText(String(record.fields[own] ?? ''))
    return wanted === '' ? [] : lines.filter(({ fields }) => plainText(String(fields[field] ?? '')) === wanted)
  }
  const [bySerial] = same('removedSerial', 'serialNo')
  const byPart = same('partNo', 'partNo')
  const byName = same('node', 'node')
  const main = bySerial ?? (byPart.length === 1 ? byPart[0] : byName.length === 1 ? byName[0] : undefined)
  if (main === undefined) return
  for (const field of ['removedSerial', 'installedSerial'] as const) {
    const [value, cell] = [main.fields[field], main.cells[field]]
    if (value === undefined || saysNothing(String(value))) continue
    record.fields[field] = value
    if (cell !== undefined) record.cells[field] = cell
  }
}

function labelRead(value: LabelledValue, taken: ReadonlyMap<CanonicalField, Outcome>): FormLabelRead {
  const field = [...taken].find(([, outcome]) => outcome.value === value)?.[0] ?? null
  return { label: value.labelText, cell: columnLetter(value.column) + (value.row + 1), text: value.text, field }
}
