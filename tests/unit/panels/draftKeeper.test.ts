import { beforeEach, describe, expect, test, vi } from 'vitest'
import { createDraftKeeper, type DraftFields, type DraftKeeper } from '../../../src/panels/draftKeeper'
import { allDrafts } from '../../../src/store/drafts'
import type { FracasDatabase } from '../../../src/store/database'
import { freshDatabase } from '../../support/freshDatabase'

const FORM = 'handlings:new:f1'
let db: FracasDatabase
beforeEach(() => {
  db = freshDatabase()
})

async function opened(initial: DraftFields = {}, more: object = {}): Promise<DraftKeeper> {
  const keeper = createDraftKeeper({ form: FORM, initial, db, claim: async () => true, pauseMs: 0, ...more })
  await keeper.open()
  return keeper
}
const type = (keeper: DraftKeeper, typed: DraftFields): void => keeper.change((fields) => ({ ...fields, ...typed }))

describe('what is typed', () => {
  test('is on disk a moment later without being asked for', async () => {
    const keeper = await opened()
    type(keeper, { measure: '更换中继阀' })
    expect(keeper.state().status).toBe('saving')
    await vi.waitFor(() => expect(keeper.state().status).toBe('saved'))
    expect(await allDrafts(db)).toMatchObject([{ form: FORM, fields: { measure: '更换中继阀' } }])
  })

  test('is found by the next form of its kind after the page was killed, and by no other', async () => {
    const killed = await opened()
    type(killed, { measure: '更换中继阀' })
    await killed.flush()
    expect((await opened()).state()).toMatchObject({ fields: { measure: '更换中继阀' }, isTouched: false })
    const other = createDraftKeeper({ form: 'handlings:new:f2', initial: {}, db, claim: async () => true })
    await other.open()
    expect(other.state()).toMatchObject({ fields: {}, recoveredFrom: null })
  })

  test('is never overwritten by an answer that comes late', async () => {
    const keeper = await opened()
    let answer: (depot: string) => void = () => undefined
    const asked = new Promise<string>((resolve) => (answer = resolve)).then((depotId) => type(keeper, { depotId }))
    type(keeper, { trainId: 't1' })
    type(keeper, { description: '排风慢' })
    answer('d1')
    await asked
    expect(keeper.state().fields).toEqual({ trainId: 't1', description: '排风慢', depotId: 'd1' })
  })
})

describe('an untouched form', () => {
  test('is no draft', async () => {
    const keeper = await opened({ handler: '何工' })
    type(keeper, { handler: '何工' })
    await keeper.flush()
    expect(await allDrafts(db)).toEqual([])
  })

  test('is what a form becomes when the typing is taken back', async () => {
    const keeper = await opened({ handler: '何工' })
    type(keeper, { measure: '更换' })
    await keeper.flush()
    keeper.change(() => ({ handler: '何工' }))
    await keeper.flush()
    expect(await allDrafts(db)).toEqual([])
    expect(keeper.state().savedAt).toBeNull()
  })
})

test('reverting returns to the words of the earlier session', async () => {
  const first = await opened()
  type(first, { measure: '昨天写的' })
  await first.flush()
  const second = await opened()
  type(second, { measure: '今天改坏的' })
  expect(second.state().isTouched).toBe(true)
  second.revert()
  await second.flush()
  expect(second.state()).toMatchObject({ fields: { measure: '昨天写的' }, isTouched: false })
  expect(await allDrafts(db)).toMatchObject([{ fields: { measure: '昨天写的' } }])
})

test('a draft thrown away is gone, and the form begins anew', async () => {
  const keeper = await opened({ qty: 1 })
  type(keeper, { measure: '更换' })
  await keeper.flush()
  await keeper.drop()
  expect(keeper.state()).toMatchObject({ fields: { qty: 1 }, isTouched: false, savedAt: null })
  expect(await allDrafts(db)).toEqual([])
})

test('a draft set aside stays, and is opened only when it is asked for', async () => {
  const keeper = await opened()
  type(keeper, { measure: '先放一边' })
  await keeper.setAside({})
  expect(keeper.state().fields).toEqual({})
  expect((await opened()).state().recoveredFrom).toBeNull()
  const [aside] = await allDrafts(db)
  expect(aside).toMatchObject({ isSetAside: true, fields: { measure: '先放一边' } })
  expect((await opened({}, { wanted: aside?.id })).state().fields).toEqual({ measure: '先放一边' })
})

test('a draft another tab holds is left to it', async () => {
  const first = await opened()
  type(first, { measure: '第一个标签页' })
  await first.flush()
  const taken = first.state().id
  const second = await opened({}, { claim: async (id: string) => id !== taken })
  expect(second.state().fields).toEqual({})
  type(second, { measure: '第二个标签页' })
  await second.flush()
  expect(await allDrafts(db)).toHaveLength(2)
})

test('with a full disk the form says so, keeps the text, and writes it when there is room again', async () => {
  const keeper = await opened()
  const put = vi.spyOn(db.drafts, 'put').mockRejectedValue(new DOMException('full', 'QuotaExceededError'))
  type(keeper, { measure: '更换中继阀' })
  await keeper.flush()
  expect(keeper.state()).toMatchObject({ status: 'failed', fields: { measure: '更换中继阀' } })
  type(keeper, { handler: '何工' })
  expect(keeper.state().status).toBe('failed')
  put.mockRestore()
  await keeper.flush()
  expect(keeper.state().status).toBe('saved')
  expect(await allDrafts(db)).toMatchObject([{ fields: { measure: '更换中继阀', handler: '何工' } }])
})
