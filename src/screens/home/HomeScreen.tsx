/** The first thing people see: with no data three doors, later what happened last and what fails most. */
import { useEngine, useEngineState } from '../../panels/useEngine'
import { lazyPart } from '../../ui/lazyPart'
import { useText } from '../../ui/LanguageContext'
import { Welcome } from './Welcome'

const Dashboard = lazyPart(async () => (await import('./Dashboard')).Dashboard)

export function HomeScreen() {
  const { t } = useText()
  const { ready, done, total } = useEngineState()
  const { answer: overview } = useEngine('overview', (engine) => engine.overview())
  if (overview === null)
    return (
      <div className="page" aria-busy="true">
        <div className="skeleton" style={{ height: 28, width: 240 }} />
        <p className="muted">{ready || total === 0 ? t.loading : t.loadingRows(done, total)}</p>
      </div>
    )
  const isEmpty = overview.failures === 0 && overview.trains === 0 && overview.nodes === 0
  return isEmpty ? <Welcome /> : <Dashboard overview={overview} />
}
