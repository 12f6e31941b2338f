/** Lists of master data, what stands on one of them, and what moving a part would do to the figures. */
import { isEnded, isMerged, masterName, PERSON, type MasterRecord, type MasterTable } from '../domain/masterData'
import { plainText } from '../domain/plainText'
import { fieldsOf } from '../domain/allFields'
import { companyFieldsOf, isCompanyKey, type CompanyFields } from '../domain/companyFields'
import type { InitialsOf } from '../metrics/fuzzyWords'
import { fleetOf } from '../metrics/fleet'
import type { Scope } from '../metrics/scope'
import { database, type FracasDatabase } from '../store/database'
import { liveRecords } from '../store/liveRecords'
import { usageOf, type UsageCount } from '../store/masterUsage'
import type { EngineView } from './engineView'
import { treeView } from './fleetAnswers'

export interface MasterQuery {
  readonly table: MasterTable
  /** Part of any text of the record, of what it names, or the initials of its name. */
  readonly typed: string
  readonly withEnded: boolean
  /** Of places: only those of this kind; empty for all but people. */
  readonly kind: string
  /** Day as `2026-05-07`. */
  readonly today: string
  readonly limit: number
}

export interface MasterRow {
  readonly record: MasterRecord
  /** Levels above it, for parts. */
  readonly level: number
  /** Names of what it hangs under, from the top. */
  readonly path: readonly string[]
  readonly isEnded: boolean
  /** Failures that name it. */
  readonly failures: number
}

export interface MasterPage {
  readonly rows: readonly MasterRow[]
  /** Found altogether, and how many ended ones are left out. */
  readonly found: number
  readonly ended: number
}

type Values = Readonly<Record<string, unknown>>

/** Serial units are many and stand in no figure: they are read when somebody asks for them. */
async function recordsOf(view: EngineView, table: MasterTable, db: FracasDatabase): Promise<readonly MasterRecord[]> {
  if (table === 'units') return (await liveRecords('units', db)).filter((unit) => !isMerged(unit))
  return table === 'bomNodes' ? treeOrder(view) : view.reference[table]
}

/** Parts in the order of the tree. */
function treeOrder({ fleet: { tree }, reference }: EngineView): readonly MasterRecord[] {
  const byId = new Map(reference.bomNodes.map((node) => [node.id, node]))
  return tree.roots.flatMap(({ id }) => tree.withDescendants(id)).flatMap((id) => byId.get(id) ?? [])
}

export async function masterPage(
  view: EngineView,
  { table, typed, withEnded, kind, today, limit }: MasterQuery,
  initialsOf: InitialsOf,
  db: FracasDatabase = database,
): Promise<MasterPage> {
  const wanted = plainText(typed)
  const nameOf = namesOfView(view)
  const company = companyFieldsOf(view.reference.companyFields)
  const isFound = (record: MasterRecord): boolean =>
    wanted === '' || isNamed(table, record, wanted, { nameOf, initialsOf, company })
  const all = (await recordsOf(view, table, db)).filter(
    (record) => isOfKind((record as unknown as Values)['kind'], kind) && isFound(record),
  )
  const inUse = all.filter((record) => !isEnded(table, record, today))
  const found = table === 'bomNodes' ? all : [...all].sort(byName(table))
  const shown = withEnded ? found : found.filter((record) => !isEnded(table, record, today))
  const failures = failuresOf(view, table)
  return {
    found: shown.length,
    ended: all.length - inUse.length,
    rows: shown.slice(0, limit).map((record) => {
      const path = table === 'bomNodes' ? view.fleet.tree.pathOf(record.id).slice(0, -1) : []
      return {
        record,
        level: path.length,
        path: path.map(({ name = '' }) => name),
        isEnded: isEnded(table, record, today),
        failures: failures.get(record.id) ?? 0,
      }
    }),
  }
}

/** People are asked for by their kind; every other list is of what they belong to. */
const isOfKind = (kind: unknown, wanted: string): boolean => (wanted === '' ? kind !== PERSON : kind === wanted)

