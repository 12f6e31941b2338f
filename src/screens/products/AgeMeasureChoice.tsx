/** Whether ages are distances or days; the choice stands in the address. */
import type { AgeMeasure } from '../../metrics/age'
import { useText } from '../../ui/LanguageContext'
import type { TabProps } from './GrowthTab'

interface Props extends Pick<TabProps, 'setParam'> {
  readonly measure: AgeMeasure
}

export function AgeMeasureChoice({ measure, setParam }: Props) {
  const { t } = useText()
  return (
    <label className="row">
      {t.lifeMeasure}
      <select
        className="input compact-input"
        value={measure}
        onChange={(event) => setParam('age', event.target.value === 'km' ? '' : event.target.value)}
      >
        <option value="km">{t.measureKm}</option>
        <option value="days">{t.measureDays}</option>
      </select>
    </label>
  )
}
