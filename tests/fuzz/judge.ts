/**
 * What must hold of whatever comes out of a damaged file: one problem with a sentence, or whole records and a plan without
 * loose ends; pictures that have a row and a size; and an old .xls as a form that can be drawn, or a reason why not.
 */
import { isMoment } from '../../src/domain/moment'
import { isCompoundFile } from '../../src/exchange/open/biff/workbookStream'
import { parseWorkbook } from '../../src/exchange/tables/parseWorkbook'
import { danglingReferences } from '../../src/domain/danglingReferences'
import type { ParsedRecord } from '../../src/exchange/cells/parsedRecord'
import { planImport } from '../../src/exchange/plan/planImport'
import { problemSentence } from '../../src/exchange/write/problemSentences'
import { readWorkbook } from '../../src/exchange/open/readWorkbook'
import { sheetPictures } from '../../src/exchange/open/sheetPictures'
import { convertXls } from '../../src/exchange/write/templates/convertXls'
import { sheetViews } from '../../src/exchange/write/templates/sheetView'
import { openTemplate, TemplateError } from '../../src/exchange/write/templates/templatePackage'

export type Verdict = {
  readonly outcome: 'read' | 'refused'
  readonly violation: string | null
  readonly records: number
}

const TODAY = '2020-01-01'
const DATES = [
  'occurredAt',
  'repairedAt',
  'actionDoneAt',
  'installedAt',
  'mfgDate',
  'inServiceAt',
  'reportedAt',
  'dueAt',
  'month',
] as const

export function judge(bytes: Uint8Array, name: string): Verdict {
  const broken = picturesBroken(bytes) ?? formBroken(bytes, name)
  if (broken !== null) return { outcome: 'read', violation: broken, records: 0 }
  const result = parseWorkbook(bytes, name, { today: TODAY })
  if (!result.ok)
    return {
      outcome: 'refused',
      violation: problemSentence(result.problem, 'en').length > 10 ? null : 'refused without a sentence',
      records: 0,
    }
  const records = result.sheets.flatMap((sheet) => sheet.records)
  const record = records.flatMap((each) => brokenBy(each) ?? [])[0]
  if (record !== undefined) return { outcome: 'read', violation: record, records: records.length }
  let next = 0
  const { plan } = planImport(
    [{ name, size: bytes.length, sha256: '', sheets: result.sheets, rows: [] }],
    () => `r${String((next += 1)).padStart(9, '0')}`,
  )
  JSON.stringify(plan)
  const ownerless = [plan.records.rootCauseAnalyses ?? [], plan.records.correctiveActions ?? []]
    .flat()
    .some(({ failureId }) => failureId === undefined)
  const isLoose = ownerless || danglingReferences(plan).length > 0
  return { outcome: 'read', violation: isLoose ? 'a planned record hangs on nothing' : null, records: records.length }
}

const LARGEST_PICTURE = 25_000_100
const MOST_PICTURES = 500

function picturesBroken(bytes: Uint8Array): string | null {
  const pictures = sheetPictures(bytes)
  if (pictures.length > MOST_PICTURES) return `${pictures.length} pictures`
  const odd = pictures.find(
    ({ row, bytes: content }) =>
      !Number.isInteger(row) || row < 1 || content.length === 0 || content.length > LARGEST_PICTURE,
  )
  return odd === undefined ? null : `a picture of ${odd.bytes.length} bytes in row ${odd.row}`
}

function formBroken(bytes: Uint8Array, name: string): string | null {
  if (!isCompoundFile(bytes)) return null
  try {
    const converted = convertXls(bytes, name).bytes
    const read = readWorkbook(converted, name)
    if (!read.ok) return `converted into a file that is ${read.problem.code}`
    sheetViews(openTemplate(converted))
    return null
  } catch (error) {
    if (error instanceof TemplateError) return null
    throw error
  }
}

function brokenBy({ row, kind, fields, cells }: ParsedRecord): string | undefined {
  if (!Number.isInteger(row) || row < 1) return `record in row ${row}`
  if (Object.keys(fields).length === 0 && kind !== 'failure') return `empty ${kind} in row ${row}`
  for (const [field, value] of Object.entries(fields)) {
    if (value === undefined || value === '' || (typeof value === 'number' && !Number.isFinite(value)))
      return `${field} is ${String(value)} in row ${row}`
  }
  for (const field of DATES) {
    const value = fields[field]
    if (value !== undefined && !isMoment(String(value))) return `${field} is ${String(value)} in row ${row}`
  }
  const strayed = Object.values(cells).find((cell) => !/^(?:.*!)?[A-Z]{1,4}\d+$/.test(cell ?? ''))
  return strayed === undefined ? undefined : `cell ${strayed} in row ${row}`
}
