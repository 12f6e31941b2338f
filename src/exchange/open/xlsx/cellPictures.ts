/**
 * Pictures that Excel keeps inside cells (“place in cell”): the cell holds an error for older programs and names a rich
 * value, which names the picture.
 *
 * @source [MS-XLSX] 2.3.3 rich data: metadata.xml, rdrichvalue.xml, rdrichvaluestructure.xml, richValueRel.xml
 */
import type { PackageParts } from './packageParts'
import { attribute, attributeOf, elements, sectionOf, tagsOf } from './xmlScan'

const RICH_VALUE = 'XLRICHVALUE'

/** Number a cell names in `vm` → the part with its picture. */
export function cellPictures(parts: PackageParts, workbook: string): ReadonlyMap<string, string> {
  const relations = parts.relations(workbook)
  const part = (type: string): string =>
    relations.find((relation) => relation.type.toLowerCase() === type.toLowerCase())?.target ?? ''
  const text = (type: string): string => parts.text(part(type)) ?? ''
  const [metadata, values, links] = [text('sheetMetadata'), text('rdRichValue'), text('richValueRel')]
  const found = new Map<string, string>()
  if (metadata === '' || values === '' || links === '') return found
  const targets = new Map(parts.relations(part('richValueRel')).map(({ id, target }) => [id, target]))
  const pictures = tagsOf(links, 'rel').map((tag) => targets.get(attributeOf(tag, 'id') ?? ''))
  const places = placesOfPicture(text('rdRichValueStructure'))
  const pictureOf = elements(values, 'rv').map(({ tag, inside }) => {
    const place = places.get(attribute(tag, 's') ?? '')
    return place === undefined ? undefined : pictures[Number(valuesIn(inside)[place] ?? Number.NaN)]
  })
  const rich = elements(metadata, 'futureMetadata').find(({ tag }) => attribute(tag, 'name') === RICH_VALUE)
  const blocks = elements(rich?.inside ?? '', 'bk').map(({ inside }) =>
    Number(/<(?:\w+:)?rvb\s[^>]*\bi="(\d+)"/u.exec(inside)?.[1] ?? Number.NaN),
  )
  const kind = tagsOf(metadata, 'metadataType').findIndex((tag) => attribute(tag, 'name') === RICH_VALUE) + 1
  for (const [at, { inside }] of elements(sectionOf(metadata, 'valueMetadata'), 'bk').entries()) {
    const record = tagsOf(inside, 'rc').find((tag) => attribute(tag, 't') === String(kind))
    const block = Number(attribute(record ?? '', 'v') ?? Number.NaN)
    const picture = pictureOf[blocks[block] ?? Number.NaN]
    if (picture !== undefined) found.set(String(at + 1), picture)
  }
  return found
}

/** Number of a structure → which of its values names the picture. */
function placesOfPicture(structures: string): ReadonlyMap<string, number> {
  return new Map(
    elements(structures, 's').flatMap(({ inside }, at) => {
      const place = tagsOf(inside, 'k').findIndex((tag) => attribute(tag, 'n') === '_rvRel:LocalImageIdentifier')
      return place < 0 ? [] : [[String(at), place] as const]
    }),
  )
}

const valuesIn = (xml: string): readonly string[] => elements(xml, 'v').map(({ inside }) => inside)
