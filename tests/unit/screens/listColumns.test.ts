import { expect, test } from 'vitest'
import {
  columnsAsText,
  columnsFromText,
  groupsFromText,
  sortingAsText,
  sortingFromText,
} from '../../../src/screens/failures/listColumns'

test('columns keep their order and widths in the address', () => {
  const text = 'no:180,state,delayMin:64'
  const { fields, widths } = columnsFromText(text)
  expect(fields).toEqual(['no', 'state', 'delayMin'])
  expect(widths).toEqual({ no: 180, delayMin: 64 })
  expect(columnsAsText(fields, widths)).toBe(text)
})

test('unknown columns, repeated ones and widths nobody can read are left out', () => {
  const { fields, widths } = columnsFromText('no:2,constructor:90,state:99999,no:120,depotId:abc')
  expect(fields).toEqual(['no', 'state', 'depotId'])
  expect(widths).toEqual({})
})

test('several columns to sort by keep their order and direction', () => {
  const text = 'depotId.asc,occurredAt.desc'
  expect(sortingAsText(sortingFromText(text))).toBe(text)
  expect(sortingFromText('nonsense.asc,no.asc')).toEqual([{ field: 'no', descending: false }])
})

test('a table is grouped by at most three known columns of words', () => {
  expect(groupsFromText('depotId,delayMin,symptomCode,depotId,severity,state')).toEqual([
    'depotId',
    'symptomCode',
    'severity',
  ])
})
