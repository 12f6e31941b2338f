/**
 * The columns of the failure ledger: the 36 of the sheet that customers know, in their order, then those it lacks.
 * Our own reader understands both headers of every column that names a `field`.
 */
import { CUSTOMER_COLUMNS } from './customerColumns'
import { FURTHER_COLUMNS } from './furtherColumns'
import type { LedgerColumn } from './ledgerColumn'

export const LEDGER_COLUMNS: readonly LedgerColumn[] = [...CUSTOMER_COLUMNS, ...FURTHER_COLUMNS]
