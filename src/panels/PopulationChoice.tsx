/** Which failures count: all, the relevant, the chargeable, or those that touched the service. */
import { POPULATIONS, type Population } from '../metrics/judgement'
import { useText } from '../ui/LanguageContext'

interface Props {
  readonly population: Population
  readonly onChange: (population: Population) => void
}

export function PopulationChoice({ population, onChange }: Props) {
  const { t } = useText()
  return (
    <label>
      {t.scopeCounts}
      <select
        className="input compact-input"
        value={population}
        onChange={(event) => onChange(event.target.value as Population)}
      >
        {POPULATIONS.map((one) => (
          <option key={one} value={one}>
            {t.populationName(one)}
          </option>
        ))}
      </select>
    </label>
  )
}
