/** Signing in to the server this page came from. */
import { useState, type FormEvent } from 'react'
import type { Session } from '../../domain/team/protocol'
import { pageServer, useAsking } from '../../panels/pageServer'
import { useText } from '../../ui/LanguageContext'

interface Props {
  /** Of an account that has to sign in again; empty for any. */
  readonly name: string
  readonly onSignedIn: (session: Session) => void
}

export function SignIn({ name: known, onSignedIn }: Props) {
  const { t } = useText()
  const { isPending, trouble, ask } = useAsking()
  const [name, setName] = useState(known)
  const [password, setPassword] = useState('')
  const why = name.trim() === '' || password === '' ? t.teamNeeded : isPending ? t.teamBusy : undefined
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    void ask(() => pageServer.signIn(name.trim(), password)).then((session) =>
      session === undefined ? undefined : onSignedIn(session),
    )
  }
  return (
    <form className="card card-pad stack" onSubmit={submit}>
      <h2>{t.teamSignIn}</h2>
      <label className="field">
        <span className="field-label">{t.teamName}</span>
        <input
          className="input"
          autoComplete="username"
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
      </label>
      <label className="field">
        <span className="field-label">{t.teamPassword}</span>
        <input
          className="input"
          type="password"
          autoComplete="current-password"
          value={password}
          onChange={(event) => setPassword(event.target.value)}
        />
      </label>
      {trouble === '' ? null : (
        <p className="note warn" role="alert">
          {trouble}
        </p>
      )}
      <div>
        <button type="submit" className="button primary" disabled={why !== undefined} title={why}>
          {t.teamSignIn}
        </button>
      </div>
    </form>
  )
}
