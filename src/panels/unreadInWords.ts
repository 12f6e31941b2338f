/** Why an answer cannot be taken, as the form says it under the field. */
import type { MissingItem } from '../domain/filingGate'
import type { Unread } from '../domain/typedValue'
import { formatCount } from '../i18n/format'
import type { Messages } from '../i18n/messages'
import type { Language } from '../i18n/translation'

type Refused = Pick<Unread, 'why' | 'limit'>

export const unreadInWords = ({ why, limit }: Refused, t: Messages, language: Language): string =>
  t.unread(why, limit === undefined ? '' : formatCount(limit, language))

export function missingInWords({ why, limit }: MissingItem, t: Messages, language: Language): string {
  switch (why) {
    case 'missing':
    case 'too-short':
    case 'in-the-future':
    case 'not-precise-enough':
    case 'not-checked':
      return t.missingWhy(why)
    default:
      return unreadInWords(limit === undefined ? { why } : { why, limit }, t, language)
  }
}
