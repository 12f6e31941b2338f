/** Verifies the operation log: walks its chain with progress and says where it first breaks. */
import { whoChanged } from '../../panels/whoChanged'
import { useEffect, useRef, useState } from 'react'
import { formatCount, formatStamp } from '../../i18n/format'
import { verifyLog, type Verification } from '../../store/operationLog'
import { useText } from '../../ui/LanguageContext'

type State =
  | { readonly at: 'idle' | 'cancelled' }
  | { readonly at: 'walking'; readonly done: number; readonly total: number }
  | { readonly at: 'done'; readonly found: Verification; readonly noted: string }

/** Walks the log when it is told to, until it is told to stop or the panel is left. */
function useVerification() {
  const [state, setState] = useState<State>({ at: 'idle' })
  const cancelled = useRef(false)
  const cancel = (): void => {
    cancelled.current = true
  }
  useEffect(() => cancel, [])
  const verify = async (noted: string): Promise<void> => {
    cancelled.current = false
    setState({ at: 'walking', done: 0, total: 0 })
    const found = await verifyLog(
      (done, total) => setState({ at: 'walking', done, total }),
      () => cancelled.current,
      noted,
    )
    setState(found === null ? { at: 'cancelled' } : { at: 'done', found, noted })
  }
  return { state, verify, cancel }
}

export function LogPanel() {
  const { t } = useText()
  const { state, verify, cancel } = useVerification()
  const [noted, setNoted] = useState('')
  return (
    <section className="card card-pad stack" aria-label={t.logTitle}>
      <h2>{t.logTitle}</h2>
      <p className="small muted">{t.logWhy}</p>
      <div className="row">
        <button
          type="button"
          className="button"
          disabled={state.at === 'walking'}
          title={state.at === 'walking' ? t.loading : undefined}
          onClick={() => void verify(noted.trim().toLowerCase())}
        >
          {t.logVerify}
        </button>
        {state.at === 'walking' ? (
          <button type="button" className="button quiet" onClick={cancel}>
            {t.cancel}
          </button>
        ) : null}
        <label className="field grow">
          <span className="small muted">{t.logNoted}</span>
          <input
            className="input mono"
            spellCheck={false}
            value={noted}
            onChange={(event) => setNoted(event.target.value)}
          />
        </label>
      </div>
      <div role="status">
        {state.at === 'walking' ? <Walking {...state} /> : null}
        {state.at === 'cancelled' ? <p>{t.logCancelled}</p> : null}
        {state.at === 'done' ? <Found {...state} /> : null}
      </div>
    </section>
  )
}

function Walking({ done, total }: { readonly done: number; readonly total: number }) {
  const { t, language } = useText()
  return (
    <div className="stack">
      <span>{t.logWalking(formatCount(done, language), formatCount(total, language))}</span>
      <div
        className="progress"
        role="progressbar"
        aria-label={t.logVerify}
        aria-valuenow={done}
        aria-valuemin={0}
        aria-valuemax={total}
      >
        <span style={{ width: `${total === 0 ? 0 : (done / total) * 100}%` }} />
      </div>
    </div>
  )
}

function Found({ found, noted }: { readonly found: Verification; readonly noted: string }) {
  const { t, language } = useText()
  const { walked, unchained, since, last, broken, notedAt } = found
  const count = (value: number): string => formatCount(value, language)
  if (last === undefined) return <p>{t.logEmpty}</p>
  if (broken !== null) {
    const { kind, entry } = broken
    const before = walked - unchained - (kind === 'end-missing' ? 0 : 1)
    return (
      <div className="note alarm stack" role="alert">
        <p>
          <strong>
            {t.logBroken(
              kind,
              String(entry.seq ?? ''),
              formatStamp(entry.at),
              whoChanged(entry, t),
              t.commandName(entry.command),
            )}
          </strong>
        </p>
        <p>{t.logBefore(count(before))}</p>
      </div>
    )
  }
  if (since === null) return <p className="note">{t.logNoChain(count(walked))}</p>
  return (
    <div className="note stack">
      <p>
        <strong>✓ {t.logIntact(count(walked - unchained), formatStamp(since))}</strong>
      </p>
      {unchained === 0 ? null : <p>{t.logUnchained(count(unchained))}</p>}
      {noted === '' ? null : (
        <p>{notedAt === null ? `✕ ${t.logNotedMissing}` : `✓ ${t.logNotedFound(formatStamp(notedAt))}`}</p>
      )}
      <p className="small">
        <span className="muted">{t.logHead}</span> <code style={{ overflowWrap: 'anywhere' }}>{last.hash}</code>
      </p>
      <p className="small muted">{t.logHeadWhy}</p>
    </div>
  )
}
