/** Photos and files of a failure. */
import type { Translation } from './translation'

export const attachmentsZh = {
  tabAttachments: '附件',
  photoAdd: '加照片或文件',
  photoNone: '还没有附件',
  photoWhere: '图片缩到长边 2048 像素再存；文件只存在本机，备份时一起带走。',
  photoTooLarge: (name: string, most: string) => `“${name}”超过 ${most}，没有加入；请压缩后再加。`,
  photoUnreadable: (name: string) => `“${name}”不是能打开的图片，没有加入。`,
  photoFailed: (name: string, why: string) => `“${name}”没有存成：${why}。其他数据没有变化。`,
  photoOpen: (name: string) => `打开 ${name}`,
  photoRemove: '移除',
  photoRemoveTitle: '移除附件',
  photoCarried: '来自合并进来的故障',
  photoMergedInto: '本故障已合并，附件随之转到保留的故障，后来补的也放到那里。',
  photoMergedOpen: '打开保留的故障',
  photoRemoved: (why: string) => `已移除：${why}`,
}

export const attachmentsEn: Translation<typeof attachmentsZh> = {
  tabAttachments: 'Files',
  photoAdd: 'Add photo or file',
  photoNone: 'No files attached yet',
  photoWhere:
    'Pictures are stored with a long edge of 2048 pixels; files stay on this device and go along with a backup.',
  photoTooLarge: (name, most) => `“${name}” is larger than ${most} and was not added; please make it smaller.`,
  photoUnreadable: (name) => `“${name}” is not a picture that can be opened; it was not added.`,
  photoFailed: (name, why) => `“${name}” was not stored: ${why}. No other data has changed.`,
  photoOpen: (name) => `Open ${name}`,
  photoRemove: 'Remove',
  photoRemoveTitle: 'Remove file',
  photoCarried: 'From a failure merged into this one',
  photoMergedInto:
    'This failure was merged. Its files went along to the failure that remains, and files added now go there too.',
  photoMergedOpen: 'Open the failure that remains',
  photoRemoved: (why) => `Removed: ${why}`,
}
