/** Serials and cars that are probably written in several ways: a person says whether they are one. */
import { groupedBy } from '../domain/groupedBy'
import { looseCar, looseSerial } from '../domain/otherSpellings'
import { serialIdentity } from '../domain/serialIdentity'

export interface Spelling {
  readonly text: string
  /** Records that write it so. */
  readonly count: number
}

/** One item or car, as it seems, in the ways it is written: the most frequent first. */
export type Spellings = readonly Spelling[]

export interface CarSpellings {
  readonly trainId: string
  readonly spellings: Spellings
}

/** @param texts every writing there is, once per record */
function alike(texts: Iterable<string>, keyOf: (text: string) => string): readonly Spellings[] {
  const counts = new Map<string, { text: string; count: number }>()
  for (const text of texts) {
    const identity = serialIdentity(text)
    const known = counts.get(identity)
    if (known === undefined) counts.set(identity, { text: text.trim(), count: 1 })
    else known.count += 1
  }
  return [...groupedBy([...counts.values()], ({ text }) => keyOf(text))]
    .filter(([key, written]) => key !== '' && written.length > 1)
    .map(([, written]) => written.toSorted((a, b) => b.count - a.count || (a.text < b.text ? -1 : 1)))
    .sort((a, b) => ((a[0]?.text ?? '') < (b[0]?.text ?? '') ? -1 : 1))
}

export const alikeSerials = (texts: Iterable<string>): readonly Spellings[] => alike(texts, looseSerial)

export function alikeCars(
  written: Iterable<{ readonly trainId: string; readonly carNo: string }>,
): readonly CarSpellings[] {
  const byTrain = groupedBy([...written], ({ trainId }) => trainId)
  return [...byTrain].flatMap(([trainId, cars]) =>
    alike(
      cars.map(({ carNo }) => carNo),
      looseCar,
    ).map((spellings) => ({ trainId, spellings })),
  )
}
