/** What the comparison of single items rests on: how many are known, where they ran, and what could not be assigned. */
import { formatCount } from '../i18n/format'
import type { UnitNotes } from '../metrics/unitEffect'
import { useText } from '../ui/LanguageContext'

interface Props {
  readonly units: UnitNotes
  /** The scope in words. */
  readonly scope: string
  readonly trains: number
  readonly onOpen: (rows: Uint32Array) => void
}

const LISTED = 10

export function UnitEffectNotes({
  units: { known, ranAfter, leftOut, unsaid, atWorst },
  scope,
  trains,
  onOpen,
}: Props) {
  const { t, language } = useText()
  const count = (value: number): string => formatCount(value, language)
  return (
    <div className="small muted">
      <p>{t.effectItems(scope, count(known), count(ranAfter), count(trains))}</p>
      {leftOut.length === 0 ? null : (
        <p>
          {t.effectLeftOut(
            count(leftOut.length),
            `${leftOut.slice(0, LISTED).join(t.listComma)}${leftOut.length > LISTED ? '…' : ''}`,
          )}
        </p>
      )}
      {unsaid.length === 0 ? null : (
        <p>
          <button type="button" className="kpi-link" onClick={() => onOpen(unsaid)}>
            {t.effectUnsaidCount(count(unsaid.length))}
          </button>
          {atWorst?.status === 'estimated' ? ` ${t.effectAtWorst(t.effectVerdict(atWorst.verdict))}` : ''}
        </p>
      )}
    </div>
  )
}
