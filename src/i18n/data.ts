/** The data on this device: where they are, and what each table is called. */
import type { Translation } from './translation'
import { familyOf, isTableName } from '../domain/records/tables'

export const dataZh = {
  dataTitle: '数据',
  tableName: (table: string) => (isTableName(table) ? familyOf(table).zh : table),
  storageScreen: '储存与备份',
  storageTitle: '本机存储',
  storageUsed: (used: string, quota: string) => `已用 ${used}，浏览器最多给 ${quota}`,
  storagePersisted: '浏览器已答应不会自动清除这些数据',
  storageNotPersisted: '浏览器可能在空间不足时清除这些数据，请定期存备份文件',
  storageAsk: '请求长期保存',
}

export const dataEn: Translation<typeof dataZh> = {
  dataTitle: 'Data',
  tableName: (table) => (isTableName(table) ? familyOf(table).en : table),
  storageScreen: 'Storage and backup',
  storageTitle: 'Storage on this device',
  storageUsed: (used, quota) => `${used} used; the browser offers up to ${quota}`,
  storagePersisted: 'The browser has agreed not to clear this data by itself',
  storageNotPersisted: 'The browser may clear this data when space runs short; save a backup file regularly',
  storageAsk: 'Ask to keep it',
}
