/**
 * The sentences of one language, loaded when somebody reads it, in two packs: what the frame and the first page say, and
 * the rest, which comes with the first screen that is loaded later. The build gives each language its own copy of the area
 * files and drops the other half (`vite.config.ts`).
 */
import type { firstMessagesZh } from './firstMessagesZh'
import type { screenMessagesZh } from './screenMessagesZh'
import type { Language, Translation } from './translation'

type FirstMessages = Translation<typeof firstMessagesZh>
type ScreenMessages = Translation<typeof screenMessagesZh>

/** A part of the first load says only what the first pack holds; `firstLoad.test.ts` looks after that. */
export type Messages = FirstMessages & ScreenMessages

const FIRST: Readonly<Record<Language, () => Promise<FirstMessages>>> = {
  zh: () => import('./firstMessagesZh').then(({ firstMessagesZh }) => firstMessagesZh),
  en: () => import('./firstMessagesEn').then(({ firstMessagesEn }) => firstMessagesEn),
}
const SCREENS: Readonly<Record<Language, () => Promise<ScreenMessages>>> = {
  zh: () => import('./screenMessagesZh').then(({ screenMessagesZh }) => screenMessagesZh),
  en: () => import('./screenMessagesEn').then(({ screenMessagesEn }) => screenMessagesEn),
}

/** One object per language, so that what a component holds gains the second pack when it arrives. */
const loaded = new Map<Language, Messages>()
const isWhole = new Set<Language>()

export async function loadFirstMessages(language: Language): Promise<Messages> {
  const messages = loaded.get(language) ?? ({ ...(await FIRST[language]()) } as Messages)
  loaded.set(language, messages)
  return messages
}

/** Every sentence of a language. */
export async function loadMessages(language: Language): Promise<Messages> {
  const [messages, screens] = await Promise.all([loadFirstMessages(language), SCREENS[language]()])
  Object.assign(messages, screens)
  isWhole.add(language)
  return messages
}

/** What the first page needs; null until it is loaded. */
export const firstMessagesIfLoaded = (language: Language): Messages | null => loaded.get(language) ?? null

/** Null until every sentence is loaded. */
export const messagesIfLoaded = (language: Language): Messages | null =>
  isWhole.has(language) ? (loaded.get(language) ?? null) : null
