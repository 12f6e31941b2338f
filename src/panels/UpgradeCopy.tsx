/** Stands before the program while a copy of the data is kept that opening would upgrade. Without one it goes on all the same. */
import { useEffect, useRef, useState } from 'react'
import { localMoment } from '../i18n/format'
import { askWhetherHeld } from '../store/heldDatabase'
import { DATABASE_NAME } from '../store/schemaVersion'
import { useText } from '../ui/LanguageContext'
import { copyBeforeUpgrade } from '../workers/rescueClient'

export function UpgradeCopy({ onEnd }: { readonly onEnd: () => void }) {
  const { t } = useText()
  const [fraction, setFraction] = useState(0)
  const cancel = useRef<() => void>(() => undefined)
  const ended = useRef(onEnd)
  useEffect(() => {
    const task = copyBeforeUpgrade(DATABASE_NAME, { madeAt: localMoment(), build: __BUILD__ }, setFraction)
    cancel.current = task.cancel
    let isCurrent = true
    // Why one could not be kept is noted for the page about storage; the upgrade does not wait for it.
    void task.result
      .catch(() => null)
      .then(() => {
        if (isCurrent) ended.current()
      })
    // Where the upgrade of another page already waits, that page has kept the copy, and this one would wait behind it unseen.
    const stopAsking = askWhetherHeld(task.cancel)
    return () => {
      isCurrent = false
      stopAsking()
      task.cancel()
    }
  }, [])
  return (
    <main style={{ maxWidth: 640, margin: '10vh auto', padding: 16 }} className="stack" aria-busy>
      <h1>{t.upgradeCopying}</h1>
      <p>{t.upgradeCopyingWhy}</p>
      <div
        className="progress"
        role="progressbar"
        aria-label={t.upgradeCopying}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={Math.round(fraction * 100)}
      >
        <span style={{ width: `${fraction * 100}%` }} />
      </div>
      <p>
        <button type="button" className="button" onClick={() => cancel.current()}>
          {t.upgradeCopySkip}
        </button>
      </p>
    </main>
  )
}
