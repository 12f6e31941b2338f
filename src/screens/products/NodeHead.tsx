/** What node is looked at, where it stands in the BOM, and its summary as a workbook. */
import { Download } from 'lucide-react'
import type { CompareQuestion } from '../../metrics/compare/compareQuestion'
import type { NodeAnalysis } from '../../metrics/nodeAnalysis'
import type { RecurrenceQuestion } from '../../metrics/recurrence'
import type { Scope } from '../../metrics/scope'
import { exportNodeSummary } from '../../panels/exportNodeSummary'
import { ViewsMenu } from '../../panels/ViewsMenu'
import { masterHref } from '../../panels/masterWords'
import { Link, useSearchParams } from 'wouter'
import { planQuestion } from '../../metrics/plan/planQuestion'
import { useText } from '../../ui/LanguageContext'
import { useToast } from '../../ui/Toasts'
import type { NodeTitle } from '../../metrics/fleetSearch'
import { localMoment } from '../../i18n/format'
import { SaveCharts } from './SaveCharts'

/** A node and what of it counts, in words. */
export interface NodeInWords {
  /** Null for all products, and for failures without a part. */
  readonly node: NodeTitle | null
  readonly name: string
  readonly filter: string
  readonly trains: string
}

interface Props {
  readonly scope: Scope
  readonly words: NodeInWords
  readonly analysis: NodeAnalysis
  readonly repeat: RecurrenceQuestion
  readonly compare: CompareQuestion
}

export function NodeHead({ scope, words: { node, name, filter, trains }, analysis, repeat, compare }: Props) {
  const { t, language } = useText()
  const toast = useToast()
  const [params] = useSearchParams()
  const download = async (): Promise<void> => {
    try {
      await exportNodeSummary(
        analysis,
        {
          language,
          nodeName: name,
          path: (node?.path ?? [name]).join(' / '),
          filterInWords: filter,
          populationName: t.populationName(scope.population),
          trainsInWords: trains,
          ...(node?.targetFpmk == null ? {} : { targetFpmk: node.targetFpmk }),
          repeat,
        },
        {
          planned: { node, question: planQuestion((key) => params.get(key) ?? '') },
          compared: { question: compare, nameOf: t.compareGroupName },
        },
      )
    } catch (error) {
      toast(t.exportFailed(error instanceof Error ? error.message : String(error)))
    }
  }
  return (
    <header className="spread">
      <div>
        {node === null || node.path.length < 2 ? null : (
          <p className="small muted">{node.path.slice(0, -1).join(' ▸ ')}</p>
        )}
        <h2 className="node-title">
          {name} {node === null ? null : <span className="mono muted small">{node.partNo}</span>}
        </h2>
      </div>
      <div className="row">
        <ViewsMenu />
        {node === null ? null : (
          <Link className="button" href={masterHref('bomNodes', node.id)}>
            {t.masterRecordOf('bomNodes')}
          </Link>
        )}
        <SaveCharts title={`${name} ${localMoment().slice(0, 10)}`} />
        <button type="button" className="button" onClick={() => void download()}>
          <Download size={16} aria-hidden />
          {t.exportSummary}
        </button>
      </div>
    </header>
  )
}
