/** The fields the company added, read once for everybody in this page from the first that asks, and followed as they change. */
import { liveQuery } from 'dexie'
import { NO_COMPANY_FIELDS, type CompanyFields } from '../domain/companyFields'
import { readCompanyFields } from './companyFieldRecords'

let present: CompanyFields = NO_COMPANY_FIELDS
let isFollowing = false
const listeners = new Set<() => void>()

function follow(): void {
  if (isFollowing) return
  isFollowing = true
  liveQuery(() => readCompanyFields()).subscribe({
    next: (company) => {
      present = company
      for (const listener of listeners) listener()
    },
    // Whoever asks next tries again; what was read before stays.
    error: () => {
      isFollowing = false
    },
  })
}

/** As far as they are read; none before. */
export const presentCompanyFields = (): CompanyFields => present

/** @returns what ends it */
export function followCompanyFields(listener: () => void): () => void {
  listeners.add(listener)
  follow()
  return () => void listeners.delete(listener)
}
