/** What the screens say on which templates are bound; loaded with them. */
import { inLanguage } from './inLanguage'
import type { Language, Translation } from './translation'

/** What an old .xls may have that does not come along, by its code in `exchange/open/biff/losses.ts`. */
const LOSSES_ZH: Readonly<Record<string, string>> = {
  charts: '图表',
  'form-controls': '窗体控件（按钮、勾选框、下拉框）',
  'embedded-objects': '嵌入对象（只保留它的图片）',
  shapes: '文本框和线条等图形',
  macros: '宏',
  'pivot-tables': '数据透视表（只保留数值）',
  'external-links': '指向其他工作簿或数据源的链接（只保留结果）',
  'input-rules': '部分下拉列表或数据有效性规则',
  'conditional-formats': '部分条件格式',
  'header-pictures': '页眉页脚里的图片',
  background: '工作表背景图',
  'data-tables': '模拟运算表（只保留结果）',
  'filter-criteria': '自动筛选的条件（被筛掉的行仍隐藏）',
  pictures: '部分图片（格式不支持或太大）',
}
const LOSSES_EN: Readonly<Record<string, string>> = {
  charts: 'charts',
  'form-controls': 'form controls (buttons, check boxes, drop-down boxes)',
  'embedded-objects': 'embedded objects (only their picture stays)',
  shapes: 'text boxes, lines and other shapes',
  macros: 'macros',
  'pivot-tables': 'pivot tables (only their values stay)',
  'external-links': 'links to other workbooks or data sources (only their results stay)',
  'input-rules': 'some drop-down lists or input rules',
  'conditional-formats': 'some conditional formats',
  'header-pictures': 'pictures in headers and footers',
  background: 'the background picture of a sheet',
  'data-tables': 'what-if data tables (only their results stay)',
  'filter-criteria': 'the conditions of filters (filtered rows stay hidden)',
  pictures: 'some pictures (of a kind that is not supported, or too large)',
}

const zh = {
  templatesOwn: '自己的模板',
  templatesBuiltIn: '自带的模板',
  templatesNone: '还没有自己的模板。把一份空白表拖到上面即可开始。',
  templateDrop: '把一份空白表拖到这里',
  templateDropWhy: '.xlsx 或 .xls；.xls 会转换成 .xlsx，样子、图片和打印设置一起带过来，带不过来的会列出来。',
  templateChoose: '选择文件',
  templateReading: '正在打开…',
  templateNotRead: (why: string) => `打不开：${why}`,
  templateConverted: '这是旧格式 .xls，已转换成 .xlsx，样子、图片、下拉列表和打印设置都带过来了。',
  templateConvertedBut: (losses: readonly string[]) =>
    `这是旧格式 .xls，已转换成 .xlsx，样子、图片、下拉列表和打印设置带过来了；没有带过来的：${losses.map((loss) => LOSSES_ZH[loss] ?? loss).join('、')}。`,
  templateConvertedOld:
    '这是 Excel 97 以前的 .xls，已转换成 .xlsx：文字、数字、公式、合并单元格、列宽行高、数字格式保留；字体、底色、边框、图片和打印设置没有带过来。要全部保留，请在 Excel 或 WPS 中另存为 .xlsx 后再拖进来。',
  templateName: '模板名称',
  templateKind: '填什么',
  templateLanguage: '填写语言',
  templateSheet: '工作表',
  templateBound: (count: number) => `已对应 ${count} 处`,
  templateLines: (count: number) => `明细 ${count} 块`,
  templateSave: '保存模板',
  templateSaved: (name: string) => `已保存：${name}`,
  templateNeedsName: '先给模板起个名字',
  templateNeedsCells: '先把至少一个单元格对应到字段',
  templateEdit: '编辑',
  templateDuplicate: '复制一份',
  templateCopyOf: (name: string) => `${name}（副本）`,
  templateDelete: '删除',
  templateDeleted: (name: string) => `已删除：${name}`,
  templateDuplicated: (name: string) => `已复制：${name}`,
  templateGone: '找不到这个模板',
  templateBack: '我的模板',
  templateBind: '对应单元格',
  templatePreview: '预览',
  templatePreviewOf: '用哪条故障预览',
  templatePreviewNone: '还没有故障，预览里写的是字段名。',
  templatePreviewSummary: '报告汇总的数字由报告算出；预览里写的是字段名。',
  templateFind: '找故障：编号、车号、现象…',
  templateNoFailure: '没有这样的故障',
  templateProposed: (count: number) => `从表上的文字看，可以这样对应（${count}）`,
  templateProposedNone: '没有更多可以看出来的对应。点一个单元格，自己选字段。',
  templateAccept: '采用',
  templateAcceptAll: '全部采用',
  templateReason: (where: string, label: string) =>
    ({ left: `左边写着“${label}”`, above: `上面写着“${label}”`, inside: `格内写着“${label}”` })[where] ?? label,
  templateLinesReason: (row: number, rows: number, columns: number) =>
    `第 ${row} 行上面是表头，认出 ${columns} 列，备有 ${rows} 行`,
  templateCell: (address: string) => `单元格 ${address}`,
  templateCellNone: '点表上的一个单元格，再选它填什么。方向键移动，回车选中。',
  templateFieldSearch: '找字段',
  templateFieldNone: '没有这样的字段',
  templateFields: '可填的字段',
  templateUnbind: '取消对应',
  templateInLine: (list: string) => `这一行是“${list}”的明细行：每条一行，向下增长`,
  templateMarkLine: (row: number, list: string) => `把第 ${row} 行设为明细行（${list}）`,
  templateUnmarkLine: '取消明细行',
  templatePreparedRows: '表上已备好几行',
  templateRowsPerLine: '每条占几行',
  templateUndo: '撤销一步',
  templateBoundList: '已对应的单元格',
  templateLeftOut: (rows: number, columns: number) =>
    `还有${rows > 0 ? ` ${rows} 行` : ''}${columns > 0 ? ` ${columns} 列` : ''}没有画出来；它们原样保留。`,
  templateHidden: '隐藏',
  templateSheetMissing: '表上没有这张工作表',
  templateGrid: (sheet: string) => `工作表 ${sheet}`,
}

