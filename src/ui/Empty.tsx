/** An empty place says what belongs there, why it is empty, and one thing to do. */
import type { ReactNode } from 'react'

export function Empty({
  title,
  why,
  children,
}: {
  readonly title: string
  readonly why?: string
  readonly children?: ReactNode
}) {
  return (
    <div className="stack" style={{ alignItems: 'center', textAlign: 'center', padding: '40px 16px' }}>
      <h2>{title}</h2>
      {why === undefined ? null : (
        <p className="muted" style={{ maxWidth: 520 }}>
          {why}
        </p>
      )}
      {children}
    </div>
  )
}
