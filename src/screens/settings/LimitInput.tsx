/** One limit: an amount and its unit, and what is wrong with it. */
import { oneOf } from '../../domain/closedSet'
import { LIMIT_UNITS, type LimitUnit } from '../../domain/workflow/stateClock'
import { useText } from '../../ui/LanguageContext'

export interface TypedLimit {
  readonly amount: string
  readonly unit: LimitUnit
}

interface LimitInputProps {
  readonly label: string
  readonly name: string
  readonly typed: TypedLimit
  readonly isOwn: boolean
  readonly mayBeEmpty: boolean
  readonly refusal: string | undefined
  readonly onChange: (typed: TypedLimit) => void
}

export function LimitInput({ label, name, typed, isOwn, mayBeEmpty, refusal, onChange }: LimitInputProps) {
  const { t } = useText()
  return (
    <div className="field">
      <span className="field-label">
        {label}
        {isOwn ? (
          <>
            {' '}
            <span className="chip">{t.rulesOwn}</span>
          </>
        ) : null}
      </span>
      <span className="limit-input">
        <input
          className="input number"
          inputMode="decimal"
          aria-label={name}
          aria-invalid={refusal !== undefined}
          placeholder={mayBeEmpty ? t.limitNone : undefined}
          value={typed.amount}
          onChange={(event) => onChange({ ...typed, amount: event.target.value })}
        />
        <select
          className="input"
          aria-label={t.limitUnitOf(name)}
          value={typed.unit}
          onChange={(event) => onChange({ ...typed, unit: oneOf(LIMIT_UNITS, event.target.value) ?? typed.unit })}
        >
          {LIMIT_UNITS.map((unit) => (
            <option key={unit} value={unit}>
              {t.limitUnit(unit)}
            </option>
          ))}
        </select>
      </span>
      {refusal === undefined ? null : <span className="field-problem">{refusal}</span>}
    </div>
  )
}
