/** Who gives a command: on a device without a server the name somebody wrote down and the role they chose. */
import type { Role } from './workflow/roles'

export interface Person {
  /** Stable for one person: derived from the name while no server gives accounts. */
  readonly id: string
  /** Empty while nobody has written a name. */
  readonly name: string
  readonly role: Role
  readonly reach: PersonReach
  /** Has an account among others. Whoever works alone owns the device, and brings data in and out as they like. */
  readonly isInTeam?: boolean
  /** The device has not met the company's server for so long that it only reads. */
  readonly isLeaseOver?: boolean
}

/** Whose records a person may reach: all, or those of stations and departments. */
export type PersonReach = 'all' | { readonly stations: readonly string[]; readonly departments: readonly string[] }

/** What of a name tells two people apart, however it was typed. */
export const nameKey = (name: string): string => name.normalize('NFKC').trim().toLowerCase()

/** A person of this device: the same name is the same person. */
export const localPerson = (name: string, role: Role): Person => ({
  id: `name:${nameKey(name)}`,
  name: name.trim(),
  role,
  reach: 'all',
})
