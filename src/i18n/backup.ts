/** Saving a backup, and restoring one. */
import type { Translation } from './translation'

export const backupZh = {
  backupTitle: '备份与恢复',
  backupWhy: '备份文件包含全部记录和历史。浏览器数据可能被清除，只有存成文件才算备份。',
  backupSave: '存成备份文件',
  backupSaved: (name: string, size: string) => `备份已存入 ${name}（${size}），并已从头到尾读回核对`,
  backupHandedOver: (name: string, size: string) =>
    `备份 ${name}（${size}）已从头到尾核对，交给浏览器下载；请确认它出现在下载文件夹里`,
  backupDamagedFiles: (count: string) => `有 ${count} 个附件在本机上已损坏（内容与登记时不同），照原样存进了备份。`,
  backupFailed: (why: string) => `没有存成备份：${why}。`,
  backupCancelled: '已取消，没有存成备份。',
  backupCheckFailed: (why: string) => `写好的备份读回核对时不符：${why}。请不要使用这个文件，换个位置再存一次。`,
  backupBusy: '正在备份或恢复，请等它完成或取消',
  backupStageWriting: '正在写入备份',
  backupStageChecking: '正在逐条读回核对',
  backupStageStoring: '正在恢复',
  restoreChoose: '从备份文件恢复',
  restoreCleaned: (count: string) => `其中 ${count} 条记录的文字里有不可见的控制字符，已去掉`,
  restoreDone: (count: string) => `已恢复 ${count} 条记录`,
  restoreFailed: (why: string) => `没有恢复：${why}。现有数据没有变化。`,
  restoreCancelled: '已取消，没有恢复；现有数据没有变化。',
  restoreNotABackup: () => '这不是闭环 FRACAS 的备份文件',
  restoreCut: () => '备份文件不完整，后面的部分被截掉了',
  restoreNewer: () => '这个备份来自更新的版本，请先更新程序',
  restoreDamaged: (where: string) => `备份文件损坏或被改动过（校验不符${where === '' ? '' : `：${where}`}）`,
  restoreWrongRecord: (where: string) => `备份里有一条记录的内容不是它该有的样子（${where}）`,
  restoreNotEmpty: () => '本机已有数据；恢复只能在空库中进行，以免混在一起',
  backupTooLarge: (where: string) =>
    `超过备份文件的上限（单个附件 512 MB，总计 64 GB，一百万个部分）${where === '' ? '' : `：${where}`}`,
  backupKeptChanging: () => '备份期间一直在导入；等导入结束后再备份',
}

export const backupEn: Translation<typeof backupZh> = {
  backupTitle: 'Backup and restore',
  backupWhy:
    'A backup file holds all records and their history. A browser may lose its data; only a file counts as a backup.',
  backupSave: 'Save a backup file',
  backupSaved: (name, size) => `The backup is in ${name} (${size}) and was read back from beginning to end`,
  backupHandedOver: (name, size) =>
    `The backup ${name} (${size}) was checked from beginning to end and handed to the browser; make sure that it is in your downloads`,
  backupDamagedFiles: (count) =>
    `${count} attached ${count === '1' ? 'file is' : 'files are'} damaged on this device (not ` +
    `what was attached) and went into the backup as found.`,
  backupFailed: (why) => `No backup was saved: ${why}.`,
  backupCancelled: 'Cancelled; no backup was saved.',
  backupCheckFailed: (why) =>
    `The finished backup is not what was written when read back: ${why}. Do not use this file; save it again in another place.`,
  backupBusy: 'A backup or restore is under way; wait for it or cancel it',
  backupStageWriting: 'Writing the backup',
  backupStageChecking: 'Reading every record back',
  backupStageStoring: 'Restoring',
  restoreChoose: 'Restore from a backup file',
  restoreCleaned: (count) => `${count} of them held invisible control characters in their texts, which were removed`,
  restoreDone: (count) => `${count} records restored`,
  restoreFailed: (why) => `Not restored: ${why}. The present data has not changed.`,
  restoreCancelled: 'Cancelled; nothing was restored and the present data has not changed.',
  restoreNotABackup: () => 'this is not a backup file of 闭环 FRACAS',
  restoreCut: () => 'the backup file is incomplete; its end is missing',
  restoreNewer: () => 'this backup comes from a newer version; update the program first',
  restoreDamaged: (where) =>
    `the backup file is damaged or was altered (checksum differs${where === '' ? '' : `: ${where}`})`,
  restoreWrongRecord: (where) => `a record in the backup is not what its table holds (${where})`,
  restoreNotEmpty: () =>
    'there is data on this device already; a backup is restored into an empty database only, so that nothing mixes',
  backupTooLarge: (where) =>
    `it is more than a backup file may hold (512 MB per attached file, 64 GB in all, a million parts)${where === '' ? '' : `: ${where}`}`,
  backupKeptChanging: () => 'imports kept being stored meanwhile; save the backup when they are done',
}
