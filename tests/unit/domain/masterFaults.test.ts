import { expect, test } from 'vitest'
import { masterFaults } from '../../../src/domain/masterFaults'

test('a part that is not stored yet stands under a root like any other', () => {
  const root = { id: 'r', name: '制动系统', qty: 1 }
  expect(masterFaults('bomNodes', undefined, { id: '', name: '中继阀', qty: 4, parentId: 'r' }, [root])).toEqual([])
})

test('what stood there before is not held against whoever corrects something else', () => {
  const nameless = { id: 'n', partNo: 'A', qty: 1 }
  expect(masterFaults('bomNodes', nameless, { ...nameless, spec: 'DN20' }, [nameless])).toEqual([])
  expect(masterFaults('bomNodes', nameless, { ...nameless, qty: undefined }, [nameless])).toMatchObject([
    { code: 'needed', field: 'qty' },
  ])
})

test('a cycle in stored data does not hang the check', () => {
  const a = { id: 'a', name: 'A', qty: 1, parentId: 'b' }
  const b = { id: 'b', name: 'B', qty: 1, parentId: 'a' }
  const c = { id: 'c', name: 'C', qty: 1 }
  expect(masterFaults('bomNodes', c, { ...c, parentId: 'a' }, [a, b, c])).toEqual([])
})
