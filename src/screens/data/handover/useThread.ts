/** A task in a thread of its own, as a card shows it: how far it is, what it said, and how to end it. Leaving the card ends it. */
import { useEffect, useRef, useState } from 'react'
import { reasonInWords } from '../../../panels/reasonInWords'
import { useText } from '../../../ui/LanguageContext'
import type { OnPackageStage, PackageStage } from '../../../workers/packageAnswers'
import { TaskCancelled, type ThreadTask } from '../../../workers/threadTask'

export interface Running {
  readonly stage: PackageStage
  readonly fraction: number
  readonly cancel: () => void
}

export interface Thread {
  readonly running: Running | null
  /** @returns the answer; null when it was cancelled or failed, which the card has then been told */
  readonly run: <T>(start: (onStage: OnPackageStage) => ThreadTask<T>) => Promise<T | null>
}

/**
 * @param onCancelled told when the person ended it
 * @param onFailed told why it could not go on
 */
export function useThread(onCancelled: () => void, onFailed: (why: string) => void): Thread {
  const { t } = useText()
  const [running, setRunning] = useState<Running | null>(null)
  const cancel = useRef<() => void>(() => undefined)
  useEffect(() => () => cancel.current(), [])
  const run = async <T>(start: (onStage: OnPackageStage) => ThreadTask<T>): Promise<T | null> => {
    try {
      const task = start((stage, fraction) => setRunning({ stage, fraction, cancel: task.cancel }))
      cancel.current = task.cancel
      setRunning({ stage: 'reading', fraction: 0, cancel: task.cancel })
      return await task.result
    } catch (error) {
      if (error instanceof TaskCancelled) onCancelled()
      else onFailed(reasonInWords(error, t))
      return null
    } finally {
      setRunning(null)
    }
  }
  return { running, run }
}
