/** The sentences a test expects on the screen, both languages at hand. */
import { firstMessagesEn } from '../../src/i18n/firstMessagesEn'
import { firstMessagesZh } from '../../src/i18n/firstMessagesZh'
import type { Messages } from '../../src/i18n/messages'
import { screenMessagesEn } from '../../src/i18n/screenMessagesEn'
import { screenMessagesZh } from '../../src/i18n/screenMessagesZh'
import type { Language } from '../../src/i18n/translation'

export const messagesZh: Messages = { ...firstMessagesZh, ...screenMessagesZh }
export const messagesEn: Messages = { ...firstMessagesEn, ...screenMessagesEn }

export const messagesOf = (language: Language): Messages => (language === 'zh' ? messagesZh : messagesEn)
