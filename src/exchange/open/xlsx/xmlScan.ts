/** Just enough of XML to walk through the parts of a workbook: tags found by their names, attributes, text. */

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** Text as a person typed it: entities and the `_x000D_` that spreadsheet programs write for control characters resolved. */
export function unescaped(text: string): string {
  const plain = text.includes('&')
    ? text.replace(
        /&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi,
        (whole, hex: string | undefined, decimal: string | undefined, name: string | undefined) => {
          if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex, 16))
          if (decimal !== undefined) return String.fromCodePoint(Number(decimal))
          return NAMED[name ?? ''] ?? whole
        },
      )
    : text
  return plain.includes('_x')
    ? plain.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    : plain
}

/** The value of an attribute in an opening tag; undefined where it has none. */
export function attribute(tag: string, name: string): string | undefined {
  const at = tag.indexOf(` ${name}="`)
  if (at < 0) return undefined
  const from = at + name.length + 3
  return unescaped(tag.slice(from, tag.indexOf('"', from)))
}

/** Every opening tag of that name, in order, as its text from `<` to `>`. */
export function tagsOf(xml: string, name: string): string[] {
  const tags: string[] = []
  for (let at = xml.indexOf(`<${name}`); at >= 0; at = xml.indexOf(`<${name}`, at + 1)) {
    const next = xml.charAt(at + name.length + 1)
    if (next !== ' ' && next !== '>' && next !== '/') continue
    tags.push(xml.slice(at, xml.indexOf('>', at) + 1))
  }
  return tags
}

/** What stands between the first opening tag of that name and its end; empty where there is none. */
export function sectionOf(xml: string, name: string): string {
  const at = xml.search(new RegExp(`<${name}[ >]`, 'u'))
  if (at < 0) return ''
  const end = xml.indexOf(`</${name}>`, at)
  return end < 0 ? '' : xml.slice(xml.indexOf('>', at) + 1, end)
}

/** All texts of a string item together; phonetic readings beside it are no part of it. */
export function textOfItem(item: string): string {
  const plain = item.includes('<rPh') ? item.replace(/<rPh\b[\s\S]*?<\/rPh>/gu, '') : item
  let text = ''
  for (let at = plain.indexOf('<t'); at >= 0; at = plain.indexOf('<t', at + 1)) {
    const next = plain.charAt(at + 2)
    if (next !== '>' && next !== ' ') continue
    const from = plain.indexOf('>', at) + 1
    if (plain.charAt(from - 2) === '/') continue
    const end = plain.indexOf('</t>', from)
    if (end < 0) break
    text += plain.slice(from, end)
    at = end
  }
  return unescaped(text)
}
