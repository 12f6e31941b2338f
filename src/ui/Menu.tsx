/** A button that opens a short list of things to do. Arrow keys move, Esc closes and gives the focus back. */
import { ChevronDown } from 'lucide-react'
import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import './menu.css'

export interface MenuItem {
  /** Where labels may be alike. */
  readonly id?: string
  readonly label: string
  /** A line above it. */
  readonly startsGroup?: boolean
  /** For what one presses several times, such as wider. */
  readonly keepsOpen?: boolean
  readonly run: () => void
}

interface Props {
  readonly label: string
  readonly icon?: ReactNode
  readonly items: readonly MenuItem[]
  /** Why nothing can be chosen now. */
  readonly disabledWhy?: string
  /** Only the icon shows; the label is read out and stands in the tip. */
  readonly isIcon?: boolean
}

/**
 * Lays the list over everything, below the button or above it, within the window. It is in the top layer, because the
 * table around a button may cut off what hangs out of it.
 */
function placeBeside(button: HTMLElement, list: HTMLElement): void {
  list.showPopover()
  const from = button.getBoundingClientRect()
  const { width, height } = list.getBoundingClientRect()
  const [right, bottom] = [document.documentElement.clientWidth, document.documentElement.clientHeight]
  const left = Math.max(GAP, Math.min(from.left, right - width - GAP))
  const isRoomBelow = from.bottom + GAP + height <= bottom || from.bottom < bottom - from.top
  const top = isRoomBelow ? from.bottom + GAP : Math.max(GAP, from.top - GAP - height)
  list.style.left = `${left}px`
  list.style.top = `${top}px`
  list.style.maxHeight = `${isRoomBelow ? bottom - top - GAP : from.top - 2 * GAP}px`
}

const GAP = 4

/** Opens and closes the list: a press outside closes it, arrows walk it, Esc gives the focus back to the button. */
function useOpenMenu() {
  const [isOpen, setIsOpen] = useState(false)
  const box = useRef<HTMLDivElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (!isOpen) return undefined
    const list = box.current?.querySelector<HTMLElement>('[role=menu]')
    if (button.current !== null && list !== null && list !== undefined) placeBeside(button.current, list)
    box.current?.querySelector<HTMLElement>('[role=menuitem]')?.focus({ preventScroll: true })
    const outside = (event: Event): void => {
      if (!(event.target instanceof Node) || box.current?.contains(event.target) !== true) setIsOpen(false)
    }
    document.addEventListener('pointerdown', outside)
    // What scrolls below would leave the list behind.
    document.addEventListener('scroll', outside, true)
    return () => {
      document.removeEventListener('pointerdown', outside)
      document.removeEventListener('scroll', outside, true)
    }
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

export function Menu({ label, icon, items, disabledWhy, isIcon = false }: Props) {
  const { isOpen, box, button, toggle, close, move } = useOpenMenu()
  const id = useId()
  return (
    <div className="menu" ref={box}>
      <button
        ref={button}
        type="button"
        className={isIcon ? 'button quiet icon' : 'button'}
        aria-label={isIcon ? label : undefined}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        aria-controls={id}
        disabled={disabledWhy !== undefined}
        title={disabledWhy ?? (isIcon ? label : undefined)}
        onClick={toggle}
      >
        {icon}
        {isIcon ? null : (
          <>
            {label}
            <ChevronDown size={14} aria-hidden />
          </>
        )}
      </button>
      {isOpen ? (
        // oxlint-disable-next-line jsx-a11y/interactive-supports-focus -- the focus is on its entries
        <div className="menu-list" popover="manual" role="menu" id={id} aria-label={label} onKeyDown={move}>
          {items.map((item) => (
            <button
              key={item.id ?? item.label}
              type="button"
              role="menuitem"
              tabIndex={-1}
              className={item.startsGroup === true ? 'starts-group' : undefined}
              onClick={() => {
                if (item.keepsOpen !== true) close()
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
