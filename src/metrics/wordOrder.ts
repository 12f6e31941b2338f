/**
 * The order of very many words by their characters (UTF-16 code units, as `<` compares them), thirty times faster than
 * comparing pairs; words that are in order already, but for some added at the end, cost one pass.
 */

const FEW = 24
/** A key and the place it came from share one double, which is exact up to 53 bits and sorts natively. */
const LARGEST_EXACT = 2 ** 53
/** Letters looked at in one pass; Chinese fills a key with two or three, a number with a dozen. */
const PASS = 6

/** Words written one after the other: reading letters of one long text is many times faster than of many short ones. */
interface Words {
  readonly list: readonly string[]
  readonly text: string
  /** Where each word begins; one more than there are words, so that the next beginning is the end. */
  readonly starts: Uint32Array
}

/** Positions of the words, first to last; equal words keep their order. */
export function wordOrder(list: readonly string[]): Uint32Array {
  const sorted = ascendingPrefix(list)
  if (sorted * 2 < list.length) return orderOf(list)
  const rest = orderOf(list.slice(sorted))
  return merged(list, sorted, rest)
}

/** How many words at the beginning are in order already, as those of a stored column are. */
function ascendingPrefix(list: readonly string[]): number {
  let length = Math.min(1, list.length)
  while (length < list.length && (list[length - 1] ?? '') <= (list[length] ?? '')) length += 1
  return length
}

/** The first `sorted` positions, which are in order, and the others in the order given, as one order. */
function merged(list: readonly string[], sorted: number, rest: Uint32Array): Uint32Array {
  const order = new Uint32Array(list.length)
  let [first, other] = [0, 0]
  for (let place = 0; place < order.length; place += 1) {
    const next = sorted + (rest[other] ?? 0)
    const takesFirst = other >= rest.length || (first < sorted && (list[first] ?? '') <= (list[next] ?? ''))
    order[place] = takesFirst ? first : next
    if (takesFirst) first += 1
    else other += 1
  }
  return order
}

function orderOf(list: readonly string[]): Uint32Array {
  const starts = new Uint32Array(list.length + 1)
  for (let at = 0; at < list.length; at += 1) starts[at + 1] = (starts[at] ?? 0) + (list[at] ?? '').length
  const order = new Uint32Array(list.length)
  for (let at = 0; at < list.length; at += 1) order[at] = at
  sortRange({ list, text: list.join(''), starts }, order, 0)
  return order
}

/** Sorts the part of an order whose words agree in their first `depth` characters. */
function sortRange(words: Words, order: Uint32Array, depth: number): void {
  if (order.length <= FEW) {
    sortFew(words, order)
    return
  }
  const placeSize = 2 ** Math.ceil(Math.log2(order.length))
  const window = windowAt(words, order, depth, LARGEST_EXACT / placeSize)
  if (window.length === 0) return

  const { text, starts } = words
  const keys = new Float64Array(order.length)
  const least = Uint16Array.from(window, (letter) => letter.least)
  const counts = Uint32Array.from(window, (letter) => letter.count)
  let isAscending = true
  for (let place = 0; place < order.length; place += 1) {
    const position = order[place] ?? 0
    const from = (starts[position] ?? 0) + depth
    const end = starts[position + 1] ?? 0
    let key = 0
    for (let at = 0; at < least.length; at += 1)
      key = key * (counts[at] ?? 1) + (from + at < end ? text.charCodeAt(from + at) - (least[at] ?? 0) + 1 : 0)
    const shared = key * placeSize + place
    if (place > 0 && shared < (keys[place - 1] ?? 0)) isAscending = false
    keys[place] = shared
  }
  // Numbers given in the order of filing are in order already.
  if (!isAscending) keys.sort()
  const before = order.slice()
  let first = 0
  let key = -1
  for (let place = 0; place <= order.length; place += 1) {
    const shared = keys[place] ?? Number.POSITIVE_INFINITY
    // Division by a power of two is exact; `%` on doubles is many times slower.
    const keyHere = Math.floor(shared / placeSize)
    if (keyHere !== key) {
      if (place - first > 1) sortRange(words, order.subarray(first, place), depth + window.length)
      first = place
      key = keyHere
    }
    if (place < order.length) order[place] = before[shared - keyHere * placeSize] ?? 0
  }
}

function sortFew({ list }: Words, order: Uint32Array): void {
  for (let place = 1; place < order.length; place += 1) {
    const position = order[place] ?? 0
    const word = list[position] ?? ''
    let at = place
    while (at > 0 && (list[order[at - 1] ?? 0] ?? '') > word) {
      order[at] = order[at - 1] ?? 0
      at -= 1
    }
    order[at] = position
  }
}

/** The letters the words of a range have at one place: the least of them, and how many different keys the place needs. */
interface Letter {
  readonly least: number
  readonly count: number
}

/**
 * As many places from `depth` on as fit into one key. Numbers and serials use few letters at each place, so that one
 * key usually holds all that is left of them; empty where every word has ended.
 */
function windowAt(words: Words, order: Uint32Array, depth: number, room: number): readonly Letter[] {
  const window: Letter[] = []
  let size = 1
  for (;;) {
    const letters = lettersAt(words, order, depth + window.length)
    for (const letter of letters) {
      if (size * letter.count > room) return window
      size *= letter.count
      window.push(letter)
    }
    if (letters.length < PASS) return window
  }
}

/** The letters at the next places; fewer than a pass where all words end before. */
function lettersAt({ text, starts }: Words, order: Uint32Array, depth: number): readonly Letter[] {
  const least = new Uint16Array(PASS).fill(0xffff)
  const most = new Int32Array(PASS).fill(-1)
  for (let place = 0; place < order.length; place += 1) {
    const position = order[place] ?? 0
    const from = (starts[position] ?? 0) + depth
    const length = Math.min(PASS, (starts[position + 1] ?? 0) - from)
    for (let at = 0; at < length; at += 1) {
      const letter = text.charCodeAt(from + at)
      if (letter < (least[at] ?? 0)) least[at] = letter
      if (letter > (most[at] ?? 0)) most[at] = letter
    }
  }
  const reached = most.indexOf(-1)
  // Nothing at all sorts before every letter, and needs a key too.
  return Array.from(most.subarray(0, reached < 0 ? PASS : reached), (letter, at) => ({
    least: least[at] ?? 0,
    count: letter - (least[at] ?? 0) + 2,
  }))
}
