/** What a permission looks at beside the records that are written: the failures they hang on, and whether those are closed. */
import type { RecordReader } from '../recordReader'
import { isAboutClosed, type Written } from './closedOwners'
import type { PermitRecords, Touched } from './permits'

/** @param reader of the records as they are before the command */
export async function permitRecords(
  touched: readonly (Touched & Written)[],
  reader: RecordReader,
): Promise<Pick<Required<PermitRecords>, 'touched' | 'isClosed'> & Pick<PermitRecords, 'failures'>> {
  const ids = touched.flatMap(({ table, record, before, set }) => {
    const hangsOn = before?.['failureId'] ?? set['failureId']
    return table === 'failures' ? [record] : typeof hangsOn === 'string' ? [hangsOn] : []
  })
  return {
    failures: await reader.get('failures', new Set(ids)),
    touched,
    isClosed: await isAboutClosed(touched, reader),
  }
}
