/** What an account is: a name, its roles, what it reaches, and whether it may sign in. */
import { useState } from 'react'
import type { AccountWish } from '../../domain/team/protocol'
import { ROLES, type Role } from '../../domain/workflow/roles'
import { Dialog } from '../../ui/Dialog'
import { useText } from '../../ui/LanguageContext'
import { ReachFields, reachOf, writtenReach } from './ReachFields'

interface Props {
  readonly title: string
  readonly from: AccountWish
  readonly trouble: string
  readonly isPending: boolean
  readonly onSave: (wish: AccountWish) => void
  readonly onClose: () => void
}

export function AccountForm({ title, from, trouble, isPending, onSave, onClose }: Props) {
  const { t } = useText()
  const [name, setName] = useState(from.name)
  const [roles, setRoles] = useState<ReadonlySet<Role>>(new Set(from.roles))
  const [isActive, setActive] = useState(from.isActive)
  const [reach, setReach] = useState(writtenReach(from.reach))
  const why =
    name.trim() === '' ? t.teamNameNeeded : roles.size === 0 ? t.teamRolesNeeded : isPending ? t.teamBusy : undefined
  const save = (): void =>
    onSave({
      name: name.trim(),
      roles: ROLES.filter((role) => roles.has(role)),
      reach: reachOf(reach),
      isActive,
    })
  const choose = (role: Role, isChosen: boolean): void =>
    setRoles(new Set(ROLES.filter((one) => (one === role ? isChosen : roles.has(one)))))
  return (
    <Dialog
      title={title}
      onClose={onClose}
      footer={
        <>
          <button type="button" className="button" onClick={onClose}>
            {t.teamCancel}
          </button>
          <button type="button" className="button primary" disabled={why !== undefined} title={why} onClick={save}>
            {t.teamSave}
          </button>
        </>
      }
    >
      <div className="stack">
        <label className="field">
          <span className="field-label">{t.teamName}</span>
          <input className="input" value={name} onChange={(event) => setName(event.target.value)} />
        </label>
        <fieldset style={{ columns: 200 }}>
          <legend>{t.teamRoles}</legend>
          {ROLES.map((role) => (
            <label key={role} className="row">
              <input
                type="checkbox"
                checked={roles.has(role)}
                onChange={(event) => choose(role, event.target.checked)}
              />
              <span>{t.roleName(role)}</span>
            </label>
          ))}
        </fieldset>
        <ReachFields reach={reach} onChange={setReach} />
        <label className="row">
          <input type="checkbox" checked={isActive} onChange={(event) => setActive(event.target.checked)} />
          <span>{t.teamActive}</span>
        </label>
        {trouble === '' ? null : <p role="alert">{trouble}</p>}
        {why === undefined ? null : <p className="small muted">{why}</p>}
      </div>
    </Dialog>
  )
}
