/** Room on this device, rescue copies, and data the browser has thrown away. */
import type { Translation } from './translation'
import type { RescueReason } from '../domain/rescueCopies'

type Held = { readonly entries: string; readonly failures: string }

export const rescueZh = {
  spaceRoom: '空间',
  spaceWords: (used: string, free: string, quota: string) => `已用 ${used}，还剩 ${free}（浏览器最多给 ${quota}）`,
  spaceUnknown: '这个浏览器不说用了多少空间',
  spaceKept: '长期保存',
  spaceFiles: '照片和附件',
  spaceFilesWords: (files: string, size: string) => `${files} 个，共 ${size}`,
  spaceBackup: '上次备份文件',
  spaceHandOver: '上次交接',
  spaceNever: '还没有',
  spaceDenied: '浏览器没有答应。装成应用、加书签或常用之后再问，多半会答应；在那之前请勤存备份文件。',
  spaceAskWhy: '答应之后，空间不足时浏览器不会自己清掉这些数据；你在浏览器里手动清除仍然会清掉。',
  rescueTitle: '救援副本',
  rescueWhy:
    '程序每天自动在浏览器里另存一份，大的导入、接收和数据升级之前再各存一份，留最近三个有副本的日子。能防程序出错和升级失败，防不了浏览器清除整个网站：那要靠备份文件。',
  rescueNone: '还没有救援副本',
  rescueNow: '现在留一份',
  rescueNothingNew: '与最近一份相比没有新内容，不用再留',
  rescueMaking: '正在留救援副本',
  rescueFirst: '先留一份救援副本',
  rescueMade: '已留下一份救援副本',
  rescueFailed: (why: string) =>
    `没能留下救援副本${why === '' ? '：空间不够' : `：${why}`}。工作不受影响，请存一份备份文件。`,
  rescueFailedSince: (when: string, why: string) =>
    `${when} 没能留下救援副本${why === '' ? '：空间不够' : `：${why}`}。请存一份备份文件。`,
  rescueReason: (reason: RescueReason) =>
    ({ daily: '每天一份', asked: '手动', upgrade: '升级之前', import: '导入之前', 'take-in': '接收或恢复之前' })[
      reason
    ],
  rescueWhen: '时间',
  rescueWhyMade: '为什么',
  rescueHolds: '内容',
  rescueHoldsWords: ({ entries, failures }: Held, files: string) =>
    `故障 ${failures} 个，日志 ${entries} 条，附件 ${files} 个`,
  rescueLeftOut: (count: string) => `缺 ${count} 个附件（太大或已损坏）`,
  rescueSize: '大小',
  rescueSave: '存成文件',
  rescueRestore: '恢复',
  rescueDrop: '删除',
  rescueChosen: (when: string) => `已取出 ${when} 的救援副本，看清内容后决定是否恢复`,
  upgradeCopying: '正在升级数据，先留一份副本',
  upgradeCopyingWhy: '新版本会改写这里的数据。先把原样另存一份，升级出错时可以取回。',
  upgradeCopySkip: '不留了，直接升级',
  thinTitle: '给照片腾地方',
  thinWhy:
    '本机拍的或加的照片和附件，别的设备用签名的交接包或回执确认有了，就可以从本机拿掉，只留记录。别的设备给的不能拿掉，免得两边都以为对方有。',
  thinNone: '现在没有可以拿掉的：先交接，等对方的回执或交接包',
  thinHeld: (files: string, size: string, code: string, person: string, when: string) =>
    `${files} 个，共 ${size}：设备 ${code}（${person === '' ? '未具名' : person}）在 ${when} 确认有`,
  thinButton: (size: string) => `腾出 ${size}…`,
  thinAsk:
    '拿掉以后，原件只在上面的设备上。那台设备若丢了数据，照片就没有了。要取回，接收那台设备交出的全部内容即可。最好先存一份备份文件。',
  thinDo: '从本机拿掉',
  thinDone: (files: string, size: string) => `已拿掉 ${files} 个，腾出 ${size}`,
  thinFailed: (why: string) => `没有拿掉：${why}`,
  thinAway: (files: string) => `有 ${files} 个附件的原件不在本机`,
  thinnedHere: (code: string, person: string) => `原件在设备 ${code}${person === '' ? '' : `（${person}）`}上`,
  fileNotHere: '原件不在本机',
  lossTitle: '这台设备上的数据少了',
  lossWords: (when: string, had: Held, has: Held) =>
    `${when} 这里有 ${had.failures} 个故障、${had.entries} 条日志，现在只有 ${has.failures} 个故障、${has.entries} 条日志。多半是浏览器清除了数据。`,
  lossLeft: (count: string, when: string, failures: string) =>
    `还留着 ${count} 份救援副本，最近一份是 ${when} 的，有 ${failures} 个故障。`,
  lossNothingLeft: '浏览器里没有留下救援副本；如果存过备份文件，请从文件恢复。',
  lossCopies: '看救援副本',
  lossFile: '选择备份文件',
  lossAccept: '不找回了…',
  lossAcceptWhy: '为什么不找回（会记在本机）',
  lossAcceptDo: '记下并继续',
  lossReasonNeeded: '请先写原因',
  lossNoted: '丢失过的数据',
  lossNotedWords: (when: string, had: string, has: string, reason: string) =>
    `${when}：日志从 ${had} 条变成 ${has} 条，没有找回。原因：${reason}`,
}

