/** Boards: blocks moved, and what is stored read back whatever it is. */
import { expect, test } from 'vitest'
import { boardValue, nextSize, readBoard, withMoved, type BoardBlock } from '../../../src/domain/board'
import { localPerson } from '../../../src/domain/person'
import { boards, removeBoard, saveBoard } from '../../../src/store/boards'
import { savedViews } from '../../../src/store/savedViews'
import { freshDatabase } from '../../support/freshDatabase'

const block = (id: string, change: Partial<BoardBlock> = {}): BoardBlock => ({
  id,
  kind: 'trend',
  size: 'half',
  nodeId: 'n1',
  vehicleType: '',
  depotId: 'd1',
  months: 24,
  by: '',
  ...change,
})
const three = [block('a'), block('b'), block('c')]
const order = (blocks: readonly BoardBlock[]): string => blocks.map(({ id }) => id).join('')

test('a block is moved to a place, and never beyond the first or the last', () => {
  expect(order(withMoved(three, 'a', 1))).toBe('bac')
  expect(order(withMoved(three, 'c', 0))).toBe('cab')
  expect(order(withMoved(three, 'b', 9))).toBe('acb')
  expect(order(withMoved(three, 'b', -1))).toBe('bac')
  expect(withMoved(three, 'gone', 0)).toBe(three)
})

test('widths go round', () => {
  expect([nextSize('third'), nextSize('half'), nextSize('full')]).toEqual(['half', 'full', 'third'])
})

test('what is no block is left out, and what a block does not say is as usual', () => {
  const board = { id: 'x', name: '周会', blocks: three }
  expect(readBoard('x', boardValue(board))).toEqual(board)
  expect(
    readBoard('x', { title: '周会', blocks: [{ id: 'a', kind: 'pareto' }, { id: 'b', kind: 'hologram' }, 7] })?.blocks,
  ).toEqual([{ id: 'a', kind: 'pareto', size: 'half', nodeId: '', vehicleType: '', depotId: '', months: 12, by: '' }])
  expect(readBoard('x', { blocks: [] })).toBeNull()
  expect(readBoard('x', null)).toBeNull()
})

test('boards of several people stand beside each other, apart from views, and one is removed alone', async () => {
  const db = freshDatabase()
  const person = localPerson('赵工', 'REL')
  await saveBoard({ id: 'b2', name: '乙', blocks: [] }, person, db)
  await saveBoard({ id: 'b1', name: '甲', blocks: three }, localPerson('何工', 'FSE'), db)
  expect((await boards(db)).map(({ name, blocks }) => [name, order(blocks)])).toEqual([
    ['甲', 'abc'],
    ['乙', ''],
  ])
  expect(await savedViews(db)).toEqual([])
  await removeBoard('b1', person, db)
  expect((await boards(db)).map(({ id }) => id)).toEqual(['b2'])
})
