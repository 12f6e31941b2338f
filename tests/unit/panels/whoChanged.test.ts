import { expect, test } from 'vitest'
import { messagesEn, messagesZh } from '../../support/messagesOf'
import { whoChanged } from '../../../src/panels/whoChanged'

test('a change is signed with name and role, as far as both are known', () => {
  const by = (actor: string, role?: string) => ({ actor, device: '3F2A', ...(role === undefined ? {} : { role }) })
  expect(whoChanged(by('王工', 'SSM'), messagesZh)).toBe('王工 · 服务站主管')
  expect(whoChanged(by('Wang', 'SSM'), messagesEn)).toBe(`Wang · ${messagesEn.roleName('SSM')}`)
  expect(whoChanged(by('王工'), messagesZh)).toBe('王工')
  expect(whoChanged(by('', 'NEW_ROLE'), messagesZh)).toBe('3F2A')
})
