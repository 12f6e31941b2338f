/** How many records hold a value of a company field, those of imports that were taken back left out. */
import { isCompanyKey, isCompanyTable } from '../domain/companyFields'
import type { CompanyField } from '../domain/records/companyField'
import type { FracasDatabase } from './database'
import { undoneBatchIds } from './undoneBatches'
import { isShownWith, type Imported } from '../domain/liveRecord'

const isSaid = (value: unknown): boolean => value !== undefined && value !== null && value !== ''

export async function countCompanyValues(
  { table = '', key = '' }: Pick<CompanyField, 'table' | 'key'>,
  db: FracasDatabase,
): Promise<number> {
  if (!isCompanyTable(table) || !isCompanyKey(key)) return 0
  const undone = await undoneBatchIds(db)
  return db
    .recordsOf(table)
    .filter((record) => isSaid(record[key]) && isShownWith(record as Imported, {}, undone))
    .count()
}
