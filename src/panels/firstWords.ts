/** The first words somebody wrote into a form, by which they know the draft again. */
import { isUnread } from '../domain/typedValue'

/** Where a form holds sentences, those come first. */
const SENTENCES = ['description', 'measure', 'rootCauseText', 'why', '#why', 'note', 'title', 'minutes', 'remark']
const LONGEST = 60

/** @param fields of a draft, as the form that files a failure or a form of one record keeps them */
export function firstWords(fields: Readonly<Record<string, unknown>>): string {
  const touched = fields['touched']
  const typed = (typeof touched === 'object' && touched !== null ? touched : fields) as Readonly<
    Record<string, unknown>
  >
  for (const name of [...SENTENCES, ...(typed === touched ? Object.keys(typed) : ['nodeText'])]) {
    const value = typed[name]
    const words = isUnread(value) ? value.unread : value
    if (typeof words === 'string' && words.trim() !== '') {
      const letters = [...words.trim()]
      return letters.length > LONGEST ? `${letters.slice(0, LONGEST).join('')}…` : letters.join('')
    }
  }
  return ''
}
