/** What the record is called, where else it is looked at, and what can be done to it. */
import { useState } from 'react'
import { Link, useLocation, useSearchParams } from 'wouter'
import { isEnded, masterName, type MasterRecord, type MasterTable } from '../../domain/masterData'
import { localMoment } from '../../i18n/format'
import { CommandButton } from '../../panels/CommandButton'
import { MasterDialog } from '../../panels/MasterDialog'
import { handOverHref } from '../../panels/handOverHref'
import { masterHref } from '../../panels/masterWords'
import { useEngine } from '../../panels/useEngine'
import { commandOn } from '../../store/masterRecords'
import { MERGEABLE, type MergeableTable } from '../../store/mergeRecords'
import { useText } from '../../ui/LanguageContext'
import { DeleteDialog } from './DeleteDialog'
import { EndDialog } from './EndDialog'
import { MergeDialog } from './MergeDialog'
import { MoveDialog } from './MoveDialog'

interface Props {
  readonly table: MasterTable
  readonly record: MasterRecord
}

type Act = 'add' | 'move' | 'end' | 'merge' | 'delete'

const isMergeable = (table: MasterTable): table is MergeableTable => MERGEABLE.some((name) => name === table)

export function MasterHead({ table, record }: Props) {
  const { t } = useText()
  const [address, setAddress] = useSearchParams()
  const [act, setAct] = useState<Act | null>(null)
  const name = masterName(table, record)
  const ended = isEnded(table, record, localMoment().slice(0, 10))
  const setEditing = (on: boolean): void => setAddress(on ? { edit: '1' } : {}, { replace: true })
  return (
    <header className="stack">
      <div className="spread">
        <div>
          <p className="small muted">
            <Link href={`/master/${table}`}>{t.masterTable(table)}</Link>
          </p>
          <h1>
            {name === '' ? '—' : name} {ended ? <span className="chip">{t.masterEnded}</span> : null}
          </h1>
        </div>
        <Elsewhere table={table} record={record} />
      </div>
      <div className="row">
        <CommandButton command={commandOn('edit', table)} onPress={() => setEditing(true)}>
          {t.masterEditShort}
        </CommandButton>
        <Acts table={table} record={record} ended={ended} onAct={setAct} />
      </div>
      {address.get('edit') === null ? null : (
        <MasterDialog table={table} record={record} onClose={() => setEditing(false)} />
      )}
      {act === null ? null : (
        <OpenAct act={act} table={table} record={record} ended={ended} onClose={() => setAct(null)} />
      )}
    </header>
  )
}

interface ActsProps extends Props {
  readonly ended: boolean
  readonly onAct: (act: Act) => void
}

function Acts({ table, record, ended, onAct }: ActsProps) {
  const { t } = useText()
  const { answer: usage } = useEngine(`master-usage|${table}|${record.id}`, (engine) =>
    engine.masterUsage(table, record.id),
  )
  const hasParent = 'parentId' in record && record.parentId !== undefined
  return (
    <>
      {table === 'bomNodes' ? (
        <CommandButton command="add-part" onPress={() => onAct('add')}>
          {t.masterAddChild}
        </CommandButton>
      ) : null}
      {table === 'bomNodes' && hasParent ? (
        <CommandButton command="move-part" onPress={() => onAct('move')}>
          {t.masterMove}
        </CommandButton>
      ) : null}
      {isMergeable(table) ? (
        <CommandButton command={commandOn('merge', table)} onPress={() => onAct('merge')}>
          {t.masterMerge}
        </CommandButton>
      ) : null}
      <CommandButton command={commandOn('end', table)} onPress={() => onAct('end')}>
        {ended ? t.masterResume : table === 'trains' ? t.masterRetire : t.masterEnd}
      </CommandButton>
      <CommandButton
        command={commandOn('delete', table)}
        busyWhy={usage === null ? t.masterUsageCounting : usage.length > 0 ? t.masterStoodOn : undefined}
        onPress={() => onAct('delete')}
      >
        {t.masterDelete}
      </CommandButton>
    </>
  )
}

/** The other pages about the same thing. */
function Elsewhere({ table, record }: Props) {
  const { t } = useText()
  const links: readonly (readonly [href: string, label: string])[] =
    table === 'bomNodes'
      ? [[`/products?node=${record.id}`, t.masterFigures]]
      : table === 'trains'
        ? [[`/trains/${record.id}`, t.masterDossier]]
        : table === 'units'
          ? [[`/serials/${encodeURIComponent(masterName(table, record))}`, t.masterSerialPage]]
          : []
  const handOver =
    table === 'trains' ? 'train' : 'kind' in record && record.kind === 'depot' ? ('depot' as const) : null
  return (
    <div className="row">
      {links.map(([href, label]) => (
        <Link key={href} className="button" href={href}>
          {label}
        </Link>
      ))}
      {handOver === null ? null : (
        <Link className="button quiet" href={handOverHref(handOver, record.id, masterName(table, record))}>
          {t.handOverRecord}
        </Link>
      )}
    </div>
  )
}

interface OpenProps extends Props {
  readonly act: Act
  readonly ended: boolean
  readonly onClose: () => void
}

function OpenAct({ act, table, record, ended, onClose }: OpenProps) {
  const [, navigate] = useLocation()
  const name = masterName(table, record)
  switch (act) {
    case 'add':
      return (
        <MasterDialog
          table={table}
          record={null}
          preset={{ parentId: record.id, qty: 1 }}
          onSaved={(id) => navigate(masterHref(table, id))}
          onClose={onClose}
        />
      )
    case 'move':
      return <MoveDialog record={record} name={name} onClose={onClose} />
    case 'end':
      return <EndDialog table={table} id={record.id} name={name} ended={ended} onClose={onClose} />
    case 'delete':
      return (
        <DeleteDialog
          table={table}
          id={record.id}
          name={name}
          onDone={() => navigate(`/master/${table}`)}
          onClose={onClose}
        />
      )
    case 'merge':
      return isMergeable(table) ? <MergeDialog table={table} id={record.id} name={name} onClose={onClose} /> : null
  }
}
