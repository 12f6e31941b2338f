/** What a column looks like: the share of its cells with each trait, and how its values repeat and follow each other. */
import { traitsOfCell, type CellTrait } from './cellTraits'
import type { KnownNames } from './knownNames'

export type ColumnTrait = CellTrait | 'filled' | 'distinct' | 'constant' | 'counted' | 'fewWords' | 'longTexts'

/** Trait → share between 0 and 1; what is not there is 0. */
export type Traits = Readonly<Partial<Record<ColumnTrait, number>>>

const FEW_WORDS = 12
const LONG_TEXT = 14

export function columnTraits(values: readonly string[], known: KnownNames): Traits {
  const counts = new Map<string, number>()
  for (const value of values) if (value !== '') counts.set(value, (counts.get(value) ?? 0) + 1)
  const telling = values.filter((value) => value !== '')
  const total = telling.length
  if (total === 0) return {}
  const sums: Partial<Record<ColumnTrait, number>> = {}
  let letters = 0
  for (const [text, count] of counts) {
    letters += text.length * count
    for (const trait of traitsOfCell(text, known)) sums[trait] = (sums[trait] ?? 0) + count
  }
  for (const trait of Object.keys(sums) as ColumnTrait[]) sums[trait] = sums[trait]! / total
  return {
    ...sums,
    filled: total / values.length,
    distinct: counts.size / total,
    constant: counts.size === 1 && total > 2 ? 1 : 0,
    counted: isCounted(telling) ? 1 : 0,
    fewWords: counts.size <= FEW_WORDS ? 1 : 0,
    longTexts: Math.min(1, letters / total / LONG_TEXT),
  }
}

const MOSTLY = 0.85

/** 1, 2, 3 … or 100, 107, 114 … down the rows: nothing but their number. */
function isCounted(values: readonly string[]): boolean {
  const numbers = values.flatMap((value) => (/^\d{1,6}$/.test(value) ? [Number(value)] : []))
  if (numbers.length < 3 || numbers.length < values.length * MOSTLY) return false
  const steps = numbers.slice(1).map((number, at) => number - numbers[at]!)
  const usual = [...steps].sort((a, b) => a - b)[Math.floor(steps.length / 2)]!
  return usual > 0 && steps.filter((step) => step === usual).length >= steps.length * MOSTLY
}
