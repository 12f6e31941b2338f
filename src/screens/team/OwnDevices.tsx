/** The devices of the account that is signed in; each can be switched off. */
import { useCallback, useEffect, useState } from 'react'
import type { DeviceLine } from '../../domain/team/protocol'
import { pageServer, useAsking } from '../../panels/pageServer'
import { useText } from '../../ui/LanguageContext'
import { DeviceRow } from './DeviceRow'

export function OwnDevices({ own }: { readonly own: string }) {
  const { t } = useText()
  const { trouble, ask } = useAsking()
  const [devices, setDevices] = useState<readonly DeviceLine[]>([])
  const read = useCallback(
    () => ask(() => pageServer.devices()).then((found) => (found === undefined ? undefined : setDevices(found))),
    [ask],
  )
  useEffect(() => void read(), [read])
  return (
    <section className="card card-pad stack" aria-label={t.teamDevices}>
      <h2>{t.teamDevices}</h2>
      {trouble === '' ? null : <p className="muted">{trouble}</p>}
      {devices.map((device) => (
        <DeviceRow key={device.id} device={device} isHere={device.id === own} mayWipe={false} onChanged={read} />
      ))}
    </section>
  )
}
