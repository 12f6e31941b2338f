/** The parts of an .xlsx template, taken apart and put together again; parts nobody changed keep their bytes. */
import { strFromU8, strToU8, unzipSync, zipSync, type Zippable } from 'fflate'
import { readZipDirectory } from '../../open/zipDirectory'
import { attributeOf, plain, textsIn } from './sheetRows'

export type TemplateProblem =
  | 'template-is-xls'
  | 'template-encrypted'
  | 'template-not-xlsx'
  | 'template-too-large'
  | 'template-has-macros'
  | 'template-sheet-missing'
  | 'template-gone'
  | 'template-unusual'

/** A template that cannot be filled; `code` says why. */
export class TemplateError extends Error {
  constructor(readonly code: TemplateProblem) {
    super(code)
    this.name = 'TemplateError'
  }
}

const LARGEST_FILE = 20 * 1024 * 1024
const LARGEST_UNPACKED = 100 * 1024 * 1024
const MOST_PARTS = 2_000
/** A zip keeps a time for each part; a fixed one makes equal contents equal bytes. */
const STAMP = new Date(2020, 0, 1)

export interface TemplatePackage {
  readonly sheets: readonly { readonly name: string; readonly path: string }[]
  readonly sharedStrings: readonly string[]
  readonly paths: readonly string[]
  /** Text of a part; undefined when there is none. */
  readonly text: (path: string) => string | undefined
  readonly replace: (path: string, xml: string) => void
  readonly remove: (path: string) => void
  readonly bytes: () => Uint8Array
}

/** @throws TemplateError when the bytes are not a workbook we can fill */
export function openTemplate(bytes: Uint8Array): TemplatePackage {
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf) throw new TemplateError('template-is-xls')
  if (bytes.length > LARGEST_FILE) throw new TemplateError('template-too-large')
  const directory = readZipDirectory(bytes)
  if (directory === null) throw new TemplateError('template-not-xlsx')
  if (directory.uncompressedBytes > LARGEST_UNPACKED || directory.entries.length > MOST_PARTS)
    throw new TemplateError('template-too-large')
  let parts: Record<string, Uint8Array>
  try {
    parts = unzipSync(bytes)
  } catch {
    throw new TemplateError('template-not-xlsx')
  }
  for (const [path, content] of Object.entries(parts))
    if (/^xl\/.*\.xml$/.test(path)) parts[path] = withoutPrefix(content)
  if ('xl/vbaProject.bin' in parts) throw new TemplateError('template-has-macros')
  const text = (path: string): string | undefined => (parts[path] === undefined ? undefined : strFromU8(parts[path]))
  const workbook = text('xl/workbook.xml')
  const relations = text('xl/_rels/workbook.xml.rels')
  if (workbook === undefined || relations === undefined) throw new TemplateError('template-not-xlsx')
  if (!/<sheets\b/.test(workbook)) throw new TemplateError('template-unusual')
  const targets = new Map(
    [...relations.matchAll(/<Relationship\b([^>]*)>/g)].map(([, attributes = '']) => [
      attributeOf(attributes, 'Id') ?? '',
      attributeOf(attributes, 'Target') ?? '',
    ]),
  )
  const sheets = [...workbook.matchAll(/<sheet\b([^>]*)>/g)]
    .map(([, attributes = '']) => ({
      name: plain(attributeOf(attributes, 'name') ?? ''),
      path: partPath('xl/workbook.xml', targets.get(attributeOf(attributes, 'r:id') ?? '') ?? ''),
    }))
    .filter(({ path }) => path in parts)
  return {
    sheets,
    sharedStrings: [...(text('xl/sharedStrings.xml') ?? '').matchAll(/<si\b[^>]*?(?:\/>|>([\s\S]*?)<\/si>)/g)].map(
      ([, inner = '']) => textsIn(inner),
    ),
    paths: Object.keys(parts),
    text,
    replace: (path, xml) => {
      parts[path] = strToU8(xml)
    },
    remove: (path) => {
      delete parts[path]
    },
    bytes: () =>
      zipSync(
        Object.fromEntries(
          Object.entries(parts).map(([path, content]) => [path, [content, { level: 6, mtime: STAMP }]]),
        ) as Zippable,
      ),
  }
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const PREFIXED = /^(?:\ufeff)?\s*(?:<\?[^>]*>\s*)?<([A-Za-z][\w.-]*):/
const START = 400

/** Some programs write every tag as `<x:row>`; it means `<row>`, and the same bytes come back where none does. */
function withoutPrefix(content: Uint8Array): Uint8Array {
  const prefix = PREFIXED.exec(strFromU8(content.subarray(0, START)))?.[1]
  if (prefix === undefined) return content
  const xml = strFromU8(content)
  return xml.includes(`xmlns:${prefix}="${MAIN}"`)
    ? strToU8(
        xml
          .replaceAll(`<${prefix}:`, '<')
          .replaceAll(`</${prefix}:`, '</')
          .replace(`xmlns:${prefix}="${MAIN}"`, `xmlns="${MAIN}"`),
      )
    : content
}

/** Where a relation of a part points to. */
export function partPath(from: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1)
  const steps = from.split('/').slice(0, -1)
  for (const step of target.split('/'))
    if (step === '..') steps.pop()
    else if (step !== '.') steps.push(step)
  return steps.join('/')
}

/** The parts a part is related to, by the last word of the relation's type. */
export function relatedParts(
  pack: TemplatePackage,
  path: string,
): readonly { readonly kind: string; readonly path: string }[] {
  const at = path.lastIndexOf('/')
  const relations = pack.text(`${path.slice(0, at)}/_rels/${path.slice(at + 1)}.rels`) ?? ''
  return [...relations.matchAll(/<Relationship\b([^>]*)>/g)].flatMap(([, attributes = '']) =>
    attributeOf(attributes, 'TargetMode') === 'External'
      ? []
      : [
          {
            kind: (attributeOf(attributes, 'Type') ?? '').split('/').at(-1) ?? '',
            path: partPath(path, attributeOf(attributes, 'Target') ?? ''),
          },
        ],
  )
}
