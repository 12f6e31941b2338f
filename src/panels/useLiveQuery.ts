import { useLiveQuery as useDexieQuery } from 'dexie-react-hooks'

/**
 * What a question to the database answers, asked again when anything it read has changed; undefined before the first answer.
 * The library follows what is read after the first wait only of functions that are declared async, so every question is put by one:
 * otherwise what a rule reads further on would change unseen.
 */
export function useLiveQuery<T>(question: () => Promise<T> | T, asked?: readonly unknown[]): T | undefined
export function useLiveQuery<T, D>(question: () => Promise<T> | T, asked: readonly unknown[], before: D): T | D
export function useLiveQuery<T, D>(question: () => Promise<T> | T, asked: readonly unknown[] = [], before?: D) {
  return useDexieQuery(async () => question(), [...asked], before)
}
