/** Five people, five devices, one server, and networks that lose, cut and repeat. More of them: `npm run simulate`. */
import '../../support/memoryIndexedDb'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { SCHEMA_VERSION } from '../../../src/domain/schemaVersion'
import { openChanges } from '../../../src/server/changes/companyChanges'
import { worldAsChange } from '../../support/randomSession'
import { simulateCompany } from '../../support/simulateCompany'
import { startTeam } from '../../support/teamApp'
import { startPostgres, type TestPostgres } from '../../support/teamServer'

let postgres: TestPostgres
beforeAll(async () => {
  postgres = await startPostgres()
}, 120_000)
afterAll(() => postgres.stop(), 60_000)

test.each([1, 2, 3, 4])('nothing is lost, doubled or left different (%i)', { timeout: 120_000 }, async (seed) => {
  const pool = await postgres.newDatabase()
  const team = await startTeam(pool, await openChanges(pool, { schema: SCHEMA_VERSION }))
  try {
    const came = await simulateCompany(team, await worldAsChange(), seed)
    expect(came).toMatchObject({ differing: 0, otherwise: 0, lost: 0, gaps: 0, unsaid: 0 })
    expect(came.taken).toBeGreaterThan(5)
    expect(came.faults).toBeGreaterThan(5)
  } finally {
    await team.stop()
  }
})
