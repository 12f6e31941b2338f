/** An example as the reader sees it; behind its marks stand no failures of this program. */
import type { AxisUnit } from '../../charts/axisUnit'

export interface NamedExample {
  readonly title: string
  /** Its measure, undivided. */
  readonly unit: AxisUnit
}

export const NO_ROWS = new Uint32Array()
export const nothing = (): void => undefined
