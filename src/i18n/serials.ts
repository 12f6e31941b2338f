import type { DisagreementKind, FindingKind, LifeEventKind, Whereabouts } from '../domain/installations'
import type { Translation, Words } from './translation'

const KIND_ZH: Words<LifeEventKind> = { install: '装车', remove: '拆下', stockIn: '入库', scrap: '报废' }
const KIND_EN: Words<LifeEventKind> = {
  install: 'Installed',
  remove: 'Removed',
  stockIn: 'Back in stock',
  scrap: 'Scrapped',
}

/** `where`: date and place of what stands against it; `other`: the other serial or part. */
type Say<K extends string> = Readonly<Record<K, (serial: string, where: string, other: string) => string>>
const FINDING_ZH: Say<FindingKind> = {
  'same-serial': (serial) => `换下和换上的序列号都是 ${serial}：同一件不能自己换自己。`,
  'removal-open': (serial, where) =>
    `${serial} 还没有了结上一次拆下（${where}），不能装到别处。先在它的履历页登记“返修/检查后入库”。`,
  scrapped: (serial, where) => `${serial} 已报废（${where}），不能再装。`,
  'removed-before-installed': (serial, where) => `记录里 ${serial} 是后来才装上的（${where}），却在这之前拆下。`,
  'installed-elsewhere': (serial, where) => `记录里 ${serial} 现在装在别处（${where}），没有拆下的记录。`,
  'removed-elsewhere': (serial, where) => `记录里 ${serial} 装在另一个地方（${where}），这里却写着从本处拆下。`,
  'removed-already': (serial, where) => `记录里 ${serial} 已经拆下（${where}），之后没有装上的记录。`,
  'position-holds-another': (serial, where, other) => `记录里这个位置装的是 ${other}（${where}），不是 ${serial}。`,
  'removed-unknown': (serial) => `${serial} 以前没有记录：它的履历从这次拆下开始，之前装了多久不知道。`,
  'installed-unknown': (serial) => `${serial} 以前没有记录：它的履历从这次装车开始。`,
  'known-as-other-part': (serial, _where, other) => `${serial} 以前记作另一种部件（${other}）：按两件不同的东西记。`,
}
const FINDING_EN: Say<FindingKind> = {
  'same-serial': (serial) => `Removed and installed serial are both ${serial}: an item cannot replace itself.`,
  'removal-open': (serial, where) =>
    `The last removal of ${serial} is still open (${where}), so it cannot be installed ` +
    `elsewhere. Record on its life line that it came back from repair or inspection first.`,
  scrapped: (serial, where) => `${serial} was scrapped (${where}) and cannot be installed again.`,
  'removed-before-installed': (serial, where) =>
    `By the records ${serial} was installed later (${where}), yet here it comes off before that.`,
  'installed-elsewhere': (serial, where) =>
    `By the records ${serial} is installed elsewhere (${where}); no removal is on record.`,
  'removed-elsewhere': (serial, where) =>
    `By the records ${serial} is installed in another place (${where}), yet here it comes off this one.`,
  'removed-already': (serial, where) =>
    `By the records ${serial} was removed already (${where}) and not installed since.`,
  'position-holds-another': (serial, where, other) =>
    `By the records ${other} is at this position (${where}), not ${serial}.`,
  'removed-unknown': (serial) =>
    `${serial} was not on record before: its life begins with this removal; how long it was installed is not known.`,
  'installed-unknown': (serial) => `${serial} was not on record before: its life begins with this installation.`,
  'known-as-other-part': (serial, _where, other) =>
    `${serial} is on record as another part (${other}): the two are kept as different items.`,
}
const DISAGREE_ZH: Readonly<Record<DisagreementKind, (event: string, against: string) => string>> = {
  'installed-while-installed': (event, against) => `${event} 装车时，按记录还装在 ${against}，没有拆下的记录。`,
  'removed-elsewhere': (event, against) => `从 ${event} 拆下，按记录却装在 ${against}。`,
  'removed-twice': (event, against) => `${event} 拆下时，按记录早已拆下（${against}）。`,
  'installed-while-away': (event, against) => `${event} 装车时，上一次拆下（${against}）还没有了结。`,
  'odometer-backwards': (event, against) => `${event} 拆下时的里程比装车时（${against}）还小。`,
}
const DISAGREE_EN: Readonly<Record<DisagreementKind, (event: string, against: string) => string>> = {
  'installed-while-installed': (event, against) =>
    `Installed ${event} while it was, by the records, still installed ${against}; no removal is on record.`,
  'removed-elsewhere': (event, against) => `Removed ${event}, but by the records it was installed ${against}.`,
  'removed-twice': (event, against) => `Removed ${event} although it had been removed before (${against}).`,
  'installed-while-away': (event, against) =>
    `Installed ${event} while the removal before (${against}) was still open.`,
  'odometer-backwards': (event, against) =>
    `The odometer at removal (${event}) is smaller than at installation (${against}).`,
}

