/** Before a device that holds data joins: how much of it would go up. A device without data joins with one press as well. */
import { useLiveQuery } from '../../panels/useLiveQuery'
import { useLocation } from 'wouter'
import { changesIn } from '../../domain/changeRanges'
import type { Session } from '../../domain/team/protocol'
import { formatCount } from '../../i18n/format'
import { deviceLabel } from '../../panels/deviceLabel'
import { pageServer, useAsking } from '../../panels/pageServer'
import { database } from '../../store/database'
import { knownChanges } from '../../store/knownChanges'
import { useText } from '../../ui/LanguageContext'
import { joinHere } from '../../workers/syncClient'

export function JoinCard({ session, onLeft }: { readonly session: Session; readonly onLeft?: () => void }) {
  const { t, language } = useText()
  const [, go] = useLocation()
  const { isPending, trouble, ask } = useAsking()
  const held = useLiveQuery(async () => {
    const own = (await database.device.get('device'))?.changeCount ?? 0
    return { own, others: Math.max(0, changesIn(await knownChanges()) - own) }
  })
  if (held === undefined) return <div className="skeleton" style={{ height: 120 }} />
  const why = isPending ? t.teamBusy : undefined
  const join = (): void => {
    void ask(async () => {
      await joinHere(session, deviceLabel())
      return true
    }).then((done) => (done === true ? go('/team') : undefined))
  }
  const leave = (): void => {
    void ask(() => pageServer.signOut()).then(() => (onLeft === undefined ? go('/') : onLeft()))
  }
  return (
    <section className="card card-pad stack">
      <h2>{t.teamJoin(session.team.name)}</h2>
      <p>
        <strong>{session.account.name}</strong> · {session.account.roles.map(t.roleName).join(t.listComma)}
      </p>
      <p>{held.own === 0 ? t.teamJoinEmpty : t.teamJoinPreview(formatCount(held.own, language))}</p>
      {held.others === 0 ? null : <p className="note warn">{t.teamJoinOthers(formatCount(held.others, language))}</p>}
      <p className="small muted">{t.teamLease(String(session.leaseDays))}</p>
      {trouble === '' ? null : (
        <p className="note warn" role="alert">
          {trouble}
        </p>
      )}
      <div className="row">
        <button type="button" className="button primary" disabled={isPending} title={why} onClick={join}>
          {t.teamJoin(session.team.name)}
        </button>
        <button type="button" className="button" disabled={isPending} title={why} onClick={leave}>
          {t.teamJoinNot}
        </button>
      </div>
    </section>
  )
}
