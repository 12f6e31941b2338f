/** On a phone the bar holds four places; this opens the others above it. */
import { Menu as MenuIcon } from 'lucide-react'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { Link, useLocation } from 'wouter'
import { useText } from '../ui/LanguageContext'

export interface Place {
  readonly path: string
  readonly label: string
  readonly icon: ReactNode
}

interface Props {
  readonly places: readonly Place[]
  readonly isAt: (path: string) => boolean
  /** What else stands there, below the places. */
  readonly children: ReactNode
}

export function MorePlaces({ places, isAt, children }: Props) {
  const { t } = useText()
  const [location] = useLocation()
  const [isOpen, setIsOpen] = useState(false)
  const box = useRef<HTMLDivElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => setIsOpen(false), [location])
  useEffect(() => {
    if (!isOpen) return undefined
    box.current?.querySelector('a')?.focus()
    const outside = (event: PointerEvent): void => {
      if (!(event.target instanceof Node) || box.current?.contains(event.target) !== true) setIsOpen(false)
    }
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape') return
      setIsOpen(false)
      button.current?.focus()
    }
    document.addEventListener('pointerdown', outside)
    document.addEventListener('keydown', onKey)
    return () => {
      document.removeEventListener('pointerdown', outside)
      document.removeEventListener('keydown', onKey)
    }
  }, [isOpen])
  return (
    <div className="nav-more only-phone" ref={box}>
      <button
        ref={button}
        type="button"
        className="nav-link"
        aria-expanded={isOpen}
        aria-controls="nav-more"
        aria-current={!isOpen && places.some(({ path }) => isAt(path)) ? 'page' : undefined}
        onClick={() => setIsOpen(!isOpen)}
      >
        <MenuIcon size={20} aria-hidden />
        <span>{t.navMore}</span>
      </button>
      {isOpen ? (
        <div className="nav-sheet" id="nav-more">
          {places.map(({ path, label, icon }) => (
            <Link key={path} href={path} className="nav-place" aria-current={isAt(path) ? 'page' : undefined}>
              {icon}
              <span>{label}</span>
            </Link>
          ))}
          {children}
        </div>
      ) : null}
    </div>
  )
}
