/** Words of the files that nothing is known for, each once with how many rows use it and the known name most like it. */
import { BUILT_IN_CODES } from '../../../domain/codeLists'
import { isCompanyKey } from '../../../domain/companyFields'
import { plainText } from '../../../domain/plainText'
import type { CompanyKey } from '../../../domain/records/companyField'
import type { Field, Fields } from '../../../domain/records/field'
import type { ParsedRecord } from '../../cells/parsedRecord'
import type { ParsedSheet } from '../../tables/parsedSheet'
import { textOf } from '../failureFromRecord'
import { nearestWords, SURE_ENOUGH, type Nearest } from './nearestWord'
import {
  CODED_WORDS,
  isAnswered,
  isCoded,
  isUndecidedWord,
  NAMED_WORDS,
  type CodedWord,
  type DecidedField,
  type NamedWord,
  type WordDecisions,
} from '../../tables/wordDecisions'

export interface Choice {
  /** What a decision stores. */
  readonly value: string
  readonly label: string
  /** What words are compared with, where the label says more than the name. */
  readonly words?: string
}

export interface UnknownWord {
  readonly field: DecidedField
  readonly word: string
  readonly count: number
  readonly nearest: Choice | null
  /** Whether the proposal may be taken together with others, without a look at it. */
  readonly isSure: boolean
  /** What was decided; empty for “leave it as it is”, null while nobody has. */
  readonly decided: string | null
}

/** Names known or planned, for a word to be one of. */
export type NamedChoices = Readonly<Record<NamedWord, readonly Choice[]>>

const decidedOf = (decisions: WordDecisions, field: DecidedField, word: string): string | null =>
  decisions[field]?.[plainText(word)] ?? null

/** A train of the same number and another type is looked at one by one. */
const LOOKED_AT = 0

const proposed = (nearest: Nearest<Choice> | null): Pick<UnknownWord, 'nearest' | 'isSure'> => ({
  nearest: nearest?.choice ?? null,
  isSure: (nearest?.likeness ?? 0) >= SURE_ENOUGH,
})

/** Makes something for a key when it is first asked for. */
function inTurn<K, V>(make: (key: K) => V): (key: K) => V {
  const made = new Map<K, V>()
  return (key) => {
    const known = made.get(key) ?? make(key)
    made.set(key, known)
    return known
  }
}

interface Counted<F extends DecidedField> {
  readonly field: F
  readonly word: string
  readonly count: number
}

class Tally<F extends DecidedField> {
  private readonly groups = new Map<string, { readonly field: F; readonly word: string; count: number }>()

  add(field: F, word: string): void {
    const key = `${field}|${plainText(word)}`
    const group = this.groups.get(key)
    if (group === undefined) this.groups.set(key, { field, word, count: 1 })
    else group.count += 1
  }

  all(): readonly Counted<F>[] {
    return [...this.groups.values()].sort((a, b) => b.count - a.count || (a.word < b.word ? -1 : 1))
  }
}

/** The codes of a field with their labels in both languages, for finding the nearest. */
const codesOf = (field: CodedWord): readonly Choice[] =>
  BUILT_IN_CODES[CODED_WORDS[field]].flatMap(({ code, zh, en }) => [
    { value: code, label: zh },
    { value: code, label: en },
  ])

/** The options of a list the company made, in both languages; retired ones are not proposed. */
const optionsOf = (field: Field | undefined): readonly Choice[] =>
  (field?.choices ?? [])
    .filter(({ isRetired }) => isRetired !== true)
    .flatMap(({ value, zh, en }) => [
      { value, label: zh },
      { value, label: en },
    ])

