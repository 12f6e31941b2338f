/**
 * Which number a word of a list has. A table of numbers beside the list, a fifth of the memory of a `Map` from text to
 * number: what counts where a column has a million different words.
 */
export class WordTable {
  /** Number + 1 of the word at each place; 0 is free. Never more than half full. */
  private places: Uint32Array
  private known: number

  /** @param words whoever adds a word to the list afterwards tells it by `add` */
  constructor(private readonly words: readonly string[]) {
    this.places = new Uint32Array(placesFor(words.length))
    this.known = 0
    for (let number = 0; number < words.length; number += 1) this.place(words[number] ?? '', number)
  }

  numberOf(word: string): number | undefined {
    const mask = this.places.length - 1
    for (let at = hash(word) & mask; ; at = (at + 1) & mask) {
      const found = this.places[at] ?? 0
      if (found === 0) return undefined
      if (this.words[found - 1] === word) return found - 1
    }
  }

  /** The list has gained this word as its last one. */
  add(word: string): void {
    if ((this.known + 1) * 2 > this.places.length) {
      this.places = new Uint32Array(placesFor(this.words.length * 2))
      this.known = 0
      for (let number = 0; number < this.words.length; number += 1) this.place(this.words[number] ?? '', number)
    } else this.place(word, this.words.length - 1)
  }

  private place(word: string, number: number): void {
    const mask = this.places.length - 1
    let at = hash(word) & mask
    while ((this.places[at] ?? 0) !== 0) at = (at + 1) & mask
    this.places[at] = number + 1
    this.known += 1
  }
}

const placesFor = (words: number): number => 2 ** Math.ceil(Math.log2(Math.max(8, words * 2)))

/** FNV-1a over the code units, its bits mixed once more, because neighbouring serials differ in their last digit only. */
function hash(word: string): number {
  let bits = 0x811c9dc5
  for (let at = 0; at < word.length; at += 1) bits = Math.imul(bits ^ word.charCodeAt(at), 0x01000193)
  bits = Math.imul(bits ^ (bits >>> 15), 0x2c1b3c6d)
  return (bits ^ (bits >>> 13)) >>> 0
}
