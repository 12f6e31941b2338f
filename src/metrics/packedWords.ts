/**
 * Many words as a few long texts and the length of each word, which IndexedDB stores and reads back many times faster
 * than a list. Lengths and no separator: whatever character a word holds, the next word starts where it should.
 */
export interface PackedWords {
  /** Some thousand words each, so that no text grows past what a browser can hold. */
  readonly texts: readonly string[]
  /** Per word how many UTF-16 code units it has. */
  readonly lengths: Uint32Array
}

const WORDS_PER_TEXT = 32_768

export function packWords(words: readonly string[]): PackedWords {
  const texts: string[] = []
  for (let from = 0; from < words.length; from += WORDS_PER_TEXT)
    texts.push(words.slice(from, from + WORDS_PER_TEXT).join(''))
  const lengths = new Uint32Array(words.length)
  for (let at = 0; at < words.length; at += 1) lengths[at] = (words[at] ?? '').length
  return { texts, lengths }
}

/** Do texts and lengths fit each other? Then every word can be cut out of them. */
export function isSound(packed: PackedWords | undefined): packed is PackedWords {
  if (packed === undefined || !(packed.lengths instanceof Uint32Array) || !Array.isArray(packed.texts)) return false
  const { texts, lengths } = packed
  if (texts.length !== Math.ceil(lengths.length / WORDS_PER_TEXT)) return false
  return (texts as readonly unknown[]).every((text, part) => {
    let length = 0
    const end = Math.min(lengths.length, (part + 1) * WORDS_PER_TEXT)
    for (let at = part * WORDS_PER_TEXT; at < end; at += 1) length += lengths[at] ?? 0
    return typeof text === 'string' && text.length === length
  })
}

/** The words of a sound pack, in their order. */
export function unpackWords({ texts, lengths }: PackedWords): string[] {
  const words: string[] = []
  for (const [part, text] of texts.entries()) {
    const end = Math.min(lengths.length, (part + 1) * WORDS_PER_TEXT)
    let from = 0
    for (let at = part * WORDS_PER_TEXT; at < end; at += 1) {
      const to = from + (lengths[at] ?? 0)
      words.push(text.slice(from, to))
      from = to
    }
  }
  return words
}

/** Where each word begins in the text it is in. */
export function startsOfWords({ lengths }: PackedWords): Uint32Array {
  const starts = new Uint32Array(lengths.length)
  for (let at = 0; at < lengths.length; at += 1)
    starts[at] = at % WORDS_PER_TEXT === 0 ? 0 : (starts[at - 1] ?? 0) + (lengths[at - 1] ?? 0)
  return starts
}

/** One word of a sound pack; nothing where there is none of that number. */
export function wordIn({ texts, lengths }: PackedWords, starts: Uint32Array, number: number): string {
  const from = starts[number] ?? 0
  return (texts[Math.floor(number / WORDS_PER_TEXT)] ?? '').slice(from, from + (lengths[number] ?? 0))
}
