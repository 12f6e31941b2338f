/** What is chosen in the drawings of a part, and what can be done with it: see the rows, set them aside, give it up. */
import { useEffect, useState } from 'react'
import { dateOfDay } from '../../domain/moment'
import { formatCount } from '../../i18n/format'
import type { ScopeChange } from '../../panels/useScope'
import { Dialog } from '../../ui/Dialog'
import { useText } from '../../ui/LanguageContext'
import { useToast } from '../../ui/Toasts'
import { engine } from '../../workers/engineClient'

/** The address holds them, and an address has an end. */
export const MOST_SET_ASIDE = 40

interface Props {
  readonly chosen: { readonly rows: ReadonlySet<number>; readonly from: string }
  /** Already set aside, and why. */
  readonly without: readonly string[]
  readonly why: string
  readonly onRows: (rows: Uint32Array, from: string) => void
  readonly change: (change: ScopeChange) => void
  readonly onClear: () => void
}

export function ChosenRowsBar({ chosen, without, why, onRows, change, onClear }: Props) {
  const { t, language } = useText()
  const toast = useToast()
  const [asks, setAsks] = useState(false)
  const { rows, from } = chosen
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key === 'Escape' && !asks) onClear()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [onClear, asks])
  const tooMany =
    rows.size + without.length > MOST_SET_ASIDE ? t.setAsideTooMany(formatCount(MOST_SET_ASIDE, language)) : undefined
  const numbers = (): Uint32Array => Uint32Array.from(rows)
  const zoom = async (): Promise<void> => {
    const described = await engine().describeRows(numbers(), ['occurredDay'], language)
    const days = described.flatMap(({ words }) => (words['occurredDay'] ? [Number(words['occurredDay'])] : []))
    if (days.length === 0) {
      toast(t.linkedNoDays)
      return
    }
    change({
      from: dateOfDay(days.reduce((a, b) => Math.min(a, b))),
      to: dateOfDay(days.reduce((a, b) => Math.max(a, b))),
    })
    onClear()
  }
  return (
    <section className="chosen-rows no-print" aria-label={t.linkedChosen(formatCount(rows.size, language))}>
      <strong role="status">{t.linkedChosen(formatCount(rows.size, language))}</strong>
      <span className="small muted chosen-from">{from}</span>
      <button type="button" className="button" onClick={() => onRows(numbers(), from)}>
        {t.linkedRows}
      </button>
      <button type="button" className="button" onClick={() => void zoom()}>
        {t.linkedZoom}
      </button>
      <button
        type="button"
        className="button"
        disabled={tooMany !== undefined}
        title={tooMany}
        onClick={() => setAsks(true)}
      >
        {t.setAside}
      </button>
      <button type="button" className="button quiet" onClick={onClear}>
        {t.linkedClear}
      </button>
      {tooMany === undefined ? null : <span className="small muted">{tooMany}</span>}
      {asks ? (
        <WhyDialog
          count={rows.size}
          known={why}
          onClose={() => setAsks(false)}
          onGiven={async (reason) => {
            const ids = await engine().idsOfRows(numbers())
            change({ without: [...new Set([...without, ...ids])], why: reason })
            onClear()
          }}
        />
      ) : null}
    </section>
  )
}

interface WhyProps {
  readonly count: number
  readonly known: string
  readonly onGiven: (why: string) => Promise<void>
  readonly onClose: () => void
}

function WhyDialog({ count, known, onGiven, onClose }: WhyProps) {
  const { t, language } = useText()
  const [why, setWhy] = useState(known)
  const refusal = why.trim() === '' ? t.reasonNeeded : undefined
  return (
    <Dialog
      title={t.setAsideTitle(formatCount(count, language))}
      onClose={onClose}
      footer={
        <>
          {refusal === undefined ? null : <span className="small muted">{refusal}</span>}
          <button
            type="button"
            className="button primary"
            disabled={refusal !== undefined}
            title={refusal}
            onClick={() => void onGiven(why.trim())}
          >
            {t.setAside}
          </button>
        </>
      }
    >
      <p>{t.setAsideWhat}</p>
      <label className="field">
        <span className="field-label">{t.setAsideWhy}</span>
        <input className="input" value={why} maxLength={200} onChange={(event) => setWhy(event.target.value)} />
      </label>
    </Dialog>
  )
}
