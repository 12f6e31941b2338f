/** Adds or changes one master record, whatever it is; says beforehand what speaks against it and what will be kept. */
import type { ReactNode } from 'react'
import {
  isMasterTable,
  MASTER_FAMILIES,
  masterFamily,
  masterName,
  PERSON,
  type MasterRecord,
  type MasterTable,
} from '../domain/masterData'
import { isCompanyTable } from '../domain/companyFields'
import { masterFaults } from '../domain/masterFaults'
import { plainText } from '../domain/plainText'
import { FIELDS_OF_TABLE } from '../domain/records/tables'
import { addMaster, editMaster, masterRecords } from '../store/masterRecords'
import { useText } from '../ui/LanguageContext'
import { engine } from '../workers/engineClient'
import { kindOfField, masterHref } from './masterWords'
import { RecordDialog, type Objection } from './RecordDialog'
import { RefField } from './RefField'
import { RoleField } from './RoleField'
import { usePerson } from './usePerson'

type Values = Readonly<Record<string, unknown>>
type Special = (value: unknown, onChange: (value: unknown) => void, id: string) => ReactNode

const LONG = ['address']
const MOST_CHANGES = 6

interface Props {
  readonly table: MasterTable
  /** null: a new one. */
  readonly record: MasterRecord | null
  /** What a new one begins with. */
  readonly preset?: Values
  readonly focus?: string | null
  readonly onSaved?: (id: string) => void
  readonly onClose: () => void
}

const NOTHING: Values = {}

export function MasterDialog({ table, record, preset = NOTHING, focus, onSaved, onClose }: Props) {
  const { t } = useText()
  const person = usePerson()
  const objections = useMasterObjections(table, record)
  const fields = FIELDS_OF_TABLE[table]
  const kind = String((record as unknown as Values | null)?.['kind'] ?? preset['kind'] ?? '')
  const { inputs } = masterFamily(table, kind)
  const parent = typeof preset['parentId'] === 'string' ? preset['parentId'] : ''
  const list = kind === PERSON ? 'people' : table
  const names =
    record === null && table === 'bomNodes' ? ['parentId', ...inputs] : inputs.filter((name) => name in fields)
  return (
    <RecordDialog<Values>
      title={kind === PERSON ? t.peopleForm : record === null ? t.masterAdd(table) : t.masterEdit(table)}
      form={`master:${table}:${record?.id ?? `new:${parent}${kind}`}`}
      label={{
        about: record === null ? '' : masterName(table, record),
        href: record === null ? `/master/${list}?new=1&parent=${parent}` : `${masterHref(table, record.id)}?edit=1`,
      }}
      table={table}
      fields={fields}
      names={names}
      record={record === null ? preset : (record as unknown as Values)}
      isNew={record === null}
      multiline={LONG}
      focus={focus ?? null}
      special={specialsOf(table, names, record)}
      check={objections}
      {...(isCompanyTable(table) ? { company: table } : {})}
      onSave={async (patch, meant) => {
        if (record !== null) {
          const change = await editMaster(table, record.id, patch, person, meant)
          onSaved?.(record.id)
          return change
        }
        const { id, change } = await addMaster(table, withoutNulls(patch), person)
        onSaved?.(id)
        return change
      }}
      onClose={onClose}
    />
  )
}

/** Inputs of fields that name a master record, and of roles. */
function specialsOf(
  table: MasterTable,
  names: readonly string[],
  record: MasterRecord | null,
): Readonly<Record<string, Special>> {
  const special: Record<string, Special> = {}
  for (const name of names) {
    const field = FIELDS_OF_TABLE[table][name]
    const to = field?.to ?? ''
    if (field === undefined || field.kind !== 'ref' || !isMasterTable(to)) continue
    special[name] = (value, onChange, id) => (
      <RefField
        table={to}
        field={field}
        id={id}
        value={value}
        kind={kindOfField(name)}
        onChange={onChange}
        without={record === null ? [] : [record.id]}
        canAdd={to === 'parties'}
      />
    )
  }
  if (names.includes('role'))
    special['role'] = (value, onChange, id) => <RoleField id={id} value={value} onChange={onChange} />
  return special
}

const withoutNulls = (values: Values): Values =>
  Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== null && value !== undefined && value !== ''),
  )

/** What the other records of the family say to the values typed so far. */
function useMasterObjections(
  table: MasterTable,
  record: MasterRecord | null,
): (values: Values) => Promise<readonly Objection[]> {
  const { t, language } = useText()
  const fields = FIELDS_OF_TABLE[table]
  return async (typed) => {
    const all = (await masterRecords(table)) as unknown as readonly (Values & { readonly id: string })[]
    const before = record === null ? undefined : (record as unknown as Values & { readonly id: string })
    const after = { ...before, ...typed, id: record?.id ?? '' }
    const faults = masterFaults(table, before, after, all).map(({ code, field, other }): Objection => ({
      text: t.masterFault(
        code,
        fields[field]?.[language] ?? field,
        masterName(table, all.find(({ id }) => id === other) ?? {}),
      ),
      weight: 'refused',
    }))
    return [...faults, ...notes(table, before, typed, t), ...(await quantities(table, before, typed, t))]
  }
}

/** A quantity multiplies down the tree: how many of each part a train will carry. */
async function quantities(
  table: MasterTable,
  before: Values | undefined,
  typed: Values,
  t: ReturnType<typeof useText>['t'],
): Promise<readonly Objection[]> {
  const { qty } = typed
  if (table !== 'bomNodes' || before === undefined || typeof qty !== 'number' || qty === before['qty']) return []
  const changes = await engine().figureChanges(String(before['id']), { qty })
  return changes.slice(0, MOST_CHANGES).map(({ name, quantityBefore, quantityAfter }) => ({
    text: t.masterQuantity(name, String(quantityBefore), String(quantityAfter)),
    weight: 'noted' as const,
  }))
}

function notes(
  table: MasterTable,
  before: Values | undefined,
  typed: Values,
  t: ReturnType<typeof useText>['t'],
): readonly Objection[] {
  if (before === undefined) return []
  const kept = MASTER_FAMILIES[table].names.flatMap((field) => {
    const [was, is] = [before[field], typed[field]]
    return typeof was === 'string' && plainText(was) !== plainText(typeof is === 'string' ? is : '') ? [was] : []
  })
  return [
    ...kept.map((name): Objection => ({ text: t.masterKeepsName(name), weight: 'noted' })),
    ...(table === 'trains' && before['depotId'] !== typed['depotId']
      ? [{ text: t.masterDepotNote, weight: 'noted' as const }]
      : []),
  ]
}
