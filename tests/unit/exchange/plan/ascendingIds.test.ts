import { expect, test } from 'vitest'
import { ascendingIds } from '../../../../src/exchange/plan/ascendingIds'

test('ids count on from the first, with its head and as many digits', () => {
  const next = ascendingIds(() => '0199aaaa-bbbb-7ccc-8ddd-0000000000ff')
  expect([next(), next(), next()]).toEqual([
    '0199aaaa-bbbb-7ccc-8ddd-0000000000ff',
    '0199aaaa-bbbb-7ccc-8ddd-000000000100',
    '0199aaaa-bbbb-7ccc-8ddd-000000000101',
  ])
})

test('where the digits run out a new first id is asked for, so no id is made twice', () => {
  const firsts = ['0199aaaa-bbbb-7ccc-8ddd-ffffffffffff', '0199aaaa-eeee-7ccc-8ddd-000000000007']
  const next = ascendingIds(() => firsts.shift() ?? '')
  expect([next(), next(), next()]).toEqual([
    '0199aaaa-bbbb-7ccc-8ddd-ffffffffffff',
    '0199aaaa-eeee-7ccc-8ddd-000000000007',
    '0199aaaa-eeee-7ccc-8ddd-000000000008',
  ])
})

test('ids that are no UUIDs are taken as they come', () => {
  let made = 0
  const next = ascendingIds(() => `r${(made += 1)}`)
  expect([next(), next()]).toEqual(['r1', 'r2'])
})
