/** One person of the company with the devices they use. */
import type { AccountLine } from '../../domain/team/protocol'
import { formatStamp } from '../../i18n/format'
import { useText } from '../../ui/LanguageContext'
import { DeviceRow } from './DeviceRow'

interface Props {
  readonly account: AccountLine
  readonly isPending: boolean
  readonly onEdit: () => void
  readonly onInvite: () => void
  readonly onChanged: () => Promise<unknown>
}

export function AccountCard({ account, isPending, onEdit, onInvite, onChanged }: Props) {
  const { t } = useText()
  const { name, roles, reach, lastSeen, isActive, devices } = account
  const facts = [
    reach === 'all' ? t.teamReachAll : [...reach.stations, ...reach.departments].join(t.listComma),
    lastSeen === null ? t.teamNeverSeen : t.teamLastContact(formatStamp(lastSeen)),
    ...(isActive ? [] : [t.teamInactive]),
  ]
  return (
    <section className="card card-pad stack" aria-label={name}>
      <div className="spread">
        <h2>{name}</h2>
        <span className="row">
          <button type="button" className="button" onClick={onEdit}>
            {t.teamEdit}
          </button>
          <button
            type="button"
            className="button"
            disabled={isPending}
            title={isPending ? t.teamBusy : undefined}
            onClick={onInvite}
          >
            {t.teamInviteAgain}
          </button>
        </span>
      </div>
      <p>{roles.map(t.roleName).join(t.listComma)}</p>
      <p className="small muted">{facts.join(' · ')}</p>
      {devices.map((device) => (
        <DeviceRow key={device.id} device={device} isHere={false} mayWipe onChanged={onChanged} />
      ))}
    </section>
  )
}
