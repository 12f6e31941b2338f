import { ROLES } from '../workflow/roles'
import { defineRecord } from './defineRecord'
import { choice, choices, ref, text, yesNo, type RecordOf } from './field'

/** An organisation, a place (train builder, supplier, depot, service station, store, line), or a person who belongs to one. */
export const partyFields = {
  name: text('名称', 'Name', 'save'),
  short: text('简称', 'Short name'),
  aliases: text('别名/曾用名', 'Other names'),
  kind: choice(
    choices(
      'operator:运营商/局:Operator',
      'oem:主机厂:Train builder',
      'agent:代理:Agent',
      'supplier:供应商:Supplier',
      'depot:车辆段/动车所:Depot',
      'station:服务站:Service station',
      'workshop:返修车间:Repair workshop',
      'store:库房:Store',
      'line:线路:Line',
      'department:部门:Department',
      'person:人员:Person',
    ),
    '类型',
    'Kind',
    'save',
  ),
  parentId: ref('parties', '上级单位', 'Belongs to'),
  role: choice(choices(...ROLES), '角色', 'Role'),
  region: text('区域', 'Region'),
  address: text('地址', 'Address'),
  contractNos: text('合同号', 'Contract numbers'),
  contactName: text('联系人', 'Contact'),
  contactPhone: text('联系电话', 'Contact phone'),
  active: yesNo('启用', 'Active'),
  mergedInto: ref('parties', '并入', 'Merged into', 'calculated'),
} as const

export const partyRecord = defineRecord({
  zh: '单位、地点与人员',
  en: 'Organisations, places and people',
  fields: partyFields,
  naturalKey: ['kind', 'name'],
  touches: 'reference',
})

export type Party = RecordOf<typeof partyFields>
