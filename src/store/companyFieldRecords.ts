/** The fields the company added, as they are stored. */
import { companyFieldsOf, inOrder, type CompanyFields } from '../domain/companyFields'
import type { StoredRecord } from '../domain/records/tables'
import { database, type FracasDatabase } from './database'
import { liveRecords } from './liveRecords'

export type StoredCompanyField = StoredRecord<'companyFields'>

/** Every definition that counts, in the order of forms. */
export const companyFieldRecords = async (db: FracasDatabase = database): Promise<readonly StoredCompanyField[]> =>
  [...(await liveRecords('companyFields', db))].sort(inOrder)

export const readCompanyFields = async (db: FracasDatabase = database): Promise<CompanyFields> =>
  companyFieldsOf(await companyFieldRecords(db))
