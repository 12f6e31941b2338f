/** Review mode: one record a page in large text, arrow keys to turn, then the minutes. The address holds the page. */
import { ChevronLeft, ChevronRight, FileText } from 'lucide-react'
import { useEffect, useState, type ReactNode } from 'react'
import { useSearchParams } from 'wouter'
import { useText } from '../ui/LanguageContext'
import './review.css'

interface Props {
  /** null while they are being found. A decision takes a record out of its list; the review goes on through those it began with. */
  readonly found: readonly string[] | null
  /** Which records these are, in words. */
  readonly from: string
  readonly nothing: ReactNode
  readonly page: (id: string) => ReactNode
  readonly minutes: (ids: readonly string[], back: ReactNode) => ReactNode
}

/** Arrow keys turn the page, unless somebody is typing or a dialog is open. */
function isForTurning(event: KeyboardEvent): boolean {
  const target = event.target instanceof HTMLElement ? event.target : null
  return (
    !event.isComposing &&
    !event.ctrlKey &&
    !event.altKey &&
    !event.metaKey &&
    document.querySelector('dialog[open]') === null &&
    target?.closest('input, textarea, select, [contenteditable]') === null
  )
}

/** The records the review goes through, and which of them is open. */
function useReviewPages(found: Props['found']) {
  const [params, setParams] = useSearchParams()
  const [ids, setIds] = useState<readonly string[] | null>(null)
  // A draft leads to its record, wherever that stands in the review by now, and though it has left it.
  const of = params.get('of')
  useEffect(() => {
    if (ids === null && found !== null) setIds(of === null || found.includes(of) ? found : [of, ...found])
  }, [ids, found, of])
  const named = ids?.indexOf(of ?? '') ?? -1
  const at =
    named >= 0 ? named : Math.min(Math.max(0, Number(params.get('at') ?? '1') - 1), Math.max(0, (ids?.length ?? 1) - 1))
  const go = (to: number): void =>
    setParams(
      (before) =>
        new URLSearchParams([
          ...[...before].filter(([key]) => !['at', 'of', 'minutes'].includes(key)),
          ['at', String(to + 1)],
        ]),
      { replace: true },
    )
  const count = ids?.length ?? 0
  const showsMinutes = params.get('minutes') === '1'
  useEffect(() => {
    const turn = (event: KeyboardEvent): void => {
      if (showsMinutes || !isForTurning(event)) return
      if (event.key === 'ArrowRight' && at < count - 1) go(at + 1)
      if (event.key === 'ArrowLeft' && at > 0) go(at - 1)
    }
    addEventListener('keydown', turn)
    return () => removeEventListener('keydown', turn)
  })
  const openMinutes = (): void =>
    setParams((before) => new URLSearchParams([...[...before].filter(([key]) => key !== 'minutes'), ['minutes', '1']]))
  return { ids, at, go, showsMinutes, openMinutes }
}

export function ReviewPages({ found, from, nothing, page, minutes }: Props) {
  const { t } = useText()
  const { ids, at, go, showsMinutes, openMinutes } = useReviewPages(found)
  if (ids === null)
    return (
      <div className="page" aria-busy="true">
        <h1>{t.review}</h1>
        <div className="skeleton" style={{ height: 320 }} />
      </div>
    )
  if (ids.length === 0)
    return (
      <div className="page">
        <h1>{t.review}</h1>
        {nothing}
      </div>
    )
  if (showsMinutes)
    return minutes(
      ids,
      <button type="button" className="button quiet" onClick={() => go(at)}>
        <ChevronLeft size={16} aria-hidden />
        {t.review}
      </button>,
    )
  return (
    <div className="page review">
      <header className="spread">
        <div>
          <h1>{t.review}</h1>
          <p className="small muted">
            {from} · {t.reviewKeys}
          </p>
        </div>
        <PageTurner at={at} count={ids.length} onGo={go} onMinutes={openMinutes} />
      </header>
      {page(ids[at] ?? '')}
    </div>
  )
}

interface TurnerProps {
  readonly at: number
  readonly count: number
  readonly onGo: (to: number) => void
  readonly onMinutes: () => void
}

function PageTurner({ at, count, onGo, onMinutes }: TurnerProps) {
  const { t } = useText()
  return (
    <div className="row">
      <button
        type="button"
        className="button"
        disabled={at === 0}
        title={at === 0 ? t.reviewOf(1, count) : undefined}
        onClick={() => onGo(at - 1)}
      >
        <ChevronLeft size={16} aria-hidden />
        {t.previousFailure}
      </button>
      <strong className="number" aria-live="polite">
        {t.reviewOf(at + 1, count)}
      </strong>
      <button
        type="button"
        className="button"
        disabled={at === count - 1}
        title={at === count - 1 ? t.reviewOf(count, count) : undefined}
        onClick={() => onGo(at + 1)}
      >
        {t.nextFailure}
        <ChevronRight size={16} aria-hidden />
      </button>
      <button type="button" className="button" onClick={onMinutes}>
        <FileText size={16} aria-hidden />
        {t.reviewMinutes}
      </button>
    </div>
  )
}
