/** What a combobox does: when its list is open, what is taken, and what becomes of words that are not chosen. */
import { useEffect, useRef, useState, type RefObject } from 'react'
import { trackMatch } from './pendingMatches'
import { useComboKeys, type ComboKeys } from './useComboKeys'
import { useOptions, type ComboOption, type Find, type Options } from './useOptions'

export interface Choosing {
  /** What is chosen now, as text; empty when nothing is. */
  readonly chosen: string
  readonly chosenId?: string | undefined
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
}

export interface OpenCombobox {
  readonly input: RefObject<HTMLInputElement | null>
  readonly isOpen: boolean
  readonly found: Options
  readonly count: number
  readonly active: number
  readonly setActive: (at: number) => void
  /** The words that can be kept as they are; null while nobody knows whether they match something. */
  readonly keep: string | null
  /** What the field shows. */
  readonly text: string
  /** Words stand there that match nothing. */
  readonly isUnmatched: boolean
  readonly open: (search: string) => void
  readonly take: (at: number) => void
  readonly change: (text: string) => void
  readonly leave: () => void
  readonly keys: ComboKeys
}

/** Choices that come after somebody typed on: they are taken only while they still fit. */
function useLateChoice({ chosenId, onChoose, onWords, words = '' }: Choosing) {
  const [isMatching, setMatching] = useState(false)
  const latest = useRef({ words, chosenId, onChoose })
  useEffect(() => {
    latest.current = { words, chosenId, onChoose }
  })
  /** What comes late is taken only while the words still stand there and nothing else was chosen. */
  const chooseFor = (text: string, option: ComboOption): void => {
    const now = latest.current
    if (onWords === undefined || (now.words.trim() === text && now.chosenId === undefined)) now.onChoose(option)
  }
  const chooseMatch = (text: string, match: NonNullable<Choosing['match']>): void => {
    setMatching(true)
    trackMatch(
      match(text)
        .then((option) => {
          if (option !== null) chooseFor(text, option)
        })
        .finally(() => setMatching(false)),
    )
  }
  return { isMatching, chooseFor, chooseMatch }
}

export function useCombobox(props: Choosing): OpenCombobox {
  const { chosen, chosenId, find, onChoose, onWords, match } = props
  const words = props.words ?? ''
  const canKeep = props.canKeep === true && onWords !== undefined
  const input = useRef<HTMLInputElement>(null)
  /** What is searched for; null while the list is closed. */
  const [query, setQuery] = useState<string | null>(null)
  /** What the field shows while it is typed in. */
  const [typed, setTyped] = useState<string | null>(null)
  const [active, setActive] = useState(0)
  const found = useOptions(query, find)
  const before = useRef({ option: null as ComboOption | null, words: '' })
  const kept = useRef<string | null>(null)
  const { isMatching, chooseFor, chooseMatch } = useLateChoice(props)
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
    chooseMatch(text, match)
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
      if (query !== null && !found.isAnswered) trackMatch(takeFirst(query.trim()))
      else if (count > 0) take(active)
    },
    restore,
  })

  const isUnmatched = words !== '' && chosenId === undefined && query === null && !isMatching
  return {
    input,
    isOpen: query !== null,
    found,
    count,
    active,
    setActive,
    keep,
    text: typed ?? (chosen === '' ? words : chosen),
    isUnmatched,
    open,
    take,
    change,
    leave,
    keys,
  }
}
