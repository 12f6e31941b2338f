/** The address of the failures one condition leaves. */
import type { Filter } from '../../metrics/failureFilter'
import { filtersAsText } from '../../metrics/filterText'

export const failuresAt = (filter: Filter): string =>
  `/failures?${new URLSearchParams([['f', filtersAsText([filter])]]).toString()}`
