import 'fake-indexeddb/auto'
import { afterEach, expect, test } from 'vitest'
import { localPerson } from '../../../src/domain/person'
import { FracasDatabase } from '../../../src/store/database'
import { isOwnAddress, removeView, savedViews, saveView } from '../../../src/store/savedViews'

const db = new FracasDatabase('saved-views')
const person = localPerson('李工', 'QAL')
afterEach(async () => db.delete())

test('a view keeps its address under its name, goes and leaves the others', async () => {
  await db.open()
  await saveView('  本月未关 ', '/failures?f=state.is.ANALYSIS', person, db)
  await saveView('中继阀寿命', '/products?node=n1&tab=life', person, db)
  const views = await savedViews(db)
  expect(views.map(({ name, address }) => [name, address])).toEqual([
    ['本月未关', '/failures?f=state.is.ANALYSIS'],
    ['中继阀寿命', '/products?node=n1&tab=life'],
  ])
  await removeView(views[0]?.id ?? '', person, db)
  expect((await savedViews(db)).map(({ name }) => name)).toEqual(['中继阀寿命'])
})

test('only addresses of the program itself are views, whatever another device wrote', async () => {
  await db.open()
  await saveView('fremd', 'https://example.org/', person, db)
  await saveView('doppelt', '//example.org/', person, db)
  expect(await savedViews(db)).toEqual([])
  for (const bad of ['javascript:alert(1)', '/\\example.org', 'failures', '/a b', 5, null])
    expect(isOwnAddress(bad)).toBe(false)
  expect(isOwnAddress('/failures?q=漏风')).toBe(true)
})
