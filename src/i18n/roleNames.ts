import type { Role } from '../domain/workflow/roles'

/** What each role is called. */
export const ROLE_NAMES_ZH: Readonly<Record<Role, string>> = {
  FSE: '现场工程师',
  SSM: '服务站主管',
  CS: '客服',
  WHS: '备件/库管',
  REP: '返修技师',
  QC: '检验',
  REL: '可靠性工程师',
  DES: '责任单位/设计',
  QAL: '质量主管',
  FRB: '故障审查组',
  FIN: '成本',
  GM: '总经理',
  ADM: '系统管理',
  VIEW: '只读（客户/审计）',
}

export const ROLE_NAMES_EN: Readonly<Record<Role, string>> = {
  FSE: 'Field service engineer',
  SSM: 'Station manager',
  CS: 'Customer service',
  WHS: 'Spares store',
  REP: 'Repair technician',
  QC: 'Inspector',
  REL: 'Reliability engineer',
  DES: 'Design / responsible department',
  QAL: 'Quality lead',
  FRB: 'Failure review board',
  FIN: 'Costs',
  GM: 'General manager',
  ADM: 'Administrator',
  VIEW: 'Reader (customer, auditor)',
}
