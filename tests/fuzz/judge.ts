/** What must hold of whatever comes out of a damaged file: one problem with a sentence, or whole records and a plan without loose ends. */
import { isMoment } from '../../src/domain/moment'
import { parseWorkbook } from '../../src/exchange/parseWorkbook'
import type { ParsedRecord } from '../../src/exchange/parsedSheet'
import { planImport } from '../../src/exchange/planImport'
import { problemSentence } from '../../src/exchange/problemSentences'

export type Verdict = { readonly outcome: 'read' | 'refused'; readonly violation: string | null; readonly records: number }

const TODAY = '2020-01-01'
const DATES = ['occurredAt', 'repairedAt', 'actionDoneAt', 'installedAt', 'mfgDate', 'inServiceAt', 'reportedAt', 'dueAt', 'month'] as const

export function judge(bytes: Uint8Array, name: string): Verdict {
  const result = parseWorkbook(bytes, name, { today: TODAY })
  if (!result.ok) return { outcome: 'refused', violation: problemSentence(result.problem, 'en').length > 10 ? null : 'refused without a sentence', records: 0 }
  const records = result.sheets.flatMap((sheet) => sheet.records)
  const broken = records.flatMap((record) => brokenBy(record) ?? [])[0]
  if (broken !== undefined) return { outcome: 'read', violation: broken, records: records.length }
  let next = 0
  const { plan } = planImport([{ name, size: bytes.length, sha256: '', sheets: result.sheets, rows: [] }], () => `r${String((next += 1)).padStart(9, '0')}`)
  JSON.stringify(plan)
  const failures = new Set((plan.records.failures ?? []).map(({ id }) => id))
  const trains = new Set((plan.records.trains ?? []).map(({ id }) => id))
  const isLoose = (plan.records.handlings ?? []).some(({ failureId }) => failureId === undefined || !failures.has(failureId)) || (plan.records.failures ?? []).some(({ trainId }) => trainId !== undefined && !trains.has(trainId))
  return { outcome: 'read', violation: isLoose ? 'a planned record hangs on nothing' : null, records: records.length }
}

function brokenBy({ row, kind, fields, cells }: ParsedRecord): string | undefined {
  if (!Number.isInteger(row) || row < 1) return `record in row ${row}`
  if (Object.keys(fields).length === 0 && kind !== 'failure') return `empty ${kind} in row ${row}`
  for (const [field, value] of Object.entries(fields)) {
    if (value === undefined || value === '' || (typeof value === 'number' && !Number.isFinite(value))) return `${field} is ${String(value)} in row ${row}`
  }
  for (const field of DATES) {
    const value = fields[field]
    if (value !== undefined && !isMoment(String(value))) return `${field} is ${String(value)} in row ${row}`
  }
  const strayed = Object.values(cells).find((cell) => !/^(?:.*!)?[A-Z]{1,4}\d+$/.test(cell))
  return strayed === undefined ? undefined : `cell ${strayed} in row ${row}`
}
