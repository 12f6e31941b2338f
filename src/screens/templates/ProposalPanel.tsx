/** What the words of the form say about its cells, each with the reason; one click takes one or all. */
import { Check } from 'lucide-react'
import type { ReactNode } from 'react'
import type { ProposedBinding } from '../../exchange/write/templates/proposeBinding'
import { fieldOf, KINDS_OF_TEMPLATE, type TemplateKind } from '../../exchange/write/templates/templateKinds'
import { wordsOfTemplates } from '../../i18n/templateWords'
import { useText } from '../../ui/LanguageContext'
import { companyFieldsOfTable } from '../../domain/companyFields'
import { useCompanyFields } from '../../panels/useCompanyFields'

interface Props {
  readonly open: ProposedBinding
  readonly kind: TemplateKind
  readonly onAccept: (some: ProposedBinding) => void
  readonly onShow: (address: string) => void
}

export function ProposalPanel({ open, kind, onAccept, onShow }: Props) {
  const { language } = useText()
  const company = companyFieldsOfTable(useCompanyFields(), 'failures')
  const w = wordsOfTemplates(language)
  const count = open.cells.length + open.lines.length
  return (
    <section className="card card-pad stack" aria-label={w.templateProposed(count)}>
      {count === 0 ? (
        <p className="small muted">{w.templateProposedNone}</p>
      ) : (
        <>
          <div className="spread">
            <h2>{w.templateProposed(count)}</h2>
            <button type="button" className="button primary" onClick={() => onAccept(open)}>
              <Check size={15} aria-hidden />
              {w.templateAcceptAll}
            </button>
          </div>
          <ul className="proposal-list">
            {open.lines.map((lines) => (
              <Proposed
                key={lines.list}
                what={lines.list}
                reason={w.templateLinesReason(lines.firstRow, lines.preparedRows, lines.columns.length)}
                onAccept={() => onAccept({ cells: [], lines: [lines] })}
              >
                <strong>{KINDS_OF_TEMPLATE[kind].lists.find(({ list }) => list === lines.list)?.[language]}</strong>
              </Proposed>
            ))}
            {open.cells.map((proposed) => (
              <Proposed
                key={proposed.cell}
                what={proposed.cell}
                reason={w.templateReason(proposed.where, proposed.label)}
                onAccept={() => onAccept({ cells: [proposed], lines: [] })}
              >
                <button type="button" className="cell-link mono" onClick={() => onShow(proposed.cell)}>
                  {proposed.cell}
                </button>{' '}
                {fieldOf(kind, proposed.field, company)?.[language]}
              </Proposed>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

interface ProposedProps {
  /** The cell or the list, read out with the button. */
  readonly what: string
  readonly reason: string
  readonly onAccept: () => void
  readonly children: ReactNode
}

function Proposed({ what, reason, onAccept, children }: ProposedProps) {
  const w = wordsOfTemplates(useText().language)
  return (
    <li>
      <button type="button" className="button quiet" aria-label={`${w.templateAccept} ${what}`} onClick={onAccept}>
        {w.templateAccept}
      </button>
      <span>
        {children}
        <br />
        <span className="small muted">{reason}</span>
      </span>
    </li>
  )
}
