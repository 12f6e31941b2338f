/** All sentences of the program, by area. Chinese is written first; English must have the same keys and parameters. */
import { shellEn, shellZh } from './shell'
import type { Language, Translation } from './translation'

const zh = { ...shellZh }
const en: Translation<typeof zh> = { ...shellEn }

export type Messages = Translation<typeof zh>

export const messagesOf = (language: Language): Messages => (language === 'zh' ? zh : en)
