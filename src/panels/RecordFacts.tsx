/** The filled fields of a record that hangs on a failure. */
import { Fragment } from 'react'
import { shownCompanyFields } from '../domain/companyFields'
import type { CompanyTable } from '../domain/records/companyField'
import type { Fields } from '../domain/records/field'
import type { TableName } from '../domain/records/tables'
import { ConflictMark } from './ConflictMark'
import { useFieldText } from './FailureFacts'
import { useCompanyFields } from './useCompanyFields'
import { useDisputedFields } from './useConflicts'
import { useEngine } from './useEngine'
import { SERIAL_FIELDS, SerialLink } from './SerialLink'
import { useText } from '../ui/LanguageContext'

export function RecordFacts({
  fields,
  record,
  hide,
  company,
  table,
}: {
  readonly fields: Fields
  readonly record: object
  readonly hide: readonly string[]
  /** Shows what the record says in fields the company added as well. */
  readonly company?: CompanyTable | undefined
  /** Of what table a stored record is: fields on which devices disagree are then marked. */
  readonly table?: TableName
}) {
  const { language } = useText()
  const text = useFieldText()
  const { answer: names } = useEngine('all-names', (engine) => engine.allNames())
  const values = record as Readonly<Record<string, unknown>>
  const known = useCompanyFields()
  const id = String(values['id'] ?? '')
  const disputed = useDisputedFields(table, id)
  const own = company === undefined ? [] : shownCompanyFields(known, company, record)
  return (
    <dl className="facts">
      {[...Object.entries(fields), ...own]
        .filter(([name]) => !hide.includes(name))
        .map(([name, field]) => {
          const shown = text(field, values[name], names ?? {})
          return shown === '' && !disputed.has(name) ? null : (
            <Fragment key={name}>
              <dt>{field[language]}</dt>
              <dd>
                {SERIAL_FIELDS.has(name) ? <SerialLink serial={shown} /> : shown}
                {table !== undefined && disputed.has(name) ? <ConflictMark table={table} id={id} /> : null}
              </dd>
            </Fragment>
          )
        })}
    </dl>
  )
}
