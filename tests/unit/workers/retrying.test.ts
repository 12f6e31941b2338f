import { expect, test } from 'vitest'
import { Retrying } from '../../../src/workers/retrying'

/** Time that passes when told. */
function clock() {
  const due: { readonly work: () => void; readonly delayMs: number }[] = []
  return {
    later: (work: () => void, delayMs: number): void => void due.push({ work, delayMs }),
    delays: () => due.map(({ delayMs }) => delayMs),
    pass: () => due.splice(0).forEach(({ work }) => work()),
  }
}

test('a failed attempt is tried again later, each time after a longer pause, until it succeeds', async () => {
  const [time, told] = [clock(), [] as unknown[]]
  let broken = 3
  const retrying = new Retrying(
    async () => {
      if ((broken -= 1) >= 0) throw new Error('disk full')
    },
    (error) => void told.push(error instanceof Error ? error.message : error),
    time.later,
  )
  await retrying.run()
  const pauses: number[] = []
  while (time.delays().length > 0) {
    pauses.push(...time.delays())
    time.pass()
    await retrying.run()
  }
  expect(pauses.length).toBeGreaterThan(0)
  expect([...pauses].sort((a, b) => a - b)).toEqual(pauses)
  expect(told.filter((said) => said === 'disk full')).toHaveLength(3)
  expect(told.at(-1)).toBeNull()
})

test('attempts never overlap, and whoever asks while one runs waits for one that began later', async () => {
  let [running, most, begun] = [0, 0, 0]
  const retrying = new Retrying(
    async () => {
      begun += 1
      running += 1
      most = Math.max(most, running)
      await new Promise((resolve) => setTimeout(resolve, 1))
      running -= 1
    },
    () => undefined,
    () => undefined,
  )
  const first = retrying.run()
  const begunBefore = begun
  await Promise.all([retrying.run(), retrying.run(), first])
  expect([begunBefore, begun, most]).toEqual([1, 2, 1])
})
