/** Saving a backup, and restoring one. */
import type { Translation } from './translation'

export const backupZh = {
  backupTitle: '备份',
  backupWhy:
    '一个 .fracas 文件，装着这台设备上的全部：所有设备的改动与历史、导入的原始行、照片和附件，还有没写完的草稿。浏览器数据可能被清除，只有存成文件才算备份。',
  backupSave: '存成备份文件',
  backupSaved: (name: string, size: string) => `备份已存入 ${name}（${size}），并已从头到尾读回核对`,
  backupHandedOver: (name: string, size: string) =>
    `备份 ${name}（${size}）已从头到尾核对，交给浏览器下载；请确认它出现在下载文件夹里`,
  backupShared: (name: string, size: string) => `备份 ${name}（${size}）已从头到尾核对，并通过系统分享交出`,
  backupFilesLeftOut: (count: string) => `有 ${count} 个附件没有存进备份：它们在本机上已损坏或不在。`,
  backupFailed: (why: string) => `没有存成备份：${why}`,
  backupCancelled: '已取消，没有存成备份。',
  backupCheckFailed: (why: string) => `写好的备份读回核对时不符：${why} 请不要使用这个文件，换个位置再存一次。`,
  backupLast: (when: string, entries: string) =>
    entries === '0' ? `上次备份：${when}，此后没有改动` : `上次备份：${when}，此后日志又多了 ${entries} 条`,
  backupNever: '这台设备还没有存过备份文件',
  backupDue: (entries: string) => `有 ${entries} 条日志还没有备份文件`,
  backupDueDo: '去备份',
  restoreTitle: '从备份恢复',
  restoreWhy:
    '先看清文件是谁的、什么时候的、有什么，再决定。本机还没有数据时就是恢复；已有数据时并进来，两边写的都保留，草稿不会被覆盖。旧版本的备份（.zip）也可以。',
  restoreDrop: '把备份文件拖到这里（.fracas，或旧版本的 .zip）',
  restoreChoose: '选择备份文件',
  restoreOlder: (when: string, rows: string) =>
    `旧版本的备份文件，${when} 存的${rows === '' ? '' : `，${rows} 条记录`}。本机还没有数据，会照原样恢复。`,
  restoreFromOlder: '旧版本的备份文件（没有写明是谁存的，也没有签名）',
  restoreDrafts: (count: string) => `没写完的草稿 ${count} 份`,
  restoredDrafts: (count: string) => `另有 ${count} 份没写完的草稿，在首页可以继续`,
  restoreWithoutFiles: (count: string) => `这个文件里缺 ${count} 个附件：存的时候它们已损坏、不在，或因太大没有放进来`,
  restoreIntoEmpty: '本机还没有数据：恢复后它是一台新设备，以后给出的编号用新的设备号',
  restoreCleaned: (count: string) => `其中 ${count} 条记录的文字里有不可见的控制字符，已去掉`,
  restoreDone: (count: string) => `已恢复 ${count} 条记录`,
  restoreFailed: (why: string) => `没有恢复：${why} 现有数据没有变化。`,
  restoreCancelled: '已取消，没有恢复；现有数据没有变化。',
  restoreNotABackup: () => '这不是闭环 FRACAS 的备份文件。',
  restoreCut: () => '备份文件不完整，后面的部分被截掉了；请换一份备份。',
  restoreNewer: () => '这个备份来自更新的版本，请先更新程序。',
  restoreDamaged: (where: string) =>
    `备份文件损坏或被改动过（校验不符${where === '' ? '' : `：${where}`}）；请换一份备份。`,
  restoreWrongRecord: (where: string) => `备份里有一条记录的内容不是它该有的样子（${where}）；请换一份备份。`,
  restoreNotEmpty: () => '本机刚刚有了数据，请重新选择这个文件，再并进来。',
  restoreBesideLog: () =>
    '这个旧备份里有些记录是它的日志说不出来历的，并进来会丢；请在另一个浏览器或新的浏览器用户里恢复它，再从那里交接全部内容。',
  backupTooLarge: (where: string) =>
    `超过备份文件的上限（单个附件 512 MB，总计 64 GB，一百万个部分）${where === '' ? '' : `：${where}`}。`,
}

