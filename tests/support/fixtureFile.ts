import { resolve } from 'node:path'

/** Workbooks of `fixtures/excel/` by the short names the fixtures' README gives them. */
const FILES = {
  L2: 'L2-售后故障信息台账(2014-2017) -最新版.xlsx',
  L5: 'L5-里程统计.xlsx',
  B1: 'B1-产品BOM.xlsx',
  B2: 'B2-列车台账.xlsx',
  big: 'big-ledger.xlsx',
  notAWorkbook: 'X-不是工作簿.xlsx',
  truncated: 'X-截断.xlsx',
  encrypted: 'X-加密.xlsx',
  noBytes: 'X-零字节.xlsx',
  blank: 'X-空白.xlsx',
} as const

export type FixtureName = keyof typeof FILES

export const fixtureName = (name: FixtureName): string => FILES[name]

export const fixtureFile = (name: FixtureName): string => resolve('fixtures/excel', FILES[name])
