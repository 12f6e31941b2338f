import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { namesInSheets, type KnownNames } from '../exchange/tables/meaning/knownNames'
import { parseWorkbook } from '../exchange/tables/parseWorkbook'
import type { ParseResult } from '../exchange/tables/parsedSheet'
import { problemSentence } from '../exchange/write/problemSentences'

/**
 * Prints what the importer reads from one file as JSON, with what each column was taken for, how surely and why; an
 * unreadable file is one line on stderr and exit code 1. Fleet lists and product structures named after it lend their
 * names: `npm run import -- LEDGER FLEET BOM`.
 */
function main([path, ...lenders]: readonly string[]): void {
  if (path === undefined) return refuse('usage: npm run -s import -- FILE [FLEET LIST OR PRODUCT STRUCTURE …]')
  const known = namesInSheets(lenders.flatMap((lender) => read(lender)?.sheets ?? []))
  const result = read(path, known)
  if (result !== null) process.stdout.write(JSON.stringify({ file: result.file, sheets: result.sheets, problems: [] }))
}

function read(path: string, known?: KnownNames): Extract<ParseResult, { ok: true }> | null {
  let bytes: Uint8Array
  try {
    bytes = readFileSync(path)
  } catch {
    refuse(`${path}: cannot be opened`)
    return null
  }
  const result = parseWorkbook(bytes, basename(path), known === undefined ? {} : { known })
  if (result.ok) return result
  refuse(`${basename(path)}: ${problemSentence(result.problem, 'en')} ${problemSentence(result.problem, 'zh')}`)
  return null
}

function refuse(line: string): void {
  process.stderr.write(`${line}\n`)
  process.exitCode = 1
}

main(process.argv.slice(2))
