import { expect, test } from 'vitest'
import { pressed, type KeyPress } from '../../../src/panels/palette/shortcuts'

const press = (key: string, more: Partial<KeyPress> = {}): KeyPress => ({
  key,
  hasModifier: false,
  isCommand: false,
  isTyping: false,
  ...more,
})

test('Ctrl K finds anything, also from inside a field and with single letters off', () => {
  expect(pressed(press('k', { hasModifier: true, isCommand: true, isTyping: true }), false, false)).toEqual({
    does: 'palette',
  })
})

test('single letters are dead while typing, with a modifier, and when they are switched off', () => {
  for (const key of ['c', '/', '?', 'g']) {
    expect(pressed(press(key), false, true)).not.toBeNull()
    expect(pressed(press(key, { isTyping: true }), false, true)).toBeNull()
    expect(pressed(press(key, { hasModifier: true }), false, true)).toBeNull()
    expect(pressed(press(key), false, false)).toBeNull()
  }
})

test('g and a letter go to a screen; g and anything else does nothing', () => {
  expect(pressed(press('g'), false, true)).toEqual({ does: 'await-place' })
  expect(pressed(press('f'), true, true)).toEqual({ does: 'go', to: '/failures' })
  expect(pressed(press('c'), true, true)).toBeNull()
  expect(pressed(press('constructor'), true, true)).toBeNull()
})
