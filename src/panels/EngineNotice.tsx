/** One calm line for all that keeps figures and lists from being right or there at all, with what happens by itself and what a person can do. */
import { useText } from '../ui/LanguageContext'
import { tryEngineAgain } from '../workers/engineClient'
import { useEngineStatus } from './useEngine'

export function EngineNotice() {
  const { t } = useText()
  const {
    state: { trouble, ready },
    failure,
  } = useEngineStatus()
  if (trouble === null && failure === null) return null
  const said = trouble === null ? t.engineQuestionFailed : t.engineTrouble(trouble.kind, trouble.changes, ready)
  return (
    <div className="notice no-print" role="status">
      <span className="grow">
        {said} <span className="muted">{t.engineReason(trouble?.reason ?? failure ?? '')}</span>
      </span>
      <button type="button" className="button" onClick={tryEngineAgain}>
        {t.tryAgain}
      </button>
    </div>
  )
}
