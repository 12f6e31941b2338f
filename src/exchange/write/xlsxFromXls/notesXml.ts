/** The notes of a sheet as the two parts an .xlsx keeps them in: their words, and the boxes they are shown in. */
import { columnLetter } from '../../open/columnLetter'
import { xmlCellText, xmlText } from '../ooxml/xmlText'
import type { CellNote } from '../../open/biff/libraryParts'

export function notesXml(notes: readonly CellNote[]): string {
  const authors = [...new Set(notes.map(({ author }) => author))]
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
    '<comments xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
    `<authors>${authors.map((author) => `<author>${xmlText(author)}</author>`).join('')}</authors>` +
    '<commentList>' +
    `${notes
      .map(
        ({ row, column, author, text }) =>
          `<comment ref="${columnLetter(column)}${row + 1}" authorId="${authors.indexOf(author)}"><text>` +
          `<t xml:space="preserve">${xmlCellText(text)}</t></text></comment>`,
      )
      .join('')}` +
    '</commentList></comments>'
  )
}

/** Boxes right of their cells, three columns wide and four rows high. */
export function noteBoxesXml(notes: readonly CellNote[], shown: ReadonlySet<number>, sheet: number): string {
  const boxes = notes.map(({ row, column }, at) => {
    const isShown = shown.has(row * 256 + column)
    return (
      `<v:shape id="_x0000_s${sheet * 1024 + at + 1}" type="#_x0000_t202" ` +
      `style="position:absolute;visibility:${isShown ? 'visible' : 'hidden'}" fillcolor="#ffffe1" ` +
      'o:insetmode="auto"><v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/>' +
      '<v:path o:connecttype="none"/><v:textbox/>' +
      '<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/>' +
      `<x:Anchor>${column + 1}, 15, ${Math.max(0, row - 1)}, 2, ${column + 4}, 15, ${row + 3}, 2</x:Anchor>` +
      `<x:AutoFill>False</x:AutoFill><x:Row>${row}</x:Row><x:Column>${column}` +
      `</x:Column>${isShown ? '<x:Visible/>' : ''}</x:ClientData></v:shape>`
    )
  })
  return (
    '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" ' +
    'xmlns:x="urn:schemas-microsoft-com:office:excel"><o:shapelayout v:ext="edit">' +
    `<o:idmap v:ext="edit" data="${sheet}"/></o:shapelayout>` +
    '<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe">' +
    '<v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/>' +
    `</v:shapetype>${boxes.join('')}</xml>`
  )
}
