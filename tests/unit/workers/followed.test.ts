import { expect, test } from 'vitest'
import { followed } from '../../../src/workers/followed'

test('progress is told while the work lasts, and no more when it comes after the answer', async () => {
  const told: string[] = []
  let late: (stage: string) => void = () => undefined
  const answer = await followed(
    (stage: string) => told.push(stage),
    async (onStage) => {
      onStage('reading')
      late = onStage
      return 'done'
    },
  )
  late('still reading')
  expect([answer, ...told]).toEqual(['done', 'reading'])
})

test('nor when the work failed or was cancelled', async () => {
  const told: string[] = []
  let late: (stage: string) => void = () => undefined
  const refused = followed(
    (stage: string) => told.push(stage),
    async (onStage) => {
      late = onStage
      throw new Error('cancelled')
    },
  )
  await expect(refused).rejects.toThrow('cancelled')
  late('still writing')
  expect(told).toEqual([])
})
