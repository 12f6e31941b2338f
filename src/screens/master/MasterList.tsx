/** The records of one family: searched, with what stands on them, ended ones behind a switch. */
import { ClipboardPaste, Plus } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { Link, useLocation, useSearchParams } from 'wouter'
import { oneOf } from '../../domain/closedSet'
import { masterFamily, masterName, PERSON, type MasterTable } from '../../domain/masterData'
import { partyFields } from '../../domain/records/party'
import { FIELDS_OF_TABLE } from '../../domain/records/tables'
import { ROLES } from '../../domain/workflow/roles'
import { formatCount, localMoment } from '../../i18n/format'
import { CommandButton } from '../../panels/CommandButton'
import { useFieldText } from '../../panels/FailureFacts'
import { MasterDialog } from '../../panels/MasterDialog'
import { masterHref } from '../../panels/masterWords'
import { useEngine } from '../../panels/useEngine'
import { commandOn } from '../../store/masterRecords'
import { Empty } from '../../ui/Empty'
import { useText } from '../../ui/LanguageContext'
import { ScrollX } from '../../ui/ScrollX'
import { numberColumn, TableHead } from '../../ui/TableHead'
import type { MasterPage, MasterRow } from '../../workers/masterAnswers'
import { PasteDialog } from './PasteDialog'

/** Rows drawn at once; a long list is searched, not scrolled. */
const MOST = 300

interface Props {
  readonly table: MasterTable
  /** A list of one kind of places only, as that of the people. */
  readonly only?: string
}

export function MasterList({ table, only = '' }: Props) {
  const { t } = useText()
  const [address, setAddress] = useSearchParams()
  const [typed, setTyped] = useState(address.get('q') ?? '')
  const [withEnded, setWithEnded] = useState(false)
  const [kind, setKind] = useState(only)
  const [isPasting, setPasting] = useState(false)
  const isAdding = address.get('new') !== null
  const setAdding = (on: boolean): void => setAddress(on ? { new: '1' } : {}, { replace: true })
  const today = localMoment().slice(0, 10)
  const { answer, isOld } = useEngine(`master|${table}|${typed}|${kind}|${withEnded}`, (engine) =>
    engine.masterPage({ table, typed, kind, withEnded, today, limit: MOST }),
  )
  useEffect(() => {
    document.title = `${t.masterTable(table)} · ${t.appName}`
  }, [t, table])
  return (
    <div className="stack">
      <ListHead table={table} only={only} onPaste={() => setPasting(true)} onAdd={() => setAdding(true)} />
      <div className="row master-filters">
        <Search typed={typed} onTyped={setTyped} />
        {table === 'parties' && only === '' ? <KindChoice kind={kind} onChoose={setKind} /> : null}
        {(answer?.ended ?? 0) > 0 ? (
          <label className="row small">
            <input type="checkbox" checked={withEnded} onChange={(event) => setWithEnded(event.target.checked)} />
            {t.masterWithEnded(answer?.ended ?? 0)}
          </label>
        ) : null}
      </div>
      {answer === null ? (
        <div className="skeleton" style={{ height: 320 }} aria-busy="true" />
      ) : (
        <Rows table={table} kind={kind} page={answer} isOld={isOld} isSearched={typed !== '' || kind !== only} />
      )}
      {isAdding ? <AddDialog table={table} kind={kind} onClose={() => setAdding(false)} /> : null}
      {isPasting ? <PasteDialog table={table} kind={only} onClose={() => setPasting(false)} /> : null}
    </div>
  )
}

interface AddProps {
  readonly table: MasterTable
  readonly kind: string
  readonly onClose: () => void
}

/** The page of a new record is opened once its form is gone: closing the form changes the address of this page. */
function AddDialog({ table, kind, onClose }: AddProps) {
  const [, navigate] = useLocation()
  const [address] = useSearchParams()
  const added = useRef<string | null>(null)
  return (
    <MasterDialog
      table={table}
      record={null}
      preset={presetOf(table, kind, address.get('parent') ?? '', address.get('serial') ?? '')}
      onSaved={(id) => {
        added.current = id
      }}
      onClose={() => (added.current === null ? onClose() : navigate(masterHref(table, added.current)))}
    />
  )
}

/** What a new record begins with. */
const presetOf = (
  table: MasterTable,
  kind: string,
  parentId: string,
  serialNo: string,
): Readonly<Record<string, unknown>> => ({
  ...(table === 'bomNodes' ? { qty: 1 } : {}),
  ...(table === 'trains' ? { status: 'service' } : {}),
  ...(parentId === '' ? {} : { parentId }),
  ...(kind === '' ? {} : { kind }),
  ...(serialNo === '' ? {} : { serialNo }),
})

interface HeadProps {
  readonly table: MasterTable
  readonly only: string
  readonly onPaste: () => void
  readonly onAdd: () => void
}

