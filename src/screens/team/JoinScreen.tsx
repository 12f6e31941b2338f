/** What an invitation opens: who is invited by whom, and the password the account gets. */
import { useEffect, useState, type FormEvent } from 'react'
import type { InvitedAs, Session } from '../../domain/team/protocol'
import { pageServer, useAsking } from '../../panels/pageServer'
import { useText } from '../../ui/LanguageContext'
import { JoinCard } from './JoinCard'

export function JoinScreen({ token }: { readonly token: string }) {
  const { t } = useText()
  const { isPending, trouble, ask } = useAsking()
  const [invited, setInvited] = useState<InvitedAs | null>(null)
  const [session, setSession] = useState<Session | null>(null)
  const [password, setPassword] = useState('')
  useEffect(() => {
    void ask(() => pageServer.invited(token)).then((found) => setInvited(found ?? null))
  }, [ask, token])
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    void ask(() => pageServer.acceptInvitation(token, password)).then((opened) => setSession(opened ?? null))
  }
  const why = password === '' ? t.teamPasswordNeeded : isPending ? t.teamBusy : undefined
  return (
    <div className="page narrow">
      <h1>{t.teamTitle}</h1>
      {trouble === '' ? null : (
        <p className="note warn" role="alert">
          {trouble}
        </p>
      )}
      {session !== null ? <JoinCard session={session} /> : null}
      {session !== null || invited === null ? null : (
        <form className="card card-pad stack" onSubmit={submit}>
          <h2>{t.teamInvitedTo(invited.name, invited.team)}</h2>
          <input type="hidden" name="username" autoComplete="username" value={invited.name} />
          <label className="field">
            <span className="field-label">{t.teamPasswordNew}</span>
            <input
              className="input"
              type="password"
              autoComplete="new-password"
              value={password}
              onChange={(event) => setPassword(event.target.value)}
              aria-describedby="join-password-rule"
            />
            <span className="small muted" id="join-password-rule">
              {t.teamPasswordRule}
            </span>
          </label>
          <div>
            <button type="submit" className="button primary" disabled={why !== undefined} title={why}>
              {t.teamJoin(invited.team)}
            </button>
          </div>
        </form>
      )}
    </div>
  )
}
