/** A paper as a workbook: facts and texts on the first sheet, each table on a sheet of its own. */
import type { Moment } from '../../../domain/moment'
import { formatMoment } from '../../../i18n/format'
import type { Language } from '../../../i18n/translation'
import { wordsOfWorkbooks } from '../../../i18n/workbooks'
import { columnLetter } from '../../open/columnLetter'
import type { Row, Sheet } from '../ooxml/workbook'
import { writeXlsx } from '../ooxml/writeXlsx'
import { hasNothing, type Paper, type PaperSection } from './paper'

export interface PaperAbout {
  readonly language: Language
  readonly generatedAt: Moment
  readonly build: string
}

/** @returns bytes of an .xlsx file; the same paper always gives the same bytes */
export function writePaper(paper: Paper, { language, generatedAt, build }: PaperAbout): Uint8Array {
  const t = wordsOfWorkbooks(language)
  const note = `${paper.subtitle} · ${t.bookGenerated} ${formatMoment(generatedAt)}`
  const first: Row[] = [[{ value: paper.title, style: 'title' }], [{ value: note, style: 'note' }]]
  const tables: Sheet[] = []
  const names = new Set([sheetName(paper.title, new Set())])
  for (const section of paper.sections) {
    if (section.heading !== '') first.push([], [{ value: section.heading, style: 'label' }])
    if (hasNothing(section) && section.none !== undefined)
      first.push([undefined, { value: section.none, style: 'note' }])
    for (const [label, value] of section.facts ?? [])
      first.push([
        { value: label, style: 'text' },
        { value, style: 'wrapped' },
      ])
    for (const line of section.lines ?? []) first.push([undefined, { value: line, style: 'wrapped' }])
    if (section.table !== undefined && section.table.rows.length > 0) {
      const sheet = tableSheet(section, paper, note, names)
      first.push([undefined, { value: `→ ${sheet.name} (${section.table.rows.length})`, style: 'text' }])
      tables.push(sheet)
    }
  }
  if (paper.signatures !== undefined)
    first.push(
      [],
      ...paper.signatures.map((who): Row => [
        { value: who, style: 'label' },
        { value: '＿＿＿＿＿＿＿＿　＿＿＿＿-＿＿-＿＿', style: 'text' },
      ]),
    )
  const [name = ''] = names
  return writeXlsx({
    title: paper.title,
    creator: t.bookProgram(build),
    createdAt: generatedAt,
    sheets: [
      {
        name,
        widths: [24, 92],
        rows: first,
        print: { paper: 'A4', landscape: paper.landscape === true, header: paper.title },
      },
      ...tables,
    ],
  })
}

/** What a sheet may be called: 31 characters, none of those Excel keeps for itself, and no other sheet's name. */
function sheetName(heading: string, taken: ReadonlySet<string>): string {
  const plain =
    heading
      .replace(/[[\]\\/:*?]/gu, ' ')
      .trim()
      .slice(0, 28) || 'A'
  for (let at = 1; ; at += 1) {
    const name = at === 1 ? plain : `${plain} ${at}`
    if (![...taken].some((known) => known.toLowerCase() === name.toLowerCase())) return name
  }
}

function tableSheet({ heading, table }: PaperSection, paper: Paper, note: string, names: Set<string>): Sheet {
  const name = sheetName(heading === '' ? paper.title : heading, names)
  names.add(name)
  const { columns = [], rows = [] } = table ?? {}
  return {
    name,
    widths: columns.map(({ width }) => width),
    rows: [
      [{ value: heading === '' ? paper.title : heading, style: 'title' }],
      [{ value: note, style: 'note' }],
      columns.map(({ label }) => ({ value: label, style: 'header' as const })),
      ...rows.map((row): Row => row.map((value) => ({ value, style: 'wrapped' as const }))),
    ],
    frozen: { rows: 3, columns: 0 },
    filter: `A3:${columnLetter(columns.length - 1)}${3 + Math.max(1, rows.length)}`,
    print: { paper: 'A4', landscape: true, repeatRows: '3:3', header: paper.title },
  }
}
