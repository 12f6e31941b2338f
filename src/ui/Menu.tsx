/** A button that opens a short list of things to do. Arrow keys move, Esc closes and gives the focus back. */
import { ChevronDown } from 'lucide-react'
import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import './menu.css'

export interface MenuItem {
  /** Where labels may be alike. */
  readonly id?: string
  readonly label: string
  readonly run: () => void
}

interface Props {
  readonly label: string
  readonly icon?: ReactNode
  readonly items: readonly MenuItem[]
  /** Why nothing can be chosen now. */
  readonly disabledWhy?: string
}

/** Opens and closes the list: a press outside closes it, arrows walk it, Esc gives the focus back to the button. */
function useOpenMenu() {
  const [isOpen, setIsOpen] = useState(false)
  const box = useRef<HTMLDivElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (!isOpen) return undefined
    box.current?.querySelector<HTMLElement>('[role=menuitem]')?.focus()
    const outside = (event: PointerEvent): void => {
      if (!(event.target instanceof Node) || box.current?.contains(event.target) !== true) setIsOpen(false)
    }
    document.addEventListener('pointerdown', outside)
    return () => document.removeEventListener('pointerdown', outside)
  }, [isOpen])
  const close = (): void => {
    setIsOpen(false)
    button.current?.focus()
  }
  const move = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') {
      event.preventDefault()
      close()
      return
    }
    if (event.key === 'Tab') {
      setIsOpen(false)
      return
    }
    const entries = [...(box.current?.querySelectorAll<HTMLElement>('[role=menuitem]') ?? [])]
    const at = entries.findIndex((entry) => entry === document.activeElement)
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: entries.length - 1 }[event.key]
    if (to === undefined) return
    event.preventDefault()
    entries[(to + entries.length) % entries.length]?.focus()
  }
  return { isOpen, box, button, toggle: () => setIsOpen(!isOpen), close, move }
}

export function Menu({ label, icon, items, disabledWhy }: Props) {
  const { isOpen, box, button, toggle, close, move } = useOpenMenu()
  const id = useId()
  return (
    <div className="menu" ref={box}>
      <button
        ref={button}
        type="button"
        className="button"
        aria-haspopup="menu"
        aria-expanded={isOpen}
        aria-controls={id}
        disabled={disabledWhy !== undefined}
        title={disabledWhy}
        onClick={toggle}
      >
        {icon}
        {label}
        <ChevronDown size={14} aria-hidden />
      </button>
      {isOpen ? (
        // oxlint-disable-next-line jsx-a11y/interactive-supports-focus -- the focus is on its entries
        <div className="menu-list" role="menu" id={id} aria-label={label} onKeyDown={move}>
          {items.map((item) => (
            <button
              key={item.id ?? item.label}
              type="button"
              role="menuitem"
              tabIndex={-1}
              onClick={() => {
                close()
                item.run()
              }}
            >
              {item.label}
            </button>
          ))}
        </div>
      ) : null}
    </div>
  )
}
