/**
 * A screen, or a part of one, that is loaded when it is first shown. When loading fails, its place says so and offers another
 * attempt; a failed one is never kept, as `React.lazy` would keep it until the page is loaded again.
 */
import { useEffect, useState, type ComponentType, type ReactNode } from 'react'
import { loadMessages } from '../i18n/messages'
import { useText } from './LanguageContext'

type Loading<P> = { readonly screen: ComponentType<P> } | { readonly error: string } | null

/** @param meanwhile what stands there while it is loaded; the outline of a screen unless told otherwise */
export function lazyPart<P extends object>(
  load: () => Promise<ComponentType<P>>,
  meanwhile?: ReactNode,
): ComponentType<P> {
  let loaded: ComponentType<P> | null = null
  return function LazyPart(props: P) {
    const { t, language } = useText()
    const [state, setState] = useState<Loading<P>>(loaded === null ? null : { screen: loaded })
    const [attempt, setAttempt] = useState(0)
    useEffect(() => {
      if (loaded !== null) return undefined
      let isCurrent = true
      setState(null)
      // Its sentences come with it; in another language they are there before that language is shown.
      Promise.all([load(), loadMessages(language)]).then(
        ([screen]) => {
          loaded = screen
          if (isCurrent) setState({ screen })
        },
        (error: unknown) => {
          if (isCurrent) setState({ error: error instanceof Error ? error.message : String(error) })
        },
      )
      return () => {
        isCurrent = false
      }
    }, [attempt, language])
    if (state === null && meanwhile !== undefined) return meanwhile
    if (state === null)
      return (
        <div className="stack card-pad" aria-busy="true" aria-label={t.loading}>
          <div className="skeleton" style={{ height: 28, width: 220 }} />
          <div className="skeleton" style={{ height: 320 }} />
        </div>
      )
    if ('error' in state)
      return (
        <div className="page narrow" role="alert">
          <h1>{t.screenNotLoaded}</h1>
          <p>{t.screenNotLoadedWhy}</p>
          <p className="row">
            <button type="button" className="button primary" onClick={() => setAttempt(attempt + 1)}>
              {t.tryAgain}
            </button>
            <button type="button" className="button" onClick={() => location.reload()}>
              {t.reload}
            </button>
          </p>
          <p className="small muted">{state.error}</p>
        </div>
      )
    const Screen = state.screen
    return <Screen {...props} />
  }
}
