/**
 * Lists that a record holds as plain JSON (steps, notes, causes, pauses), read back entry by entry. They come from forms,
 * files and other devices, so nothing is taken for granted: what is no entry of its kind is left out.
 */
import { oneOf } from './closedSet'
import { isPlainObject } from './plainObject'
import type { Json } from './records/field'

/** One entry as it stands in the list. */
export type StoredEntry = Readonly<Record<string, Json>>

/** @param read one entry; null where it is none of its kind */
export function storedList<E>(list: unknown, read: (entry: StoredEntry) => E | null): readonly E[] {
  if (!Array.isArray(list)) return []
  return (list as readonly unknown[]).flatMap((entry): E[] => {
    if (!isPlainObject(entry)) return []
    const found = read(entry as StoredEntry)
    return found === null ? [] : [found]
  })
}

/** The text of an entry under a name; empty where there is none. */
export const textIn = (entry: StoredEntry, name: string): string => {
  const value = entry[name]
  return typeof value === 'string' ? value : ''
}

/** The texts under these names, where every one of them is there. */
export function textsIn<K extends string>(
  entry: StoredEntry,
  names: readonly K[],
): { readonly [N in K]: string } | null {
  if (!names.every((name) => typeof entry[name] === 'string')) return null
  return Object.fromEntries(names.map((name) => [name, entry[name]])) as { readonly [N in K]: string }
}

/** The value under a name, where it is one of these. */
export const oneIn = <V extends string>(entry: StoredEntry, name: string, values: readonly V[]): V | undefined =>
  oneOf(values, entry[name])
