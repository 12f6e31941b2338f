/** What hangs on the cells of a sheet: notes, comments, and where cells lead. */
import type { CellAside } from '../rawWorkbook'
import type { PackageParts } from './packageParts'
import { rangeOf } from './scanSheet'
import { attribute, attributeOf, elements, sectionOf, tagsOf, textOfItem, unescaped } from './xmlScan'

/** Of one sheet; whoever writes more keeps a book in its notes. */
const MOST_ASIDES = 50_000
/** What older programs show of a comment of newer ones, which is kept in a part of its own. */
const OF_NEWER_PROGRAMS = /^\s*\[[^\]]{1,40}\]/u

/**
 * @param sheet name of the part
 * @param xml   its text
 */
export function cellAsides(parts: PackageParts, sheet: string, xml: string): readonly CellAside[] {
  const relations = parts.relations(sheet)
  const outside = new Map(relations.filter(({ isOutside }) => isOutside).map(({ id, target }) => [id, target]))
  const comments = relations
    .filter(({ type }) => type === 'threadedComment')
    .flatMap(({ target }) => threads(parts, target))
  const answered = new Set(comments.map(({ row, column }) => `${row} ${column}`))
  const notes = relations
    .filter(({ type }) => type === 'comments')
    .flatMap(({ target }) => notesIn(parts.text(target) ?? ''))
    .filter(({ row, column, text }) => !(answered.has(`${row} ${column}`) && OF_NEWER_PROGRAMS.test(text)))
  return [...notes, ...comments, ...linksIn(xml, outside)].slice(0, MOST_ASIDES)
}

function notesIn(xml: string): readonly CellAside[] {
  return elements(sectionOf(xml, 'commentList'), 'comment').flatMap(({ tag, inside }) =>
    aside('note', attribute(tag, 'ref') ?? '', textOfItem(inside)),
  )
}

const threads = (parts: PackageParts, part: string): readonly CellAside[] =>
  elements(parts.text(part) ?? '', 'threadedComment').flatMap(({ tag, inside }) =>
    aside('note', attribute(tag, 'ref') ?? '', unescaped(sectionOf(inside, 'text'))),
  )

const linksIn = (xml: string, outside: ReadonlyMap<string, string>): readonly CellAside[] =>
  tagsOf(sectionOf(xml, 'hyperlinks'), 'hyperlink').flatMap((tag) =>
    aside('link', attribute(tag, 'ref') ?? '', outside.get(attributeOf(tag, 'id') ?? '') ?? ''),
  )

function aside(kind: CellAside['kind'], reference: string, text: string): readonly CellAside[] {
  const range = rangeOf(reference)
  return range === null || text.trim() === '' ? [] : [{ kind, row: range.top, column: range.left, text: text.trim() }]
}
