/** What a sheet is probably to be filled with: its title says so, else the kind whose words it says most of. */
import { plainText } from '../../../domain/plainText'
import { FORM_TITLES, type FormKind } from '../../tables/forms/formWords'
import { proposeBinding } from './proposeBinding'
import type { SheetView } from './sheetView'
import { TEMPLATE_KINDS, type TemplateKind } from './templateKinds'

const OF_FORM: Readonly<Record<FormKind, TemplateKind>> = {
  'failure-form': 'failure-report',
  'analysis-form': 'analysis-report',
  'action-form': 'corrective-action',
}
const TITLE_ROWS = 3
/** A title outweighs a few words, not a whole header. */
const TITLE_WEIGHT = 8

export function likelyKind(view: SheetView): TemplateKind {
  const titles = view.cells
    .filter(({ row, text }) => row <= TITLE_ROWS && text.trim() !== '')
    .map(({ text }) => plainText(text))
  const form = titles.flatMap((title) => FORM_TITLES.find(([, words]) => words.test(title))?.[0] ?? [])[0]
  const counted = TEMPLATE_KINDS.map((kind) => {
    const { cells, lines } = proposeBinding(view, kind)
    return {
      kind,
      count:
        cells.length +
        lines.reduce((sum, { columns }) => sum + columns.length, 0) +
        (form !== undefined && OF_FORM[form] === kind ? TITLE_WEIGHT : 0),
    }
  })
  return counted.toSorted((a, b) => b.count - a.count)[0]?.kind ?? 'failure-report'
}
