/** A database of its own for each test. */
import { FracasDatabase } from '../../src/store/database'

let count = 0

export function freshDatabase(): FracasDatabase {
  count += 1
  return new FracasDatabase(`test-${count}-${Math.floor(performance.now() * 1000)}`)
}
