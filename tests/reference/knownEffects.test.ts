/** In the simulated company one retrofit worked and one change did nothing; the program must find out which, from the workbooks alone. */
import { expect, test } from 'vitest'
import { dayNumber } from '../../src/domain/moment'
import { actionEffect } from '../../src/metrics/actionEffect'
import { knownFleet } from '../support/knownFleet'

const { data } = knownFleet()
const nodeOf = (partNo: string): string =>
  [...data.fleet.tree.nodes.values()].find((node) => node.partNo === partNo)?.id ?? ''
const effectOf = (partNo: string, effectiveAt: string) =>
  actionEffect(data, {
    nodeId: nodeOf(partNo),
    symptomCode: '',
    effectiveDay: dayNumber(effectiveAt),
    trainNos: [],
    items: null,
  })

test('the retrofit of the relay valve in April 2016 worked: about 62% fewer failures', () => {
  const { verdict, before, after } = effectOf('BK-1210', '2016-04-01')
  if (verdict.status !== 'estimated') throw new Error(verdict.reason)
  expect(verdict.verdict).toBe('effective')
  // The world has 45 and 13; the ledger does not say of one later event which part it was, and the program does not guess.
  expect([before.rows.length, after.rows.length]).toEqual([45, 12])
  expect(before.trainKm / 29_990_462).toBeCloseTo(1, 2)
  expect(after.trainKm / 22_671_074).toBeCloseTo(1, 2)
  expect(verdict.ratio.ratio).toBeCloseTo(0.382, 1)
  expect(verdict.ratio.upper).toBeLessThan(1)
})

test('the change of the power board in October 2015 did nothing', () => {
  const { verdict, before, after } = effectOf('BK-1110', '2015-10-01')
  if (verdict.status !== 'estimated') throw new Error(verdict.reason)
  expect(verdict.verdict).toBe('ineffective')
  expect([before.rows.length, after.rows.length]).toEqual([22, 31])
  expect(verdict.ratio.ratio).toBeCloseTo(1.045, 1)
})
