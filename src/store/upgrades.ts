/** What the later versions of the database change about what is stored; read only when there is something to change. */
import type { Transaction } from 'dexie'
import { bringIntoLog } from './bringIntoLog'
import { listsToEntries } from './listsToEntries'
import { renameDevices } from './renameDevices'

/** Both must run in the transaction of the upgrade. */
export const UPGRADES: Readonly<Record<12 | 13, (transaction: Transaction) => Promise<void>>> = {
  12: async (transaction) => {
    await renameDevices(transaction)
    await bringIntoLog((table) => transaction.table(table))
  },
  13: (transaction) => listsToEntries((table) => transaction.table(table)),
}
