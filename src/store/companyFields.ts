/** Commands on the fields a company adds to its records, and what stands on one of them. */
import type { Change } from '../domain/change'
import { CommandRefused } from '../domain/commandTrouble'
import { companyFieldFaults } from '../domain/companyFieldFaults'
import type { Person } from '../domain/person'
import type { CompanyField } from '../domain/records/companyField'
import { countCompanyValues } from './companyValueCounts'
import { commit, presentRecord, seenSaid, whySaid, type Said } from './commit'
import { database, type FracasDatabase } from './database'
import { companyFieldRecords } from './companyFieldRecords'
import { freshId } from './freshId'
import { savedViews } from './savedViews'

const NAME = 'save-company-field'

/**
 * Adds a field, or changes one; a key, a kind and the kind of record never change.
 * @param id null: a new one, which stands last
 * @throws CommandRefused with everything that speaks against it
 */
export async function saveCompanyField(
  id: string | null,
  fields: Readonly<Partial<Record<keyof CompanyField, unknown>>>,
  person: Person,
  said: Said = {},
  db: FracasDatabase = database,
): Promise<Change | null> {
  return commit(
    { name: NAME, person, ...whySaid(said) },
    async (db) => {
      const before = id === null ? undefined : await presentRecord(NAME, 'companyFields', id, db)
      const all = await companyFieldRecords(db)
      const record = id ?? (await freshId('companyFields', fields, db))
      const last = all.filter(({ table }) => table === fields.table).map(({ order = 0 }) => order)
      const wanted = { ...(before === undefined ? { order: Math.max(-1, ...last) + 1 } : {}), ...fields }
      const given = Object.entries({ ...before, ...wanted }).filter(([, value]) => value !== null && value !== '')
      const faults = companyFieldFaults({ ...(Object.fromEntries(given) as CompanyField), id: record }, before, all)
      if (faults.length > 0)
        throw new CommandRefused(
          faults.map((why) => ({ code: 'company-field', why })),
          NAME,
        )
      return [{ table: 'companyFields', record, fields: wanted, ...seenSaid(said) }]
    },
    db,
  )
}

/** Puts the fields of one kind of record in an order. */
export const orderCompanyFields = (
  ids: readonly string[],
  person: Person,
  db: FracasDatabase = database,
): Promise<Change | null> =>
  commit(
    { name: 'order-company-fields', person },
    async (db) => {
      for (const id of ids) await presentRecord('order-company-fields', 'companyFields', id, db)
      return ids.map((record, order) => ({ table: 'companyFields' as const, record, fields: { order } }))
    },
    db,
  )

/**
 * Takes a field out of use: its values stay where they are and nobody fills it any more.
 * @param now local civil time with offset
 * @throws CommandRefused when nobody says why
 */
export async function retireCompanyField(
  id: string,
  now: string,
  person: Person,
  why: string,
  db: FracasDatabase = database,
): Promise<Change | null> {
  const name = 'retire-company-field'
  if (why.trim() === '')
    throw new CommandRefused([{ code: 'reason-needed', fields: ['companyFields.retiredAt'] }], name)
  return commit(
    { name, person, ...whySaid({ why }) },
    async (db) => {
      await presentRecord(name, 'companyFields', id, db)
      return [{ table: 'companyFields', record: id, fields: { retiredAt: now, retiredWhy: why.trim() } }]
    },
    db,
  )
}

export const resumeCompanyField = (id: string, person: Person, db: FracasDatabase = database): Promise<Change | null> =>
  commit(
    { name: 'resume-company-field', person },
    async (db) => {
      await presentRecord('resume-company-field', 'companyFields', id, db)
      return [{ table: 'companyFields', record: id, fields: { retiredAt: null, retiredWhy: null } }]
    },
    db,
  )

/** What stands on a company field. */
export interface CompanyFieldUsage {
  /** Records that hold a value, those of imports that were taken back left out. */
  readonly values: number
  /** Names of the saved views that show, sort or filter by it. */
  readonly views: readonly string[]
}

export async function usageOfCompanyField(
  field: Pick<CompanyField, 'table' | 'key'>,
  db: FracasDatabase = database,
): Promise<CompanyFieldUsage> {
  const { table, key = '' } = field
  const [values, views] = await Promise.all([countCompanyValues(field, db), savedViews(db)])
  const named = new RegExp(`(?<![A-Za-z0-9_])${key}(?![A-Za-z0-9_])`, 'u')
  return {
    values,
    views: table !== 'failures' ? [] : views.filter(({ address }) => named.test(address)).map(({ name }) => name),
  }
}
