/** The rescue thread as the page sees it: it exists while a copy is made. */
import type { MakingCopy, RescueMade } from './rescue'
import type { RescueApi } from './rescue.worker'
import { runInThread, type ThreadTask } from './threadTask'

type OnFraction = (fraction: number) => void

const newThread = (): Worker => new Worker(new URL('./rescue.worker.ts', import.meta.url), { type: 'module' })

export const makeRescueCopy = (making: MakingCopy, onFraction: OnFraction): ThreadTask<RescueMade> =>
  runInThread<RescueApi, 'copying', RescueMade>(
    newThread(),
    (_stage, fraction) => onFraction(fraction),
    (thread, tell) => thread.make(making, tell),
  )

/** @param name of the database that is about to be upgraded */
export const copyBeforeUpgrade = (
  name: string,
  about: Pick<MakingCopy, 'madeAt' | 'build'>,
  onFraction: OnFraction,
): ThreadTask<RescueMade> =>
  runInThread<RescueApi, 'copying', RescueMade>(
    newThread(),
    (_stage, fraction) => onFraction(fraction),
    (thread, tell) => thread.beforeUpgrade(name, about, tell),
  )
