/** Asking the background engine from a component: the answer is asked again whenever the data has changed. */
import { useEffect, useState, useSyncExternalStore } from 'react'
import type { Remote } from 'comlink'
import { engine, engineState, onEngineState } from '../workers/engineClient'
import type { EngineState } from '../workers/engineAnswers'
import type { EngineApi } from '../workers/engine.worker'

export const useEngineState = (): EngineState => useSyncExternalStore(onEngineState, engineState)

/**
 * @param question asked again when `key` or the data changes; `null` as key asks nothing
 * @returns the latest answer; the old one stays while the new one is worked out, so nothing flickers
 */
export function useEngine<A>(
  key: string | null,
  question: (engine: Remote<EngineApi>) => Promise<A>,
): { readonly answer: A | null; readonly isOld: boolean; readonly failed: boolean } {
  const { version, ready } = useEngineState()
  const [state, setState] = useState<{ key: string; answer: A } | null>(null)
  const [failed, setFailed] = useState(false)
  const asked = key === null || !ready ? null : `${version}|${key}`
  useEffect(() => {
    if (asked === null) return undefined
    let isCurrent = true
    question(engine()).then(
      (answer) => {
        if (!isCurrent) return
        setState({ key: asked, answer })
        setFailed(false)
      },
      () => {
        if (isCurrent) setFailed(true)
      },
    )
    return () => {
      isCurrent = false
    }
    // The key stands for everything the question closes over.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [asked])
  return { answer: state?.answer ?? null, isOld: state?.key !== asked, failed }
}
