/** Roles and permissions: what each may do, how far, and under which condition. */
import { ROLE_NAMES_EN, ROLE_NAMES_ZH } from './roleNames'
import type { Capability, GrantNote, Permission, Reach, Role } from '../domain/workflow/roles'
import type { Translation, Words } from './translation'

const CAN_ZH: Words<Capability> = {
  report: '故障草稿与提交',
  accept: '受理/退回/合并',
  handle: '处理与更换',
  classify: '关联与责任判定',
  analyse: '原因分析',
  act: '措施',
  verify: '效果验证',
  close: '关闭/重开',
  repair: '返修单',
  product: 'BOM/产品',
  readings: '里程读数',
  complaint: '投诉/服务请求',
  cost: '费用',
  import: '导入旧数据',
  export: '导出 Excel',
  override: '指标改判',
  administer: '用户/角色/代码',
}

const CAN_EN: Words<Capability> = {
  report: 'Draft and submit',
  accept: 'Accept, return, merge',
  handle: 'Handling, replacement',
  classify: 'Relevance, chargeability',
  analyse: 'Root cause',
  act: 'Actions',
  verify: 'Verification',
  close: 'Close, reopen',
  repair: 'Repair orders',
  product: 'BOM, products',
  readings: 'Readings',
  complaint: 'Complaints',
  cost: 'Costs',
  import: 'Import of old data',
  export: 'Export to Excel',
  override: 'Override of figures',
  administer: 'Users, roles, codes',
}

const MAY_ZH: Words<Permission> = { C: '建', R: '看', U: '改', A: '批', X: '导出', O: '改判' }

const MAY_EN: Words<Permission> = { C: 'create', R: 'read', U: 'change', A: 'approve', X: 'export', O: 'override' }

const REACH_ZH: Words<Reach> = { self: '本人', station: '本站', own: '自己负责的', all: '全部' }

const REACH_EN: Words<Reach> = { self: 'self', station: 'station', own: 'own', all: 'all' }

const NOTE_ZH: Words<GrantNote> = {
  'own-customer': '本客户',
  custody: '流转',
  propose: '建议',
  comment: '评论',
  bench: '检测',
  disputes: '争议',
  'light-propose': '轻路径建议',
  'light-standard': '轻/标准',
  'forced-8d': '强制/8D',
  store: '入库',
  acceptance: '检验',
  codes: '代码',
  freeze: '冻结',
  acknowledge: '知悉',
  parts: '用料',
  hours: '工时',
  stage: '暂存',
  map: '映射',
  commit: '提交',
  rollback: '提交/撤销',
  spares: '备件',
  cost: '费用',
  audit: '审计',
}

const NOTE_EN: Words<GrantNote> = {
  'own-customer': 'own customer',
  custody: 'custody',
  propose: 'proposes',
  comment: 'comments',
  bench: 'bench',
  disputes: 'disputes',
  'light-propose': 'proposes, light',
  'light-standard': 'light, standard',
  'forced-8d': 'forced, 8D',
  store: 'store',
  acceptance: 'acceptance',
  codes: 'codes',
  freeze: 'freezes',
  acknowledge: 'acknowledges',
  parts: 'parts',
  hours: 'hours',
  stage: 'stages',
  map: 'stages, maps',
  commit: 'commits',
  rollback: 'commits, takes back',
  spares: 'spares',
  cost: 'cost',
  audit: 'audit',
}

export const rolesZh = {
  roleName: (role: Role) => ROLE_NAMES_ZH[role],
  capabilityName: (capability: Capability) => CAN_ZH[capability],
  permissionName: (permission: Permission) => MAY_ZH[permission],
  reachName: (reach: Reach) => REACH_ZH[reach],
  grantNote: (note: GrantNote) => NOTE_ZH[note],
  rolesTitle: '角色与权限',
  rolesHonest: '这台设备上谁都能换角色：角色只是引导界面、写进记录，并不保护数据。拿着设备的人就能看到全部数据。',
  rolesYours: '你的角色（也可以用来“以某角色查看”）',
  rolesCapability: '事项',
}

export const rolesEn: Translation<typeof rolesZh> = {
  roleName: (role) => ROLE_NAMES_EN[role],
  capabilityName: (capability) => CAN_EN[capability],
  permissionName: (permission) => MAY_EN[permission],
  reachName: (reach) => REACH_EN[reach],
  grantNote: (note) => NOTE_EN[note],
  rolesTitle: 'Roles and permissions',
  rolesHonest:
    'On this device anybody can change the role: roles guide the screens and are written into ' +
    'the record, they protect nothing. Whoever holds the device sees all data.',
  rolesYours: 'Your role (also to view as another one)',
  rolesCapability: 'What',
}
