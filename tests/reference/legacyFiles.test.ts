/** Every legacy workbook beside what a careful reader would read from it: fields, records, doubts. */
import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parseWorkbook } from '../../src/exchange/parseWorkbook'
import type { ParsedRecord, ParsedSheet } from '../../src/exchange/parsedSheet'

interface TruthRecord { readonly row: number; readonly kind: string; readonly fields: Readonly<Record<string, unknown>>; readonly absent?: readonly string[]; readonly duplicateOf?: unknown }
interface TruthSheet {
  readonly name: string
  readonly kind: string
  readonly form?: unknown
  readonly optional?: boolean
  readonly anyName?: boolean
  readonly records: readonly TruthRecord[]
  readonly issues: readonly { readonly row: number; readonly code: string; readonly optional?: boolean }[]
}
interface Truth { readonly file: string; readonly exhaustiveIssues: readonly string[]; readonly sheets: readonly TruthSheet[] }

const FOLDER = 'fixtures/excel'
const LEAST_F1 = 0.985
const LEAST_RECALL = 0.995
const LEAST_ISSUE_RECALL = 0.95

const folded = (value: unknown): string => String(value).normalize('NFKC').replace(/[\s\u200b-\u200d\ufeff]+/g, '').replace(/[。；;.]+$/, '').toLowerCase()
const numberKey = (value: unknown): string => folded(value).replace(/^.*?(\d{4})\D*0*(\d+)$/, '$1-$2')

function isSame(field: string, wanted: unknown, found: unknown): boolean {
  if (wanted !== null && typeof wanted === 'object' && 'anyOf' in wanted) return (wanted.anyOf as unknown[]).some((each) => isSame(field, each, found))
  if (found === undefined) return false
  if (field === 'failureNo') return numberKey(wanted) === numberKey(found)
  return typeof wanted === 'number' ? Math.abs(wanted - Number(found)) <= 0.5 : folded(wanted) === folded(found)
}

/** A form has one main record; mileage is told apart by train and month; all else by its row. */
const keyOf = (sheet: TruthSheet, { row, kind, fields }: Pick<ParsedRecord, 'row'> & { readonly kind: string; readonly fields: Readonly<Record<string, unknown>> }): string =>
  kind === 'mileage' ? `${String(fields['trainNo'])} ${String(fields['month'])}` : sheet.form !== undefined && kind !== 'replacement' ? kind : `${kind} ${row}`

function judged(truth: Truth, sheets: readonly ParsedSheet[]) {
  const counts = { right: 0, wrong: 0, missing: 0, records: 0, found: 0, invented: 0, doubts: 0, doubted: 0, unjustified: 0 }
  for (const wanted of truth.sheets.filter(({ optional }) => optional !== true)) {
    const sheet = sheets.find(({ name }) => name === wanted.name) ?? (wanted.anyName === true ? sheets[0] : undefined)
    const found = new Map((sheet?.records ?? []).map((record) => [keyOf(wanted, record), record]))
    for (const record of wanted.records) {
      counts.records += 1
      const mine = found.get(keyOf(wanted, record))
      found.delete(keyOf(wanted, record))
      if (mine !== undefined) counts.found += 1
      const fields: Readonly<Record<string, unknown>> = mine?.fields ?? {}
      for (const [field, value] of Object.entries(record.fields)) {
        if (isSame(field, value, fields[field])) counts.right += 1
        else counts[fields[field] === undefined ? 'missing' : 'wrong'] += 1
      }
      counts.wrong += (record.absent ?? []).filter((field) => fields[field] !== undefined).length
    }
    counts.invented += found.size
    const place = (row: number, code: string): string => (wanted.form === undefined ? `${row} ${code}` : code)
    const said = new Set([...(sheet?.records ?? []).flatMap((record) => record.issues.map(({ code }) => place(record.row, code))), ...(sheet?.issues ?? []).map(({ row, code }) => place(row, code))])
    const justified = new Set(wanted.issues.map(({ row, code }) => place(row, code)))
    for (const key of new Set(wanted.issues.filter(({ optional }) => optional !== true).map(({ row, code }) => place(row, code)))) {
      counts.doubts += 1
      if (said.has(key)) counts.doubted += 1
    }
    for (const key of said) if (truth.exhaustiveIssues.includes(key.split(' ').at(-1)!) && !justified.has(key)) counts.unjustified += 1
  }
  return counts
}

test.each(readdirSync(`${FOLDER}/truth`))('%s agrees with what the workbook says', (name) => {
  const truth = JSON.parse(readFileSync(`${FOLDER}/truth/${name}`, 'utf8')) as Truth
  const file = readdirSync(FOLDER).find((each) => each.replace(/\.[^.]+$/, '') === name.replace('.truth.json', ''))!
  const result = parseWorkbook(new Uint8Array(readFileSync(`${FOLDER}/${file}`)), file, { today: '2026-01-01' })
  const counts = judged(truth, result.ok ? result.sheets : [])
  const f1 = (2 * counts.right) / (2 * counts.right + 2 * counts.wrong + counts.missing)
  expect(counts.records).toBeGreaterThan(0)
  expect(f1).toBeGreaterThanOrEqual(LEAST_F1)
  expect(counts.found / counts.records).toBeGreaterThanOrEqual(LEAST_RECALL)
  expect(counts.invented).toBe(0)
  expect(counts.doubts === 0 ? 1 : counts.doubted / counts.doubts).toBeGreaterThanOrEqual(LEAST_ISSUE_RECALL)
  expect(counts.unjustified).toBe(0)
})
