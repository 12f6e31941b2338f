/** The shape a translation must have: the same sentences, with the same parameters. A missing one does not compile. */
export type Translation<T> = {
  readonly [K in keyof T]: T[K] extends (...parameters: infer P) => string ? (...parameters: P) => string : string
}

/** A word for each name of a closed list. */
export type Words<K extends string> = Readonly<Record<K, string>>

export type Language = 'zh' | 'en'
export const LANGUAGES: readonly Language[] = ['zh', 'en']
