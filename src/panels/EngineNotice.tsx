/**
 * One calm line for all that keeps figures and lists from being right or there at all, and for threads that broke down:
 * what happened, what happens by itself, and what a person can do.
 */
import { useText } from '../ui/LanguageContext'
import { tryEngineAgain } from '../workers/engineClient'
import { useEngineStatus } from './useEngine'

export function EngineNotice() {
  const { t } = useText()
  const {
    state: { trouble, ready },
    failure,
    lost,
  } = useEngineStatus()
  if (trouble === null && failure === null && lost === null) return null
  const said =
    trouble !== null
      ? t.engineTrouble(trouble.kind, trouble.changes, ready)
      : lost !== null
        ? t.threadLost(lost)
        : t.engineQuestionFailed
  const reason = trouble?.reason ?? failure
  return (
    <div className="notice no-print" role="status">
      <span className="grow">
        {said} {reason === null ? null : <span className="muted">{t.engineReason(reason)}</span>}
      </span>
      <button type="button" className="button" onClick={tryEngineAgain}>
        {trouble === null && failure === null ? t.close : t.tryAgain}
      </button>
    </div>
  )
}
