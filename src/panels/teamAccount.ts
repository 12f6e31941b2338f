/**
 * The account this device works under, as far as a screen needs it before the database is loaded. The database has the truth; what
 * is kept here follows it (`TeamKeeper`). Null on a device without a company.
 */
import type { PersonReach } from '../domain/person'
import type { Role } from '../domain/workflow/roles'
import { keepChoice, keptChoice } from '../ui/keptChoice'
import { useSyncExternalStore } from 'react'

export interface TeamAccount {
  readonly id: string
  readonly name: string
  readonly roles: readonly Role[]
  readonly role: Role
  readonly reach: PersonReach
  /** After this moment without the server the device only reads; milliseconds since 1970. */
  readonly leaseEnds: number
}

const STORED_AS = 'fracas.team'
const listeners = new Set<() => void>()

let read: { readonly text: string; readonly account: TeamAccount | null } = { text: '', account: null }

function teamAccount(): TeamAccount | null {
  const text = keptChoice(STORED_AS) ?? ''
  if (text !== read.text) read = { text, account: accountIn(text) }
  return read.account
}

/** Nobody but `keepTeamAccount` writes it. */
function accountIn(text: string): TeamAccount | null {
  try {
    return JSON.parse(text) as TeamAccount | null
  } catch {
    return null
  }
}

export function keepTeamAccount(account: TeamAccount | null): void {
  const text = account === null ? '' : JSON.stringify(account)
  if (text === (keptChoice(STORED_AS) ?? '')) return
  keepChoice(STORED_AS, text)
  for (const listener of listeners) listener()
}

function onTeamAccount(listener: () => void): () => void {
  listeners.add(listener)
  globalThis.addEventListener('storage', listener)
  return () => {
    listeners.delete(listener)
    globalThis.removeEventListener('storage', listener)
  }
}

export const useTeamAccount = (): TeamAccount | null => useSyncExternalStore(onTeamAccount, teamAccount)

const isLeaseOver = (): boolean => Date.now() > (teamAccount()?.leaseEnds ?? Infinity)

/** Whether the device has been without the server for so long that it only reads; asked anew whenever something is drawn. */
export const useLeaseOver = (): boolean => useSyncExternalStore(onTeamAccount, isLeaseOver)
