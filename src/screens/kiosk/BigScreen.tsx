/**
 * The screen on the wall: pages that turn by themselves, legible from five metres, without scrolling or a pointer. It looks
 * after itself: a page that fails is passed over and said, the figures are asked for every minute, and it says how old
 * they are.
 */
import { useCallback, useEffect, useEffectEvent, useState, type ComponentType } from 'react'
import { useLocation, useSearchParams } from 'wouter'
import type { KioskPage } from '../../i18n/kiosk'
import { localMoment } from '../../i18n/format'
import { useText } from '../../ui/LanguageContext'
import { AlertsPage } from './AlertsPage'
import { MonthPage } from './MonthPage'
import { OpenPage } from './OpenPage'
import { PageBoundary } from './PageBoundary'
import { PartsPage } from './PartsPage'
import { RatesPage } from './RatesPage'
import { freshness, pageAfter, secondsOf } from './rotation'
import { TrendPage } from './TrendPage'
import { useReloadAtNight } from './useReloadAtNight'
import { useWakeLock } from './useWakeLock'
import './kiosk.css'

export type OnPageState = (state: { readonly readAt: number } | 'failed') => void

const PAGES: readonly (readonly [KioskPage, ComponentType<{ readonly onState: OnPageState }>])[] = [
  ['month', MonthPage],
  ['parts', PartsPage],
  ['trend', TrendPage],
  ['open', OpenPage],
  ['alerts', AlertsPage],
  ['rates', RatesPage],
]

interface PageState {
  readonly readAt: number | null
  readonly hasFailed: boolean
  /** How often it was tried: a new number draws it anew. */
  readonly attempt: number
}

const UNTRIED: PageState = { readAt: null, hasFailed: false, attempt: 0 }

export function BigScreen() {
  const { t } = useText()
  const [params] = useSearchParams()
  const [states, setStates] = useState<readonly PageState[]>(PAGES.map(() => UNTRIED))
  const failed = new Set(states.flatMap(({ hasFailed }, at) => (hasFailed ? [at] : [])))
  const { at, isPaused, turn, pause } = useTurning(secondsOf(params.get('rotate')), failed, () =>
    // A round is over: what failed in it is tried again.
    setStates((before) =>
      before.map((state) => (state.hasFailed ? { ...state, hasFailed: false, attempt: state.attempt + 1 } : state)),
    ),
  )
  const now = useNow()
  const isHeld = useWakeLock()
  useDarkUnless(params.get('theme') === 'light')
  useReloadAtNight()
  const setState = useCallback((page: number, change: Partial<PageState>) => {
    setStates((before) => before.map((state, other) => (other === page ? { ...state, ...change } : state)))
  }, [])
  const [name] = PAGES[at] ?? ['month']
  const age = freshness(states[at]?.readAt ?? null, now)
  const skipped = [...failed].map((page) => t.kioskPage(PAGES[page]?.[0] ?? 'month'))
  return (
    <div className={`kiosk kiosk-${age}`} data-page={name}>
      <header className="kiosk-head">
        <h1>{t.kioskPage(name)}</h1>
        <span className="kiosk-clock">{localMoment(new Date(now)).slice(0, 16).replace('T', ' ')}</span>
      </header>
      <main className="kiosk-stage" aria-live="off">
        {PAGES.map(([page, Page], index) => (
          <section
            key={`${page}${states[index]?.attempt}`}
            className="kiosk-page"
            hidden={index !== at}
            aria-label={t.kioskPage(page)}
          >
            <PageBoundary onFailed={() => setState(index, { hasFailed: true })}>
              <PageWithState page={index} Page={Page} onState={setState} />
            </PageBoundary>
          </section>
        ))}
      </main>
      <footer className="kiosk-foot">
        <span className="kiosk-dots" aria-hidden>
          {PAGES.map(([page], index) => (
            <i key={page} className={index === at ? 'is-now' : ''} />
          ))}
        </span>
        <Notes
          age={age}
          readAt={states[at]?.readAt ?? null}
          now={now}
          isPaused={isPaused}
          skipped={skipped}
          isHeld={isHeld}
        />
        <span className="kiosk-buttons">
          <button type="button" onClick={() => turn(-1)} aria-label={t.kioskBefore}>
            ◀
          </button>
          <button type="button" onClick={pause} aria-label={t.kioskPause} aria-pressed={isPaused}>
            {isPaused ? '▶' : '❚❚'}
          </button>
          <button type="button" onClick={() => turn(1)} aria-label={t.kioskNext}>
            ▶▶
          </button>
        </span>
      </footer>
    </div>
  )
}

