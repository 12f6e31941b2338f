/** Why a value of a company field, or the definition of one, is refused. */
import type { CompanyFieldFault } from '../domain/companyFieldFaults'
import { MOST_COMPANY_FIELDS } from '../domain/companyFields'
import type { CompanyValueFault, CompanyValueWhy } from '../domain/companyValueFaults'

type ValueSentence = (field: string, value: string, limit: string) => string

const VALUE_ZH: Readonly<Record<CompanyValueWhy, ValueSentence>> = {
  'not-text': (field, value) => `“${field}”要写文字，不能是 ${value}`,
  'not-a-number': (field, value) => `“${field}”要写数字，“${value}”不是数字`,
  'not-whole': (field, value) => `“${field}”只能是整数，不能是 ${value}`,
  'too-small': (field, value, limit) => `“${field}”不能小于 ${limit}，现在是 ${value}`,
  'too-large': (field, value, limit) => `“${field}”不能大于 ${limit}，现在是 ${value}`,
  'not-a-date': (field, value) => `“${field}”要写日期，“${value}”不是日期`,
  'not-yes-or-no': (field, value) => `“${field}”只能是“是”或“否”，不能是“${value}”`,
  'not-in-the-list': (field, value) => `“${field}”的选项里没有“${value}”`,
  retired: (field) => `“${field}”不再填写；已有的值保留`,
  'retired-option': (field, value) => `“${field}”的选项“${value}”已停用，不能再选`,
  needed: (field) => `“${field}”必须填写`,
}

const VALUE_EN: Readonly<Record<CompanyValueWhy, ValueSentence>> = {
  'not-text': (field, value) => `“${field}” takes text, not ${value}`,
  'not-a-number': (field, value) => `“${field}” takes a number; “${value}” is none`,
  'not-whole': (field, value) => `“${field}” takes whole numbers only, not ${value}`,
  'too-small': (field, value, limit) => `“${field}” must be at least ${limit}; it says ${value}`,
  'too-large': (field, value, limit) => `“${field}” must be at most ${limit}; it says ${value}`,
  'not-a-date': (field, value) => `“${field}” takes a date; “${value}” is none`,
  'not-yes-or-no': (field, value) => `“${field}” takes yes or no, not “${value}”`,
  'not-in-the-list': (field, value) => `“${field}” has no option “${value}”`,
  retired: (field) => `“${field}” is no longer filled in; values it has are kept`,
  'retired-option': (field, value) => `The option “${value}” of “${field}” is retired and cannot be chosen any more`,
  needed: (field) => `“${field}” must be filled in`,
}

export const companyValueRefusedZh = ({ why, zh, value, limit = '' }: CompanyValueFault): string =>
  VALUE_ZH[why](zh, value, limit)
export const companyValueRefusedEn = ({ why, en, value, limit = '' }: CompanyValueFault): string =>
  VALUE_EN[why](en, value, limit)

export const COMPANY_FIELD_REFUSED_ZH: Readonly<Record<CompanyFieldFault, string>> = {
  'no-label': '中英文名称都要写',
  'label-taken': '这个名称已有别的字段在用；台账按名称认列，名称不能相同',
  'bad-key': '键只能由英文字母、数字和下划线组成，以 x_ 开头',
  'key-taken': '这个键已被用过；停用的字段也占着它的键',
  'key-changed': '键不能改；已有的值是按它存的',
  'kind-changed': '类型不能改；需要别的类型请另建字段',
  'table-changed': '用于哪类记录不能改',
  'no-such-kind': '没有这种类型',
  'no-such-need': '这类记录没有这个必填时机',
  'limits-crossed': '最小值大于最大值',
  'no-options': '列表至少要有一个在用的选项',
  'option-without-label': '每个选项都要写中英文名称',
  'option-twice': '两个选项的名称或代码相同',
  'option-gone': '用过的选项不能删，只能停用',
  'too-many': `每类记录最多 ${MOST_COMPANY_FIELDS} 个本公司字段，停用的也算`,
}

export const COMPANY_FIELD_REFUSED_EN: Readonly<Record<CompanyFieldFault, string>> = {
  'no-label': 'It needs a label in Chinese and in English',
  'label-taken': 'Another field has this label; ledgers know their columns by it, so no two may be the same',
  'bad-key': 'A key begins with x_ and has letters, digits and underscores only',
  'key-taken': 'This key was used before; a retired field keeps its key',
  'key-changed': 'A key cannot be changed: values are stored under it',
  'kind-changed': 'The kind cannot be changed; add another field instead',
  'table-changed': 'It cannot be moved to other records',
  'no-such-kind': 'There is no such kind of field',
  'no-such-need': 'These records are never asked for it at that point',
  'limits-crossed': 'The smallest value is above the largest',
  'no-options': 'A list needs at least one option in use',
  'option-without-label': 'Every option needs a label in Chinese and in English',
  'option-twice': 'Two options have the same label or code',
  'option-gone': 'An option cannot be deleted, only retired',
  'too-many': `${MOST_COMPANY_FIELDS} company fields at most on one kind of record, retired ones included`,
}
