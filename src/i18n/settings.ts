import type { Translation } from './translation'

/** Settings and code lists. */
export const settingsZh = {
  settingsTitle: '设置',
  settingsYou: '你',
  settingsLook: '语言与外观',
  codesTitle: '代码表',
  codesWhy: '内置代码的含义不变；可以给公司加自己的代码，或停用不用的。',
  codesList: '代码表',
  codeCode: '代码',
  codeZh: '中文',
  codeEn: '英文',
  codeOwn: '自建',
  codeOff: '已停用',
  codeSwitchOff: '停用',
  codeSwitchOn: '启用',
  codeAdd: '加一个代码',
  codeAddCode: '代码（大写字母、数字、_）',
  codeTaken: '这个代码已存在',
  codeShape: '代码只能用大写字母、数字和下划线',
  codeNeedsNames: '中文和英文都要写',
  codeAdded: '已加入',
  codeListName: (list: string) => LIST_ZH[list] ?? list,
}
const LISTS: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  'CL-SEV': ['严重度', 'Severity'], 'CL-LEVEL': ['故障等级', 'Fault level'], 'CL-IMPACT': ['运营影响', 'Service impact'], 'CL-REL': ['关联性', 'Relevance'], 'CL-NREL': ['非关联理由', 'Reason not relevant'], 'CL-CHG': ['责任判定', 'Chargeability'],
  'CL-CLASS': ['故障性质', 'Failure class'], 'CL-VERIF': ['故障核实', 'Verification of failure'], 'CL-PHASE': ['发现时机', 'Detection phase'], 'CL-DETECT': ['发现方式', 'Detection method'], 'CL-MODE': ['发生工况', 'Operating mode'], 'CL-SYM': ['故障现象', 'Symptom'],
  'CL-MODEF': ['故障模式', 'Failure mode'], 'CL-MECH': ['故障机理', 'Mechanism'], 'CL-CAUSE': ['原因类别', 'Cause category'], 'CL-HANDLE': ['处理方式', 'Handling method'], 'CL-RESULT': ['处理结果', 'Result'], 'CL-REMOVE': ['下车原因', 'Removal reason'],
  'CL-DISP': ['换下件去向', 'Disposition'], 'CL-BENCH': ['检测结论', 'Bench finding'], 'CL-ACT': ['措施类型', 'Action type'], 'CL-VERM': ['验证方法', 'Verification method'], 'CL-VERR': ['验证结论', 'Verification result'], 'CL-CLOSE': ['关闭代码', 'Closing code'],
  'CL-REOPEN': ['重开原因', 'Reason to reopen'], 'CL-PRIO': ['紧急程度', 'Priority'], 'CL-CRIT': ['关键度', 'Criticality'], 'CL-OWN': ['资产归属', 'Ownership'], 'CL-UNIT': ['单件状态', 'Unit state'], 'CL-WAR': ['质保状态', 'Warranty state'], 'CL-FAM': ['产品类别', 'Product family'],
  'CL-STATE': ['故障状态', 'Failure state'], 'CL-COST': ['费用类别', 'Cost bucket'], 'CL-TASK': ['任务类型', 'Task kind'],
}
const LIST_ZH = Object.fromEntries(Object.entries(LISTS).map(([list, [zh]]) => [list, zh]))
const LIST_EN = Object.fromEntries(Object.entries(LISTS).map(([list, [, en]]) => [list, en]))

export const settingsEn: Translation<typeof settingsZh> = {
  settingsTitle: 'Settings',
  settingsYou: 'You',
  settingsLook: 'Language and appearance',
  codesTitle: 'Code lists',
  codesWhy: 'Built-in codes keep their meaning; add codes of your own, or switch off those you do not use.',
  codesList: 'Code list',
  codeCode: 'Code',
  codeZh: 'Chinese',
  codeEn: 'English',
  codeOwn: 'own',
  codeOff: 'off',
  codeSwitchOff: 'Switch off',
  codeSwitchOn: 'Switch on',
  codeAdd: 'Add a code',
  codeAddCode: 'Code (capitals, digits, _)',
  codeTaken: 'This code exists already',
  codeShape: 'Only capitals, digits and underscore',
  codeNeedsNames: 'Both Chinese and English are needed',
  codeAdded: 'Added',
  codeListName: (list) => LIST_EN[list] ?? list,
}