const en: Translation<typeof zh> = {
  templatesOwn: 'Own templates',
  templatesBuiltIn: 'Templates that come along',
  templatesNone: 'No own template yet. Drop a blank form above to begin.',
  templateDrop: 'Drop a blank form here',
  templateDropWhy:
    '.xlsx or .xls; an .xls is converted to .xlsx with its looks, pictures and print set-up, and what does not come along is listed.',
  templateChoose: 'Choose a file',
  templateReading: 'Opening…',
  templateNotRead: (why) => `Cannot be opened: ${why}`,
  templateConverted:
    'This was an old .xls and has been converted to .xlsx with its looks, pictures, drop-down lists and print set-up.',
  templateConvertedBut: (losses) =>
    `This was an old .xls and has been converted to .xlsx with its looks, pictures, drop-down ` +
    `lists and print set-up. Not carried over: ` +
    `${losses.map((loss) => LOSSES_EN[loss] ?? loss).join('; ')}.`,
  templateConvertedOld:
    'This was an .xls older than Excel 97 and has been converted to .xlsx: texts, numbers, ' +
    'formulas, merges, widths, heights and number formats are kept; fonts, fills, borders, ' +
    'pictures and print set-up did not come along. To keep everything, save it as .xlsx in ' +
    'Excel or WPS and drop that file.',
  templateName: 'Name of the template',
  templateKind: 'Filled with',
  templateLanguage: 'Filled in',
  templateSheet: 'Sheet',
  templateBound: (count) => `${count} bound`,
  templateLines: (count) => `${count} repeating`,
  templateSave: 'Save template',
  templateSaved: (name) => `Saved: ${name}`,
  templateNeedsName: 'Give the template a name first',
  templateNeedsCells: 'Bind at least one cell to a field first',
  templateEdit: 'Edit',
  templateDuplicate: 'Duplicate',
  templateCopyOf: (name) => `${name} (copy)`,
  templateDelete: 'Delete',
  templateDeleted: (name) => `Deleted: ${name}`,
  templateDuplicated: (name) => `Duplicated: ${name}`,
  templateGone: 'There is no such template',
  templateBack: 'My templates',
  templateBind: 'Bind cells',
  templatePreview: 'Preview',
  templatePreviewOf: 'Failure to preview with',
  templatePreviewNone: 'There is no failure yet; the preview shows the names of the fields.',
  templatePreviewSummary: 'The figures of a summary come from the report; the preview shows the names of the fields.',
  templateFind: 'Find a failure: number, train, words…',
  templateNoFailure: 'No such failure',
  templateProposed: (count) => `Read from the words of the form (${count})`,
  templateProposedNone: 'Nothing more can be read from the form. Choose a cell, then its field.',
  templateAccept: 'Accept',
  templateAcceptAll: 'Accept all',
  templateReason: (where, label) =>
    ({ left: `“${label}” stands to its left`, above: `“${label}” stands above`, inside: `the cell says “${label}”` })[
      where
    ] ?? label,
  templateLinesReason: (row, rows, columns) =>
    `Above row ${row} stands a header with ${columns} known columns; ${rows} rows are ready`,
  templateCell: (address) => `Cell ${address}`,
  templateCellNone: 'Choose a cell of the sheet, then what it takes. Arrow keys move, Enter chooses.',
  templateFieldSearch: 'Find a field',
  templateFieldNone: 'No such field',
  templateFields: 'Fields it can take',
  templateUnbind: 'Unbind',
  templateInLine: (list) => `This row repeats for “${list}”: one line each, growing downwards`,
  templateMarkLine: (row, list) => `Make row ${row} the repeating line (${list})`,
  templateUnmarkLine: 'No repeating line',
  templatePreparedRows: 'Rows the form has ready',
  templateRowsPerLine: 'Rows per line',
  templateUndo: 'Undo a step',
  templateBoundList: 'Bound cells',
  templateLeftOut: (rows, columns) =>
    `${[rows > 0 ? `${rows} more rows` : '', columns > 0 ? `${columns} more columns` : ''].filter((part) => part !== '').join(' and ')} ` +
    `not drawn; they stay as they are.`,
  templateHidden: 'hidden',
  templateSheetMissing: 'The workbook has no such sheet',
  templateGrid: (sheet) => `Sheet ${sheet}`,
}

export type TemplateWords = Translation<typeof zh>

export const wordsOfTemplates = (language: Language): TemplateWords => inLanguage(language, { zh, en })
