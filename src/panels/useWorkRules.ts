/** Working hours, holidays, time limits and the time an action is watched, as they are in force on this device. */
import { useLiveQuery } from './useLiveQuery'
import { WORK_SETTINGS, workRules, type WorkRules } from '../domain/workflow/workRules'
import { setting } from '../store/codeItems'

export const useWorkRules = (): WorkRules | undefined =>
  useLiveQuery(
    async () =>
      workRules(
        Object.fromEntries(await Promise.all(WORK_SETTINGS.map(async (name) => [name, await setting(name)] as const))),
      ),
    [],
  )
