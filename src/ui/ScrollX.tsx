/** What is wider than the screen scrolls by itself, also with the keys where nothing in it can be focused. */
import type { ReactNode } from 'react'

export function ScrollX({
  label,
  className = '',
  children,
}: {
  readonly label: string
  readonly className?: string
  readonly children: ReactNode
}) {
  return (
    // A region that scrolls must be reachable with the keyboard (WCAG 2.1.1).
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className={`scroll-x ${className}`} role="region" aria-label={label} tabIndex={0}>
      {children}
    </div>
  )
}
