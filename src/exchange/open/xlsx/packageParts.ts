/**
 * The parts of an Office package and how they speak of each other. The names of parts are for nobody to rely on: what a
 * part is says the relationship that leads to it.
 *
 * @source ECMA-376 part 2, Open Packaging Conventions
 */
import { attribute, plainXml, tagsOf } from './xmlScan'

/** One thing a part speaks of. */
export interface Relation {
  readonly id: string
  /** the last word of its type, `worksheet`: transitional and strict files spell what stands before it differently */
  readonly type: string
  /** name of a part, or an address outside */
  readonly target: string
  readonly isOutside: boolean
}

export interface PackageParts {
  bytes(name: string): Uint8Array | undefined
  /** the text of a part without comments and prefixes; null where there is none, or it is not UTF-8 */
  text(name: string): string | null
  relations(part: string): readonly Relation[]
}

/** Names count letter by letter; only where that finds nothing, upper and lower case are one. */
export function packageParts(parts: Iterable<readonly [name: string, content: Uint8Array]>): PackageParts {
  const exact = new Map(Array.from(parts, ([name, content]) => [name.replaceAll('\\', '/'), content] as const))
  const folded = new Map([...exact].map(([name, content]) => [name.toLowerCase(), content]))
  const bytes = (name: string): Uint8Array | undefined => exact.get(name) ?? folded.get(name.toLowerCase())
  const text = (name: string): string | null => {
    const content = bytes(name)
    return content === undefined ? null : decoded(content)
  }
  return { bytes, text, relations: (part) => relationsIn(text, part) }
}

function decoded(content: Uint8Array): string | null {
  try {
    const encoding = content[0] === 0xff && content[1] === 0xfe ? 'utf-16le' : 'utf-8'
    const text = new TextDecoder(encoding, { fatal: true }).decode(content)
    return /^\s*<\?xml[^>]*encoding=["'](?!utf-)/iu.test(text.slice(0, 200)) ? null : plainXml(text)
  } catch {
    return null
  }
}

function relationsIn(text: (name: string) => string | null, part: string): readonly Relation[] {
  const folder = part.slice(0, part.lastIndexOf('/') + 1)
  return tagsOf(text(`${folder}_rels/${part.slice(folder.length)}.rels`) ?? '', 'Relationship').map((tag) => {
    const [target, isOutside] = [attribute(tag, 'Target') ?? '', attribute(tag, 'TargetMode') === 'External']
    return {
      id: attribute(tag, 'Id') ?? '',
      type: /[^/]*$/u.exec(attribute(tag, 'Type') ?? '')?.[0] ?? '',
      target: isOutside ? target : resolved(folder, target),
      isOutside,
    }
  })
}

/** The part that is the workbook, wherever it lies and whatever it is called; undefined where none is named. */
export const workbookPart = (parts: PackageParts): string | undefined =>
  parts.relations('').find(({ type }) => type === 'officeDocument')?.target

/** `../media/image1.png` from `xl/drawings/` → `xl/media/image1.png`. */
function resolved(folder: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1)
  const path = folder.split('/').slice(0, -1)
  for (const step of target.split('/')) {
    if (step === '..') path.pop()
    else if (step !== '.') path.push(step)
  }
  return path.join('/')
}
