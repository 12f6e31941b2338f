/** A modal dialog on the browser's own `<dialog>`: focus is held inside, Esc closes, the page behind is inert. */
import { X } from 'lucide-react'
import { useEffect, useId, useRef, type KeyboardEvent, type ReactNode } from 'react'
import { useText } from './LanguageContext'

interface Props {
  readonly title: string
  /** Asked by Esc and the cross; whoever wants the dialog to stay leaves it where it is. */
  readonly onClose: () => void
  readonly children: ReactNode
  readonly footer?: ReactNode
  readonly onKeyDown?: (event: KeyboardEvent) => void
}

export function Dialog({ title, onClose, children, footer, onKeyDown }: Props) {
  const { t } = useText()
  const ref = useRef<HTMLDialogElement>(null)
  const isLeaving = useRef(false)
  const titleId = useId()
  useEffect(() => {
    const dialog = ref.current
    isLeaving.current = false
    dialog?.showModal()
    return () => {
      isLeaving.current = true
      dialog?.close()
    }
  }, [])
  /** A second Esc closes the dialog whatever its owner says; an owner who keeps it sees it opened again. */
  const onClosedByBrowser = (): void => {
    if (isLeaving.current) return
    onClose()
    requestAnimationFrame(() => {
      if (!isLeaving.current && ref.current?.open === false) ref.current.showModal()
    })
  }
  return (
    <dialog
      ref={ref}
      className="dialog"
      aria-labelledby={titleId}
      onKeyDown={onKeyDown}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
      onClose={onClosedByBrowser}
    >
      <div className="dialog-head">
        <h2 id={titleId}>{title}</h2>
        <button type="button" className="button quiet icon" aria-label={t.close} onClick={onClose}>
          <X size={18} aria-hidden />
        </button>
      </div>
      <div className="dialog-body">{children}</div>
      {footer === undefined ? null : <div className="dialog-foot">{footer}</div>}
    </dialog>
  )
}
