/**
 * How well columns are understood when their headers say nothing: `npm run blind -- --seeds 20 --from 9000 --show wrong`.
 * Seeds below 5000 were looked at while the rules were written; those from 9000 on were not.
 */
import { parseArgs } from 'node:util'
import { NO_NAMES } from '../../src/exchange/tables/meaning/knownNames'
import { corpusSheets, fleetAndParts, generatedSheets, readAlone, type BlindSheet } from '../reference/blind/blindSheet'
import { inForeignWords, inNonsense, withoutHeaders, withoutOne } from '../reference/blind/changedHeaders'
import { heldColumns, judgeBlind, rightShare, together, type BlindFigures } from '../reference/blind/judgeBlind'

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '20' },
    from: { type: 'string', default: '9000' },
    show: { type: 'string', default: '' },
    only: { type: 'string', default: '' },
    unknown: { type: 'boolean', default: false },
  },
})
const [count, from] = [Number(values.seeds), Number(values.from)]
const known = values.unknown ? NO_NAMES : fleetAndParts()
const sets: Readonly<Record<string, readonly BlindSheet[]>> = {
  corpus: corpusSheets(),
  generator: generatedSheets(Array.from({ length: count }, (_, at) => from + at)),
}
const CHANGES: Readonly<Record<string, (sheet: BlindSheet) => readonly BlindSheet[]>> = {
  'as written': (sheet) => [sheet],
  '(a) nonsense': (sheet) => [inNonsense(sheet)],
  '(b) dropped': (sheet) => [withoutHeaders(sheet)],
  '(c) foreign': (sheet) => [inForeignWords(sheet)],
  '(d) one at a time': (sheet) => heldColumns(sheet).map((letter) => withoutOne(sheet, letter)),
}
const BANDS = [0, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95, 1]
const share = (part: number, all: number): string => (all === 0 ? '  –  ' : (part / all).toFixed(3))

for (const [name, change] of Object.entries(CHANGES)) {
  if (values.only !== '' && !name.includes(values.only)) continue
  for (const [set, sheets] of Object.entries(sets)) {
    const started = performance.now()
    const figures = sheets.flatMap((sheet) =>
      change(sheet).map((changed) => judgeBlind(changed, readAlone(changed.raw, { known }))),
    )
    print(`${name} · ${set}`, figures, performance.now() - started)
  }
}

function print(title: string, figures: readonly BlindFigures[], milliseconds: number): void {
  const { agreement, said, f1 } = together(figures)
  const sure = rightShare(said, 0.8)
  console.log(
    `${title.padEnd(32)} fields F1 ${f1.toFixed(4)}  wrong ${agreement.wrong}  records ${share(agreement.found, agreement.records)}  ` +
      `invented ${agreement.invented}  said ≥ 80 %: ${share(sure.right, sure.all)} of ${sure.all}  (${Math.round(milliseconds)} ms)`,
  )
  if (values.show === 'bands')
    for (const [at, least] of BANDS.entries()) {
      const { right, all } = rightShare(said, least, BANDS[at + 1])
      const bar = '█'.repeat(all === 0 ? 0 : Math.round((right / all) * 30))
      if (all > 0)
        console.log(
          `   ${String(Math.round(least * 100)).padStart(3)} % and more: ${share(right, all)} of ${String(all).padStart(5)} ${bar}`,
        )
    }
  if (values.show === 'wrong')
    for (const one of said.filter(({ said: field, wanted }) => field !== wanted))
      console.log(`   ${one.id} ${one.column}: ${one.said} ${one.confidence} (${one.reason}), is ${one.wanted}`)
}
