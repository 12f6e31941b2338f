/** Which keys do what: the one table that the listener obeys and the sheet of keys shows. */
import { keepChoice, keptChoice } from '../../ui/keptChoice'

/** Screens reached by `g` and a letter. */
export const PLACES = {
  h: '/',
  f: '/failures',
  w: '/work',
  a: '/alerts',
  p: '/problems',
  t: '/products',
  r: '/reports',
  k: '/knowledge',
  d: '/data',
  s: '/settings',
} as const
export type PlaceKey = keyof typeof PLACES

export const isPlaceKey = (key: string): key is PlaceKey => Object.hasOwn(PLACES, key)

export type Pressed =
  | { readonly does: 'palette' | 'keys' | 'search' | 'report' | 'await-place' }
  | { readonly does: 'go'; readonly to: string }

export interface KeyPress {
  readonly key: string
  readonly hasModifier: boolean
  readonly isCommand: boolean
  /** In a field, or while an input method composes: single letters belong to the text. */
  readonly isTyping: boolean
}

/**
 * What a key asks for; null when it is none of ours.
 * @param awaitsPlace `g` was pressed just before
 * @param single whether single letters are on
 */
export function pressed(press: KeyPress, awaitsPlace: boolean, single: boolean): Pressed | null {
  const { key, hasModifier, isCommand, isTyping } = press
  if (isCommand && key.toLowerCase() === 'k') return { does: 'palette' }
  if (hasModifier || isTyping || !single) return null
  if (awaitsPlace) return isPlaceKey(key) ? { does: 'go', to: PLACES[key] } : null
  if (key === '/') return { does: 'search' }
  if (key === '?') return { does: 'keys' }
  if (key === 'c') return { does: 'report' }
  return key === 'g' ? { does: 'await-place' } : null
}

const STORED_AS = 'fracas.singleKeys'

/** WCAG 2.1.4: who speaks or trembles can switch keys of one letter off. */
export const singleKeysOn = (): boolean => keptChoice(STORED_AS) !== 'off'
export const setSingleKeys = (on: boolean): void => keepChoice(STORED_AS, on ? 'on' : 'off')
