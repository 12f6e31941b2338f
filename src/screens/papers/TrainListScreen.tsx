/** All trains: found by number, type or place, each a way to its dossier and to its failures. */
import { useState } from 'react'
import { Link } from 'wouter'
import { formatCount } from '../../i18n/format'
import { filtersAsText } from '../../metrics/filterText'
import type { TrainHit } from '../../metrics/fleetSearch'
import { useEngine } from '../../panels/useEngine'
import { Empty } from '../../ui/Empty'
import { useText } from '../../ui/LanguageContext'
import { numberColumn, TableHead } from '../../ui/TableHead'

/** Rows drawn at once; a fleet is searched, not scrolled. */
const MOST = 300

export function TrainListScreen() {
  const { t, language } = useText()
  const [typed, setTyped] = useState('')
  const { answer: trains } = useEngine(`trains|${typed}`, (engine) => engine.findTrains(typed, MOST + 1))
  const { answer: counts } = useEngine('train-counts', (engine) => engine.failuresPerTrain())
  if (trains === null || counts === null)
    return (
      <div className="page" aria-busy="true">
        <h1>{t.trainsTitle}</h1>
        <div className="skeleton" style={{ height: 320 }} />
      </div>
    )
  if (trains.length === 0 && typed === '')
    return (
      <div className="page">
        <h1>{t.trainsTitle}</h1>
        <Empty title={t.trainsEmpty} why={t.trainsEmptyWhy}>
          <Link className="button primary" href="/data">
            {t.data}
          </Link>
        </Empty>
      </div>
    )
  return (
    <div className="page">
      <header className="spread">
        <h1>{t.trainsTitle}</h1>
        <Link className="button" href="/master/trains">
          {t.masterTitle}
        </Link>
      </header>
      <label className="field">
        <span className="field-label">{t.trainsSearch}</span>
        <input className="input" type="search" value={typed} onChange={(event) => setTyped(event.target.value)} />
      </label>
      <p className="small muted" aria-live="polite">
        {trains.length > MOST
          ? t.trainsMost(formatCount(MOST, language))
          : t.trainsFound(formatCount(trains.length, language))}
      </p>
      <div className="card scroll-x">
        <table className="table">
          <TableHead
            columns={[
              t.dossierTrain,
              t.trainsOperator,
              t.dimensionName('depotId'),
              numberColumn(t.failures),
              t.dossierTitle,
            ]}
          />
          <tbody>
            {trains.slice(0, MOST).map((train) => (
              <Train key={train.id} train={train} failures={counts[train.id] ?? 0} />
            ))}
          </tbody>
        </table>
      </div>
    </div>
  )
}

interface TrainProps {
  readonly train: TrainHit
  readonly failures: number
}

function Train({ train: { id, label, operator, depot }, failures }: TrainProps) {
  const { t, language } = useText()
  const ofTrain = filtersAsText([{ field: 'trainId', op: 'is', values: [id] }])
  return (
    <tr>
      <td className="nowrap">{label}</td>
      <td>{operator}</td>
      <td>{depot}</td>
      <td className="number">
        <Link
          href={`/failures?${new URLSearchParams([['f', ofTrain]]).toString()}`}
          aria-label={t.trainsFailures(label, failures)}
        >
          {formatCount(failures, language)}
        </Link>
      </td>
      <td>
        <Link className="nowrap" href={`/trains/${id}`}>
          {t.dossierOpen}
          <span className="visually-hidden"> {label}</span>
        </Link>
      </td>
    </tr>
  )
}
