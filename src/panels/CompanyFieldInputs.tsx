/** The company's own fields as a group of a form, and the way to one more for whoever may add it. */
import { Link } from 'wouter'
import { companyFieldsOfTable, formCompanyFields } from '../domain/companyFields'
import type { CompanyTable } from '../domain/records/companyField'
import { permits } from '../domain/workflow/permits'
import { wordsOfCompanyFields } from '../i18n/companyFields'
import { useText } from '../ui/LanguageContext'
import { useCompanyFields } from './useCompanyFields'
import { FieldInput } from './FieldInput'
import { usePerson } from './usePerson'
import './companyFieldInputs.css'

interface Props {
  readonly table: CompanyTable
  readonly valueOf: (name: string) => unknown
  readonly onChange: (name: string, value: unknown) => void
  readonly idOf: (name: string) => string
  readonly isAsked?: (name: string) => boolean
  readonly problemOf?: (name: string) => string | null
  /** `form-grid` in dialogs, `form-pair` on pages. */
  readonly layout?: 'form-grid' | 'form-pair'
}

export function CompanyFieldInputs({
  table,
  valueOf,
  onChange,
  idOf,
  isAsked,
  problemOf,
  layout = 'form-grid',
}: Props) {
  const { language } = useText()
  const words = wordsOfCompanyFields(language)
  const company = useCompanyFields()
  const mayAdd = permits('save-company-field', usePerson()).length === 0
  const names = formCompanyFields(company, table)
  const fields = companyFieldsOfTable(company, table)
  if (names.length === 0 && !mayAdd) return null
  const add = mayAdd ? (
    <Link className="small company-add" href={`/data/fields?table=${table}&add=1`}>
      {words.addFromForm}
    </Link>
  ) : null
  if (names.length === 0) return <p className="company-none">{add}</p>
  return (
    <fieldset className={layout === 'form-pair' ? 'question' : 'form-group'}>
      <legend>{words.title}</legend>
      <div className={layout}>
        {names.map((name) => {
          const field = fields[name]
          return field === undefined ? null : (
            <FieldInput
              key={name}
              id={idOf(name)}
              field={field}
              value={valueOf(name)}
              required={isAsked?.(name) === true}
              problem={problemOf?.(name) ?? null}
              onChange={(value) => onChange(name, value)}
            />
          )
        })}
      </div>
      {add}
    </fieldset>
  )
}
