/** The keys of other devices that people have accepted; each can be revoked. */
import { useLiveQuery } from '../../../panels/useLiveQuery'
import { useEffect, useState } from 'react'
import { deviceCode } from '../../../domain/deviceId'
import { fingerprintOf, type PublicKey } from '../../../exchange/package/packageKey'
import { formatStamp } from '../../../i18n/format'
import { acceptedKeys, ownKey, revokeKey } from '../../../store/deviceKeys'
import { useText } from '../../../ui/LanguageContext'

export function KeyList() {
  const { t } = useText()
  const keys = useLiveQuery(() => acceptedKeys())
  const own = useLiveQuery(() => ownKey())
  if (keys === undefined) return null
  return (
    <section className="card card-pad stack" aria-label={t.trustedDevices}>
      <h2>{t.trustedDevices}</h2>
      {own === undefined || own === null ? (
        <p className="small muted">{t.keysOwnNone}</p>
      ) : (
        <p>
          {t.keysOwn(deviceCode(own.device))} <Fingerprint of={own.publicKey} />
        </p>
      )}
      {keys.length === 0 ? <p className="muted">{t.keysNone}</p> : null}
      {keys.map(({ device, publicKey, acceptedAt = 0, acceptedBy = '', revokedAt }) => (
        <div key={device} className="spread">
          <div className="stack">
            <span>
              <strong className="mono">{deviceCode(device)}</strong> <Fingerprint of={publicKey} />
            </span>
            <span className="small muted">
              {revokedAt === undefined
                ? t.keysAccepted(formatStamp(acceptedAt), acceptedBy)
                : t.keysRevoked(formatStamp(revokedAt))}
            </span>
          </div>
          {revokedAt === undefined ? (
            <button type="button" className="button" onClick={() => void revokeKey(device)}>
              {t.keysRevoke}
            </button>
          ) : null}
        </div>
      ))}
    </section>
  )
}

function Fingerprint({ of }: { readonly of: JsonWebKey }) {
  const [words, setWords] = useState('')
  const { x = '', y = '' } = of
  useEffect(() => {
    let isCurrent = true
    const key: PublicKey = { kty: 'EC', crv: 'P-256', x, y }
    void fingerprintOf(key).then((print) => {
      if (isCurrent) setWords(print)
    })
    return () => {
      isCurrent = false
    }
  }, [x, y])
  return <span className="mono small">{words}</span>
}
