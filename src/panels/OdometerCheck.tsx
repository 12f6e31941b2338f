/** Says when an odometer reading cannot follow from the last one on record, shows that one, and asks whether it is right. */
import { isMoment } from '../domain/moment'
import { formatCount, formatMoment } from '../i18n/format'
import { odometerDoubt, type LastReading } from '../metrics/lastReading'
import { useText } from '../ui/LanguageContext'
import { engine } from '../workers/engineClient'
import { useEngine } from './useEngine'

interface Reported {
  readonly trainId?: unknown
  readonly occurredAt?: unknown
  readonly odometerKm?: unknown
}

export interface OdometerDoubt {
  readonly kind: 'backwards' | 'too-far'
  readonly km: number
  readonly last: LastReading
}

const momentOf = ({ occurredAt }: Reported): string | null =>
  typeof occurredAt === 'string' && isMoment(occurredAt) && occurredAt.length >= 10 ? occurredAt : null

/**
 * The last reading of the train on record up to the day of the failure; null while train or day are not known.
 * @param besides the failure whose own reading is in question
 */
function useLastReading(reported: Reported, besides?: string): LastReading | null {
  const train = typeof reported.trainId === 'string' ? reported.trainId : null
  const day = momentOf(reported)?.slice(0, 10) ?? null
  const { answer } = useEngine(
    train === null || day === null ? null : `last-odometer|${train}|${day}|${besides ?? ''}`,
    (engine) => engine.lastOdometer(train ?? '', day ?? '', besides),
  )
  return train === null || day === null ? null : answer
}

/** @param besides the failure whose own reading is in question */
export function useOdometerDoubt(reported: Reported, besides?: string): OdometerDoubt | null {
  return doubtOf(reported, useLastReading(reported, besides))
}

/** The same for whoever cannot wait until the screen has been told. */
export async function askOdometerDoubt(reported: Reported): Promise<OdometerDoubt | null> {
  const day = momentOf(reported)?.slice(0, 10)
  if (typeof reported.trainId !== 'string' || day === undefined) return null
  return doubtOf(reported, await engine().lastOdometer(reported.trainId, day))
}

function doubtOf(reported: Reported, last: LastReading | null): OdometerDoubt | null {
  const [at, km] = [momentOf(reported), reported.odometerKm]
  if (last === null || at === null || typeof km !== 'number') return null
  const kind = odometerDoubt(km, at, last)
  return kind === null ? null : { kind, km, last }
}

/** What the reading will be held against, said before it is typed. */
export function LastReadingHint({ reported }: { readonly reported: Reported }) {
  const { t, language } = useText()
  const last = useLastReading(reported)
  return last === null ? null : (
    <p className="small muted">{t.odometerLast(formatCount(last.km, language), formatMoment(last.at).slice(0, 10))}</p>
  )
}

export function OdometerCheck({
  doubt,
  isConfirmed,
  onConfirm,
}: {
  readonly doubt: OdometerDoubt
  readonly isConfirmed: boolean
  readonly onConfirm: (isConfirmed: boolean) => void
}) {
  const { t, language } = useText()
  const last = formatCount(doubt.last.km, language)
  const at = formatMoment(doubt.last.at).slice(0, 10)
  return (
    <div className={isConfirmed ? 'note' : 'note warn'} role="status">
      <p>{doubt.kind === 'backwards' ? t.odometerBackwards(last, at) : t.odometerTooFar(last, at)}</p>
      <label className="row">
        <input type="checkbox" checked={isConfirmed} onChange={(event) => onConfirm(event.target.checked)} />
        {t.odometerConfirm}
      </label>
    </div>
  )
}
