/** Handing data over to other devices by file, and taking theirs in. */
import type { Translation } from './translation'

type Counts = { readonly changes: string; readonly files: string }

export const handOverZh = {
  handOverTitle: '交接',
  handOverWhy: '没有服务器时，用一个文件把这台设备上新增的内容交给别的设备；对方接收后两边一致，谁写的都不会丢。',
  handOverMake: '交出',
  handOverMakeWhy: '做成一个签了名的 .fracas 文件，含改动、导入的原始行和照片；可用邮件、微信或 U 盘发出。',
  handOverNew: (count: string) => `上次交接以来的全部（本机 ${count} 处改动）`,
  handOverEverything: '全部内容',
  handOverPeriod: '一段时间',
  handOverFrom: '从',
  handOverTo: '到',
  handOverOne: (kind: 'failure' | 'train' | 'depot', label: string) =>
    `只交${{ failure: '故障', train: '列车', depot: '段' }[kind]}：${label}`,
  handOverPassphrase: '口令（可不设）',
  handOverPassphraseWhy: '设了口令，没有口令的人打不开；忘了口令谁也打不开，包括我们。',
  handOverButton: '生成交接包',
  handOverPeriodWrong: '请填起止两天，起始不晚于结束',
  handOverDone: (name: string, size: string, { changes, files }: Counts) =>
    `已生成 ${name}（${size}）：${changes} 处改动，${files} 个附件。请发给对方；对方接收后会有回执。`,
  handOverShared: (name: string) => `已通过系统分享交出 ${name}`,
  handOverCancelled: '已取消，没有生成交接包',
  handOverFailed: (why: string) => `没有生成交接包：${why}`,
  handOverNothing: '上次交接以来没有新的改动；仍可交出全部内容',
  handOverStage: (stage: 'opening' | 'reading' | 'checking' | 'storing') =>
    ({ opening: '正在用口令打开', reading: '正在读取', checking: '正在核对', storing: '正在存入' })[stage],
  passphraseShow: '显示',
  passphraseHide: '隐藏',
  takeInTitle: '接收',
  takeInWhy: '先看清是谁的、什么时候的、有什么、缺什么，再决定接收；同一个文件接收两次没有影响。',
  takeInChoose: '选择交接包',
  takeInDrop: '把 .fracas 文件拖到这里',
  takeInPassphrase: '这个交接包有口令',
  takeInOpen: '打开',
  takeInFrom: (person: string, role: string, code: string) =>
    `${person === '' ? '未具名' : person}（${role}），设备 ${code}`,
  takeInOwn: '这是本机自己生成的包',
  takeInMade: '生成时间',
  takeInAbout: '内容',
  takeInAboutWords: (kind: string, words: string) =>
    ({
      new: '上次交接以来的全部',
      everything: '全部内容',
      receipt: '只是回执，没有改动',
      period: `${words} 之间的改动`,
      failure: `故障 ${words}`,
      train: `列车 ${words}`,
      depot: `段 ${words}`,
    })[kind] ?? kind,
  takeInFresh: (fresh: string, known: string) => `新的 ${fresh} 处，已有 ${known} 处`,
  takeInFiles: (files: string) => `附件 ${files} 个`,
  takeInDisputes: (count: string) => `接收后有 ${count} 个字段两边不一致，两个值都保留，等人裁定`,
  takeInNoDisputes: '接收后没有新的冲突',
  takeInDisputesUnknown: '内容很多，冲突接收后再数',
  takeInMissing: (code: string, ranges: string) =>
    `还缺设备 ${code} 的改动 ${ranges}：请向对方要之前的交接包；现在接收也可以，缺的部分以后补上`,
  takeInSigned: (fingerprint: string) => `签名有效，指纹 ${fingerprint}`,
  takeInUnsigned: '没有签名：无法证明是谁生成的',
  takeInKeyNew: '第一次见到这台设备的密钥。请当面或电话与对方核对指纹，一致再接收。',
  takeInKeyKnown: '密钥与以前接收时一致',
  takeInKeyOther: '这台设备以前用另一个密钥签名：可能是数据被恢复到别的设备，也可能有人冒充。核实之前不能接收。',
  takeInKeyRevoked: '这台设备的密钥已被吊销，不能接收',
  takeInKeyAccept: '已核对指纹，以后信任这台设备',
  takeInKeyFirst: '先核对指纹并勾选',
  takeInNothing: '没有新内容',
  takeInButton: '接收',
  takeInNot: '不接收',
  takeInDone: (fresh: string, known: string) => `已接收：新的 ${fresh} 处改动，已有 ${known} 处没有重复存入`,
  takeInReceipt: '生成回执',
  takeInReceiptWhy: '发回给对方，对方就知道已经收到',
  takeInCancelled: '已取消，什么都没有存入',
  takeInFailed: (why: string) => `没有接收：${why}`,
  takeInSameDevice: (code: string, number: string) =>
    `设备 ${code} 的第 ${number} 处改动在两处内容不同：有一份数据是另一份的副本，却用着同一个设备号。`,
  takeInSameElsewhere: '这两份都不在本机：请在其中一台上打开对方的交接包，那里可以把它变成新设备。',
  takeInPartedUnsure: '从这个文件看不出两份是从哪里分开的：请对方交出“全部内容”，再在这里打开。',
  newDeviceTitle: '把这台变成新设备',
  newDeviceWhich: '两台里有一台变成新设备就可以，什么都不会丢。最好选复制以后还没有把自己的改动交给第三方的那一台。',
  newDeviceRenames: (count: string) => `复制以后在这台上做的 ${count} 处改动改记在新的设备号下，内容、时间和人都不变。`,
  newDeviceNothing: '这台在复制以后没有做过改动：只换设备号和签名密钥。',
  newDeviceHandedOver: (count: string) =>
    `其中 ${count} 处已经以旧设备号交出去过：收过的设备会再收到一次，多数没有影响；` +
    `如果这些内容后来又改过，那里会列为冲突，由人选定。那台设备也收不进另一份数据，除非它也按这里的办法处理。`,
  newDeviceHandedOk: '知道了，仍把这台变成新设备',
  newDeviceHandedFirst: '先看清上面的后果并勾选',
  newDeviceButton: '变成新设备',
  newDeviceDone: (code: string, count: string) => `这台现在是设备 ${code}；${count} 处改动改记在它名下。`,
  newDeviceFailed: (why: string) => `没有变成新设备：${why}`,
  deviceTitle: '这台设备',
  deviceWhy:
    '每台设备有自己的设备号和签名密钥。整个浏览器数据或虚拟机被复制、磁盘被克隆之后，两份会用着同一个设备号，互相收不进：' +
    '在其中一份上换一个新的。',
  deviceCopied:
    '复制以后这台还没有写过东西：直接换。已经写过：先在“接收”里打开另一份的“全部内容”交接包，那里会分清哪些是这台写的。',
  deviceNew: '换成新设备…',
  deviceNewAsk: '从现在起用新的设备号和新的密钥；已有的内容和历史不变。下次交接时对方要重新核对指纹。',
  takeInNotPermitted: '当前角色只能查看，不能接收',
  handOverList: '交接记录',
  handOverListNone: '还没有交接过',
  handOverWay: '方向',
  handOverOut: '交出',
  handOverIn: '接收',
  handOverUnnamed: '未具名',
  handOverWhen: '时间',
  handOverWho: '谁',
  handOverWhat: '内容',
  handOverChanges: '改动',
  trustedDevices: '信任的设备',
  keysNone: '还没有接收过别的设备签名的包',
  keysAccepted: (when: string, by: string) => `${when} 由${by === '' ? '未具名的人' : by}确认`,
  keysRevoke: '吊销',
  keysRevoked: (when: string) => `${when} 已吊销`,
  keysOwn: (code: string) => `本机 ${code}`,
  keysOwnNone: '第一次交接时生成密钥',
  numberProvisional: (device: string) => `临时编号，由设备 ${device} 给出`,
  numberFormer: (no: string) => `也可用 ${no} 找到`,
  failureHandOver: '交接此故障',
  importIsPackage: '这是交接包，不是工作簿：请在“数据 → 交接”里接收',
  pillOnlyHere: (count: string) => `${count} 处只在本机`,
  pillHandedOver: (count: string) => `${count} 处已交出，未确认`,
  pillConfirmed: '都已交接并确认',
  pillWhy: '打开交接：把本机的改动交给别的设备，或接收别人的',
}

