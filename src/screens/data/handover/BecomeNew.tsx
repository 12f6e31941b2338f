/** Two stores use one device id: what it means that this one becomes a new device, and the button that makes it one. */
import { useState } from 'react'
import type { PartedHere } from '../../../store/becomeNewDevice'
import { formatCount } from '../../../i18n/format'
import { useText } from '../../../ui/LanguageContext'

interface Props {
  readonly parting: PartedHere
  readonly onBecome: () => void
  readonly onLeave: () => void
}

export function BecomeNew({ parting: { numbers, handedOver }, onBecome, onLeave }: Props) {
  const { t, language } = useText()
  const [accepts, setAccepts] = useState(false)
  const why = handedOver > 0 && !accepts ? t.newDeviceHandedFirst : undefined
  return (
    <section className="note warn stack" aria-label={t.newDeviceTitle}>
      <h3>{t.newDeviceTitle}</h3>
      <p>{t.newDeviceWhich}</p>
      <p>{numbers.length === 0 ? t.newDeviceNothing : t.newDeviceRenames(formatCount(numbers.length, language))}</p>
      {handedOver === 0 ? null : (
        <>
          <p>{t.newDeviceHandedOver(formatCount(handedOver, language))}</p>
          <label className="hand-over-choice">
            <input type="checkbox" checked={accepts} onChange={(event) => setAccepts(event.target.checked)} />
            <span>{t.newDeviceHandedOk}</span>
          </label>
        </>
      )}
      <div className="row">
        <button type="button" className="button primary" disabled={why !== undefined} title={why} onClick={onBecome}>
          {t.newDeviceButton}
        </button>
        <button type="button" className="button" onClick={onLeave}>
          {t.takeInNot}
        </button>
      </div>
      {why === undefined ? null : <p className="small muted">{why}</p>}
    </section>
  )
}
