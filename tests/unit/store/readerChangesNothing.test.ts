/** Whoever may only read changes nothing, whichever command they give and however they come by its form. */
import { expect, test } from 'vitest'
import { localPerson } from '../../../src/domain/person'
import { COMMANDS, PLAIN_COMMANDS } from '../../../src/domain/workflow/commands'
import type { Decision } from '../../../src/domain/workflow/decide'
import { undo } from '../../../src/store/commit'
import type { FracasDatabase } from '../../../src/store/database'
import { conclusionOf, saveConclusion } from '../../../src/store/reports'
import { aWorld, WALKS } from '../../support/commandWalk'
import { freshDatabase } from '../../support/freshDatabase'
import { refusalsOf } from '../../support/refusalsOf'

/** Everything on disk, so that a file written before the refusal shows too. */
async function everythingIn(db: FracasDatabase): Promise<unknown> {
  return Promise.all(db.tables.map(async (table) => [table.name, await table.toArray()]))
}

test.each(COMMANDS)('%s is refused to a reader and leaves nothing behind', async (command) => {
  const db = freshDatabase()
  const walk = WALKS[command]
  await aWorld(db, walk.failure)
  const before = await walk.before?.(db, walk.person)
  const stored = await everythingIn(db)
  // The name of somebody who may does not help.
  let answer: unknown
  const thrown = await refusalsOf(
    walk.give(db, localPerson(walk.person.name, 'VIEW'), before).then((given) => (answer = given)),
  )
  // A step answers what stands against it; every other command throws it.
  const { decision } = (answer ?? {}) as { readonly decision?: Decision }
  expect([...thrown, ...(decision?.refusals ?? [])]).toContain('role')
  expect(await everythingIn(db)).toEqual(stored)
})

test('a reader takes nothing back either', async () => {
  for (const command of PLAIN_COMMANDS) {
    const db = freshDatabase()
    const walk = WALKS[command]
    await aWorld(db, walk.failure)
    await walk.give(db, walk.person, await walk.before?.(db, walk.person))
    const change = await db.changes.orderBy('seq').last()
    const stored = await everythingIn(db)
    const end = await refusalsOf(undo(change?.id ?? '', localPerson(walk.person.name, 'VIEW'), '不要了', db))
    expect(end.length === 0 || end.includes('role'), command).toBe(true)
    expect(await everythingIn(db), command).toEqual(stored)
  }
})

test('the conclusion of a report is written by whoever may keep a report', async () => {
  const db = freshDatabase()
  const conclusion = { key: 'k', text: '平稳', savedAt: 1 }
  expect(await refusalsOf(saveConclusion(conclusion, localPerson('客户', 'VIEW'), db))).toEqual(['role'])
  expect(await conclusionOf('k', db)).toBe(undefined)
  await saveConclusion(conclusion, localPerson('赵工', 'QAL'), db)
  expect(await conclusionOf('k', db)).toEqual(conclusion)
})
