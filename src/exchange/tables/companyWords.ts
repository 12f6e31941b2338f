/** What words of the company's own mean: the labels and synonyms of codes it added, renamed or merged. */
import { namesIn } from '../../domain/otherNames'
import { plainText } from '../../domain/plainText'
import type { CodeItem } from '../../domain/records/codeItem'
import { CODED_WORDS, type CodedWord, type WordDecisions } from './wordDecisions'

/** The decisions, and beside them the words of the company; what a person decided while importing comes first. */
export function withCompanyWords(decisions: WordDecisions, items: readonly CodeItem[]): WordDecisions {
  const words: Partial<Record<CodedWord, Record<string, string>>> = {}
  for (const [field, list] of Object.entries(CODED_WORDS) as [CodedWord, string][])
    for (const item of items) {
      if (item.list !== list || item.code === undefined) continue
      const code = item.mergedInto ?? item.code
      for (const name of [item.zh, item.en, ...namesIn(item.synonyms)])
        if (name !== undefined && name.trim() !== '') (words[field] ??= {})[plainText(name)] ??= code
    }
  return {
    ...decisions,
    ...Object.fromEntries(
      Object.entries(words).map(([field, known]) => [field, { ...known, ...decisions[field as CodedWord] }]),
    ),
  }
}
