/** Just enough of XML to walk through the parts of a workbook: tags found by their names, attributes, text. */

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
const LAST_CODE_POINT = 0x10ffff

/** Text as a person typed it: entities and the `_x000D_` that spreadsheet programs write for control characters resolved. */
export function unescaped(text: string): string {
  const plain = text.includes('&')
    ? text.replace(
        /&(?:#x([0-9a-f]{1,8})|#(\d{1,8})|(\w{2,4}));/gi,
        (whole, hex: string | undefined, decimal: string | undefined, name: string | undefined) => {
          if (hex !== undefined) return character(Number.parseInt(hex, 16), whole)
          if (decimal !== undefined) return character(Number(decimal), whole)
          return NAMED[name ?? ''] ?? whole
        },
      )
    : text
  return plain.includes('_x')
    ? plain.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    : plain
}

const character = (code: number, written: string): string =>
  code <= LAST_CODE_POINT ? String.fromCodePoint(code) : written

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/**
 * The part as this walk knows it: comments gone, CDATA as ordinary text, and no prefix on the tags of the namespace of
 * its outermost element (`<x:row>` → `<row>`), which some programs write.
 */
export function plainXml(xml: string): string {
  const text = withoutComments(xml)
  const [, prefix] = /^(?:\ufeff)?\s*(?:<\?[^>]*>\s*)*<([A-Za-z_][\w.-]*):/u.exec(text.slice(0, 2_000)) ?? []
  return prefix === undefined ? text : text.replaceAll(`<${prefix}:`, '<').replaceAll(`</${prefix}:`, '</')
}

function withoutComments(xml: string): string {
  if (!xml.includes('<!')) return xml
  let text = ''
  let from = 0
  for (let at = xml.indexOf('<!'); at >= 0; at = xml.indexOf('<!', from)) {
    const [opening, closing] = xml.startsWith('<![CDATA[', at) ? ['<![CDATA[', ']]>'] : ['<!--', '-->']
    const end = xml.startsWith(opening, at) ? xml.indexOf(closing, at + opening.length) : -1
    if (end < 0) {
      text += xml.slice(from, at + 2)
      from = at + 2
      if (xml.startsWith(opening, at)) break
      continue
    }
    text += xml.slice(from, at)
    if (closing === ']]>') text += escaped(xml.slice(at + opening.length, end))
    from = end + closing.length
  }
  return text + xml.slice(from)
}

const ATTRIBUTE = /\s([^\s=<>"']+)\s*=\s*(?:"([^"]*)"|'([^']*)')/gu

/** The value of an attribute in an opening tag; undefined where it has none. */
export function attribute(tag: string, name: string): string | undefined {
  const at = tag.indexOf(` ${name}="`)
  if (at < 0) return tag.includes(name) ? attributeSpaced(tag, name) : undefined
  if (tag.includes("'")) return attributeSpaced(tag, name)
  const from = at + name.length + 3
  return unescaped(tag.slice(from, tag.indexOf('"', from)))
}

/** White space of any kind before it and around its sign, quotes of either kind. */
function attributeSpaced(tag: string, name: string): string | undefined {
  for (const [, key, double, single] of tag.matchAll(ATTRIBUTE))
    if (key === name) return unescaped(double ?? single ?? '')
  return undefined
}

/** The same whatever prefix stands before it: `id` finds `r:id`, `d3p1:id` and `id`. */
export function attributeOf(tag: string, name: string): string | undefined {
  for (const [, key = '', double, single] of tag.matchAll(ATTRIBUTE))
    if (key === name || key.endsWith(`:${name}`)) return unescaped(double ?? single ?? '')
  return undefined
}

const isSpace = (code: number): boolean => code === 32 || code === 10 || code === 13 || code === 9

/** Does the name of a tag end here? */
export const endsName = (code: number): boolean => isSpace(code) || code === 62 || code === 47

/** Every opening tag of that name, in order, as its text from `<` to `>`. */
export function tagsOf(xml: string, name: string): string[] {
  const tags: string[] = []
  for (let at = xml.indexOf(`<${name}`); at >= 0; at = xml.indexOf(`<${name}`, at + 1)) {
    if (!endsName(xml.charCodeAt(at + name.length + 1))) continue
    const end = xml.indexOf('>', at)
    if (end < 0) break
    tags.push(xml.slice(at, end + 1))
  }
  return tags
}

/** What stands between the first opening tag of that name and its end; empty where there is none. */
export function sectionOf(xml: string, name: string): string {
  let at = xml.indexOf(`<${name}`)
  while (at >= 0 && !endsName(xml.charCodeAt(at + name.length + 1))) at = xml.indexOf(`<${name}`, at + 1)
  if (at < 0) return ''
  const end = xml.indexOf(`</${name}>`, at)
  return end < 0 ? '' : xml.slice(xml.indexOf('>', at) + 1, end)
}

/** All texts of a string item together; phonetic readings beside it are no part of it. */
export function textOfItem(item: string): string {
  const plain = item.includes('<rPh') ? withoutReadings(item) : item
  let text = ''
  for (let at = plain.indexOf('<t'); at >= 0; at = plain.indexOf('<t', at + 1)) {
    if (!endsName(plain.charCodeAt(at + 2))) continue
    const from = plain.indexOf('>', at) + 1
    if (from === 0) break
    if (plain.charAt(from - 2) === '/') continue
    const end = plain.indexOf('</t>', from)
    if (end < 0) break
    text += plain.slice(from, end)
    at = end
  }
  return unescaped(text)
}

function withoutReadings(item: string): string {
  let text = ''
  let from = 0
  for (let at = item.indexOf('<rPh'); at >= 0; at = item.indexOf('<rPh', from)) {
    const end = item.indexOf('</rPh>', at)
    if (end < 0) break
    if (item.startsWith('<rPhPr', at)) {
      text += item.slice(from, at + 6)
      from = at + 6
      continue
    }
    text += item.slice(from, at)
    from = end + 6
  }
  return text + item.slice(from)
}

/** Every element of that name, one after the other, none inside another of the same name. */
export function elements(xml: string, name: string): { readonly tag: string; readonly inside: string }[] {
  const found: { tag: string; inside: string }[] = []
  let after = 0
  for (let at = xml.indexOf(`<${name}`); at >= 0; at = xml.indexOf(`<${name}`, after)) {
    after = at + 1
    if (!endsName(xml.charCodeAt(at + name.length + 1))) continue
    const from = xml.indexOf('>', at) + 1
    if (from === 0) break
    const tag = xml.slice(at, from)
    const end = tag.endsWith('/>') ? from : xml.indexOf(`</${name}>`, from)
    if (end < 0) break
    found.push({ tag, inside: xml.slice(from, end) })
    after = end
  }
  return found
}
