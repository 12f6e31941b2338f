import type { CustodyKind, CustodyRefusal } from '../domain/custody'
import type { Translation, Words } from './translation'

const KIND_ZH: Words<CustodyKind> = {
  handedOver: '移交',
  sentToRepair: '送修',
  repaired: '已修复',
  notRepairable: '不可修',
  backInStock: '返回入库',
  scrapped: '报废',
}
const KIND_EN: Words<CustodyKind> = {
  handedOver: 'Handed over',
  sentToRepair: 'Sent to repair',
  repaired: 'Repaired',
  notRepairable: 'Not repairable',
  backInStock: 'Back in stock',
  scrapped: 'Scrapped',
}
const REFUSAL_ZH: Words<CustodyRefusal> = {
  'nobody-named': '先在设置里写上你的姓名',
  role: '这一步由下列角色登记',
  'date-needed': '写上日期，至少精确到日',
  'before-removal': '不能早于拆下的时间',
  'before-last-step': '不能早于上一步',
  'custody-over': '已经入库或报废，流转到此为止',
  'receiver-needed': '写明交给谁',
  'not-sent': '先登记送修',
}
const REFUSAL_EN: Words<CustodyRefusal> = {
  'nobody-named': 'Give your name in the settings first',
  role: 'This is recorded by',
  'date-needed': 'Give the date, at least to the day',
  'before-removal': 'Not before it came off',
  'before-last-step': 'Not before the step before',
  'custody-over': 'Back in stock or scrapped: its way ends there',
  'receiver-needed': 'Say to whom it went',
  'not-sent': 'Record first that it was sent to repair',
}

/** The way of a removed part: custody, repair, return. */
export const custodyZh = {
  custodyTitle: '换下后的流转与返修',
  custodyAdd: '登记一步',
  custodyNone: '还没有登记流转。',
  custodyRemoval: (at: string) => `${at} 拆下`,
  custodyTag: (tag: string) => `标签 ${tag}`,
  custodyDue: (date: string) => `应返 ${date}`,
  custodyStep: '步骤',
  custodyAt: '时间',
  custodyFrom: '从',
  custodyTo: '交给',
  custodyBy: '登记人',
  custodyDoc: '单据号',
  custodyNote: '说明',
  custodyKind: (kind: CustodyKind) => KIND_ZH[kind],
  custodyRefusal: (refusal: CustodyRefusal) => REFUSAL_ZH[refusal],
  dossierCustody: (count: number) => `换下件的流转与返修（${count}）`,
}

export const custodyEn: Translation<typeof custodyZh> = {
  custodyTitle: 'Custody and repair after removal',
  custodyAdd: 'Record a step',
  custodyNone: 'No step recorded yet.',
  custodyRemoval: (at) => `Removed ${at}`,
  custodyTag: (tag) => `tag ${tag}`,
  custodyDue: (date) => `return due ${date}`,
  custodyStep: 'Step',
  custodyAt: 'When',
  custodyFrom: 'From',
  custodyTo: 'To',
  custodyBy: 'Recorded by',
  custodyDoc: 'Document',
  custodyNote: 'Note',
  custodyKind: (kind) => KIND_EN[kind],
  custodyRefusal: (refusal) => REFUSAL_EN[refusal],
  dossierCustody: (count) => `Custody and repair of removed parts (${count})`,
}
