/**
 * `npm run simulate -- [--seeds 200] [--from 1]`: companies of five people on devices of their own, with the real server and its
 * PostgreSQL, over networks that lose, cut and repeat; prints the seeds that came out wrong, and ends with 1 if there are any.
 */
import '../support/memoryIndexedDb'
import { parseArgs } from 'node:util'
import { SCHEMA_VERSION } from '../../src/domain/schemaVersion'
import { openChanges } from '../../src/server/changes/companyChanges'
import { worldAsChange } from '../support/randomSession'
import { simulateCompany, type Simulated } from '../support/simulateCompany'
import { startTeam } from '../support/teamApp'
import { startPostgres } from '../support/teamServer'

const { values } = parseArgs({
  options: { seeds: { type: 'string', default: '200' }, from: { type: 'string', default: '1' } },
})
const [seeds, from] = [Number(values.seeds), Number(values.from)]
const WRONG = ['differing', 'otherwise', 'lost', 'gaps', 'unsaid'] as const

const postgres = await startPostgres()
const world = await worldAsChange()
const total: Record<keyof Simulated, number> = {
  commands: 0,
  taken: 0,
  refused: 0,
  faults: 0,
  differing: 0,
  otherwise: 0,
  lost: 0,
  gaps: 0,
  unsaid: 0,
}
let wrong = 0
for (let seed = from; seed < from + seeds; seed += 1) {
  const pool = await postgres.newDatabase()
  const team = await startTeam(pool, await openChanges(pool, { schema: SCHEMA_VERSION }))
  const came = await simulateCompany(team, world, seed)
  await team.stop()
  for (const name of Object.keys(total) as (keyof Simulated)[]) total[name] += came[name]
  if (WRONG.every((name) => came[name] === 0)) continue
  wrong += 1
  console.log(`seed ${seed}: ${JSON.stringify(came)}`)
}
console.log(JSON.stringify({ seeds, wrong, ...total }))
await postgres.stop()
process.exit(wrong === 0 ? 0 : 1)
