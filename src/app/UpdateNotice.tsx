/** A new version is offered, never forced: while a form has unsubmitted input, updating waits for the person. */
import { useState } from 'react'
import { useRegisterSW } from 'virtual:pwa-register/react'
import { useText } from '../ui/LanguageContext'
import { hasUnsavedInput } from '../ui/unsavedInput'

export function UpdateNotice() {
  const { t } = useText()
  const [blocked, setBlocked] = useState(false)
  const {
    needRefresh: [needRefresh, setNeedRefresh],
    updateServiceWorker,
  } = useRegisterSW()
  if (!needRefresh) return null
  const update = (): void => {
    if (hasUnsavedInput()) setBlocked(true)
    else void updateServiceWorker(true)
  }
  return (
    <div className="notice no-print" role="status">
      <span className="grow">{blocked ? t.updateBlocked : t.updateReady}</span>
      <button type="button" className="button" onClick={update}>
        {t.updateNow}
      </button>
      <button type="button" className="button" onClick={() => setNeedRefresh(false)}>
        {t.updateLater}
      </button>
    </div>
  )
}