export const handOverEn: Translation<typeof handOverZh> = {
  handOverTitle: 'Hand-over',
  handOverWhy:
    'Without a server, one file carries what is new on this device to another one. Once it is taken in there, both hold the same, ' +
    'and nothing anybody wrote is lost.',
  handOverMake: 'Hand over',
  handOverMakeWhy:
    'Makes one signed .fracas file of changes, source rows of imports and photos; send it by mail, messenger or memory stick.',
  handOverNew: (count) => `Everything new since the last hand-over (${count} changes of this device)`,
  handOverEverything: 'Everything',
  handOverPeriod: 'A period',
  handOverFrom: 'From',
  handOverTo: 'To',
  handOverOne: (kind, label) =>
    `Only ${{ failure: 'the failure', train: 'the train', depot: 'the depot' }[kind]}: ${label}`,
  handOverPassphrase: 'Passphrase (optional)',
  handOverPassphraseWhy:
    'With a passphrase nobody opens the file without it; once it is forgotten nobody opens it at all, we included.',
  handOverButton: 'Make the package',
  handOverPeriodWrong: 'Give both days, the first not after the last',
  handOverDone: (name, size, { changes, files }) =>
    `Made ${name} (${size}): ${changes} changes, ${files} attached files. Send it on; a receipt comes back once it is taken in.`,
  handOverShared: (name) => `Handed ${name} to the share sheet`,
  handOverCancelled: 'Cancelled; no package was made',
  handOverFailed: (why) => `No package was made: ${why}`,
  handOverNothing: 'Nothing is new since the last hand-over; everything can still be handed over',
  handOverStage: (stage) =>
    ({ opening: 'Opening with the passphrase', reading: 'Reading', checking: 'Checking', storing: 'Storing' })[stage],
  passphraseShow: 'Show',
  passphraseHide: 'Hide',
  takeInTitle: 'Take in',
  takeInWhy:
    'See first whose it is, from when, what is in it and what is missing; then decide. Taking the same file in twice does no harm.',
  takeInChoose: 'Choose a package',
  takeInDrop: 'Drop a .fracas file here',
  takeInPassphrase: 'This package has a passphrase',
  takeInOpen: 'Open',
  takeInFrom: (person, role, code) => `${person === '' ? 'unnamed' : person} (${role}), device ${code}`,
  takeInOwn: 'This device made the package itself',
  takeInMade: 'Made',
  takeInAbout: 'Holds',
  takeInAboutWords: (kind, words) =>
    ({
      new: 'everything new since the last hand-over',
      everything: 'everything',
      receipt: 'only a receipt, no changes',
      period: `changes of ${words}`,
      failure: `failure ${words}`,
      train: `train ${words}`,
      depot: `depot ${words}`,
    })[kind] ?? kind,
  takeInFresh: (fresh, known) => `${fresh} changes are new, ${known} are here already`,
  takeInFiles: (files) => `${files} attached files`,
  takeInDisputes: (count) => `${count} values will differ between devices; both are kept until somebody decides`,
  takeInNoDisputes: 'No new conflicts',
  takeInDisputesUnknown: 'It holds much; conflicts are counted once it is taken in',
  takeInMissing: (code, ranges) =>
    `Changes ${ranges} of device ${code} are missing: ask for the earlier package. This one can be taken in now; the rest joins it later`,
  takeInSigned: (fingerprint) => `The signature is good, fingerprint ${fingerprint}`,
  takeInUnsigned: 'Not signed: nothing proves who made it',
  takeInKeyNew:
    'The key of this device has not been met before. Compare the fingerprint with the sender, ' +
    'in person or by telephone, before taking it in.',
  takeInKeyKnown: 'The key is the one met before',
  takeInKeyOther:
    'This device signed with another key before: its data may have been restored elsewhere, or somebody pretends to be it. ' +
    'It cannot be taken in before that is cleared up.',
  takeInKeyRevoked: 'The key of this device was revoked; it cannot be taken in',
  takeInKeyAccept: 'The fingerprint was compared; trust this device from now on',
  takeInKeyFirst: 'Compare the fingerprint and tick it first',
  takeInNothing: 'Nothing in it is new',
  takeInButton: 'Take in',
  takeInNot: 'Not now',
  takeInDone: (fresh, known) => `Taken in: ${fresh} changes are new, ${known} were here already and are not doubled`,
  takeInReceipt: 'Make a receipt',
  takeInReceiptWhy: 'Send it back, and the sender knows that it has arrived',
  takeInCancelled: 'Cancelled; nothing was stored',
  takeInFailed: (why) => `Not taken in: ${why}`,
  takeInSameDevice: (code, number) =>
    `Change ${number} of device ${code} says two different things: one store is a copy of the other and uses the same device id.`,
  takeInSameElsewhere:
    'Neither of them is this device: open the package of the one on the other, where it can become a new device.',
  takeInPartedUnsure:
    'This file does not show where the two parted: ask for a package of everything from the other one and open it here.',
  newDeviceTitle: 'Make this device a new one',
  newDeviceWhich:
    'It is enough that one of the two becomes a new device; nothing is lost. Best take the one that has not yet handed what it ' +
    'wrote since the copy to a third.',
  newDeviceRenames: (count) =>
    `${count} changes made here since the copy go on under the new device id; what they say, when and by whom stays.`,
  newDeviceNothing: 'Nothing was changed here since the copy: only the device id and the signing key are new.',
  newDeviceHandedOver: (count) =>
    `${count} of them were handed over under the old id: whoever took them in gets them once more, mostly without effect; where ` +
    `such a value was changed again since, it is listed there as a conflict and somebody chooses. That device cannot take in the ` +
    `other store either before it has been put right in the same way.`,
  newDeviceHandedOk: 'Understood; make this device a new one all the same',
  newDeviceHandedFirst: 'Read what follows from it above and tick it first',
  newDeviceButton: 'Become a new device',
  newDeviceDone: (code, count) => `This is device ${code} now; ${count} changes go on under it.`,
  newDeviceFailed: (why) => `It did not become a new device: ${why}`,
  deviceTitle: 'This device',
  deviceWhy:
    'Every device has an id and a signing key of its own. Once a browser profile, a virtual machine or a disk was copied, two ' +
    'stores use one id and refuse each other: give one of them a new one.',
  deviceCopied:
    'Nothing written here since it was copied: do it now. Otherwise first open the other store’s package of everything under ' +
    '“Take in”; there it is told apart what was written here.',
  deviceNew: 'Become a new device…',
  deviceNewAsk:
    'From now on this device has a new id and a new key; all that is here and its history stay. With the next hand-over the ' +
    'fingerprint is compared anew.',
  takeInNotPermitted: 'The present role only reads and takes nothing in',
  handOverList: 'Packages so far',
  handOverListNone: 'Nothing was handed over yet',
  handOverWay: 'Way',
  handOverOut: 'Handed over',
  handOverIn: 'Taken in',
  handOverUnnamed: 'unnamed',
  handOverWhen: 'When',
  handOverWho: 'Who',
  handOverWhat: 'What',
  handOverChanges: 'Changes',
  trustedDevices: 'Devices trusted',
  keysNone: 'No signed package of another device was taken in yet',
  keysAccepted: (when, by) => `accepted ${when} by ${by === '' ? 'somebody unnamed' : by}`,
  keysRevoke: 'Revoke',
  keysRevoked: (when) => `revoked ${when}`,
  keysOwn: (code) => `This device ${code}`,
  keysOwnNone: 'The key is made with the first hand-over',
  numberProvisional: (device) => `provisional number, given by device ${device}`,
  numberFormer: (no) => `also found by ${no}`,
  failureHandOver: 'Hand this failure over',
  importIsPackage: 'this is a hand-over package, not a workbook: take it in under “Data → Hand-over”',
  pillOnlyHere: (count) => `${count} on this device only`,
  pillHandedOver: (count) => `${count} handed over, not confirmed`,
  pillConfirmed: 'all handed over and confirmed',
  pillWhy: 'Open hand-over: give the changes of this device to another, or take theirs in',
}
