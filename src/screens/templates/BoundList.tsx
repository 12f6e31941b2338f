/** Every cell that takes something, each leading to its place on the sheet. */
import { columnLetter } from '../../exchange/open/columnLetter'
import { placeOf } from '../../exchange/write/templates/sheetRows'
import type { BoundLines, TemplateBinding } from '../../exchange/write/templates/templateBinding'
import { fieldOf, KINDS_OF_TEMPLATE, type TemplateKind } from '../../exchange/write/templates/templateKinds'
import { wordsOfTemplates } from '../../i18n/templateWords'
import { useText } from '../../ui/LanguageContext'
import { companyFieldsOfTable } from '../../domain/companyFields'
import { useCompanyFields } from '../../panels/useCompanyFields'

interface Props {
  readonly binding: TemplateBinding
  readonly kind: TemplateKind
  readonly onShow: (address: string) => void
}

/** The fields of a line with their addresses, from left to right. */
const columnsInOrder = ({ columns, firstRow }: BoundLines) =>
  columns
    .map(({ column, field, down = 0 }) => ({ column, field, down, at: placeOf(`${column}1`)[0] }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ at, ...bound }) => ({ ...bound, address: `${columnLetter(at)}${firstRow + bound.down}` }))

export function BoundList({ binding, kind, onShow }: Props) {
  const { language } = useText()
  const company = companyFieldsOfTable(useCompanyFields(), 'failures')
  const w = wordsOfTemplates(language)
  if (binding.cells.length + binding.lines.length === 0) return null
  const listName = (list: string): string | undefined =>
    KINDS_OF_TEMPLATE[kind].lists.find((known) => known.list === list)?.[language]
  return (
    <section className="card card-pad stack" aria-label={w.templateBoundList}>
      <h2>{w.templateBoundList}</h2>
      <ul className="bound-list">
        {binding.cells.map(({ cell, field }) => (
          <li key={cell}>
            <CellLink address={cell} onShow={onShow} /> {fieldOf(kind, field, company)?.[language] ?? field}
          </li>
        ))}
        {binding.lines.flatMap((lines) =>
          columnsInOrder(lines).map(({ column, field, down, address }) => (
            <li key={`${lines.list}|${column}|${down}`}>
              <CellLink address={address} onShow={onShow} /> {listName(lines.list)} ·{' '}
              {fieldOf(kind, field, company, lines.list)?.[language] ?? field}
            </li>
          )),
        )}
      </ul>
    </section>
  )
}

function CellLink({ address, onShow }: { readonly address: string; readonly onShow: Props['onShow'] }) {
  return (
    <button type="button" className="cell-link mono" onClick={() => onShow(address)}>
      {address}
    </button>
  )
}
