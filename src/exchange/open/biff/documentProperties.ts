/**
 * Who made an old .xls, and what they called it.
 *
 * @source [MS-OLEPS] 2.21 PropertySetStream; [MS-OSHARED] 2.3.3.2 for the numbers of the properties
 */
import { decodePage } from '../codePages'
import { ByteCursor, tolerant } from './byteCursor'

export type DocumentProperties = Readonly<
  Partial<
    Record<
      'title' | 'subject' | 'author' | 'keywords' | 'comments' | 'lastAuthor' | 'category' | 'manager' | 'company',
      string
    >
  >
>

const SUMMARY: Readonly<Record<number, keyof DocumentProperties>> = {
  2: 'title',
  3: 'subject',
  4: 'author',
  5: 'keywords',
  6: 'comments',
  8: 'lastAuthor',
}
const MORE: Readonly<Record<number, keyof DocumentProperties>> = { 2: 'category', 14: 'manager', 15: 'company' }
const CODE_PAGE = 1
const [NARROW, WIDE] = [0x1e, 0x1f]
const UTF_16 = 1_200
const LONGEST = 2_000

/** @param summary,more the streams of those names; empty where the file has none */
export const documentProperties = (summary: Uint8Array, more: Uint8Array): DocumentProperties => ({
  ...propertiesIn(summary, SUMMARY),
  ...propertiesIn(more, MORE),
})

function propertiesIn(
  stream: Uint8Array,
  names: Readonly<Record<number, keyof DocumentProperties>>,
): DocumentProperties {
  const found: Partial<Record<keyof DocumentProperties, string>> = {}
  tolerant(() => {
    const head = new ByteCursor(stream)
    head.skip(44)
    const start = head.u32()
    const list = new ByteCursor(stream.subarray(start))
    list.skip(4)
    const count = Math.min(list.u32(), Math.floor(list.left / 8))
    const places = Array.from({ length: count }, () => ({ id: list.u32(), at: start + list.u32() }))
    const page = places.find(({ id }) => id === CODE_PAGE)
    const codePage = page === undefined ? 1_252 : new ByteCursor(stream.subarray(page.at + 4)).u16()
    for (const { id, at } of places) {
      const name = names[id]
      if (name !== undefined)
        tolerant(() => {
          found[name] = readText(new ByteCursor(stream.subarray(at)), codePage)
        })
    }
  })
  return found
}

function readText(cursor: ByteCursor, codePage: number): string {
  const kind = cursor.u32()
  const size = cursor.u32()
  if ((kind !== NARROW && kind !== WIDE) || size > LONGEST) return ''
  const text =
    kind === WIDE
      ? cursor.characters(size, true)
      : codePage === UTF_16
        ? cursor.characters(Math.floor(size / 2), true)
        : decodePage(codePage, cursor.bytes(size))
  return text.split('\u0000')[0] ?? ''
}
