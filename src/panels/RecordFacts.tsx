/** The filled fields of a record that hangs on a failure. */
import { Fragment } from 'react'
import { shownCompanyFields } from '../domain/companyFields'
import type { CompanyTable } from '../domain/records/companyField'
import type { Fields } from '../domain/records/field'
import { useFieldText } from './FailureFacts'
import { useCompanyFields } from './useCompanyFields'
import { useEngine } from './useEngine'
import { SERIAL_FIELDS, SerialLink } from './SerialLink'
import { useText } from '../ui/LanguageContext'

export function RecordFacts({
  fields,
  record,
  hide,
  company,
}: {
  readonly fields: Fields
  readonly record: object
  readonly hide: readonly string[]
  /** Shows what the record says in fields the company added as well. */
  readonly company?: CompanyTable | undefined
}) {
  const { language } = useText()
  const text = useFieldText()
  const { answer: names } = useEngine('all-names', (engine) => engine.allNames())
  const values = record as Readonly<Record<string, unknown>>
  const known = useCompanyFields()
  const own = company === undefined ? [] : shownCompanyFields(known, company, record)
  return (
    <dl className="facts">
      {[...Object.entries(fields), ...own]
        .filter(([name]) => !hide.includes(name))
        .map(([name, field]) => {
          const shown = text(field, values[name], names ?? {})
          return shown === '' ? null : (
            <Fragment key={name}>
              <dt>{field[language]}</dt>
              <dd>{SERIAL_FIELDS.has(name) ? <SerialLink serial={shown} /> : shown}</dd>
            </Fragment>
          )
        })}
    </dl>
  )
}
