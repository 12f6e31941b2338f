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
