/** Why a hand-over package is not written or not taken in, where it fails, and what to do about it. */
import type { Translation } from './translation'

export const packagesZh = {
  packageNotOne: (_where: string) => '这不是闭环 FRACAS 的交接包或备份文件；工作簿请在“数据”里导入。',
  packageCut: (_where: string) =>
    '文件不完整，末尾缺失或损坏，多半是传送或保存中断；请发送方重新发送或换一份，并核对文件大小。',
  packageNewer: (_where: string) => '这个文件来自更新的版本；请先更新本程序再接收，或请发送方等双方版本一致后再发。',
  packageDamaged: (where: string) =>
    `文件损坏，或签发后被改动过${where === '' ? '' : `（${where}）`}；请换一份，或请发送方重新发送，仍然如此就请对方重新生成。`,
  packageTampered: (where: string) =>
    `签名与内容不符${where === '' ? '' : `（${where}）`}，签发后有人或程序改过它；不要接收，请当面或电话向发送方核实并重新索取。`,
  packageTooLarge: (where: string) =>
    `超过交接包的上限（单个附件 512 MB，总计 64 GB，20 万个部分）${where === '' ? '' : `：${where}`}；请分时段或分车辆做成几个包。`,
  packageNeedsPassphrase: (_where: string) => '这个文件有口令保护；请向存它或发它的人问清口令再打开。',
  packageWrongPassphrase: (_where: string) =>
    '口令不对，或文件开头被改动过；请核对大小写和输入法后重试，仍不行请向发送方核对口令。',
  packageWrongRecord: (where: string) =>
    `交接包里有一条内容不是它该有的样子${where === '' ? '' : `（${where}）`}；请把这一处告诉发送方，检查日志后重新生成。`,
}

export const packagesEn: Translation<typeof packagesZh> = {
  packageNotOne: () =>
    'This is neither a hand-over package nor a backup of 闭环 FRACAS. Make sure that it is the right file; a workbook is ' +
    'imported under “Data”.',
  packageCut: () =>
    'The file is incomplete: its end is missing or damaged, most likely because sending or saving it broke off. Use another ' +
    'copy, or ask the sender to send it again, and compare the sizes.',
  packageNewer: () =>
    'This file comes from a newer version. Update the program before taking it in, or ask the sender to wait until both ' +
    'have the same version.',
  packageDamaged: (where) =>
    `The file is damaged or was altered after it was made${where === '' ? '' : ` (${where})`}. Use another copy, or ask the ` +
    'sender to send it again; if it stays so, to make it anew.',
  packageTampered: (where) =>
    `The signature does not fit the content${where === '' ? '' : ` (${where})`}: somebody or something changed it after it was ` +
    'signed. Do not take it in; ask the sender in person or by telephone, and for a new one.',
  packageTooLarge: (where) =>
    `It is more than a package may hold (512 MB per attached file, 64 GB in all, 200,000 parts)${where === '' ? '' : `: ${where}`}. ` +
    'Make several packages, by period or by train.',
  packageNeedsPassphrase: () => 'This file is protected by a passphrase. Ask whoever saved or sent it, then open it.',
  packageWrongPassphrase: () =>
    'The passphrase is wrong, or the beginning of the file was altered. Look at capitals and the keyboard in use and try ' +
    'again; then ask the sender for it once more.',
  packageWrongRecord: (where) =>
    `An entry of the package is not what it should be${where === '' ? '' : ` (${where})`}. Tell the sender where, so that they ` +
    'check their log and make it anew.',
}
