/** What keeps a failure from going on, in words: the field and what is wrong with it. */
import { type CompanyFields } from '../domain/companyFields'
import { fieldsOf } from '../domain/allFields'
import type { Missing } from '../domain/workflow/missing'
import type { Messages } from '../i18n/messages'
import type { Language } from '../i18n/translation'
import { NAMED } from '../i18n/workflow'

export function itemInWords(
  { table, field, reason, detail }: Missing,
  t: Messages,
  language: Language,
  company: CompanyFields,
): string {
  const name = field === null ? '' : (fieldsOf(table, company)[field]?.[language] ?? field)
  return `${name === '' ? '' : `${name}${t.colon}`}${t.missingReason(reason, detail ?? '')}`
}

/** For a button that waits for them: how many, and the first by name. An empty field is named alone. */
export function itemsInWords(
  missing: readonly Missing[],
  t: Messages,
  language: Language,
  company: CompanyFields,
): string {
  const names = missing.slice(0, NAMED).map((item) => {
    const name = item.field === null ? undefined : fieldsOf(item.table, company)[item.field]?.[language]
    return item.reason === 'missing' && name !== undefined ? name : itemInWords(item, t, language, company)
  })
  return t.loopMissingNamed(missing.length, names.join(t.listComma))
}
