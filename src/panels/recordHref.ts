/** Where a record is looked at: its own page, or that of what it belongs to. */
import { isMasterTable } from '../domain/masterData'
import type { TableName } from '../domain/records/tables'
import { masterHref } from './masterWords'

interface Place {
  readonly table: TableName
  readonly id: string
}

/** Pages of records that have none of their own and belong to nothing that has. */
const PAGE_OF: Readonly<Partial<Record<TableName, string>>> = {
  companyFields: '/data/fields',
  codeItems: '/settings#codes',
  settings: '/settings',
  reportTemplates: '/templates',
  storedReports: '/reports',
  conclusions: '/reports',
  contractTargets: '/settings',
  alertRules: '/alerts?view=rules',
  alertEpisodes: '/alerts',
  importBatches: '/data',
}

/** @returns null where there is no page */
export function recordHref({ table, id }: Place, owner: Place | null): string | null {
  if (table === 'failures' || table === 'problems') return `/${table}/${encodeURIComponent(id)}`
  if (table === 'knowledgeItems') return `/knowledge/${encodeURIComponent(id)}`
  if (isMasterTable(table)) return masterHref(table, id)
  return owner === null ? (PAGE_OF[table] ?? null) : recordHref(owner, null)
}
