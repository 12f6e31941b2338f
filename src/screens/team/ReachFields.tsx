/** Whose records an account reaches, as it is typed. */
import type { PersonReach } from '../../domain/person'
import { useText } from '../../ui/LanguageContext'

export interface WrittenReach {
  readonly isLimited: boolean
  readonly stations: string
  readonly departments: string
}

const words = (text: string): readonly string[] =>
  text
    .split(/[,，、;；\n]/u)
    .map((word) => word.trim())
    .filter((word) => word !== '')

export const writtenReach = (reach: PersonReach): WrittenReach =>
  reach === 'all'
    ? { isLimited: false, stations: '', departments: '' }
    : { isLimited: true, stations: reach.stations.join(', '), departments: reach.departments.join(', ') }

export const reachOf = ({ isLimited, stations, departments }: WrittenReach): PersonReach =>
  isLimited ? { stations: words(stations), departments: words(departments) } : 'all'

interface Props {
  readonly reach: WrittenReach
  readonly onChange: (reach: WrittenReach) => void
}

export function ReachFields({ reach, onChange }: Props) {
  const { t } = useText()
  const field = (name: 'stations' | 'departments', label: string) => (
    <label className="field">
      <span className="field-label">{label}</span>
      <input
        className="input"
        value={reach[name]}
        onChange={(event) => onChange({ ...reach, [name]: event.target.value })}
      />
    </label>
  )
  return (
    <fieldset className="stack">
      <legend>{t.teamReach}</legend>
      <label className="row">
        <input
          type="checkbox"
          checked={reach.isLimited}
          onChange={(event) => onChange({ ...reach, isLimited: event.target.checked })}
        />
        <span>{t.teamReachSome}</span>
      </label>
      {reach.isLimited ? field('stations', t.teamStations) : <p className="small muted">{t.teamReachAll}</p>}
      {reach.isLimited ? field('departments', t.teamDepartments) : null}
    </fieldset>
  )
}
