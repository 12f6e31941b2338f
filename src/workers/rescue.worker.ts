/** The thread a rescue copy is made in. Only one is made at a time, in whichever tab. */
import { expose } from 'comlink'
import { copyBeforeUpgrade, makeRescueCopy, type MakingCopy, type RescueMade } from './rescue'
import { sparingly } from './threadTask'

type OnStage = (stage: 'copying', fraction: number) => void

const alone = <T>(work: () => Promise<T>): Promise<T> =>
  navigator.locks === undefined ? work() : navigator.locks.request('bihuan-fracas.rescue', work)

const api = {
  make(making: MakingCopy, onStage: OnStage): Promise<RescueMade> {
    const tell = sparingly(onStage)
    return alone(() => makeRescueCopy(making, (fraction) => tell('copying', fraction)))
  },
  /** @param name of the database that is about to be upgraded */
  beforeUpgrade(name: string, about: Pick<MakingCopy, 'madeAt' | 'build'>, onStage: OnStage): Promise<RescueMade> {
    const tell = sparingly(onStage)
    return alone(() => copyBeforeUpgrade(name, about, (fraction) => tell('copying', fraction)))
  },
}

export type RescueApi = typeof api

expose(api)
