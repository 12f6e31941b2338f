/**
 * The log alone adds up to the store: random sessions over all commands on one store, their log taken in by an empty one.
 * `npm run replay -- --sessions 5000` runs more of them.
 */
import { expect, test } from 'vitest'
import { canonicalDump } from '../../../src/store/canonicalDump'
import { replaySession } from '../../support/replaySession'
import { worldAsChange } from '../../support/randomSession'

const SESSIONS = 24
const COMMANDS_EACH = 14

test('random sessions, taken in whole, twice, in pieces and in any order, give the same store', async () => {
  const world = await worldAsChange()
  let obeyed = 0
  for (let seed = 1; seed <= SESSIONS; seed += 1) {
    const session = await replaySession(world, seed, COMMANDS_EACH)
    obeyed += session.obeyed
    const wanted = await canonicalDump(session.here)
    for (const [how, there] of session.copies)
      expect(await canonicalDump(there), `seed ${seed}, ${how}`).toEqual(wanted)
    const [followed, read] = await session.engines()
    expect(read, `seed ${seed}, columns and figures`).toEqual(followed)
    await session.end()
  }
  // Most commands of a session find the world in a state in which they are obeyed.
  expect(obeyed).toBeGreaterThan(SESSIONS * COMMANDS_EACH * 0.4)
})
