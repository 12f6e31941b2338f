/** The filled fields of a record that hangs on a failure. */
import { Fragment } from 'react'
import type { Fields } from '../domain/records/field'
import { useFieldText } from './FailureFacts'
import { useEngine } from './useEngine'
import { SERIAL_FIELDS, SerialLink } from './SerialLink'
import { useText } from '../ui/LanguageContext'

export function RecordFacts({
  fields,
  record,
  hide,
}: {
  readonly fields: Fields
  readonly record: object
  readonly hide: readonly string[]
}) {
  const { language } = useText()
  const text = useFieldText()
  const { answer: names } = useEngine('all-names', (engine) => engine.allNames())
  const values = record as Readonly<Record<string, unknown>>
  return (
    <dl className="facts">
      {Object.entries(fields)
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
