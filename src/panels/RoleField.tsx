/** The role a person has in the company, in its words. */
import { partyFields } from '../domain/records/party'
import { ROLES } from '../domain/workflow/roles'
import { useText } from '../ui/LanguageContext'

interface Props {
  readonly id: string
  readonly value: unknown
  readonly onChange: (value: unknown) => void
}

export function RoleField({ id, value, onChange }: Props) {
  const { t, language } = useText()
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>
        {partyFields.role[language]}
      </label>
      <select
        id={id}
        className="input"
        value={typeof value === 'string' ? value : ''}
        onChange={(event) => onChange(event.target.value === '' ? undefined : event.target.value)}
      >
        <option value="" />
        {ROLES.map((role) => (
          <option key={role} value={role}>
            {t.roleName(role)}
          </option>
        ))}
      </select>
    </div>
  )
}
