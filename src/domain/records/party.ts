import { defineRecord } from './defineRecord'
import { choice, choices, ref, text, yesNo, type RecordOf } from './field'

/** An organisation or a place: an operator, a train builder, a supplier, a depot, a service station, a store. */
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
    ),
    '类型',
    'Kind',
    'save',
  ),
  parentId: ref('parties', '上级单位', 'Belongs to'),
  region: text('区域', 'Region'),
  address: text('地址', 'Address'),
  contractNos: text('合同号', 'Contract numbers'),
  contactName: text('联系人', 'Contact'),
  contactPhone: text('联系电话', 'Contact phone'),
  active: yesNo('启用', 'Active'),
  mergedInto: ref('parties', '并入', 'Merged into', 'calculated'),
} as const

export const partyRecord = defineRecord({
  zh: '单位与地点',
  en: 'Organisations and places',
  fields: partyFields,
  naturalKey: ['kind', 'name'],
  touches: 'reference',
})

export type Party = RecordOf<typeof partyFields>