const byName =
  (table: MasterTable) =>
  (a: MasterRecord, b: MasterRecord): number =>
    masterName(table, a).localeCompare(masterName(table, b), 'zh-CN', { numeric: true })

/** Names of everything a master record points to, by id. */
function namesOfView({ fleet, reference }: EngineView): (id: string) => string {
  const products = new Map(reference.products.map((product) => [product.id, product.name ?? '']))
  return (id) => fleet.parties.get(id)?.name ?? fleet.tree.nodes.get(id)?.name ?? products.get(id) ?? ''
}

interface Names {
  readonly nameOf: (id: string) => string
  readonly initialsOf: InitialsOf
  readonly company: CompanyFields
}

function isNamed(
  table: MasterTable,
  record: MasterRecord,
  wanted: string,
  { nameOf, initialsOf, company }: Names,
): boolean {
  const values = record as unknown as Values
  const texts = Object.entries(fieldsOf(table, company)).flatMap(([field, { kind, choices }]) => {
    const value = values[field]
    if (typeof value !== 'string') return []
    if (isCompanyKey(field) && choices !== undefined)
      return choices.flatMap((choice) => (choice.value === value ? [choice.zh, choice.en] : []))
    return kind === 'text' ? [value] : kind === 'ref' && field !== 'parentUnitId' ? [nameOf(value)] : []
  })
  const name = masterName(table, record)
  return [name, ...texts].some((text) => plainText(text).includes(wanted)) || initialsOf(name).includes(wanted)
}

/** Failures per record, counted from the columns; of a unit they are found by its serial elsewhere. */
function failuresOf({ columns, live }: EngineView, table: MasterTable): ReadonlyMap<string, number> {
  const fields =
    table === 'trains'
      ? (['trainId'] as const)
      : table === 'bomNodes'
        ? (['failedNodeId'] as const)
        : table === 'parties'
          ? (['depotId', 'customerId', 'lineId'] as const)
          : []
  const counts = new Map<string, number>()
  for (const field of fields) {
    const { index, words } = columns.text[field]
    const perWord = new Uint32Array(words.length)
    for (const row of live) perWord[index[row] ?? 0] = (perWord[index[row] ?? 0] ?? 0) + 1
    for (const [at, word] of words.entries())
      if (word !== '' && (perWord[at] ?? 0) > 0) counts.set(word, (counts.get(word) ?? 0) + (perWord[at] ?? 0))
  }
  return counts
}

/** What stands on a record, failures first. */
export async function masterUsage(
  table: MasterTable,
  id: string,
  db: FracasDatabase = database,
): Promise<readonly UsageCount[]> {
  const counts = await usageOf(table, id, db)
  return [...counts].sort((a, b) => Number(b.table === 'failures') - Number(a.table === 'failures'))
}

/** The figures of one part before and after a change of the tree. */
export interface FigureChange {
  readonly id: string
  readonly name: string
  readonly failuresBefore: number
  readonly failuresAfter: number
  readonly quantityBefore: number
  readonly quantityAfter: number
}

const EVERYTHING: Scope = { population: 'all', partBasis: 'analysed', vehicleTypes: [], depotIds: [] }

/** Which figures change when fields of a part say something else: counts of assemblies, and how many of a part a train carries. */
export function figureChanges(
  view: EngineView,
  nodeId: string,
  fields: { readonly parentId?: string; readonly qty?: number },
): readonly FigureChange[] {
  const after = {
    ...view,
    fleet: fleetOf({
      ...view.reference,
      bomNodes: view.reference.bomNodes.map((node) => (node.id === nodeId ? { ...node, ...fields } : node)),
    }),
  }
  const figures = new Map(treeView(after, EVERYTHING).nodes.map((node) => [node.id, node.figures]))
  return treeView(view, EVERYTHING).nodes.flatMap(({ id, name, figures: before }) => {
    const now = figures.get(id)
    return now === undefined || (now.failures === before.failures && now.quantity === before.quantity)
      ? []
      : [
          {
            id,
            name,
            failuresBefore: before.failures,
            failuresAfter: now.failures,
            quantityBefore: before.quantity,
            quantityAfter: now.quantity,
          },
        ]
  })
}
