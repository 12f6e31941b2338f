/** Short messages about what was just done, with one way to take it back. They never carry the only copy of anything. */
import { createContext, useCallback, useContext, useMemo, useRef, useState, type ReactNode } from 'react'
import { useText } from './LanguageContext'

interface Toast {
  readonly id: number
  readonly message: string
  readonly action?: { readonly label: string; readonly run: () => void }
}

type Show = (message: string, action?: Toast['action']) => void

const Context = createContext<Show>(() => undefined)
const SHOWN_FOR_MS = 8000

export function ToastProvider({ children }: { readonly children: ReactNode }) {
  const { t } = useText()
  const [toasts, setToasts] = useState<readonly Toast[]>([])
  const next = useRef(1)
  const dismiss = useCallback((id: number) => setToasts((shown) => shown.filter((toast) => toast.id !== id)), [])
  const show = useCallback<Show>(
    (message, action) => {
      const id = next.current
      next.current += 1
      setToasts((shown) => [...shown.slice(-2), action === undefined ? { id, message } : { id, message, action }])
      setTimeout(() => dismiss(id), SHOWN_FOR_MS)
    },
    [dismiss],
  )
  const value = useMemo(() => show, [show])
  return (
    <Context value={value}>
      {children}
      <div className="toasts no-print" role="status" aria-live="polite">
        {toasts.map((toast) => (
          <div className="toast" key={toast.id}>
            <span className="grow">{toast.message}</span>
            {toast.action ? (
              <button
                type="button"
                className="button"
                onClick={() => {
                  toast.action?.run()
                  dismiss(toast.id)
                }}
              >
                {toast.action.label}
              </button>
            ) : null}
            <button type="button" className="button" aria-label={t.close} onClick={() => dismiss(toast.id)}>
              ×
            </button>
          </div>
        ))}
      </div>
    </Context>
  )
}

export const useToast = (): Show => useContext(Context)
