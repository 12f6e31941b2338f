/** The people of the company, for those who keep the system: who may sign in, as what, over what, and with which devices. */
import { useCallback, useEffect, useState } from 'react'
import { Link } from 'wouter'
import type { AccountLine, AccountWish, Invitation } from '../../domain/team/protocol'
import { formatStamp } from '../../i18n/format'
import { pageServer, useAsking } from '../../panels/pageServer'
import { useText } from '../../ui/LanguageContext'
import { useToast } from '../../ui/Toasts'
import { AccountCard } from './AccountCard'
import { AccountForm } from './AccountForm'

const NEW: AccountWish = { name: '', roles: ['FSE'], reach: 'all', isActive: true }

export function AccountsScreen() {
  const { t } = useText()
  const { isPending, trouble, ask } = useAsking()
  const [accounts, setAccounts] = useState<readonly AccountLine[]>([])
  const [editing, setEditing] = useState<AccountLine | 'new' | null>(null)
  const [invitation, setInvitation] = useState<Invitation | null>(null)
  const read = useCallback(
    () => ask(() => pageServer.accounts()).then((found) => (found === undefined ? undefined : setAccounts(found))),
    [ask],
  )
  useEffect(() => void read(), [read])
  const save = (wish: AccountWish): void => {
    void ask(async () => {
      if (editing === 'new') setInvitation(await pageServer.addAccount(wish))
      else if (editing !== null) await pageServer.changeAccount(editing.id, wish)
      setEditing(null)
      setAccounts(await pageServer.accounts())
    })
  }
  const inviteAgain = (id: string): void => {
    void ask(async () => setInvitation(await pageServer.inviteAgain(id)))
  }
  return (
    <div className="page narrow">
      <h1>{t.teamAccounts}</h1>
      <p className="small muted">
        {t.teamAccountsWhy} <Link href="/team">{t.teamTitle}</Link>
      </p>
      {trouble === '' ? null : (
        <p className="note warn" role="alert">
          {trouble}
        </p>
      )}
      {invitation === null ? null : <InvitationLink invitation={invitation} />}
      <div>
        <button type="button" className="button primary" onClick={() => setEditing('new')}>
          {t.teamInvite}
        </button>
      </div>
      {accounts.map((account) => (
        <AccountCard
          key={account.id}
          account={account}
          isPending={isPending}
          onEdit={() => setEditing(account)}
          onInvite={() => inviteAgain(account.id)}
          onChanged={read}
        />
      ))}
      {editing === null ? null : (
        <AccountForm
          title={editing === 'new' ? t.teamInvite : editing.name}
          from={editing === 'new' ? NEW : editing}
          trouble={trouble}
          isPending={isPending}
          onSave={save}
          onClose={() => setEditing(null)}
        />
      )}
    </div>
  )
}

function InvitationLink({ invitation: { account, path, expiresAt } }: { readonly invitation: Invitation }) {
  const { t } = useText()
  const toast = useToast()
  const link = `${location.origin}${path}`
  return (
    <section className="note stack" aria-label={t.teamInvite}>
      <label className="field">
        <span className="field-label">{t.teamInviteLink(account.name, formatStamp(expiresAt))}</span>
        <input className="input mono" readOnly value={link} onFocus={(event) => event.target.select()} />
      </label>
      <div>
        <button
          type="button"
          className="button"
          onClick={() => void navigator.clipboard.writeText(link).then(() => toast(t.teamCopied))}
        >
          {t.teamCopyLink}
        </button>
      </div>
    </section>
  )
}
