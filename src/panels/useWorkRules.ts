/** Working hours, holidays and time limits in force on this device. */
import { useLiveQuery } from 'dexie-react-hooks'
import { CALENDAR_SETTING, HOURS_SETTING, LIMITS_SETTING, workRules, type WorkRules } from '../domain/workflow/workRules'
import { setting } from '../store/codeItems'

export const useWorkRules = (): WorkRules | undefined =>
  useLiveQuery(async () => workRules(await setting(CALENDAR_SETTING), await setting(LIMITS_SETTING), await setting(HOURS_SETTING)), [])
