/** Why, asked again and again: a tree edited in place, each answer with its evidence and whether it was proven. */
import { Plus, X } from 'lucide-react'
import type { Json } from '../domain/records/field'
import { EMPTY_WHY, readWhyTree, WHY_VERDICTS, type WhyNode } from '../domain/whyTree'
import { useText } from '../ui/LanguageContext'
import './whyTree.css'

const SHAPE = { open: '○', confirmed: '●', ruledOut: '✕' } as const

export function WhyTreeEditor({
  label,
  value,
  onChange,
}: {
  readonly label: string
  readonly value: unknown
  readonly onChange: (value: unknown) => void
}) {
  const { t } = useText()
  const nodes = readWhyTree(value as Json)
  const write = (next: readonly WhyNode[]): void => onChange(next.length === 0 ? undefined : next)
  return (
    <fieldset className="form-group">
      <legend>{label}</legend>
      <Causes nodes={nodes} onChange={write} />
      <button type="button" className="button" onClick={() => write([...nodes, EMPTY_WHY])}>
        <Plus size={15} aria-hidden />
        {t.whyAddRoot}
      </button>
    </fieldset>
  )
}

function Causes({
  nodes,
  onChange,
}: {
  readonly nodes: readonly WhyNode[]
  readonly onChange: (nodes: readonly WhyNode[]) => void
}) {
  const { t } = useText()
  if (nodes.length === 0) return null
  const set = (at: number, node: WhyNode | null): void =>
    onChange(nodes.flatMap((known, place) => (place === at ? (node === null ? [] : [node]) : [known])))
  return (
    <ol className="why-tree">
      {nodes.map((node, at) => (
        // Nodes have no name of their own; their place in the list is what tells them apart while they are typed.
        // oxlint-disable-next-line react/no-array-index-key
        <li key={at}>
          <div className="why-node">
            <label className="field">
              <span className="field-label">{t.whyAnswer}</span>
              <input
                className="input"
                value={node.answer}
                onChange={(event) => set(at, { ...node, answer: event.target.value })}
              />
            </label>
            <label className="field">
              <span className="field-label">{t.whyEvidence}</span>
              <input
                className="input"
                value={node.evidence}
                onChange={(event) => set(at, { ...node, evidence: event.target.value })}
              />
            </label>
            <div className="choices" role="group" aria-label={node.answer}>
              {WHY_VERDICTS.map((verdict) => (
                <button
                  key={verdict}
                  type="button"
                  className="button"
                  aria-pressed={node.verdict === verdict}
                  onClick={() => set(at, { ...node, verdict })}
                >
                  <span aria-hidden>{SHAPE[verdict]}</span>
                  {t.whyVerdict(verdict)}
                </button>
              ))}
              <button
                type="button"
                className="button quiet"
                onClick={() => set(at, { ...node, causes: [...node.causes, EMPTY_WHY] })}
              >
                <Plus size={14} aria-hidden />
                {t.whyAddCause}
              </button>
              <button
                type="button"
                className="button quiet icon"
                aria-label={t.whyRemove}
                title={t.whyRemove}
                onClick={() => set(at, null)}
              >
                <X size={14} aria-hidden />
              </button>
            </div>
          </div>
          <Causes nodes={node.causes} onChange={(causes) => set(at, { ...node, causes })} />
        </li>
      ))}
    </ol>
  )
}

/** The same tree to read. */
export function WhyTreeView({ nodes }: { readonly nodes: readonly WhyNode[] }) {
  const { t } = useText()
  if (nodes.length === 0) return null
  return (
    <ol className="why-tree">
      {nodes.map((node) => (
        <li key={`${node.answer}-${node.evidence}`}>
          <span aria-hidden>{SHAPE[node.verdict]}</span> {node.answer}{' '}
          <span className="muted small">
            {t.whyVerdict(node.verdict)}
            {node.evidence === '' ? '' : ` · ${t.whyEvidence}: ${node.evidence}`}
          </span>
          <WhyTreeView nodes={node.causes} />
        </li>
      ))}
    </ol>
  )
}
