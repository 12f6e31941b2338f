/** What depends on the language alone: one of two things, how a list is joined, how a label stands before its text. */
import type { Language } from './translation'

type Both<T> = Readonly<Record<Language, T>>

/** One of two things by language. */
export const inLanguage = <T>(language: Language, choices: Both<T>): T => choices[language]

/** The tag of a language for the `lang` attribute. */
export const LANGUAGE_TAG: Both<string> = { zh: 'zh-CN', en: 'en' }

/** A language in its own words. */
export const LANGUAGE_NAME: Both<string> = { zh: '中文', en: 'English' }

export const OTHER_LANGUAGE: Both<Language> = { zh: 'en', en: 'zh' }

export const LIST_COMMA: Both<string> = { zh: '、', en: ', ' }
export const SEMICOLON: Both<string> = { zh: '；', en: '; ' }
export const COLON: Both<string> = { zh: '：', en: ': ' }

const YES_NO: Both<readonly [yes: string, no: string]> = { zh: ['是', '否'], en: ['Yes', 'No'] }

/** `阀、管` or `valve, pipe`. */
export const listed = (items: readonly string[], language: Language): string => items.join(LIST_COMMA[language])

export const yesOrNo = (value: boolean, language: Language): string => YES_NO[language][value ? 0 : 1]
