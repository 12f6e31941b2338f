import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { parseWorkbook } from '../exchange/tables/parseWorkbook'
import { problemSentence } from '../exchange/write/problemSentences'

/** Prints what the importer reads from one file as JSON; an unreadable file is one line on stderr and exit code 1. */
function main(path: string | undefined): void {
  if (path === undefined) return refuse('usage: npm run -s import -- FILE')
  let bytes: Uint8Array
  try {
    bytes = readFileSync(path)
  } catch {
    return refuse(`${path}: cannot be opened`)
  }
  const result = parseWorkbook(bytes, basename(path))
  if (!result.ok)
    return refuse(
      `${basename(path)}: ${problemSentence(result.problem, 'en')} ${problemSentence(result.problem, 'zh')}`,
    )
  process.stdout.write(JSON.stringify({ file: result.file, sheets: result.sheets, problems: [] }))
}

function refuse(line: string): void {
  process.stderr.write(`${line}\n`)
  process.exitCode = 1
}

main(process.argv[2])
