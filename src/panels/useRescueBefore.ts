/** A rescue copy before something large is done. Where none can be kept it is said, and the work goes on. */
import { useEffect, useRef, useState } from 'react'
import { localMoment } from '../i18n/format'
import type { RescueReason } from '../domain/rescueCopies'
import { rescueFailure } from '../store/rescueCopies'
import { useText } from '../ui/LanguageContext'
import { useToast } from '../ui/Toasts'
import type { RescueMade } from '../workers/rescue'
import { makeRescueCopy } from '../workers/rescueClient'
import { TaskCancelled } from '../workers/threadTask'
import { usePerson } from './usePerson'

export interface RescueBefore {
  /** How far the copy is, 0 to 1; null while none is made. */
  readonly copying: number | null
  /** @returns what became of it; 'cancelled' when the person does not want to go on */
  readonly keep: (reason: RescueReason) => Promise<RescueMade['kind'] | 'cancelled'>
  readonly cancel: () => void
}

export function useRescueBefore(): RescueBefore {
  const { t } = useText()
  const person = usePerson()
  const toast = useToast()
  const [copying, setCopying] = useState<number | null>(null)
  const cancel = useRef<() => void>(() => undefined)
  useEffect(() => () => cancel.current(), [])
  const keep = async (reason: RescueReason): Promise<RescueMade['kind'] | 'cancelled'> => {
    setCopying(0)
    try {
      const task = makeRescueCopy({ reason, person, madeAt: localMoment(), build: __BUILD__ }, setCopying)
      cancel.current = task.cancel
      const { kind } = await task.result
      if (kind === 'failed')
        toast(t.rescueFailed((await rescueFailure().catch(() => null))?.why ?? ''), undefined, 'trouble')
      return kind
    } catch (error) {
      if (error instanceof TaskCancelled) return 'cancelled'
      toast(t.rescueFailed(error instanceof Error ? error.message : String(error)), undefined, 'trouble')
      return 'failed'
    } finally {
      setCopying(null)
    }
  }
  return { copying, keep, cancel: () => cancel.current() }
}
