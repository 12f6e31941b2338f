import type { FileProblem, FileProblemCode } from '../open/rawWorkbook'

/** One sentence per reason a file is refused; `{name}` stands for a parameter. */
export const problemSentences: Readonly<Record<FileProblemCode, { readonly zh: string; readonly en: string }>> = {
  'file-empty': { zh: '文件是空的（0 字节）。', en: 'The file is empty (0 bytes).' },
  'file-too-large': {
    zh: '文件有 {megabytes} MB，超过上限 {limit} MB。',
    en: 'The file has {megabytes} MB; the limit is {limit} MB.',
  },
  'file-truncated': {
    zh: '文件不完整，可能没有复制或下载完。',
    en: 'The file is incomplete; it was probably not copied or downloaded to the end.',
  },
  'file-encrypted': {
    zh: '文件有密码保护，请先去掉密码再导入。',
    en: 'The file is protected by a password; remove the password and import it again.',
  },
  'file-not-a-workbook': {
    zh: '文件不是 Excel 工作簿，也不是 CSV 或网页表格。',
    en: 'The file is not an Excel workbook, CSV or HTML table.',
  },
  'file-damaged': { zh: '文件已损坏，无法读取。', en: 'The file is damaged and cannot be read.' },
  'archive-too-many-parts': {
    zh: '工作簿内部有 {parts} 个部件，超过上限 {limit} 个。',
    en: 'The workbook has {parts} inner parts; the limit is {limit}.',
  },
  'archive-too-large': {
    zh: '工作簿解压后有 {megabytes} MB，与文件大小不相称，为保护内存未读取。',
    en: 'Unpacked, the workbook has {megabytes} MB, far out of proportion to the file; it was not read, to protect memory.',
  },
  'too-many-rows': {
    zh: '工作表“{sheet}”有 {rows} 行，超过上限 {limit} 行。',
    en: 'Sheet “{sheet}” has {rows} rows; the limit is {limit}.',
  },
  'too-many-columns': {
    zh: '第 {row} 行有 {columns} 列以上，超过上限 {limit} 列。',
    en: 'Row {row} has more than {columns} columns; the limit is {limit}.',
  },
  'too-many-cells': {
    zh: '文件的单元格超过上限 {limit} 个，为保护内存未读取；请拆成几个文件再导入。',
    en: 'The file has more than {limit} cells; it was not read, to protect memory. Split it into several files.',
  },
  'too-much-text': {
    zh: '文件里的文字超过上限 {limit} 百万字，为保护内存未读取；请拆成几个文件再导入。',
    en: 'The file holds more than {limit} million letters; it was not read, to protect memory. Split it into several files.',
  },
  'encoding-unknown': {
    zh: '看不出文件用的是哪种文字编码；请在 Excel 里打开，另存为 .xlsx 再导入。',
    en: 'The encoding of the text cannot be told; open it in Excel, save it as .xlsx and import that.',
  },
  'file-repeated': {
    zh: '与“{name}”内容完全相同，只读一次。',
    en: 'Its content is the very same as that of “{name}”; it is read once.',
  },
  'reading-cancelled': { zh: '已取消读取。', en: 'Reading was cancelled.' },
}

/** The sentence a person reads for a refused file. */
export function problemSentence(problem: FileProblem, language: 'zh' | 'en'): string {
  const sentence = problemSentences[problem.code][language]
  return sentence.replace(/\{(\w+)\}/g, (_, name: string) => String(problem.parameters?.[name] ?? ''))
}
