/** Saved views of the data: open one, save what the page shows now under a name, copy a link, remove one. */
import { useLiveQuery } from './useLiveQuery'
import { Bookmark, Link2, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useLocation, useSearch } from 'wouter'
import { permits } from '../domain/workflow/permits'
import { removeView, savedViews, saveView, type SavedView } from '../store/savedViews'
import { Dialog } from '../ui/Dialog'
import { useText } from '../ui/LanguageContext'
import { Menu } from '../ui/Menu'
import { useToast } from '../ui/Toasts'
import { useCommand, useSayDone } from './useCommand'
import { usePerson } from './usePerson'

export function ViewsMenu() {
  const { t } = useText()
  const [path, navigate] = useLocation()
  const question = useSearch()
  const [open, setOpen] = useState<'save' | 'manage' | null>(null)
  const views = useLiveQuery(() => savedViews(), []) ?? []
  const close = (): void => setOpen(null)
  return (
    <>
      <Menu
        label={t.views}
        icon={<Bookmark size={16} aria-hidden />}
        items={[
          ...views.map(({ id, name, address }) => ({ id, label: name, run: () => navigate(address) })),
          { id: 'save', label: t.viewSave, run: () => setOpen('save') },
          { id: 'manage', label: t.viewManage, run: () => setOpen('manage') },
        ]}
      />
      {open === 'save' ? <SaveDialog address={question === '' ? path : `${path}?${question}`} onClose={close} /> : null}
      {open === 'manage' ? <ManageDialog views={views} onClose={close} /> : null}
    </>
  )
}

function SaveDialog({ address, onClose }: { readonly address: string; readonly onClose: () => void }) {
  const { t } = useText()
  const person = usePerson()
  const sayDone = useSayDone()
  const { isPending, run } = useCommand()
  const [name, setName] = useState('')
  const against = permits('save-view', person)[0]
  const refusal =
    against !== undefined
      ? t.commandRefusal(against)
      : name.trim() === ''
        ? t.viewNameNeeded
        : isPending
          ? t.commandPending
          : undefined
  const save = async (): Promise<void> => {
    const end = await run(() => saveView(name, address, person))
    if (end.ended !== 'done') return
    sayDone(t.viewSaved(name.trim()), end.value)
    onClose()
  }
  return (
    <Dialog
      title={t.viewSave}
      onClose={onClose}
      footer={
        <>
          {refusal === undefined ? null : <span className="small muted">{refusal}</span>}
          <button
            type="button"
            className="button primary"
            disabled={refusal !== undefined}
            title={refusal}
            onClick={() => void save()}
          >
            {t.save}
          </button>
        </>
      }
    >
      <label className="field">
        <span className="field-label">{t.viewName}</span>
        <input className="input" value={name} maxLength={80} onChange={(event) => setName(event.target.value)} />
      </label>
      <p className="small muted">{t.viewWhat}</p>
    </Dialog>
  )
}

interface ManageProps {
  readonly views: readonly SavedView[]
  readonly onClose: () => void
}

function ManageDialog({ views, onClose }: ManageProps) {
  const { t } = useText()
  const [, navigate] = useLocation()
  const person = usePerson()
  const toast = useToast()
  const sayDone = useSayDone()
  const { run } = useCommand()
  const [refusal] = permits('remove-view', person)
  const remove = async ({ id, name }: SavedView): Promise<void> => {
    const end = await run(() => removeView(id, person))
    if (end.ended === 'done') sayDone(t.viewRemoved(name), end.value)
  }
  const copy = ({ address }: SavedView): void => {
    navigator.clipboard.writeText(new URL(address, location.href).href).then(
      () => toast(t.viewLinkCopied),
      () => toast(t.viewLinkFailed),
    )
  }
  return (
    <Dialog title={t.viewManage} onClose={onClose}>
      {views.length === 0 ? <p className="muted">{t.viewsNone}</p> : null}
      <ul className="plain-list">
        {views.map((view) => (
          <li key={view.id} className="spread">
            <button
              type="button"
              className="kpi-link"
              onClick={() => {
                onClose()
                navigate(view.address)
              }}
            >
              {view.name}
            </button>
            <span className="row">
              <button
                type="button"
                className="button quiet icon"
                aria-label={t.viewCopyLink(view.name)}
                onClick={() => copy(view)}
              >
                <Link2 size={16} aria-hidden />
              </button>
              <button
                type="button"
                className="button quiet icon"
                aria-label={t.viewRemove(view.name)}
                disabled={refusal !== undefined}
                title={refusal === undefined ? t.viewRemove(view.name) : t.commandRefusal(refusal)}
                onClick={() => void remove(view)}
              >
                <Trash2 size={16} aria-hidden />
              </button>
            </span>
          </li>
        ))}
      </ul>
      {refusal === undefined ? null : <p className="small muted">{t.commandRefusal(refusal)}</p>}
    </Dialog>
  )
}
