import { readFileSync } from 'node:fs'
import { compareCase, type ReferenceCase } from './compareCase'

/** Runs case files named on the command line; one line per failed case, `passed N of M` last, exit 0 only if all pass. */
const cases = process.argv.slice(2).flatMap((file) => JSON.parse(readFileSync(file, 'utf8')) as ReferenceCase[])
let passed = 0
for (const one of cases) {
  const [first] = compareCase(one)
  if (first)
    process.stdout.write(
      `${one.id} ${first.key} wanted ${JSON.stringify(first.wanted)} got ${JSON.stringify(first.got)}\n`,
    )
  else passed++
}
process.stdout.write(`passed ${passed} of ${cases.length}\n`)
process.exitCode = passed === cases.length && cases.length > 0 ? 0 : 1
