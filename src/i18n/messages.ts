/**
 * The sentences of one language, loaded when somebody reads it: both together are a quarter of the first load. The build
 * gives each language its own copy of the area files and drops the other half (`vite.config.ts`).
 */
import type { messagesZh } from './messagesZh'
import type { Language, Translation } from './translation'

export type Messages = Translation<typeof messagesZh>

const PACKS: Readonly<Record<Language, () => Promise<Messages>>> = {
  zh: () => import('./messagesZh').then(({ messagesZh }) => messagesZh),
  en: () => import('./messagesEn').then(({ messagesEn }) => messagesEn),
}
const loaded = new Map<Language, Messages>()

export async function loadMessages(language: Language): Promise<Messages> {
  const messages = loaded.get(language) ?? (await PACKS[language]())
  loaded.set(language, messages)
  return messages
}

/** Null until they are loaded. */
export const messagesIfLoaded = (language: Language): Messages | null => loaded.get(language) ?? null
