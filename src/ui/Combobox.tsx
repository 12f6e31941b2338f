/**
 * A text field that finds one thing among many: type, walk with the arrows, Enter takes. Follows the ARIA combobox
 * pattern; keys are left alone while an input method is composing, so typing Chinese never picks by accident. Where words
 * may stand for themselves, they are given away while they are typed; leaving the field takes the one thing they name.
 */
import { useId, type ReactNode } from 'react'
import { ComboList } from './ComboList'
import { useText } from './LanguageContext'
import { useCombobox, type Choosing } from './useCombobox'
import './combobox.css'

interface Props extends Choosing {
  readonly id?: string | undefined
  readonly placeholder: string
  readonly emptyText: string
  readonly label?: string | undefined
  readonly invalid?: boolean | undefined
  readonly describedBy?: string | undefined
  readonly icon?: ReactNode
}

export function Combobox(props: Props) {
  const { id, placeholder, label, invalid, describedBy, icon } = props
  const { t } = useText()
  const generated = useId()
  const inputId = id ?? generated
  const listId = `${inputId}-list`
  const combo = useCombobox(props)
  const { found } = combo
  const isKept = combo.isUnmatched && props.canKeep === true && props.onWords !== undefined
  return (
    <div className="combobox">
      {icon}
      <input
        ref={combo.input}
        id={inputId}
        className="input"
        role="combobox"
        autoComplete="off"
        aria-label={label}
        aria-expanded={combo.isOpen}
        aria-controls={listId}
        aria-activedescendant={combo.isOpen && combo.count > 0 ? `${listId}-${combo.active}` : undefined}
        aria-invalid={invalid === true ? true : undefined}
        aria-describedby={[describedBy, isKept ? `${inputId}-kept` : ''].filter(Boolean).join(' ') || undefined}
        placeholder={placeholder}
        value={combo.text}
        onFocus={(event) => event.target.select()}
        onClick={() => combo.open('')}
        onChange={(event) => combo.change(event.target.value)}
        onBlur={combo.leave}
        {...combo.keys}
      />
      {combo.isOpen ? (
        <ComboList
          id={listId}
          label={label ?? placeholder}
          found={found}
          active={combo.active}
          onActive={combo.setActive}
          onTake={combo.take}
          keep={combo.keep === null ? null : t.fileKeepText(combo.keep)}
          emptyText={found.failed ? t.comboFailed : found.isAnswered ? props.emptyText : t.comboSearching}
        />
      ) : null}
      {isKept ? (
        <Kept
          id={`${inputId}-kept`}
          onChoose={() => {
            combo.open(props.words ?? '')
            combo.input.current?.focus()
          }}
        />
      ) : null}
    </div>
  )
}

/** The words stand for themselves; one may still be chosen for them. */
function Kept({ id, onChoose }: { readonly id: string; readonly onChoose: () => void }) {
  const { t } = useText()
  return (
    <span className="combobox-kept" id={id}>
      <span className="chip">{t.keptAsWritten}</span>
      <button type="button" className="button quiet small" onClick={onChoose}>
        {t.keptChoose}
      </button>
    </span>
  )
}
