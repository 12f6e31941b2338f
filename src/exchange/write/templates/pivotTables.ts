/** Pivot tables of a template: their source grows with the lines, the table itself moves, and both are worked out anew when opened. */
import { movedRanges, type Insertion } from './shiftReferences'
import { attributeOf, plain, withAttribute } from './sheetRows'
import type { TemplatePackage } from './templatePackage'

const CACHE = /^xl\/pivotCache\/pivotCacheDefinition\d*\.xml$/
const SOURCE = /<worksheetSource\b([^>]*?)(\/?>)/

/**
 * Sources on the sheet follow the rows put into it; a source that ends with the line takes in its copies. Named
 * sources follow their name.
 */
export function growPivotSources(pack: TemplatePackage, sheet: string, insertion: Insertion): void {
  for (const [path, xml] of cachesOf(pack, sheet)) {
    const moved = xml.replace(SOURCE, (tag, attributes: string, end: string) => {
      const range = attributeOf(attributes, 'ref')
      return range === undefined
        ? tag
        : `<worksheetSource${withAttribute(attributes, 'ref', movedRanges(range, insertion))}${end}`
    })
    if (moved !== xml) pack.replace(path, moved)
  }
}

/** Records kept from before are of the blank form: whoever opens the workbook reads the source again. */
export function refreshPivots(pack: TemplatePackage, sheet: string): void {
  for (const [path, xml] of cachesOf(pack, sheet)) {
    const fresh = xml.replace(
      /<pivotCacheDefinition\b([^>]*)>/,
      (_, attributes: string) => `<pivotCacheDefinition${withAttribute(attributes, 'refreshOnLoad', '1')}>`,
    )
    if (fresh !== xml) pack.replace(path, fresh)
  }
}

/** Where a pivot table stands on the sheet itself. */
export const movedPivot = (xml: string, insertion: Insertion): string =>
  xml.replace(
    /<location\b([^>]*?)(\/?>)/,
    (_, attributes: string, end: string) =>
      `<location${withAttribute(attributes, 'ref', movedRanges(attributeOf(attributes, 'ref') ?? '', insertion))}${end}`,
  )

/** Caches fed by a sheet, or by a name or a table, which may stand on it. */
function cachesOf(pack: TemplatePackage, sheet: string): [path: string, xml: string][] {
  return [...pack.paths]
    .filter((path) => CACHE.test(path))
    .flatMap((path): [string, string][] => {
      const xml = pack.text(path) ?? ''
      const attributes = SOURCE.exec(xml)?.[1]
      if (attributes === undefined) return []
      const named = attributeOf(attributes, 'sheet')
      return named === undefined || plain(named) === sheet ? [[path, xml]] : []
    })
}
