/** The fields a cell can take: typed for, walked with the arrows, taken with Enter. */
import { LANGUAGE_TAG, OTHER_LANGUAGE } from '../../i18n/inLanguage'
import { useId, useState, type KeyboardEvent } from 'react'
import { plainText } from '../../domain/plainText'
import type { ChosenField } from '../../exchange/write/templates/templateKinds'
import { wordsOfTemplates } from '../../i18n/templateWords'
import { useText } from '../../ui/LanguageContext'

interface Props {
  readonly fields: readonly ChosenField[]
  readonly bound: string | undefined
  /** Fields bound elsewhere on the sheet. */
  readonly used: ReadonlySet<string>
  readonly onChoose: (field: string) => void
}

export function FieldChooser({ fields, bound, used, onChoose }: Props) {
  const { language } = useText()
  const w = wordsOfTemplates(language)
  const id = useId()
  const [typed, setTyped] = useState('')
  const [active, setActive] = useState(0)
  const words = plainText(typed)
    .split(/\s+/u)
    .filter((word) => word !== '')
  const found = fields.filter(({ zh, en }) => words.every((word) => plainText(`${zh} ${en}`).includes(word)))
  const at = Math.min(active, Math.max(0, found.length - 1))
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      setActive((at + (event.key === 'ArrowDown' ? 1 : -1) + found.length) % Math.max(1, found.length))
    } else if (event.key === 'Enter') {
      event.preventDefault()
      const field = found[at]
      if (field !== undefined) onChoose(field.id)
    }
  }
  return (
    <div className="stack field-chooser">
      <input
        className="input"
        type="search"
        role="combobox"
        aria-expanded="true"
        aria-controls={id}
        aria-activedescendant={found[at] === undefined ? undefined : `${id}-${found[at].id}`}
        aria-label={w.templateFieldSearch}
        placeholder={w.templateFieldSearch}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value)
          setActive(0)
        }}
        onKeyDown={onKeyDown}
      />
      {found.length === 0 ? (
        <p className="small muted" role="status">
          {w.templateFieldNone}
        </p>
      ) : null}
      <div className="field-list" role="listbox" id={id} aria-label={w.templateFields}>
        {found.map((field, place) => (
          <FieldOption
            key={field.id}
            id={`${id}-${field.id}`}
            field={field}
            isBound={field.id === bound}
            isActive={place === at && typed !== ''}
            isUsed={used.has(field.id)}
            onChoose={() => onChoose(field.id)}
            onKeyDown={onKeyDown}
          />
        ))}
      </div>
    </div>
  )
}

interface OptionProps {
  readonly id: string
  readonly field: ChosenField
  /** The chosen cell takes it. */
  readonly isBound: boolean
  readonly isActive: boolean
  /** Some cell of the sheet takes it. */
  readonly isUsed: boolean
  readonly onChoose: () => void
  readonly onKeyDown: (event: KeyboardEvent) => void
}

/** A field in the language of the screen and, paler, in the other one. */
function FieldOption({ id, field, isBound, isActive, isUsed, onChoose, onKeyDown }: OptionProps) {
  const { language } = useText()
  const other = OTHER_LANGUAGE[language]
  return (
    <div
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={isBound}
      className={isActive ? 'field-option is-active' : 'field-option'}
      onClick={onChoose}
      onKeyDown={onKeyDown}
    >
      <span>{field[language]}</span>{' '}
      <span className="small muted" lang={LANGUAGE_TAG[other]}>
        {field[other]}
      </span>
      {isUsed ? <span className="chip">✓</span> : null}
    </div>
  )
}