export const rescueEn: Translation<typeof rescueZh> = {
  spaceRoom: 'Room',
  spaceWords: (used, free, quota) => `${used} used, ${free} free (the browser offers up to ${quota})`,
  spaceUnknown: 'This browser does not say how much room is used',
  spaceKept: 'Kept',
  spaceFiles: 'Photos and files',
  spaceFilesWords: (files, size) => `${files}, ${size} in all`,
  spaceBackup: 'Last backup file',
  spaceHandOver: 'Last hand-over',
  spaceNever: 'none yet',
  spaceDenied:
    'The browser did not agree. It mostly does once the program is installed, bookmarked or used often; until then save ' +
    'backup files often.',
  spaceAskWhy:
    'Once it agrees, the browser does not clear this data by itself when space runs short; clearing it by hand in the browser ' +
    'still does.',
  rescueTitle: 'Rescue copies',
  rescueWhy:
    'Once a day the program keeps a copy beside the data in this browser, and one before big imports, taking in and upgrades, of ' +
    'the last three days that have any. They help against errors and failed upgrades, not against a browser that clears the whole ' +
    'site: for that there are backup files.',
  rescueNone: 'No rescue copy yet',
  rescueNow: 'Keep a copy now',
  rescueNothingNew: 'Nothing is new since the last one',
  rescueMaking: 'Keeping a rescue copy',
  rescueFirst: 'Keeping a rescue copy first',
  rescueMade: 'A rescue copy was kept',
  rescueFailed: (why) =>
    `No rescue copy could be kept${why === '' ? ': there is not enough room' : `: ${why}`}. Work goes on; save a backup file.`,
  rescueFailedSince: (when, why) =>
    `No rescue copy could be kept ${when}${why === '' ? ': there is not enough room' : `: ${why}`}. Save a backup file.`,
  rescueReason: (reason) =>
    ({
      daily: 'daily',
      asked: 'by hand',
      upgrade: 'before an upgrade',
      import: 'before an import',
      'take-in': 'before taking in or restoring',
    })[reason],
  rescueWhen: 'When',
  rescueWhyMade: 'Why',
  rescueHolds: 'Holds',
  rescueHoldsWords: ({ entries, failures }, files) =>
    `${failures} failures, ${entries} entries of the log, ${files} attached files`,
  rescueLeftOut: (count) =>
    `${count} attached ${count === '1' ? 'file is' : 'files are'} missing (too large or damaged)`,
  rescueSize: 'Size',
  rescueSave: 'Save as file',
  rescueRestore: 'Restore',
  rescueDrop: 'Delete',
  rescueChosen: (when) => `The rescue copy of ${when} is laid out below; see what it holds and decide`,
  upgradeCopying: 'Keeping a copy before the data are upgraded',
  upgradeCopyingWhy:
    'The new version rewrites the data here. They are kept as they are first, so that they can be had back should it fail.',
  upgradeCopySkip: 'Upgrade without a copy',
  thinTitle: 'Room from photos',
  thinWhy:
    'Photos and files added on this device can be given up here once another device has confirmed, by a signed package or receipt, ' +
    'that it has them; their records stay. What other devices gave stays here, so that two devices never each rely on the other.',
  thinNone: 'Nothing can be given up now: hand over first and wait for the receipt or a package of the other device',
  thinHeld: (files, size, code, person, when) =>
    `${files}, ${size} in all: device ${code} (${person === '' ? 'unnamed' : person}) confirmed ${when} that it has them`,
  thinButton: (size) => `Make ${size} free…`,
  thinAsk:
    'The originals are then on the devices named above only. Should such a device lose its data, they are gone. Taking in ' +
    'everything that device hands over brings them back. Better save a backup file first.',
  thinDo: 'Give up here',
  thinDone: (files, size) => `${files} given up, ${size} free`,
  thinFailed: (why) => `Nothing was given up: ${why}`,
  thinAway: (files) =>
    `The originals of ${files} attached ${files === '1' ? 'file is' : 'files are'} not on this device`,
  thinnedHere: (code, person) => `The original is on device ${code}${person === '' ? '' : ` (${person})`}`,
  fileNotHere: 'The original is not on this device',
  lossTitle: 'Data is missing on this device',
  lossWords: (when, had, has) =>
    `There were ${had.failures} failures and ${had.entries} entries of the log here ${when}, and now there are ${has.failures} and ` +
    `${has.entries}. Most likely the browser has cleared data.`,
  lossLeft: (count, when, failures) =>
    `${count} rescue ${count === '1' ? 'copy is' : 'copies are'} left; the last one of ${when} holds ${failures} failures.`,
  lossNothingLeft: 'No rescue copy is left in this browser. If a backup file was saved, restore from it.',
  lossCopies: 'See the rescue copies',
  lossFile: 'Choose a backup file',
  lossAccept: 'Go on without…',
  lossAcceptWhy: 'Why it is not brought back (kept on this device)',
  lossAcceptDo: 'Note it and go on',
  lossReasonNeeded: 'Write the reason first',
  lossNoted: 'Data lost earlier',
  lossNotedWords: (when, had, has, reason) =>
    `${when}: the log went from ${had} entries to ${has} and was not brought back. Reason: ${reason}`,
}