function ListHead({ table, only, onPaste, onAdd }: HeadProps) {
  const { t } = useText()
  const isPeople = only === PERSON
  return (
    <div className="spread">
      <p className="small muted master-why">{isPeople ? t.peopleWhy : t.masterTableWhy(table)}</p>
      <div className="row">
        <CommandButton command={commandOn('paste', table)} onPress={onPaste}>
          <ClipboardPaste size={16} aria-hidden />
          {t.pasteMaster}
        </CommandButton>
        <CommandButton command={commandOn('add', table)} onPress={onAdd}>
          <Plus size={16} aria-hidden />
          {isPeople ? t.peopleAdd : t.masterAdd(table)}
        </CommandButton>
      </div>
    </div>
  )
}

function Search({ typed, onTyped }: { readonly typed: string; readonly onTyped: (typed: string) => void }) {
  const { t } = useText()
  return (
    <label className="field grow">
      <span className="visually-hidden">{t.masterSearch}</span>
      <input
        className="input"
        type="search"
        placeholder={t.masterSearch}
        value={typed}
        onChange={(event) => onTyped(event.target.value)}
      />
    </label>
  )
}

function KindChoice({ kind, onChoose }: { readonly kind: string; readonly onChoose: (kind: string) => void }) {
  const { t, language } = useText()
  return (
    <label className="field">
      <span className="visually-hidden">{t.masterKind}</span>
      <select className="input" value={kind} onChange={(event) => onChoose(event.target.value)}>
        <option value="">{t.masterAllKinds}</option>
        {(partyFields.kind.choices ?? []).map(({ value, ...label }) => (
          <option key={value} value={value}>
            {label[language]}
          </option>
        ))}
      </select>
    </label>
  )
}

interface RowsProps {
  readonly table: MasterTable
  readonly kind: string
  readonly page: MasterPage
  readonly isOld: boolean
  readonly isSearched: boolean
}

function Rows({ table, kind, page, isOld, isSearched }: RowsProps) {
  const { t, language } = useText()
  if (page.rows.length === 0)
    return isSearched || page.ended > 0 ? (
      <Empty title={t.masterEmptyFound} />
    ) : (
      <Empty
        title={kind === PERSON ? t.peopleEmpty : t.masterEmpty(table)}
        why={kind === PERSON ? t.peopleEmptyWhy : t.masterEmptyWhy}
      >
        {kind === PERSON ? null : (
          <Link className="button" href="/data">
            {t.data}
          </Link>
        )}
      </Empty>
    )
  const fields = FIELDS_OF_TABLE[table]
  const { columns } = masterFamily(table, kind)
  const counts = table === 'bomNodes' || table === 'trains' || (table === 'parties' && kind !== PERSON)
  return (
    <>
      <p className="small muted" aria-live="polite">
        {t.masterFound(formatCount(page.rows.length, language), formatCount(page.found, language))}
      </p>
      <ScrollX label={t.masterTable(table)} className="card">
        <table className="table master-table" aria-busy={isOld}>
          <TableHead
            columns={[
              ...columns.map((name) =>
                fields[name]?.kind === 'number'
                  ? numberColumn(fields[name]?.[language] ?? name)
                  : (fields[name]?.[language] ?? name),
              ),
              ...(counts ? [numberColumn(table === 'bomNodes' ? t.masterOwnFailures : t.masterFailures)] : []),
            ]}
          />
          <tbody>
            {page.rows.map((row) => (
              <Row key={row.record.id} table={table} kind={kind} row={row} isTree={!isSearched} counts={counts} />
            ))}
          </tbody>
        </table>
      </ScrollX>
    </>
  )
}

interface RowProps {
  readonly table: MasterTable
  readonly kind: string
  readonly row: MasterRow
  /** Parts stand under what they hang under; a search lists them with their path. */
  readonly isTree: boolean
  readonly counts: boolean
}

function Row({ table, kind, row: { record, level, path, isEnded, failures }, isTree, counts }: RowProps) {
  const { t, language } = useText()
  const text = useFieldText()
  const { answer: names } = useEngine('all-names', (engine) => engine.allNames())
  const fields = FIELDS_OF_TABLE[table]
  const [first = '', ...others] = masterFamily(table, kind).columns
  const values = record as unknown as Readonly<Record<string, unknown>>
  const shown = (name: string): string => {
    const field = fields[name]
    const role = name === 'role' ? oneOf(ROLES, values[name]) : undefined
    if (role !== undefined) return t.roleName(role)
    return field === undefined ? '' : text(field, values[name], names ?? {})
  }
  return (
    <tr className={isEnded ? 'master-ended' : ''}>
      <th scope="row" style={isTree && level > 0 ? { paddingLeft: `${12 + level * 18}px` } : {}}>
        <Link href={masterHref(table, record.id)}>{shown(first) || masterName(table, record) || '—'}</Link>{' '}
        {isEnded ? <span className="chip">{t.masterEnded}</span> : null}
        {!isTree && path.length > 0 ? <div className="small muted">{path.join(' ▸ ')}</div> : null}
      </th>
      {others.map((name) => (
        <td key={name} className={fields[name]?.kind === 'number' ? 'number' : ''}>
          {shown(name)}
        </td>
      ))}
      {counts ? <td className="number">{failures === 0 ? '' : formatCount(failures, language)}</td> : null}
    </tr>
  )
}
