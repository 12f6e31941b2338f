/** One device of an account. Switching it off and having it delete what it holds are two things, with two buttons and two texts. */
import { useState } from 'react'
import { deviceCode } from '../../domain/deviceId'
import type { DeviceLine } from '../../domain/team/protocol'
import { formatCount, formatStamp } from '../../i18n/format'
import { pageServer, useAsking } from '../../panels/pageServer'
import { Dialog } from '../../ui/Dialog'
import { useText } from '../../ui/LanguageContext'

interface Props {
  readonly device: DeviceLine
  readonly isHere: boolean
  readonly mayWipe: boolean
  readonly onChanged: () => Promise<unknown>
}

export function DeviceRow({ device, isHere, mayWipe, onChanged }: Props) {
  const { t, language } = useText()
  const { isPending, trouble, ask } = useAsking()
  const [asked, setAsked] = useState<'revoke' | 'wipe' | null>(null)
  const { id, label, lastSeen, decided, refused, revokedAt, isWiped } = device
  const act = (): void => {
    const doing = asked === 'wipe' ? pageServer.wipeDevice : pageServer.revokeDevice
    void ask(async () => {
      await doing(id)
      await onChanged()
      setAsked(null)
    })
  }
  return (
    <div className="spread">
      <div className="stack">
        <span>
          <strong className="mono">{deviceCode(id)}</strong> {label} {isHere ? `(${t.teamThisDevice})` : ''}
        </span>
        <span className="small muted">
          {t.teamDeviceWords(formatStamp(lastSeen), formatCount(decided, language))}
          {refused > 0 ? ` · ${t.teamRefusedCount(formatCount(refused, language))}` : ''}
          {isWiped ? ` · ${t.teamDeviceWiped}` : revokedAt !== null ? ` · ${t.teamDeviceRevoked}` : ''}
        </span>
      </div>
      <span className="row">
        {revokedAt !== null ? null : (
          <button type="button" className="button" onClick={() => setAsked('revoke')}>
            {t.teamRevoke}
          </button>
        )}
        {isWiped || !mayWipe ? null : (
          <button type="button" className="button danger" onClick={() => setAsked('wipe')}>
            {t.teamWipe}
          </button>
        )}
      </span>
      {asked === null ? null : (
        <Dialog
          title={asked === 'wipe' ? t.teamWipe : t.teamRevoke}
          onClose={() => setAsked(null)}
          footer={
            <>
              <button type="button" className="button" onClick={() => setAsked(null)}>
                {t.teamCancel}
              </button>
              <button
                type="button"
                className="button danger"
                disabled={isPending}
                title={isPending ? t.teamBusy : undefined}
                onClick={act}
              >
                {asked === 'wipe' ? t.teamWipe : t.teamRevoke}
              </button>
            </>
          }
        >
          <p>{asked === 'wipe' ? t.teamWipeAsk : t.teamRevokeAsk}</p>
          {trouble === '' ? null : <p role="alert">{trouble}</p>}
        </Dialog>
      )}
    </div>
  )
}