/** Words that should be a code, or yes or no, and are neither; those decided before stay in the list, to be decided anew. */
export function unknownCodes(
  sheets: readonly ParsedSheet[],
  decisions: WordDecisions,
  company: Fields = {},
): readonly UnknownWord[] {
  const tally = new Tally<DecidedField>()
  for (const { records } of sheets)
    for (const record of records) {
      for (const issue of record.issues)
        if (isUndecidedWord(issue)) tally.add(issue.field as DecidedField, String(issue.parameters?.['found']))
      for (const [field, words] of Object.entries(decisions) as [DecidedField, Readonly<Record<string, string>>][]) {
        const written = isCoded(field) || isAnswered(field) || isCompanyKey(field) ? record.raw[field] : undefined
        const decided = written === undefined ? undefined : words[plainText(written)]
        if (
          written !== undefined &&
          decided !== undefined &&
          decided !== '' &&
          String(record.fields[field]) === decided
        )
          tally.add(field, written)
      }
    }
  const nearestCode = inTurn((field: CodedWord) => nearestWords(codesOf(field)))
  const nearestOption = inTurn((field: CompanyKey) => nearestWords(optionsOf(company[field])))
  return tally.all().map(({ field, word, count }) => ({
    field,
    word,
    count,
    ...proposed(isCoded(field) ? nearestCode(field)(word) : isCompanyKey(field) ? nearestOption(field)(word) : null),
    decided: decidedOf(decisions, field, word),
  }))
}

/** Rows that do not say whether they are closed, asked about as one word that is not there. */
export const missingState = (count: number, decisions: WordDecisions): readonly UnknownWord[] =>
  count === 0
    ? []
    : [{ field: 'closed', word: '', count, ...proposed(null), decided: decidedOf(decisions, 'closed', '') }]

const WORD_OF: Readonly<Record<NamedWord, (record: ParsedRecord) => string>> = {
  operator: (record) => textOf(record, 'operator'),
  depot: (record) => textOf(record, 'depot'),
  line: (record) => textOf(record, 'line'),
  trainNo: (record) => {
    const [number, type] = [textOf(record, 'trainNo'), textOf(record, 'vehicleType')]
    return number === '' || type === '' ? number : `${type}-${number}`
  },
  node: (record) => textOf(record, 'node') || textOf(record, 'partNo'),
}

/** Which names of a record are asked about: a list of trains may name one that is known without its type. */
const NAMED_BY: Readonly<Partial<Record<ParsedRecord['kind'], readonly NamedWord[]>>> = {
  failure: NAMED_WORDS,
  replacement: NAMED_WORDS,
  train: ['trainNo'],
  mileage: ['trainNo'],
}

/**
 * Names that the files use and nothing carries yet, where there is something they could mean: without a BOM no part
 * is unknown, and a new place is news only beside one that reads almost the same.
 * @param made words for which something new would be made, or nothing was found
 * @param doubts trains as written → the train of the same number they may be
 */
export function unknownNames(
  sheets: readonly ParsedSheet[],
  made: Readonly<Record<NamedWord, ReadonlySet<string>>>,
  choices: NamedChoices,
  decisions: WordDecisions,
  doubts: ReadonlyMap<string, Choice> = new Map(),
): readonly UnknownWord[] {
  const tally = new Tally<NamedWord>()
  for (const { records } of sheets)
    for (const record of records) {
      for (const field of NAMED_BY[record.kind] ?? []) {
        const word = WORD_OF[field](record)
        if (word !== '' && (made[field].has(word) || decidedOf(decisions, field, word) !== null)) tally.add(field, word)
      }
    }
  const counted = tally.all()
  /** Of two new names that read alike the one used more is taken for the right one. */
  const place = new Map(counted.map(({ field, word }, at) => [`${field}|${word}`, at]))
  const nearestName = inTurn((field: NamedWord) => nearestWords(choices[field]))
  return counted.flatMap(({ field, word, count }, at): UnknownWord[] => {
    const own = plainText(word)
    const isOther = ({ label }: Choice): boolean =>
      plainText(label) !== own && (!made[field].has(label) || (place.get(`${field}|${label}`) ?? -1) < at)
    const doubt = field === 'trainNo' ? doubts.get(word) : undefined
    const unknown = {
      field,
      word,
      count,
      decided: decidedOf(decisions, field, word),
      ...proposed(doubt === undefined ? nearestName(field)(word, isOther) : { choice: doubt, likeness: LOOKED_AT }),
    }
    return unknown.decided !== null ||
      unknown.nearest !== null ||
      ((field === 'node' || field === 'trainNo') && choices[field].some(isOther))
      ? [unknown]
      : []
  })
}
