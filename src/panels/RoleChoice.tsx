/** One of the roles of the company. */
import { ROLES } from '../domain/workflow/roles'
import { useText } from '../ui/LanguageContext'

interface Props {
  readonly id: string
  readonly label: string
  readonly value: unknown
  readonly onChange: (value: unknown) => void
}

export function RoleChoice({ id, label, value, onChange }: Props) {
  const { t } = useText()
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>
        {label}
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
