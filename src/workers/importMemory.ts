/** What people decided while importing, kept in the settings for the next file: columns by the words of a header, and what words mean. */
import type { Change } from '../domain/change'
import { isPlainObject } from '../domain/plainObject'
import type { Person } from '../domain/person'
import type { Json } from '../domain/records/field'
import type { RememberedMapping } from '../exchange/plan/review/headerFingerprint'
import type { DecidedField, WordDecisions } from '../exchange/tables/wordDecisions'
import { saveSetting, setting } from '../store/codeItems'
import { database, type FracasDatabase } from '../store/database'

const MAPPINGS = 'import-mappings'
const WORDS = 'import-words'
/** The oldest are forgotten first. */
const MOST_MAPPINGS = 200

type Mappings = Readonly<Record<string, RememberedMapping>>

export interface ImportMemory {
  readonly mappings: Mappings
  readonly words: WordDecisions
}

export async function recallImport(db: FracasDatabase = database): Promise<ImportMemory> {
  const [mappings, words] = await Promise.all([setting(MAPPINGS, db), setting(WORDS, db)])
  return {
    mappings: isPlainObject(mappings) ? (mappings as unknown as Mappings) : {},
    words: isPlainObject(words) ? (words as unknown as WordDecisions) : {},
  }
}

export async function rememberMappings(
  found: readonly (readonly [fingerprint: string, mapping: RememberedMapping])[],
  person: Person,
  db: FracasDatabase = database,
): Promise<void> {
  if (found.length === 0) return
  const { mappings } = await recallImport(db)
  const fresh = Object.fromEntries(found)
  const kept = Object.entries(mappings).filter(([fingerprint]) => fresh[fingerprint] === undefined)
  await saveSetting(
    MAPPINGS,
    Object.fromEntries([...kept, ...found].slice(-MOST_MAPPINGS)) as unknown as Json,
    person,
    db,
  )
}

/** Only what was decided in this import; what is null is forgotten. */
export async function rememberWords(
  decided: readonly (readonly [field: DecidedField, word: string, meaning: string | null])[],
  person: Person,
  db: FracasDatabase = database,
): Promise<Change | null> {
  if (decided.length === 0) return null
  const words: Record<string, Record<string, string>> = Object.fromEntries(
    Object.entries((await recallImport(db)).words).map(([field, known]) => [field, { ...known }]),
  )
  for (const [field, word, meaning] of decided) {
    const known = (words[field] ??= {})
    if (meaning === null) delete known[word]
    else known[word] = meaning
  }
  return saveSetting(WORDS, words as unknown as Json, person, db)
}

/** The columns of a kind of sheet are read anew the next time. */
export async function forgetMapping(
  fingerprint: string,
  person: Person,
  db: FracasDatabase = database,
): Promise<Change | null> {
  const { [fingerprint]: _forgotten, ...kept } = (await recallImport(db)).mappings
  return saveSetting(MAPPINGS, kept as unknown as Json, person, db)
}
