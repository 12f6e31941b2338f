/**
 * A text field that finds one thing among many: type, walk with the arrows, Enter takes. Follows the ARIA combobox
 * pattern; keys are left alone while an input method is composing, so typing Chinese never picks by accident.
 */
import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import './combobox.css'

export interface ComboOption {
  readonly id: string
  readonly label: string
  readonly detail?: string
}

interface Props {
  readonly id?: string | undefined
  /** What is chosen now, as text; empty when nothing is. */
  readonly chosen: string
  readonly placeholder: string
  readonly find: (typed: string) => Promise<readonly ComboOption[]>
  readonly onChoose: (option: ComboOption | null) => void
  /** When given, text that matches nothing can be kept as it was typed. */
  readonly onFreeText?: ((typed: string) => void) | undefined
  readonly freeTextLabel?: (typed: string) => string
  readonly emptyText: string
  readonly label?: string | undefined
  readonly invalid?: boolean | undefined
  readonly describedBy?: string | undefined
  readonly icon?: ReactNode
}

const PAUSE_MS = 60

export function Combobox({
  id,
  chosen,
  placeholder,
  find,
  onChoose,
  onFreeText,
  freeTextLabel,
  emptyText,
  label,
  invalid,
  describedBy,
  icon,
}: Props) {
  const generated = useId()
  const inputId = id ?? generated
  const listId = `${inputId}-list`
  const [typed, setTyped] = useState<string | null>(null)
  const [options, setOptions] = useState<readonly ComboOption[]>([])
  const [active, setActive] = useState(0)
  /** The text the options were found for; behind what is typed while a search is under way. */
  const [foundFor, setFoundFor] = useState<string | null>(null)
  const composing = useRef(false)
  const isOpen = typed !== null
  const findNow = useRef(find)
  findNow.current = find

  useEffect(() => {
    if (typed === null) return undefined
    let isCurrent = true
    const timer = setTimeout(() => {
      void findNow.current(typed).then((found) => {
        if (!isCurrent) return
        setOptions(found)
        setFoundFor(typed)
        setActive(0)
      })
    }, PAUSE_MS)
    return () => {
      isCurrent = false
      clearTimeout(timer)
    }
  }, [typed])

  const canKeepText = onFreeText !== undefined && typed !== null && typed.trim() !== ''
  const count = options.length + (canKeepText ? 1 : 0)

  const take = (at: number): void => {
    const option = options[at]
    if (option !== undefined) onChoose(option)
    else if (canKeepText && typed !== null) onFreeText(typed.trim())
    setTyped(null)
  }

  /** Whoever types fast and presses Enter means what will be found, not the bare text and not what was found before. */
  const takeFirst = async (text: string): Promise<void> => {
    const [first] = await findNow.current(text)
    if (first !== undefined) onChoose(first)
    else if (onFreeText !== undefined && text.trim() !== '') onFreeText(text.trim())
    else return
    setTyped(null)
  }

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (composing.current || event.nativeEvent.isComposing || event.keyCode === 229) return
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      if (!isOpen) setTyped('')
      else if (count > 0) setActive((active + (event.key === 'ArrowDown' ? 1 : count - 1)) % count)
    } else if (event.key === 'Enter' && isOpen) {
      event.preventDefault()
      if (typed !== null && foundFor !== typed) void takeFirst(typed)
      else if (count > 0) take(active)
    } else if (event.key === 'Escape' && isOpen) {
      event.stopPropagation()
      event.preventDefault()
      setTyped(null)
    }
  }

  return (
    <div className="combobox">
      {icon}
      <input
        id={inputId}
        className="input"
        role="combobox"
        autoComplete="off"
        aria-label={label}
        aria-expanded={isOpen}
        aria-controls={listId}
        aria-activedescendant={isOpen && count > 0 ? `${listId}-${active}` : undefined}
        aria-invalid={invalid === true ? true : undefined}
        aria-describedby={describedBy}
        placeholder={placeholder}
        value={typed ?? chosen}
        onFocus={(event) => event.target.select()}
        onClick={() => {
          if (!isOpen) setTyped('')
        }}
        onChange={(event) => {
          setTyped(event.target.value)
          if (event.target.value === '' && chosen !== '') onChoose(null)
        }}
        onCompositionStart={() => {
          composing.current = true
        }}
        onCompositionEnd={() => {
          setTimeout(() => {
            composing.current = false
          }, 0)
        }}
        onKeyDown={onKeyDown}
        onBlur={() => {
          if (typed !== null && typed.trim() !== '' && onFreeText !== undefined && typed !== chosen) {
            const exact = options.find((option) => option.label === typed.trim())
            if (exact) onChoose(exact)
            else onFreeText(typed.trim())
          }
          setTyped(null)
        }}
      />
      {isOpen ? (
        <div id={listId} role="listbox" className="combobox-list" aria-label={label ?? placeholder}>
          {options.map((option, at) => (
            <div
              key={option.id}
              id={`${listId}-${at}`}
              role="option"
              tabIndex={-1}
              aria-selected={at === active}
              className="combobox-option"
              onPointerDown={(event) => {
                event.preventDefault()
                take(at)
              }}
              onPointerEnter={() => setActive(at)}
            >
              <span>{option.label}</span>
              {option.detail === undefined ? null : <span className="combobox-detail">{option.detail}</span>}
            </div>
          ))}
          {canKeepText ? (
            <div
              id={`${listId}-${options.length}`}
              role="option"
              tabIndex={-1}
              aria-selected={active === options.length}
              className="combobox-option"
              onPointerDown={(event) => {
                event.preventDefault()
                take(options.length)
              }}
              onPointerEnter={() => setActive(options.length)}
            >
              {freeTextLabel?.(typed.trim()) ?? typed}
            </div>
          ) : null}
          {count === 0 ? <div className="combobox-empty">{emptyText}</div> : null}
        </div>
      ) : null}
    </div>
  )
}
