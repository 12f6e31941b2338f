/** While sample data is loaded every screen says so, with one click to remove it. */
import { usePerson } from '../panels/usePerson'
import { useCommand } from '../panels/useCommand'
import { useEngine } from '../panels/useEngine'
import { useText } from '../ui/LanguageContext'
import { useToast } from '../ui/Toasts'

export function SampleBanner() {
  const { t } = useText()
  const person = usePerson()
  const toast = useToast()
  const { isPending, run } = useCommand()
  const { answer } = useEngine('overview', (engine) => engine.overview())
  const batchId = answer?.sampleBatchId ?? null
  if (batchId === null) return null
  const remove = async (): Promise<void> => {
    const end = await run(async () => {
      // The database library is not part of the first load; it comes with the first thing that needs it.
      const { undoImport } = await import('../store/imports')
      return undoImport(batchId, person, true)
    })
    if (end.ended !== 'done') return
    const kept = end.value
    toast(kept > 0 ? `${t.sampleRemoved} · ${t.sampleKept(kept)}` : t.sampleRemoved)
  }
  return (
    <div className="notice no-print" role="note">
      <span className="grow">{t.sampleBanner}</span>
      <button
        type="button"
        className="button"
        disabled={isPending}
        title={isPending ? t.commandPending : undefined}
        onClick={() => void remove()}
      >
        {t.sampleRemove}
      </button>
    </div>
  )
}
