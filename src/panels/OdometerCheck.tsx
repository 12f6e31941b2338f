/** Says when an odometer reading cannot follow from the last one on record, shows that one, and asks whether it is right. */
import { isMoment } from '../domain/moment'
import { formatCount, formatMoment } from '../i18n/format'
import { odometerDoubt, type LastReading } from '../metrics/lastReading'
import { useText } from '../ui/LanguageContext'
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

/** @param besides the failure whose own reading is in question */
export function useOdometerDoubt(
  { trainId, occurredAt, odometerKm }: Reported,
  besides?: string,
): OdometerDoubt | null {
  const at = typeof occurredAt === 'string' && isMoment(occurredAt) && occurredAt.length >= 10 ? occurredAt : null
  const train = typeof trainId === 'string' ? trainId : null
  const day = at?.slice(0, 10) ?? ''
  const { answer: last } = useEngine(
    train === null || at === null ? null : `last-odometer|${train}|${day}|${besides ?? ''}`,
    (engine) => engine.lastOdometer(train ?? '', day, besides),
  )
  if (last === null || train === null || at === null || typeof odometerKm !== 'number') return null
  const kind = odometerDoubt(odometerKm, at, last)
  return kind === null ? null : { kind, km: odometerKm, last }
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
