/**
 * Short messages about what was just done, with one way to take it back. They never carry the only copy of anything.
 * What went wrong stays until it is closed.
 */
import { createContext, useCallback, useContext, useMemo, useRef, useState, type ReactNode } from 'react'
import { useText } from './LanguageContext'

interface Toast {
  readonly id: number
  readonly message: string
  readonly action?: { readonly label: string; readonly run: () => void }
  readonly kind: 'done' | 'trouble'
}

type Show = (message: string, action?: Toast['action'], kind?: Toast['kind']) => void

const Context = createContext<Show>(() => undefined)
const SHOWN_FOR_MS = 8000

/** Beside a new message: the last two about what was done, and every trouble, the same one once. */
function stillShown(shown: readonly Toast[], next: Toast): readonly Toast[] {
  const lastDone = shown.filter(({ kind }) => kind === 'done').slice(-2)
  return shown.filter((toast) => (toast.kind === 'trouble' ? toast.message !== next.message : lastDone.includes(toast)))
}

export function ToastProvider({ children }: { readonly children: ReactNode }) {
  const [toasts, setToasts] = useState<readonly Toast[]>([])
  const next = useRef(1)
  const dismiss = useCallback((id: number) => setToasts((shown) => shown.filter((toast) => toast.id !== id)), [])
  const show = useCallback<Show>(
    (message, action, kind = 'done') => {
      const id = next.current
      next.current += 1
      const toast: Toast = { id, message, kind, ...(action === undefined ? {} : { action }) }
      setToasts((shown) => [...stillShown(shown, toast), toast])
      if (kind === 'done') setTimeout(() => dismiss(id), SHOWN_FOR_MS)
    },
    [dismiss],
  )
  const value = useMemo(() => show, [show])
  return (
    <Context value={value}>
      {children}
      <div className="toasts no-print" role="status" aria-live="polite">
        {toasts.map((toast) => (
          <ToastLine key={toast.id} toast={toast} onDismiss={() => dismiss(toast.id)} />
        ))}
      </div>
    </Context>
  )
}

function ToastLine({ toast, onDismiss }: { readonly toast: Toast; readonly onDismiss: () => void }) {
  const { t } = useText()
  const { message, action, kind } = toast
  return (
    <div className={kind === 'trouble' ? 'toast trouble' : 'toast'} {...(kind === 'trouble' ? { role: 'alert' } : {})}>
      <span className="grow">{message}</span>
      {action ? (
        <button
          type="button"
          className="button"
          onClick={() => {
            action.run()
            onDismiss()
          }}
        >
          {action.label}
        </button>
      ) : null}
      <button type="button" className="button" aria-label={t.close} onClick={onDismiss}>
        ×
      </button>
    </div>
  )
}

export const useToast = (): Show => useContext(Context)
