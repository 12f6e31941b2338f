/**
 * Asking the background engine from a component: the answer is asked again whenever the data has changed, and called off
 * when nobody waits for it any more. A question that fails is said in the frame (`EngineNotice`), whoever asked it.
 */
import { useEffect, useState, useSyncExternalStore } from 'react'
import { engine, engineStatus, onEngineStatus, type EngineStatus } from '../workers/engineClient'
import type { EngineState } from '../workers/engineAnswers'
import type { EngineQuestions } from '../workers/engineLine'

export const useEngineStatus = (): EngineStatus => useSyncExternalStore(onEngineStatus, engineStatus)

export const useEngineState = (): EngineState => useEngineStatus().state

/**
 * @param question asked again when `key` or the data changes; `null` as key asks nothing
 * @returns the latest answer; the old one stays while the new one is worked out, so nothing flickers
 */
export function useEngine<A>(
  key: string | null,
  question: (engine: EngineQuestions) => Promise<A>,
): { readonly answer: A | null; readonly isOld: boolean; readonly failed: boolean } {
  const {
    state: { version, ready },
    attempt,
  } = useEngineStatus()
  const [state, setState] = useState<{ key: string; answer: A } | null>(null)
  const [failed, setFailed] = useState(false)
  const asked = key === null || !ready ? null : `${attempt}|${version}|${key}`
  useEffect(() => {
    if (asked === null) return undefined
    const waiting = new AbortController()
    question(engine(waiting.signal)).then(
      (answer) => {
        if (waiting.signal.aborted) return
        setState({ key: asked, answer })
        setFailed(false)
      },
      () => {
        if (!waiting.signal.aborted) setFailed(true)
      },
    )
    return () => waiting.abort()
    // The key stands for everything the question closes over.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [asked])
  return { answer: state?.answer ?? null, isOld: state?.key !== asked, failed }
}
