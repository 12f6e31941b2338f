/** A random session on one store, and its log taken in by empty ones in the ways a file can arrive. */
import { seededRandom } from '../../fixtures/demo/seededRandom'
import type { FracasDatabase } from '../../src/store/database'
import type { LoggedChange } from '../../src/domain/loggedChange'
import { takeIn } from '../../src/store/takeIn'
import { anEngine, engineSays } from './engineSays'
import { freshDatabase } from './freshDatabase'
import { aStore, runSession, shuffled } from './randomSession'

export interface Replayed {
  readonly here: FracasDatabase
  /** What an engine that followed the session says at its end, and one that reads the copy that was taken in whole. */
  readonly engines: () => Promise<readonly [followed: unknown, read: unknown]>
  readonly copies: readonly (readonly [how: string, there: FracasDatabase])[]
  readonly obeyed: number
  readonly end: () => Promise<void>
}

export async function replaySession(world: LoggedChange, seed: number, length: number): Promise<Replayed> {
  const here = await aStore(world)
  const engine = anEngine(here)
  await engine.follow()
  const obeyed = await runSession(here, seed, length)
  const entries = await here.changes.orderBy('seq').toArray()
  const rows = [await here.importedRows.toArray()]
  const blobs = await here.blobs.toArray()
  const [whole, pieces, disordered] = [freshDatabase(), freshDatabase(), freshDatabase()]
  await takeIn({ changes: [entries], rows, blobs }, {}, whole)
  await takeIn({ changes: [entries], rows, blobs }, {}, whole)
  for (const entry of entries) await takeIn({ changes: [[entry]] }, {}, pieces)
  await takeIn({ changes: [], rows, blobs }, {}, pieces)
  for (const entry of shuffled(entries, seededRandom(seed + 7)))
    await takeIn({ changes: [[entry]], rows, blobs }, {}, disordered)
  return {
    here,
    engines: async () => [await engineSays(engine), await engineSays(anEngine(whole))],
    copies: [
      ['whole and twice', whole],
      ['in pieces', pieces],
      ['in another order', disordered],
    ],
    obeyed,
    end: async () => {
      for (const db of [here, whole, pieces, disordered]) await db.delete()
    },
  }
}
