import { expect, test } from 'vitest'
import { mtbfOf } from '../../../src/metrics/nodeFigures'
import { inTreeOrder, nodeRate } from '../../../src/screens/products/treeOrder'
import type { TreeNodeView, TreeView } from '../../../src/workers/engineAnswers'

const TRAIN_KM = 2_000_000

function node(id: string, parentId: string | null, failures: number, quantity: number): TreeNodeView {
  const exposureKm = TRAIN_KM * quantity
  return {
    id,
    parentId,
    name: id,
    partNo: id,
    level: parentId === null ? 1 : 2,
    hasChildren: parentId === null,
    criticality: '',
    figures: {
      nodeId: id,
      own: failures,
      failures,
      rated: failures,
      quantity,
      exposureKm,
      mtbf: mtbfOf(failures, exposureKm),
    },
  }
}

const tree: TreeView = {
  version: 1,
  nodes: [
    node('A', null, 10, 1),
    node('A1', 'A', 4, 1),
    node('A2', 'A', 6, 12),
    node('B', null, 30, 2),
    node('B1', 'B', 0, 2),
  ],
  unassigned: 0,
  counted: 40,
  exposure: { trainKm: TRAIN_KM, trains: 10, from: 0, to: 1, coverage: 1, extrapolatedKm: 0 } as TreeView['exposure'],
}
const order = (...args: Parameters<typeof inTreeOrder>) => inTreeOrder(...args).map(({ id }) => id)

test('parts are sorted inside their assembly, and an assembly takes its parts along', () => {
  expect(order(tree, 'bom', 'train')).toEqual(['A', 'A1', 'A2', 'B', 'B1'])
  expect(order(tree, 'failures', 'train')).toEqual(['B', 'B1', 'A', 'A2', 'A1'])
})

test('a rate over the trains adds up along the tree, one over the parts does not count twelve of them as one', () => {
  const rate = (id: string, basis: 'train' | 'part') => {
    const found = tree.nodes.find((one) => one.id === id)
    return found === undefined ? null : (nodeRate(found, TRAIN_KM, basis)?.rate ?? null)
  }
  expect(rate('A1', 'train')).toBeCloseTo(2e-6, 12)
  expect(rate('A2', 'train')).toBeCloseTo(3e-6, 12)
  expect((rate('A1', 'train') ?? 0) + (rate('A2', 'train') ?? 0)).toBeCloseTo(rate('A', 'train') ?? 0, 12)
  expect(rate('A2', 'part')).toBeCloseTo(0.25e-6, 12)
  expect(order(tree, 'rate', 'train').slice(-2)).toEqual(['A2', 'A1'])
  expect(order(tree, 'rate', 'part').slice(-2)).toEqual(['A1', 'A2'])
})

test('a part without failures has no lower bound and comes last', () => {
  expect(order(tree, 'rateLower', 'part').at(1)).toBe('B1')
  expect(nodeRate(tree.nodes[4] as TreeNodeView, TRAIN_KM, 'part')).toMatchObject({ rate: 0, lower: null })
})
