import { expect, test } from 'vitest'
import { loadedOnce } from '../../../src/workers/loadedOnce'

test('a part is loaded once; an attempt that failed is made anew', async () => {
  let attempts = 0
  const part = loadedOnce(async () => {
    attempts += 1
    if (attempts < 3) throw new Error('offline')
    return 'the part'
  })
  await expect(part()).rejects.toThrow('offline')
  await expect(part()).rejects.toThrow('offline')
  expect(await Promise.all([part(), part(), part()])).toEqual(['the part', 'the part', 'the part'])
  expect(attempts).toBe(3)
})
