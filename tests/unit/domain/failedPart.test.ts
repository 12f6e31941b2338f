import { expect, test } from 'vitest'
import { partOfAction } from '../../../src/domain/failedPart'

test('an action is about the part that failed, and about the part of a problem where that was chosen for itself', () => {
  const failure = { bomNodeId: 'relay', actualNodeId: 'switch' }
  expect(partOfAction(failure, null)).toBe('switch')
  expect(partOfAction({ bomNodeId: 'relay' }, null)).toBe('relay')
  // Made of the report, before anybody had looked inside.
  expect(partOfAction(failure, { bomNodeId: 'relay' })).toBe('switch')
  expect(partOfAction(failure, { bomNodeId: 'control' })).toBe('control')
  expect(partOfAction({ bomNodeId: 'relay' }, { bomNodeId: 'control' })).toBe('control')
  expect(partOfAction(failure, {})).toBe('switch')
})
