/** Starts the company's server. `npm run team` calls it. */
import { firstAdministratorPath, teamOf } from './accounts/firstAdministrator'
import { migrate } from './database/migrate'
import { answers, openPool } from './database/pool'
import { openCluster } from './postgres/cluster'
import { watchCluster } from './postgres/watchCluster'

const say = (line: string): void => void process.stdout.write(`${line}\n`)

const company = process.env['DATABASE_URL']
const cluster = company === undefined ? await openCluster('data') : null
const pool = openPool(company ?? (await cluster?.start()) ?? '')
await migrate(pool)
const watch = cluster === null ? null : watchCluster(cluster, () => answers(pool), say)
const team = await teamOf(pool)
say(`${team.name} ${(await firstAdministratorPath(pool)) ?? ''}`)
await watch?.end()
await pool.end()
await cluster?.stop()
