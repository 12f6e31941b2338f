import { useText } from '../../../ui/LanguageContext'
import type { Running } from './useThread'

/** Which stage, how far, and a way to stop. */
export function ThreadProgress({ stage, fraction, cancel }: Running) {
  const { t } = useText()
  const words = t.handOverStage(stage)
  const percent = Math.round(fraction * 100)
  return (
    <div className="stack" aria-live="polite">
      <div className="spread">
        <strong>{words}</strong>
        <span>{percent}%</span>
      </div>
      <div
        className="progress"
        role="progressbar"
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={percent}
        aria-label={words}
      >
        <span style={{ width: `${percent}%` }} />
      </div>
      <div>
        <button type="button" className="button" onClick={cancel}>
          {t.cancel}
        </button>
      </div>
    </div>
  )
}
