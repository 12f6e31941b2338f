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
  const other = OTHER_LANGUAGE[language]
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
          <div
            key={field.id}
            id={`${id}-${field.id}`}
            role="option"
            tabIndex={-1}
            aria-selected={field.id === bound}
            className={place === at && typed !== '' ? 'field-option is-active' : 'field-option'}
            onClick={() => onChoose(field.id)}
            onKeyDown={onKeyDown}
          >
            <span>{field[language]}</span>{' '}
            <span className="small muted" lang={LANGUAGE_TAG[other]}>
              {field[other]}
            </span>
            {used.has(field.id) ? <span className="chip">✓</span> : null}
          </div>
        ))}
      </div>
    </div>
  )
}
