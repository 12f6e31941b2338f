import { expect, test } from 'vitest'
import { COMMANDS, type CommandName } from '../../../src/domain/workflow/commands'
import { createCommandRunner } from '../../../src/panels/commandRunner'
import { messagesEn, messagesZh } from '../../support/messagesOf'
import { aWorld, WALKS } from '../../support/commandWalk'
import { failingDatabase, heldBy } from '../../support/failingDatabase'

/** The world in which the command succeeds, and how it is given there. */
async function ready(command: CommandName) {
  const { failure, person, before, give } = WALKS[command]
  const disk = failingDatabase()
  await aWorld(disk.db, failure)
  const made = await before?.(disk.db, person)
  return { ...disk, give: () => give(disk.db, person, made) }
}

test.each(COMMANDS)(
  '%s either happens and is in the log, or a full disk is told and nothing of it is written',
  async (command) => {
    const whole = await ready(command)
    whole.failAt(null)
    const done = await createCommandRunner().run(whole.give)
    expect(done.ended).toBe('done')
    const logged = (await whole.db.changes.toArray()).map((change) => change.command)
    // What is taken in stands in the log as what it was where it was done.
    expect(logged).toContain(command === 'take-in' ? 'import' : command)
    const writes = whole.writes()
    expect(writes).toBeGreaterThan(0)
    await whole.db.delete()

    for (let write = 1; write <= writes; write += 1) {
      const { db, failAt, give } = await ready(command)
      const before = await heldBy(db)
      failAt(write)
      const runner = createCommandRunner()
      const end = await runner.run(give)
      expect(end).toMatchObject({ ended: 'stopped', trouble: { kind: 'failed', code: 'disk-full' } })
      expect(runner.state().isPending).toBe(false)
      failAt(null)
      expect(await heldBy(db)).toBe(before)
      await db.delete()
    }
  },
)

test('the history has a sentence and every command a name, in both languages', () => {
  for (const t of [messagesZh, messagesEn])
    for (const command of COMMANDS) {
      expect(t.commandName(command)).not.toBe(command)
      const refused = t.commandTrouble({ kind: 'refused', command, reasons: [{ code: 'gone' }] })
      expect(refused).not.toContain(command)
      expect(refused).not.toContain('undefined')
    }
  expect(messagesZh.commandName('of-a-later-version')).toBe('of-a-later-version')
})
