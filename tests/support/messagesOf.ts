/** The sentences a test expects on the screen, both languages at hand. */
import type { Messages } from '../../src/i18n/messages'
import { messagesEn } from '../../src/i18n/messagesEn'
import { messagesZh } from '../../src/i18n/messagesZh'
import type { Language } from '../../src/i18n/translation'

export const messagesOf = (language: Language): Messages => (language === 'zh' ? messagesZh : messagesEn)
