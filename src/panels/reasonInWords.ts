/** Why something failed, as a person should read it; a full disk and a plan that does not add up are named as such. */
import type { Messages } from '../i18n/messages'

export function reasonInWords(error: unknown, t: Messages): string {
  const { name, message } = error instanceof Error ? error : new Error(String(error))
  if (name === 'PlanUnsound') return t.importUnsound(t.tableName(message))
  return /quota/iu.test(`${name} ${message}`) ? t.storageFull : message
}
