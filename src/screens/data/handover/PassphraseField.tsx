import { useId, useState } from 'react'
import { useText } from '../../../ui/LanguageContext'

/** A passphrase that can be looked at while it is typed. */
export function PassphraseField({
  label,
  why,
  value,
  onChange,
}: {
  readonly label: string
  readonly why?: string
  readonly value: string
  readonly onChange: (value: string) => void
}) {
  const { t } = useText()
  const [isShown, setIsShown] = useState(false)
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id} className="small muted">
        {label}
      </label>
      <div className="hand-over-passphrase">
        <input
          id={id}
          className="input"
          type={isShown ? 'text' : 'password'}
          autoComplete="off"
          spellCheck={false}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
        <button
          type="button"
          className="button quiet"
          aria-pressed={isShown}
          onClick={() => setIsShown((shown) => !shown)}
        >
          {isShown ? t.passphraseHide : t.passphraseShow}
        </button>
      </div>
      {why === undefined ? null : <span className="small muted">{why}</span>}
    </div>
  )
}
