/** The company this device is in: how it stands with the server, what was refused, which devices there are, and the way out. */
import { useEffect, useState } from 'react'
import { Link } from 'wouter'
import type { Session } from '../../domain/team/protocol'
import { may, type Role } from '../../domain/workflow/roles'
import { formatStamp } from '../../i18n/format'
import { deviceLabel } from '../../panels/deviceLabel'
import { pageServer, useAsking } from '../../panels/pageServer'
import { teamWords } from '../../panels/teamWords'
import { useSyncPhase, useTeamStanding, type TeamStanding } from '../../panels/useTeam'
import { useText } from '../../ui/LanguageContext'
import { joinHere } from '../../workers/syncClient'
import { askNow } from '../../workers/syncChannel'
import { JoinCard } from './JoinCard'
import { LeaveCard } from './LeaveCard'
import { OwnDevices } from './OwnDevices'
import { RefusedTray } from './RefusedTray'
import { SignIn } from './SignIn'

/** The server asks all roles of an account, whichever is chosen. */
const mayKeep = (roles: readonly Role[]): boolean =>
  roles.some((role) => may(role, 'R', 'administer') || may(role, 'U', 'administer'))

export function TeamScreen() {
  const { t } = useText()
  const standing = useTeamStanding()
  return (
    <div className="page narrow">
      <h1>{t.teamTitle}</h1>
      {standing === undefined ? <div className="skeleton" style={{ height: 120 }} /> : null}
      {standing === null ? <NotJoined /> : null}
      {standing ? <Joined standing={standing} /> : null}
    </div>
  )
}

/** Only here, and where an invitation leads, is it asked whether there is a server at all. */
function NotJoined() {
  const { t } = useText()
  const [found, setFound] = useState<Session | 'asking' | 'signed-out' | 'none'>('asking')
  useEffect(() => {
    pageServer.me().then(setFound, (error: unknown) => {
      const name = error instanceof Error ? error.name : ''
      setFound(name === 'ServerRefused' ? 'signed-out' : 'none')
    })
  }, [])
  if (found === 'asking') return <p className="muted">{t.teamAsking}</p>
  if (found === 'none') return <p className="card card-pad">{t.teamNoServer}</p>
  if (found === 'signed-out') return <SignIn name="" onSignedIn={setFound} />
  return <JoinCard session={found} onLeft={() => setFound('signed-out')} />
}

function Joined({ standing }: { readonly standing: TeamStanding }) {
  const { t, language } = useText()
  const phase = useSyncPhase()
  const { trouble, ask } = useAsking()
  const { team, waiting } = standing
  const again = (session: Session): void => {
    void ask(() => joinHere(session, deviceLabel())).then(askNow)
  }
  return (
    <>
      <section className="card card-pad stack" aria-label={t.teamState}>
        <h2>{team.team.name}</h2>
        <p>
          <strong>{team.account.name}</strong> · {t.roleName(team.role)}
        </p>
        <p role="status">{teamWords(standing, phase, t, language).join(' · ')}</p>
        <p className="small muted">
          {t.teamLastContact(formatStamp(team.lastContact))} · {t.teamLease(String(team.leaseDays))}
        </p>
        {team.isServerOlder === true ? <p className="note warn">{t.teamServerOlder}</p> : null}
        {team.halt === null ? null : (
          <p className="note warn" role="alert">
            {t.teamProblem(team.halt)}
          </p>
        )}
        {trouble === '' ? null : (
          <p className="note warn" role="alert">
            {trouble}
          </p>
        )}
        <div className="row">
          <button type="button" className="button primary" onClick={askNow}>
            {t.teamSyncNow}
          </button>
          {mayKeep(team.account.roles) ? (
            <Link className="button" href="/team/accounts">
              {t.teamAccounts}
            </Link>
          ) : null}
        </div>
      </section>
      {team.halt === 'signed-out' || team.halt === 'device-revoked' ? (
        <SignIn name={team.account.name} onSignedIn={again} />
      ) : null}
      <RefusedTray />
      <OwnDevices own={team.device} />
      <LeaveCard waiting={waiting} />
    </>
  )
}
