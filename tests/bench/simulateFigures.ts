/** How often the printed figures are right, over fleets with a known truth: `npm run simulate:figures -- --fleets 500`. */
import { parseArgs } from 'node:util'
import { SIMULATED } from './simulatedFleets'
import { shareOf } from './simulatedRow'

const { values } = parseArgs({ options: { fleets: { type: 'string', default: '500' } } })
const fleets = Number(values.fleets)
if (!(Number.isSafeInteger(fleets) && fleets > 0)) throw new RangeError(`--fleets ${values.fleets} is not a count`)
const percent = (share: number): string => (100 * share).toFixed(1)
for (const row of SIMULATED) {
  const { share, lower, upper, fleets: counted } = shareOf(row, fleets)
  console.log(
    `${row.name.padEnd(64)} ${percent(share).padStart(5)} % [${percent(lower)}–${percent(upper)}] of ${counted}, promise ${row.promise}`,
  )
}