export const backupEn: Translation<typeof backupZh> = {
  backupTitle: 'Backup',
  backupWhy:
    'One .fracas file with all that is on this device: the changes of all devices and their history, source rows of imports, photos ' +
    'and files, and unfinished drafts. A browser may lose its data; only a file counts as a backup.',
  backupSave: 'Save a backup file',
  backupSaved: (name, size) => `The backup is in ${name} (${size}) and was read back from beginning to end`,
  backupHandedOver: (name, size) =>
    `The backup ${name} (${size}) was checked from beginning to end and handed to the browser; make sure that it is in your downloads`,
  backupShared: (name, size) =>
    `The backup ${name} (${size}) was checked from beginning to end and handed to the share sheet`,
  backupFilesLeftOut: (count) =>
    `${count} attached ${count === '1' ? 'file is' : 'files are'} not in the backup: damaged or gone on this device.`,
  backupFailed: (why) => `No backup was saved: ${why}`,
  backupCancelled: 'Cancelled; no backup was saved.',
  backupCheckFailed: (why) =>
    `The finished backup is not what was written when read back: ${why} Do not use this file; save it again in another place.`,
  backupLast: (when, entries) =>
    entries === '0'
      ? `Last backup: ${when}; nothing has changed since`
      : `Last backup: ${when}; the log has gained ${entries} ${entries === '1' ? 'entry' : 'entries'} since`,
  backupNever: 'No backup file was saved on this device yet',
  backupDue: (entries) =>
    `${entries} ${entries === '1' ? 'entry of the log is' : 'entries of the log are'} in no backup file yet`,
  backupDueDo: 'Back up',
  restoreTitle: 'Restore from a backup',
  restoreWhy:
    'See first whose file it is, from when and what is in it; then decide. Where nothing is here yet, it is restored; beside other ' +
    'data it is merged: what both say stays, and no draft is overwritten. Backups of earlier versions (.zip) will do.',
  restoreDrop: 'Drop a backup file here (.fracas, or .zip of an earlier version)',
  restoreChoose: 'Choose a backup file',
  restoreOlder: (when, rows) =>
    `A backup file of an earlier version, saved ${when}${rows === '' ? '' : `, ${rows} records`}. Nothing is here yet; it is ` +
    'restored as it is.',
  restoreFromOlder: 'a backup file of an earlier version (it does not say whose it is, and is not signed)',
  restoreDrafts: (count) => `${count} unfinished ${count === '1' ? 'draft' : 'drafts'}`,
  restoredDrafts: (count) =>
    `${count} unfinished ${count === '1' ? 'draft' : 'drafts'} came along and can be continued on Home`,
  restoreWithoutFiles: (count) =>
    `${count} attached ${count === '1' ? 'file is' : 'files are'} missing in it: damaged, gone or too large when it was saved`,
  restoreIntoEmpty:
    'Nothing is here yet: restored, this is a new device, and the numbers it gives from now on bear a new code',
  restoreCleaned: (count) => `${count} of them held invisible control characters in their texts, which were removed`,
  restoreDone: (count) => `${count} records restored`,
  restoreFailed: (why) => `Not restored: ${why} The present data has not changed.`,
  restoreCancelled: 'Cancelled; nothing was restored and the present data has not changed.',
  restoreNotABackup: () => 'This is not a backup file of 闭环 FRACAS.',
  restoreCut: () => 'The backup file is incomplete; its end is missing. Use another backup.',
  restoreNewer: () => 'This backup comes from a newer version; update the program first.',
  restoreDamaged: (where) =>
    `The backup file is damaged or was altered (checksum differs${where === '' ? '' : `: ${where}`}). Use another backup.`,
  restoreWrongRecord: (where) => `A record in the backup is not what its table holds (${where}). Use another backup.`,
  restoreNotEmpty: () => 'Data has just come onto this device. Choose the file again to merge it.',
  restoreBesideLog: () =>
    'This older backup holds records its log does not explain; merging would lose them. Restore it in another browser or browser ' +
    'profile, and hand everything over from there.',
  backupTooLarge: (where) =>
    `It is more than a backup file may hold (512 MB per attached file, 64 GB in all, a million parts)${where === '' ? '' : `: ${where}`}.`,
}
