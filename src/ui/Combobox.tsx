/**
 * A text field that finds one thing among many: type, walk with the arrows, Enter takes. Follows the ARIA combobox
 * pattern; keys are left alone while an input method is composing, so typing Chinese never picks by accident. Where words
 * may stand for themselves, they are given away while they are typed; leaving the field takes the one thing they name.
 */
import { useEffect, useId, useRef, useState, type ReactNode } from 'react'
import { ComboList } from './ComboList'
import { useText } from './LanguageContext'
import { trackMatch } from './pendingMatches'
import { useComboKeys } from './useComboKeys'
import { useOptions, type ComboOption, type Find } from './useOptions'
import './combobox.css'

interface Props {
  readonly id?: string | undefined
  /** What is chosen now, as text; empty when nothing is. */
  readonly chosen: string
  readonly chosenId?: string | undefined
  readonly placeholder: string
  readonly find: Find
  readonly onChoose: (option: ComboOption | null) => void
  /** What stands in the field without being chosen. */
  readonly words?: string | undefined
  /** Every change of the words; without it, what matches nothing is not kept. */
  readonly onWords?: ((typed: string) => void) | undefined
  /** The one thing these words name, if they name one. */
  readonly match?: ((words: string) => Promise<ComboOption | null>) | undefined
  /** Words that match nothing may be stored as they were written. */
  readonly canKeep?: boolean | undefined
  readonly emptyText: string
  readonly label?: string | undefined
  readonly invalid?: boolean | undefined
  readonly describedBy?: string | undefined
  readonly icon?: ReactNode
}

export function Combobox(props: Props) {
  const { id, chosen, chosenId, placeholder, find, onChoose, onWords, match, label } = props
  const { invalid, describedBy, icon } = props
  const words = props.words ?? ''
  const canKeep = props.canKeep === true && onWords !== undefined
  const { t } = useText()
  const generated = useId()
  const inputId = id ?? generated
  const listId = `${inputId}-list`
  const input = useRef<HTMLInputElement>(null)
  /** What is searched for; null while the list is closed. */
  const [query, setQuery] = useState<string | null>(null)
  /** What the field shows while it is typed in. */
  const [typed, setTyped] = useState<string | null>(null)
  const [active, setActive] = useState(0)
  const [isMatching, setMatching] = useState(false)
  const found = useOptions(query, find)
  const before = useRef({ option: null as ComboOption | null, words: '' })
  const kept = useRef<string | null>(null)
  const latest = useRef({ words, chosenId, onChoose })
  useEffect(() => {
    latest.current = { words, chosenId, onChoose }
  })
  useEffect(() => setActive(0), [found.for])

  const wanted = query?.trim() ?? ''
  // Before the list has answered nobody knows whether the words match nothing.
  const keep = canKeep && wanted !== '' && (found.isAnswered || found.failed) ? wanted : null
  const count = found.options.length + (keep === null ? 0 : 1)

  const open = (search: string): void => {
    if (query !== null) return
    before.current = { option: chosenId === undefined ? null : { id: chosenId, label: chosen }, words }
    setQuery(search)
  }
  const close = (): void => {
    setQuery(null)
    setTyped(null)
    found.release()
  }
  const choose = (option: ComboOption): void => {
    onChoose(option)
    close()
  }
  const keepWords = (text: string): void => {
    kept.current = text
    onWords?.(text)
    close()
  }
  const take = (at: number): void => {
    const option = found.options[at]
    if (option !== undefined) choose(option)
    else if (keep !== null) keepWords(keep)
  }
  /** What comes late is taken only while the words still stand there and nothing else was chosen. */
  const chooseFor = (text: string, option: ComboOption): void => {
    const now = latest.current
    if (onWords === undefined || (now.words.trim() === text && now.chosenId === undefined)) now.onChoose(option)
  }
  /** Whoever types fast and presses Enter means what will be found, not the bare text and not what was found before. */
  const takeFirst = async (text: string): Promise<void> => {
    const [first] = await find(text).catch(() => [])
    if (first !== undefined) chooseFor(text, first)
    if (first !== undefined || canKeep) close()
  }
  const leave = (): void => {
    close()
    const text = words.trim()
    if (typed === null || text === '' || chosenId !== undefined || match === undefined || kept.current === text) return
    setMatching(true)
    trackMatch(
      match(text)
        .then((option) => {
          if (option !== null) chooseFor(text, option)
        })
        .finally(() => setMatching(false)),
    )
  }
  const change = (text: string): void => {
    open(text)
    setQuery(text)
    setTyped(text)
    kept.current = null
    if (onWords !== undefined) onWords(text)
    else if (text === '' && chosen !== '') onChoose(null)
  }
  const restore = (): void => {
    if (typed !== null) {
      if (before.current.option !== null) onChoose(before.current.option)
      else onWords?.(before.current.words)
    }
    close()
  }
  const keys = useComboKeys({
    isOpen: query !== null,
    count,
    active,
    setActive,
    open: () => open(''),
    take: () => {
      if (query !== null && !found.isAnswered) void takeFirst(query.trim())
      else if (count > 0) take(active)
    },
    restore,
  })

  const isUnmatched = words !== '' && chosenId === undefined && query === null && !isMatching
  return (
    <div className="combobox">
      {icon}
      <input
        ref={input}
        id={inputId}
        className="input"
        role="combobox"
        autoComplete="off"
        aria-label={label}
        aria-expanded={query !== null}
        aria-controls={listId}
        aria-activedescendant={query !== null && count > 0 ? `${listId}-${active}` : undefined}
        aria-invalid={invalid === true ? true : undefined}
        aria-describedby={
          [describedBy, isUnmatched && canKeep ? `${inputId}-kept` : ''].filter(Boolean).join(' ') || undefined
        }
        placeholder={placeholder}
        value={typed ?? (chosen === '' ? words : chosen)}
        onFocus={(event) => event.target.select()}
        onClick={() => open('')}
        onChange={(event) => change(event.target.value)}
        onBlur={leave}
        {...keys}
      />
      {query === null ? null : (
        <ComboList
          id={listId}
          label={label ?? placeholder}
          found={found}
          active={active}
          onActive={setActive}
          onTake={take}
          keep={keep === null ? null : t.fileKeepText(keep)}
          emptyText={found.failed ? t.comboFailed : found.isAnswered ? props.emptyText : t.comboSearching}
        />
      )}
      {isUnmatched && canKeep ? (
        <span className="combobox-kept" id={`${inputId}-kept`}>
          <span className="chip">{t.keptAsWritten}</span>
          <button
            type="button"
            className="button quiet small"
            onClick={() => {
              open(words)
              input.current?.focus()
            }}
          >
            {t.keptChoose}
          </button>
        </span>
      ) : null}
    </div>
  )
}
