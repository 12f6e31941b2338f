import type { Translation } from './translation'

const BUILT_IN_ZH: Readonly<Record<string, string>> = {
  'failure-report': '产品故障报告表',
  'analysis-report': '故障分析报告表',
  'corrective-action': '故障纠正措施报告表',
  ledger: '售后故障信息台账',
  'monthly-summary': '月度质量汇总',
}
const BUILT_IN_EN: Readonly<Record<string, string>> = {
  'failure-report': 'Failure report form',
  'analysis-report': 'Analysis report form',
  'corrective-action': 'Corrective action form',
  ledger: 'After-sales ledger',
  'monthly-summary': 'Monthly quality summary',
}
const PROBLEM_ZH: Readonly<Record<string, string>> = {
  'template-is-xls': '这是旧格式 .xls。请在 Excel 或 WPS 中打开它，另存为 .xlsx，再拖进来。',
  'template-encrypted': '这个工作簿加了密码。请在 Excel 或 WPS 中去掉密码后再拖进来。',
  'template-not-xlsx': '这不是完整的 .xlsx 工作簿。请在 Excel 或 WPS 中打开并重新保存。',
  'template-too-large': '模板太大。请删去不需要的图片或工作表后再试。',
  'template-has-macros': '模板带有宏。请另存为不含宏的 .xlsx。',
  'template-sheet-missing': '模板里找不到绑定的工作表。请重新绑定。',
  'template-gone': '这个模板已被删除，或它的对应关系读不出来。请重新绑定。',
  'template-unusual': '这个工作簿的写法本程序不能填写。请在 Excel 或 WPS 中打开，另存为 .xlsx。',
}
const PROBLEM_EN: Readonly<Record<string, string>> = {
  'template-is-xls': 'This is the old .xls format. Open it in Excel or WPS, save it as .xlsx and drop that file.',
  'template-encrypted': 'This workbook has a password. Remove it in Excel or WPS and drop the file again.',
  'template-not-xlsx': 'This is not a complete .xlsx workbook. Open it in Excel or WPS and save it again.',
  'template-too-large': 'The template is too large. Remove pictures or sheets it does not need.',
  'template-has-macros': 'The template has macros. Save it as .xlsx without macros.',
  'template-sheet-missing': 'The template lacks the sheet its cells are bound on. Bind them again.',
  'template-gone': 'The template has been deleted, or its bound cells cannot be read. Bind it again.',
  'template-unusual':
    'This workbook is written in a way the program cannot fill. Open it in Excel or WPS and save it as .xlsx.',
}

/** Exporting into templates; the words for binding them are loaded with the screen that does (`templateWords.ts`). */
export const templatesZh = {
  templateExport: '导出报告表',
  templateExported: (name: string) => `已导出：${name}`,
  templateBuiltIn: (name: string) => BUILT_IN_ZH[name] ?? name,
  templateProblem: (code: string) => PROBLEM_ZH[code] ?? code,
  templates: '我的模板',
  templatesWhy:
    '把客户或公司的空白 Excel 表拖进来，指明哪个单元格填什么，以后一键按它导出。字体、图片、公式、页眉页脚、打印设置、其他工作表都原样保留。',
  templatesOpen: '管理我的模板',
  templateManage: '我的模板…',
}

export const templatesEn: Translation<typeof templatesZh> = {
  templateExport: 'Export form',
  templateExported: (name) => `Exported: ${name}`,
  templateBuiltIn: (name) => BUILT_IN_EN[name] ?? name,
  templateProblem: (code) => PROBLEM_EN[code] ?? code,
  templates: 'My templates',
  templatesWhy:
    'Drop a blank Excel form of your customer or company, say which cell takes what, and ' +
    'export into it from then on. Fonts, pictures, formulas, headers, print set-up and other ' +
    'sheets stay as they are.',
  templatesOpen: 'Manage my templates',
  templateManage: 'My templates…',
}
