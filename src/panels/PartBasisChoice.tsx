/** At which part failures count: the one analysis found, or the one reported. */
import { PART_BASES, type PartBasis } from '../metrics/partBasis'
import { useText } from '../ui/LanguageContext'

export function PartBasisChoice({
  basis,
  onChange,
}: {
  readonly basis: PartBasis
  readonly onChange: (basis: PartBasis) => void
}) {
  const { t } = useText()
  return (
    <label title={t.partBasisWhy(basis)}>
      {t.partBasis}
      <select
        className="input compact-input"
        value={basis}
        onChange={(event) => onChange(event.target.value === 'reported' ? 'reported' : 'analysed')}
      >
        {PART_BASES.map((one) => (
          <option key={one} value={one}>
            {t.partBasisName(one)}
          </option>
        ))}
      </select>
    </label>
  )
}
