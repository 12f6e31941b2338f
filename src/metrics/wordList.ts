/**
 * Words by number. Those that were stored are cut out of their long texts one by one when asked for, and all at once
 * when somebody goes through all of them: a table shows twenty of a million.
 */
import { startsOfWords, unpackWords, wordIn, type PackedWords } from './packedWords'

export class WordList {
  private words: string[] | null
  private packed: PackedWords | null
  private starts: Uint32Array | null = null

  constructor(words: string[] | PackedWords) {
    this.words = Array.isArray(words) ? words : null
    this.packed = Array.isArray(words) ? null : words
  }

  get length(): number {
    return this.packed === null ? (this.words?.length ?? 0) : this.packed.lengths.length
  }

  /** The word of this number; nothing where there is none. */
  at(number: number): string {
    if (this.packed === null) return this.words?.[number] ?? ''
    this.starts ??= startsOfWords(this.packed)
    return wordIn(this.packed, this.starts, number)
  }

  /** Every word in the order of its number; grows when a word is added. */
  all(): readonly string[] {
    return this.cut()
  }

  push(word: string): void {
    this.cut().push(word)
  }

  private cut(): string[] {
    this.words ??= this.packed === null ? [] : unpackWords(this.packed)
    this.packed = null
    this.starts = null
    return this.words
  }
}
