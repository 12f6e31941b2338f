import { expect, test } from 'vitest'
import { localPerson } from '../../../src/domain/person'
import { addMaster, endMaster } from '../../../src/store/masterRecords'
import { peopleNames } from '../../../src/store/people'
import { freshDatabase } from '../../support/freshDatabase'
import { refusalsOf } from '../../support/refusalsOf'

const keeper = localPerson('吴工', 'ADM')

test('people in use are offered with the department they belong to; who has left is not, and nobody is there twice', async () => {
  const db = freshDatabase()
  const { id: parentId } = await addMaster('parties', { kind: 'department', name: '可靠性室' }, keeper, db)
  const sun = { kind: 'person', name: '孙工', parentId, role: 'REL' }
  await addMaster('parties', sun, keeper, db)
  const { id } = await addMaster('parties', { kind: 'person', name: '李工' }, keeper, db)
  expect(await peopleNames(db)).toEqual([
    { name: '李工', of: '' },
    { name: '孙工', of: '可靠性室' },
  ])
  await endMaster('parties', id, '2026-06-30', keeper, '调离', db)
  expect(await peopleNames(db)).toEqual([{ name: '孙工', of: '可靠性室' }])
  expect(await refusalsOf(addMaster('parties', sun, keeper, db))).toEqual(['double-place'])
})
