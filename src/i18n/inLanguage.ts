/** What depends on the language alone: one of two texts, how a list is joined, how a label stands before its text. */
import type { Language } from './translation'

/** One of two things by language, as sentences of two languages that are both loaded. */
export const inLanguage = <T>(language: Language, choices: Readonly<Record<Language, T>>): T => choices[language]

/** The tag of a language for the `lang` attribute. */
export const LANGUAGE_TAG: Readonly<Record<Language, string>> = { zh: 'zh-CN', en: 'en' }

/** A language in its own words. */
export const LANGUAGE_NAME: Readonly<Record<Language, string>> = { zh: '中文', en: 'English' }

export const OTHER_LANGUAGE: Readonly<Record<Language, Language>> = { zh: 'en', en: 'zh' }

const COMMA: Readonly<Record<Language, string>> = { zh: '、', en: ', ' }
const SEMICOLON: Readonly<Record<Language, string>> = { zh: '；', en: '; ' }
const COLON: Readonly<Record<Language, string>> = { zh: '：', en: ': ' }
const YES_NO: Readonly<Record<Language, readonly [yes: string, no: string]>> = { zh: ['是', '否'], en: ['Yes', 'No'] }

/** `阀、管` or `valve, pipe`. */
export const listed = (items: readonly string[], language: Language): string => items.join(COMMA[language])

/** Sentences or parts that hold commas of their own: `…；…` or `…; …`. */
export const listedParts = (parts: readonly string[], language: Language): string => parts.join(SEMICOLON[language])

/** `期间：2026 年` or `Period: 2026`. */
export const labelled = (label: string, text: string, language: Language): string => label + COLON[language] + text

export const yesOrNo = (value: boolean, language: Language): string => YES_NO[language][value ? 0 : 1]