interface WithStateProps {
  readonly page: number
  readonly Page: ComponentType<{ readonly onState: OnPageState }>
  readonly onState: (page: number, change: Partial<PageState>) => void
}

function PageWithState({ page, Page, onState }: WithStateProps) {
  const tell = useCallback<OnPageState>(
    (state) => onState(page, state === 'failed' ? { hasFailed: true } : { readAt: state.readAt, hasFailed: false }),
    [page, onState],
  )
  return <Page onState={tell} />
}

interface NotesProps {
  readonly age: ReturnType<typeof freshness>
  readonly readAt: number | null
  readonly now: number
  readonly isPaused: boolean
  readonly skipped: readonly string[]
  readonly isHeld: boolean
}

/** How old the figures are, and whatever is not as it should be. */
function Notes({ age, readAt, now, isPaused, skipped, isHeld }: NotesProps) {
  const { t } = useText()
  const minutes = readAt === null ? 0 : Math.floor((now - readAt) / 60_000)
  return (
    <span className="kiosk-notes" role="status">
      {isPaused ? <strong>{t.kioskPaused}</strong> : null}
      {readAt === null ? null : age === 'fresh' ? (
        <span>{t.kioskWhen(localMoment(new Date(readAt)).slice(11, 16))}</span>
      ) : (
        <strong className="kiosk-warn">{t.kioskOld(String(minutes))}</strong>
      )}
      {skipped.length === 0 ? null : <span className="kiosk-warn">{t.kioskSkipped(skipped.join(t.listComma))}</span>}
      {isHeld ? null : <span>{t.kioskMaySleep}</span>}
      {isPaused ? <span>{t.kioskKeys}</span> : null}
    </span>
  )
}

/** Turns the pages by the clock and by keys. */
function useTurning(seconds: number, failed: ReadonlySet<number>, onRound: () => void) {
  const [, navigate] = useLocation()
  const [at, setAt] = useState(0)
  const [isPaused, setPaused] = useState(false)
  const turn = (step: 1 | -1): void => {
    const next = pageAfter(at, PAGES.length, step, failed)
    setAt(next)
    if (step === 1 && next <= at) onRound()
  }
  const pause = (): void => setPaused((before) => !before)
  const isFailed = failed.has(at)
  const onTime = useEffectEvent(() => turn(1))
  // The clock of the head draws the page anew every few seconds and must not start this one again.
  useEffect(() => {
    if (isPaused && !isFailed) return undefined
    const timer = setTimeout(() => onTime(), isFailed ? 0 : seconds * 1000)
    return () => clearTimeout(timer)
  }, [at, isPaused, isFailed, seconds])
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    // A button under the focus takes the space bar itself.
    if (event.key === ' ' && !(event.target instanceof HTMLButtonElement)) pause()
    else if (event.key === 'ArrowRight') turn(1)
    else if (event.key === 'ArrowLeft') turn(-1)
    else if (event.key === 'Escape') navigate('/')
    else return
    event.preventDefault()
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => onKey(event)
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [])
  return { at, isPaused, turn, pause }
}

const TICK_MS = 5000

function useNow(): number {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), TICK_MS)
    return () => clearInterval(timer)
  }, [])
  return now
}

/** A wall is dark, whatever the desk is set to; the desk gets its own back. */
function useDarkUnless(isLight: boolean): void {
  useEffect(() => {
    const { dataset } = document.documentElement
    const before = dataset['theme']
    dataset['theme'] = isLight ? 'light' : 'dark'
    return () => {
      if (before === undefined) delete dataset['theme']
      else dataset['theme'] = before
    }
  }, [isLight])
}
