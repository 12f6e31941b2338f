/** Which bounds, and which other law is drawn beside the one of greatest likelihood. */
import { LAWS_BESIDE, type LifeQuestion } from '../metrics/lifeQuestion'
import { useText } from '../ui/LanguageContext'

interface Props extends Pick<LifeQuestion, 'bounds' | 'beside'> {
  /** An empty value is the usual. */
  readonly choose: (name: 'bounds' | 'beside', value: string) => void
}

export function LifeFitChoice({ bounds, beside, choose }: Props) {
  const { t } = useText()
  return (
    <>
      <label className="row small">
        {t.lifeBounds}
        <select
          className="input compact-input"
          value={bounds}
          onChange={(event) => choose('bounds', event.target.value === 'fisher' ? '' : event.target.value)}
        >
          <option value="fisher">{t.boundsFisher}</option>
          <option value="ratio">{t.boundsRatio}</option>
        </select>
      </label>
      <label className="row small">
        {t.lifeBeside}
        <select
          className="input compact-input"
          value={beside ?? ''}
          onChange={(event) => choose('beside', event.target.value)}
        >
          <option value="">{t.besideNone}</option>
          {LAWS_BESIDE.map((law) => (
            <option key={law} value={law}>
              {t.besideName(law)}
            </option>
          ))}
        </select>
      </label>
    </>
  )
}
