import type { Edit } from './change'
import type { Origin } from './records/tables'
import { storableValue } from './storableText'
import type { LoggedChange } from './loggedChange'
import type { Written } from './mergedRecord'

type LoggedEdit = Edit & { readonly origin?: Origin | undefined }

/** What an entry of the log wrote, record by record, whether it lists its edits or packs them into one text. */
export function writesOf(entry: LoggedChange): readonly Written[] {
  const { edits, packedEdits, origins, batchId } = entry
  const all = storableValue(
    edits ?? (JSON.parse(packedEdits ?? '[]') as readonly LoggedEdit[]),
  ) as readonly LoggedEdit[]
  // Only records an import made come from it; what it changed of others does not.
  const isImport = packedEdits !== undefined && batchId !== undefined
  return all.map(({ origin: said, ...edit }, at) => {
    const origin = origins === undefined ? said : (origins[at] ?? undefined)
    return { edit, by: entry, ...(isImport ? { brought: { batchId, origin } } : {}) }
  })
}
