/** When a screen fails: what happened, what is safe, what to do. Never a blank page. */
import { Component, type ReactNode } from 'react'
import { firstMessagesIfLoaded } from '../i18n/messages'
import { firstLanguage } from '../ui/LanguageContext'

interface State {
  readonly error: Error | null
}

export class ErrorBoundary extends Component<{ readonly children: ReactNode }, State> {
  override state: State = { error: null }

  static getDerivedStateFromError(error: Error): State {
    return { error }
  }

  override render(): ReactNode {
    const { error } = this.state
    if (error === null) return this.props.children
    const t = firstMessagesIfLoaded(firstLanguage())
    if (t === null) return <pre>{error.message}</pre>
    return (
      <main style={{ maxWidth: 640, margin: '10vh auto', padding: 16 }} className="stack">
        <h1>{t.somethingBroke}</h1>
        <p>{t.somethingBrokeWhy}</p>
        <p>
          <button type="button" className="button primary" onClick={() => location.reload()}>
            {t.reload}
          </button>
        </p>
        <details>
          <summary>{t.details}</summary>
          <pre style={{ whiteSpace: 'pre-wrap' }}>{error.message}</pre>
        </details>
      </main>
    )
  }
}
