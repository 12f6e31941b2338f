/** Why something failed, as a person should read it; a full disk is named as such. */
import type { Messages } from '../i18n/messages'

export function reasonInWords(error: unknown, t: Messages): string {
  const { name, message } = error instanceof Error ? error : new Error(String(error))
  return /quota/iu.test(`${name} ${message}`) ? t.storageFull : message
}
