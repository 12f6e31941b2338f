import { expect, test } from 'vitest'
import { ChangedMeanwhile, CommandRefused, FAILURE_CODES, PLAIN_REFUSALS } from '../../../src/domain/commandTrouble'
import { messagesEn, messagesZh } from '../../support/messagesOf'
import { createCommandRunner } from '../../../src/panels/commandRunner'

/** A promise and how to settle it. */
function later<T>(): { promise: Promise<T>; answer: (value: T) => void; fail: (error: unknown) => void } {
  let answer: (value: T) => void = () => undefined
  let fail: (error: unknown) => void = () => undefined
  const promise = new Promise<T>((resolve, reject) => {
    answer = resolve
    fail = reject
  })
  return { promise, answer, fail }
}

test('a command asked for twice runs once, and may be given again once it is answered', async () => {
  const runner = createCommandRunner()
  const first = later<string>()
  let runs = 0
  const command = (): Promise<string> => {
    runs += 1
    return first.promise
  }
  const [one, two] = [runner.run(command), runner.run(command)]
  expect(runner.state()).toEqual({ isPending: true, trouble: null })
  expect(await two).toEqual({ ended: 'busy' })
  first.answer('stored')
  expect(await one).toEqual({ ended: 'done', value: 'stored' })
  expect(runner.state()).toEqual({ isPending: false, trouble: null })
  await runner.run(command)
  expect(runs).toBe(2)
})

test('what follows a command belongs to it: nothing runs before it is over, and its failing is no failure', async () => {
  const runner = createCommandRunner()
  const dropped = later<undefined>()
  const one = runner.run(
    () => Promise.resolve('stored'),
    () => dropped.promise,
  )
  await Promise.resolve()
  await Promise.resolve()
  expect(await runner.run(() => Promise.resolve('again'))).toEqual({ ended: 'busy' })
  dropped.fail(new Error('the draft stays'))
  expect(await one).toEqual({ ended: 'done', value: 'stored' })
  expect(runner.state()).toEqual({ isPending: false, trouble: null })
})

test('whatever a command throws, at once or later, is an answer and is kept until the next run', async () => {
  const runner = createCommandRunner()
  const states: boolean[] = []
  const stop = runner.subscribe(() => states.push(runner.state().isPending))
  const full = new DOMException('no space left', 'QuotaExceededError')
  const end = await runner.run(() => Promise.reject(full))
  expect(end).toEqual({ ended: 'stopped', trouble: { kind: 'failed', code: 'disk-full', detail: 'no space left' } })
  expect(runner.state().trouble).toEqual({ kind: 'failed', code: 'disk-full', detail: 'no space left' })
  const thrown = await runner.run(() => {
    throw new CommandRefused([{ code: 'nobody-named' }], 'waive')
  })
  expect(thrown).toEqual({
    ended: 'stopped',
    trouble: { kind: 'refused', command: 'waive', reasons: [{ code: 'nobody-named' }] },
  })
  runner.forget()
  expect(runner.state()).toEqual({ isPending: false, trouble: null })
  expect(states).toEqual([true, false, true, false, false])
  stop()
})

test.each([
  [
    'a full disk inside an aborted transaction',
    { name: 'AbortError', inner: { name: 'QuotaExceededError' } },
    'disk-full',
  ],
  ['a full disk among many writes', { name: 'BulkError', failures: [{ name: 'QuotaExceededError' }] }, 'disk-full'],
  ['a database closed by another tab', { name: 'DatabaseClosedError' }, 'database-closed'],
  ['a database of a newer version', { name: 'DatabaseClosedError', inner: { name: 'VersionError' } }, 'newer-version'],
  ['an aborted transaction', { name: 'AbortError' }, 'aborted'],
  ['storage the browser denies', { name: 'SecurityError' }, 'storage-denied'],
  ['something nobody thought of', 'a text', 'unknown'],
  ['nothing at all', undefined, 'unknown'],
])('%s is told apart', async (_, error, code) => {
  const end = await createCommandRunner().run(() => Promise.reject(error))
  expect(end.ended === 'stopped' && end.trouble.kind === 'failed' && end.trouble.code).toBe(code)
})

test('every failure and refusal has a sentence in both languages that says something of its own', () => {
  for (const t of [messagesZh, messagesEn]) {
    const failed = FAILURE_CODES.map((code) => t.commandTrouble({ kind: 'failed', code, detail: '' }))
    const refused = PLAIN_REFUSALS.map((code) =>
      t.commandTrouble({ kind: 'refused', command: 'edit-failure', reasons: [{ code }] }),
    )
    const roles = t.commandTrouble({
      kind: 'refused',
      command: 'edit-failure',
      reasons: [{ code: 'role', roles: ['QAL', 'FRB'] }],
    })
    const all = [...failed, ...refused, roles]
    expect(new Set(all).size).toBe(all.length)
    expect(all.filter((sentence) => sentence.length < 8)).toEqual([])
    expect(roles).toContain(t.roleName('FRB'))
  }
})

test('a field changed meanwhile keeps both values, who and when', async () => {
  const field = {
    table: 'failures',
    record: 'f1',
    field: 'severity',
    seen: '3',
    present: '2',
    wanted: '1',
    by: '李工',
    at: 5,
  } as const
  const end = await createCommandRunner().run(() => Promise.reject(new ChangedMeanwhile([field])))
  expect(end).toEqual({ ended: 'stopped', trouble: { kind: 'changed-meanwhile', fields: [field] } })
})
