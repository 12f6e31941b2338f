/** What a long task is doing, how far it is, and a way to stop it. */
import { useText } from './LanguageContext'

interface Props {
  /** What is being done; also the name of the bar. */
  readonly words: string
  /** Where it says more than the bar is called. */
  readonly title?: string
  /** Done of this stage, 0 to 1. */
  readonly fraction: number
  readonly onCancel: () => void
}

export function TaskProgress({ words, title = words, fraction, onCancel }: Props) {
  const { t } = useText()
  const percent = Math.round(fraction * 100)
  return (
    <div className="stack" aria-live="polite">
      <div className="spread">
        <strong>{title}</strong>
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
        <button type="button" className="button" onClick={onCancel}>
          {t.cancel}
        </button>
      </div>
    </div>
  )
}
