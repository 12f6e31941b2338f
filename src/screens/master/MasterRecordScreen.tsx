/** One master record: what it says, what stands on it, what became of it, and everything that can be done to it. */
import { useLiveQuery } from '../../panels/useLiveQuery'
import { useEffect, useMemo } from 'react'
import { Link, Redirect } from 'wouter'
import { isMasterTable, isMerged, masterName, type MasterRecord, type MasterTable } from '../../domain/masterData'
import { isCompanyTable } from '../../domain/companyFields'
import { FIELDS_OF_TABLE } from '../../domain/records/tables'
import { masterHref } from '../../panels/masterWords'
import { RecordFacts } from '../../panels/RecordFacts'
import { RecordHistory, type Besides } from '../../panels/RecordHistory'
import { masterRecord } from '../../store/masterRecords'
import { everyReadingOf } from '../../store/usageReadings'
import { Empty } from '../../ui/Empty'
import { useText } from '../../ui/LanguageContext'
import { MasterHead } from './MasterHead'
import { MasterUsage } from './MasterUsage'
import { PartsBelow } from './PartsBelow'
import { TrainReadings } from './TrainReadings'
import './master.css'

const NO_FACTS = ['mergedInto', 'order']

export function MasterRecordScreen({ table, id }: { readonly table: string; readonly id: string }) {
  return isMasterTable(table) ? <KnownRecord table={table} id={id} /> : <Redirect to="/master/bomNodes" />
}

function KnownRecord({ table, id }: { readonly table: MasterTable; readonly id: string }) {
  const { t } = useText()
  const record = useLiveQuery(() => masterRecord(table, id), [table, id])
  const name = record == null ? '' : masterName(table, record)
  useEffect(() => {
    if (name !== '') document.title = `${name} · ${t.masterTable(table)}`
  }, [name, table, t])
  if (record === undefined)
    return (
      <div className="page" aria-busy="true">
        <div className="skeleton" style={{ height: 320 }} />
      </div>
    )
  if (record === null)
    return (
      <div className="page narrow">
        <Empty title={t.masterGone} why={t.masterGoneWhy}>
          <Link className="button primary" href={`/master/${table}`}>
            {t.masterTable(table)}
          </Link>
        </Empty>
      </div>
    )
  // An old link to a double leads to the record it went into.
  if (isMerged(record) && 'mergedInto' in record && record.mergedInto !== undefined)
    return <Redirect to={`${masterHref(table, record.mergedInto)}?from=${encodeURIComponent(name)}`} replace />
  return <Record table={table} record={record} />
}

function Record({ table, record }: { readonly table: MasterTable; readonly record: MasterRecord }) {
  const { t } = useText()
  const from = new URLSearchParams(location.search).get('from')
  const readings = useReadingNames(table, record.id)
  return (
    <div className="page">
      <MasterHead table={table} record={record} />
      {from === null ? null : (
        <p className="note" role="status">
          {t.masterMergedFrom(from)}
        </p>
      )}
      <div className="master-columns">
        <div className="stack">
          <section className="card card-pad stack">
            <h2>{t.masterFacts}</h2>
            <RecordFacts
              fields={FIELDS_OF_TABLE[table]}
              record={record}
              table={table}
              hide={NO_FACTS}
              company={isCompanyTable(table) ? table : undefined}
            />
          </section>
          {table === 'bomNodes' || table === 'products' ? <PartsBelow table={table} id={record.id} /> : null}
          {table === 'trains' ? <TrainReadings trainId={record.id} name={masterName(table, record)} /> : null}
        </div>
        <div className="stack">
          <MasterUsage table={table} id={record.id} />
          <section className="card card-pad stack">
            <h2>{t.masterHistory}</h2>
            <RecordHistory
              besides={readings}
              table={table}
              id={record.id}
              about={masterName(table, record)}
              href={masterHref(table, record.id)}
            />
          </section>
        </div>
      </div>
    </div>
  )
}

const NONE: Besides = {}

/** The readings of a train by their days: their corrections belong to its history, also of those taken out since. */
function useReadingNames(table: MasterTable, id: string): Besides {
  const { t } = useText()
  const readings = useLiveQuery(async () => (table === 'trains' ? await everyReadingOf(id) : []), [table, id])
  return useMemo(
    () =>
      readings === undefined || readings.length === 0
        ? NONE
        : Object.fromEntries(readings.map(({ id, at = '' }) => [`usageReadings:${id}`, t.readingsOf(at)] as const)),
    [readings, t],
  )
}
