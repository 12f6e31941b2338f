import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dayNumber } from '../../../src/domain/moment'
import { mtbfOf, nodeFigures, partExposure } from '../../../src/metrics/nodeFigures'
import { fleetExposure } from '../../../src/metrics/scope'
import { aFleet, columnsOf, everyRow, NODES, ran } from './smallWorld'

const YEAR = { from: dayNumber('2016-01-01'), to: dayNumber('2017-01-01') }
const year = (nodes: typeof NODES) => {
  const fleet = aFleet({ nodes, readings: [ran('t1', '2016-01-01', '2016-12-31', 480_000)] })
  return { fleet, exposure: fleetExposure(fleet, ['t1'], YEAR.from, YEAR.to) }
}

function figuresOf(failuresAt: readonly string[], nodes = NODES) {
  const { fleet, exposure } = year(nodes)
  const columns = columnsOf(failuresAt.map((bomNodeId) => (bomNodeId === '' ? {} : { bomNodeId })))
  const { nodes: figures, unassigned } = nodeFigures({ columns, fleet }, everyRow(columns), exposure, 'analysed')
  return { unassigned, of: (id: string) => figures.find((node) => node.nodeId === id), figures }
}

const times = (count: number, nodeId: string): readonly string[] => Array.from({ length: count }, () => nodeId)

test('twelve failures in 480,000 train-km, one part a train: 25 per million km, 40,000 km between failures', () => {
  const dryer = figuresOf(times(12, 'dryer')).of('dryer')
  if (dryer?.mtbf.status !== 'estimated') throw new Error('it can be estimated')
  expect(dryer).toMatchObject({ failures: 12, quantity: 1 })
  expect(dryer.exposureKm).toBeCloseTo(480_000, 6)
  expect(dryer.mtbf.rate * 1e6).toBeCloseTo(25, 9)
  expect(dryer.mtbf.mtbf).toBeCloseTo(40_000, 6)
  // Chi-square tables: 38.885 is the 95 % point with 26 degrees of freedom, 13.848 the 5 % point with 24.
  expect((2 * 480_000) / dryer.mtbf.lower).toBeCloseTo(38.885, 3)
  expect((2 * 480_000) / (dryer.mtbf.upper ?? 0)).toBeCloseTo(13.848, 3)
})

test('without a failure there is a lower bound and no more', () => {
  // One-sided 90 %: T / ln 10.
  const { mtbf } = figuresOf([]).of('dryer') ?? {}
  expect(mtbf).toMatchObject({ failures: 0, sided: 'lower', mtbf: null, upper: null, rateLower: null })
  expect(mtbf?.status === 'estimated' ? mtbf.lower : 0).toBeCloseTo(480_000 / 2.302_585_093, 0)
})

test('without kilometres nothing is estimated', () => {
  expect(mtbfOf(3, 0)).toEqual({ status: 'not-estimable', reason: 'no-exposure' })
})

describe('along the tree', () => {
  test('a node has its own failures and those of everything below it', () => {
    const { of, unassigned } = figuresOf([
      ...times(1, 'control'),
      ...times(2, 'relay'),
      ...times(3, 'membrane'),
      ...times(4, 'dryer'),
      ...times(5, ''),
      'gone',
    ])
    expect(
      [of('control'), of('relay'), of('membrane'), of('dryer')].map((node) => [node?.own, node?.failures]),
    ).toEqual([
      [1, 6],
      [2, 5],
      [3, 3],
      [4, 4],
    ])
    expect(unassigned).toBe(6)
  })

  test('the quantities of the path multiply', () => {
    expect(['control', 'relay', 'membrane', 'dryer'].map((id) => figuresOf([]).of(id)?.quantity)).toEqual([
      8, 16, 48, 1,
    ])
    expect(figuresOf([]).of('membrane')?.exposureKm).toBeCloseTo(480_000 * 48, 3)
  })

  test('a part that works half of the time runs half of the way', () => {
    const { fleet } = year([...NODES, { id: 'heater', name: '加热器', qty: 2, dutyCycle: 0.5 }])
    expect(partExposure(fleet, 'heater', 480_000)).toEqual({ quantity: 2, exposureKm: 480_000 })
  })

  test('nothing is lost: own failures add up to what counts, and every parent is its own plus its children', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('control', 'relay', 'membrane', 'dryer', 'gone', ''), { maxLength: 60 }),
        (failuresAt) => {
          const { figures, of, unassigned } = figuresOf(failuresAt)
          expect(figures.reduce((sum, node) => sum + node.own, unassigned)).toBe(failuresAt.length)
          for (const node of figures) {
            const children = NODES.filter(({ parentId }) => parentId === node.nodeId)
            expect(node.failures).toBe(children.reduce((sum, { id }) => sum + (of(id)?.failures ?? 0), node.own))
          }
        },
      ),
      { seed: 5 },
    )
  })
})
