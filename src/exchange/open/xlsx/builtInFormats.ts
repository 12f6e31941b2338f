/**
 * Number formats a file names by number only. 27 to 36 and 50 to 58 mean dates in East Asian programs, as Chinese Excel
 * and WPS write them.
 *
 * @source ECMA-376 part 1, 18.8.30 numFmt, and its table for zh-cn
 */
import { SSF } from 'xlsx'

const [MONTH, DAY, MONTH_DAY, TIME, SECONDS] = [
  'yyyy"年"m"月"',
  'yyyy"年"m"月"d"日"',
  'm"月"d"日"',
  'h"时"mm"分"',
  'h"时"mm"分"ss"秒"',
]
const CHINESE: Readonly<Record<number, string>> = {
  27: MONTH,
  28: MONTH_DAY,
  29: MONTH_DAY,
  30: 'm-d-yy',
  31: DAY,
  32: TIME,
  33: SECONDS,
  34: TIME,
  35: SECONDS,
  36: MONTH,
  50: MONTH,
  51: MONTH_DAY,
  52: MONTH,
  53: MONTH_DAY,
  54: MONTH_DAY,
  55: TIME,
  56: SECONDS,
  57: MONTH,
  58: MONTH_DAY,
}

/** The format of a number that is no format of the file's own; `General` where none is known. */
export const builtInFormat = (id: number): string =>
  CHINESE[id] ?? (SSF.get_table() as Readonly<Record<number, string>>)[id] ?? 'General'
