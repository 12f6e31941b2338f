/** An answer of the engine that is asked for again every minute, and when it was last given. */
import { useEffect, useState } from 'react'
import { useEngine } from '../../panels/useEngine'
import type { EngineQuestions } from '../../workers/engineLine'

const AGAIN_MS = 60_000

/** @param onState told whenever it was answered, or failed */
export function useFresh<A>(
  key: string,
  question: (engine: EngineQuestions) => Promise<A>,
  onState: (state: { readonly readAt: number } | 'failed') => void,
): A | null {
  const [minute, setMinute] = useState(0)
  useEffect(() => {
    const timer = setInterval(() => setMinute((before) => before + 1), AGAIN_MS)
    return () => clearInterval(timer)
  }, [])
  const { answer, failed } = useEngine(`${key}|${minute}`, question)
  useEffect(() => {
    if (answer !== null) onState({ readAt: Date.now() })
  }, [answer, onState])
  useEffect(() => {
    if (failed) onState('failed')
  }, [failed, onState])
  return answer
}