/** The life of a serial-numbered item. */
export const serialsZh = {
  serialTitle: (serial: string) => `序列件 ${serial}`,
  serialFind: '按序列号查',
  serialOpen: '打开履历',
  serialUnknown: '没有这个序列号的装拆记录',
  serialUnknownWhy: '登记一次部件更换，它的履历就从那里开始。序列号请按铭牌写全。',
  serialNow: (kind: Whereabouts['kind'], where: string) =>
    ({
      unknown: '现在在哪里：不知道',
      installed: `现在装在 ${where}`,
      away: `已拆下，去向未了结（${where}）：不能装到别处`,
      off: `已拆下，之后去了哪里没有记录（${where}）`,
      stock: `在库，可以装车（${where}）`,
      scrapped: `已报废（${where}）`,
    })[kind],
  serialPeriods: '装在哪里、多久、跑了多少',
  serialFrom: '装车',
  serialTo: '拆下',
  serialPlace: '位置',
  serialDays: '天数',
  serialKm: '走行 (km)',
  serialWhyOff: '下车原因',
  serialWhereTo: '去向',
  serialBeforeRecords: '记录之前',
  serialStill: '仍在车上',
  serialNoDay: '日期不详',
  serialTotal: (km: string, known: number, all: number) =>
    `累计走行 ${km} km（${all} 段里 ${known} 段两头都有里程）。返修不等于新件：各段相加，另列返修后走行。`,
  serialNoKm: '没有一段两头都有里程，走行多少不知道。',
  serialSinceRepair: (km: string) => `返修入库后走行 ${km} km。`,
  serialEvents: '全部事件',
  serialEventKind: (kind: LifeEventKind) => KIND_ZH[kind],
  serialDisagreements: '记录互相矛盾的地方',
  serialDisagreement: (kind: DisagreementKind, event: string, against: string) => DISAGREE_ZH[kind](event, against),
  serialDisagreementsWhy: '程序不改记录：请打开相应的更换记录更正，或者保留矛盾。',
  serialFailures: (count: string) => `上报过的故障 ${count} 条`,
  serialReturn: '登记返修/检查后入库',
  serialReturnWhy: '入库以后才能装到别处。',
  serialReturnAt: '入库时间',
  finding: (kind: FindingKind, serial: string, where: string, other: string) => FINDING_ZH[kind](serial, where, other),
  findingsTitle: '与装拆履历对照',
  findingsConfirm: '我核对过了：照这样记，矛盾留在履历里',
  findingsUnconfirmed: '与装拆履历不一致，请核对后勾选',
}

export const serialsEn: Translation<typeof serialsZh> = {
  serialTitle: (serial) => `Serial ${serial}`,
  serialFind: 'Find by serial no.',
  serialOpen: 'Open life line',
  serialUnknown: 'No installation or removal of this serial is on record',
  serialUnknownWhy:
    'Its life line begins with the first part replacement that names it. Please type the serial in full, as on its plate.',
  serialNow: (kind, where) =>
    ({
      unknown: 'Where it is now is not known',
      installed: `Installed now: ${where}`,
      away: `Removed, and that removal is open (${where}): it cannot be installed elsewhere`,
      off: `Removed; where it went is not on record (${where})`,
      stock: `In stock, may be installed (${where})`,
      scrapped: `Scrapped (${where})`,
    })[kind],
  serialPeriods: 'Where, how long, how far',
  serialFrom: 'Installed',
  serialTo: 'Removed',
  serialPlace: 'Place',
  serialDays: 'Days',
  serialKm: 'Run (km)',
  serialWhyOff: 'Why removed',
  serialWhereTo: 'Went to',
  serialBeforeRecords: 'before the records',
  serialStill: 'still on the train',
  serialNoDay: 'day not known',
  serialTotal: (km, known, all) =>
    `Run in total ${km} km (odometer known at both ends of ${known} of ${all} periods ` +
    `installed). A repair does not make it new: all periods add up, use since repair stands ` +
    `beside.`,
  serialNoKm: 'No period installed has the odometer at both ends, so how far it ran is not known.',
  serialSinceRepair: (km) => `Since it came back from repair: ${km} km.`,
  serialEvents: 'Everything on record',
  serialEventKind: (kind) => KIND_EN[kind],
  serialDisagreements: 'Where the records disagree',
  serialDisagreement: (kind, event, against) => DISAGREE_EN[kind](event, against),
  serialDisagreementsWhy:
    'The program changes no record: correct the replacement concerned, or leave the disagreement.',
  serialFailures: (count) => `Failures reported: ${count}`,
  serialReturn: 'Back in stock after repair or inspection',
  serialReturnWhy: 'Only then it can be installed elsewhere.',
  serialReturnAt: 'Back in stock at',
  finding: (kind, serial, where, other) => FINDING_EN[kind](serial, where, other),
  findingsTitle: 'Compared with the life lines',
  findingsConfirm: 'I have checked: record it like this and let the disagreement stand',
  findingsUnconfirmed: 'Disagrees with the life line; check it and tick the box',
}
