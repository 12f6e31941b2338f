/** The BOM tree beside the page of the chosen node. On a phone one of the two shows at a time. */
import { ArrowLeft } from 'lucide-react'
import { Link, useSearchParams } from 'wouter'
import { ScopeBar } from '../../panels/ScopeBar'
import { useEngine } from '../../panels/useEngine'
import { useScope } from '../../panels/useScope'
import { useSurvivor } from '../../panels/useSurvivor'
import { Empty } from '../../ui/Empty'
import { useText } from '../../ui/LanguageContext'
import { BomTreePanel } from './BomTreePanel'
import { NodePage } from './NodePage'
import './products.css'

export function ProductsScreen() {
  const { t } = useText()
  const { scope, params, change } = useScope()
  const [, setParams] = useSearchParams()
  /** On a phone "all products" is a page of its own, so it needs an address of its own. */
  const select = (node: string | null): void =>
    setParams((before) => {
      const next = new URLSearchParams([...before].filter(([name]) => name !== 'node' && name !== 'view'))
      next.set(node === null ? 'view' : 'node', node ?? 'all')
      return next
    })
  useSurvivor('bomNodes', scope.nodeId, select)
  const { nodeId: _node, ...ofFleet } = scope
  const { answer: tree } = useEngine(`tree|${JSON.stringify(ofFleet)}`, (engine) => engine.tree(scope))
  const isNodeOpen = params.has('node') || params.get('view') === 'all'
  if (tree !== null && tree.nodes.length === 0 && tree.counted === 0)
    return (
      <Empty title={t.treeEmpty} why={t.treeEmptyWhy}>
        <Link className="button primary" href="/data?open=import">
          {t.doorImport}
        </Link>
      </Empty>
    )
  return (
    <div className={isNodeOpen ? 'products has-node' : 'products'}>
      <div className="products-tree">
        <div className="spread">
          <h1>{t.productsTitle}</h1>
          <span className="row small">
            <Link href="/trains">{t.trainsTitle}</Link>
            <Link href="/analysis/examples">{t.examplesTitle}</Link>
          </span>
        </div>
        {tree === null ? (
          <div className="skeleton" style={{ height: 320 }} />
        ) : (
          <BomTreePanel tree={tree} selected={scope.nodeId ?? null} onSelect={select} />
        )}
      </div>
      <div className="products-node">
        <div className="row only-phone">
          <button type="button" className="button quiet" onClick={() => history.back()}>
            <ArrowLeft size={16} aria-hidden />
            {t.backToTree}
          </button>
        </div>
        <ScopeBar scope={scope} change={change} />
        <NodePage scope={scope} />
      </div>
    </div>
  )
}
