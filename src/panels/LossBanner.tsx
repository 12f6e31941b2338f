/** Says that the browser has thrown data away: what was here, what is left, and the ways back. */
import { useLiveQuery } from './useLiveQuery'
import { useEffect, useState, type FormEvent } from 'react'
import { Link } from 'wouter'
import type { DataLoss, DataMark } from '../domain/dataLoss'
import { formatCount, formatStamp } from '../i18n/format'
import { onChange } from '../store/changeFeed'
import { acceptLoss, lookForLoss } from '../store/dataMarks'
import { rescueCopies } from '../store/rescueCopies'
import { useText } from '../ui/LanguageContext'

/** Changes that follow one another are looked at once. */
const REST_MS = 1500

/** Null while nothing is missing. */
function useLoss(): { readonly loss: DataLoss | null; readonly accept: (reason: string) => Promise<void> } {
  const [loss, setLoss] = useState<DataLoss | null>(null)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | null = null
    const look = (): void => void lookForLoss().then(setLoss, () => undefined)
    const stop = onChange(() => {
      if (timer !== null) clearTimeout(timer)
      timer = setTimeout(look, REST_MS)
    })
    look()
    return () => {
      stop()
      if (timer !== null) clearTimeout(timer)
    }
  }, [])
  const accept = async (reason: string): Promise<void> => {
    if (loss !== null) await acceptLoss(loss, reason)
    setLoss(null)
  }
  return { loss, accept }
}

export function LossBanner() {
  const { t, language } = useText()
  const { loss, accept } = useLoss()
  const copies = useLiveQuery(() => rescueCopies(), [], [])
  const [isLeaving, setLeaving] = useState(false)
  if (loss === null) return null
  const held = ({ entries, failures }: DataMark) => ({
    entries: formatCount(entries, language),
    failures: formatCount(failures, language),
  })
  const [last] = copies
  return (
    <section className="note alarm stack no-print loss-banner" role="alert" aria-label={t.lossTitle}>
      <strong>{t.lossTitle}</strong>
      <p>{t.lossWords(formatStamp(loss.had.at), held(loss.had), held(loss.has))}</p>
      <p>
        {last === undefined
          ? t.lossNothingLeft
          : t.lossLeft(
              formatCount(copies.length, language),
              formatStamp(last.at),
              formatCount(last.failures, language),
            )}
      </p>
      <div className="row">
        {last === undefined ? null : (
          <Link className="button primary" href="/data/storage?open=rescue">
            {t.lossCopies}
          </Link>
        )}
        <Link className={last === undefined ? 'button primary' : 'button'} href="/data/storage?open=restore">
          {t.lossFile}
        </Link>
        {isLeaving ? null : (
          <button type="button" className="button quiet" onClick={() => setLeaving(true)}>
            {t.lossAccept}
          </button>
        )}
      </div>
      {isLeaving ? <WhyNot onAccept={accept} onStay={() => setLeaving(false)} /> : null}
    </section>
  )
}

function WhyNot({
  onAccept,
  onStay,
}: {
  readonly onAccept: (reason: string) => Promise<void>
  readonly onStay: () => void
}) {
  const { t } = useText()
  const [reason, setReason] = useState('')
  const isEmpty = reason.trim() === ''
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (!isEmpty) void onAccept(reason.trim())
  }
  return (
    <form className="stack" onSubmit={submit}>
      <label className="field">
        <span className="small">{t.lossAcceptWhy}</span>
        <input className="input" value={reason} maxLength={300} onChange={(event) => setReason(event.target.value)} />
      </label>
      <div className="row">
        <button type="submit" className="button" disabled={isEmpty} title={isEmpty ? t.lossReasonNeeded : undefined}>
          {t.lossAcceptDo}
        </button>
        <button type="button" className="button quiet" onClick={onStay}>
          {t.cancel}
        </button>
        {isEmpty ? <span className="small">{t.lossReasonNeeded}</span> : null}
      </div>
    </form>
  )
}
