/** While sample data is loaded every screen says so, with one click to remove it. */
import { useState } from 'react'
import { useActor } from '../panels/useActor'
import { useEngine } from '../panels/useEngine'
import { useText } from '../ui/LanguageContext'
import { useToast } from '../ui/Toasts'

export function SampleBanner() {
  const { t } = useText()
  const { actor } = useActor()
  const toast = useToast()
  const [busy, setBusy] = useState(false)
  const { answer } = useEngine('overview', (engine) => engine.overview())
  const batchId = answer?.sampleBatchId ?? null
  if (batchId === null) return null
  const remove = async (): Promise<void> => {
    setBusy(true)
    // The database library is not part of the first load; it comes with the first thing that needs it.
    const { undoImport } = await import('../store/imports')
    const kept = await undoImport(batchId, actor, true)
    setBusy(false)
    toast(kept > 0 ? `${t.sampleRemoved} · ${t.sampleKept(kept)}` : t.sampleRemoved)
  }
  return (
    <div className="notice no-print" role="note">
      <span className="grow">{t.sampleBanner}</span>
      <button type="button" className="button" disabled={busy} onClick={() => void remove()}>
        {t.sampleRemove}
      </button>
    </div>
  )
}
