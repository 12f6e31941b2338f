import type { UnreadWhy } from '../domain/typedValue'
import type { Translation } from './translation'

type Unreadable = Readonly<Record<UnreadWhy, (limit: string) => string>>

const UNREAD_ZH: Unreadable = {
  'not-a-number': () => '读不出数字，请改正',
  'unclear-separator': () => '逗号或点的位置有歧义：小数点用“.”，千位分隔每三位一个',
  'not-whole': () => '请填整数',
  'not-whole-cents': () => '最多两位小数',
  'too-small': (limit) => `不能小于 ${limit}`,
  'too-large': (limit) => `不能大于 ${limit}，请检查位数`,
  'not-a-date': () => '读不出日期，写成 2026-05-07 或 2026年5月7日，时间写成 14:30',
  'two-digit-year': () => '年份请写四位',
  'several-days': () => '只写一个日期',
  'not-in-the-list': () => '清单里没有，请从清单里选一个，或者清空',
}
const UNREAD_EN: Unreadable = {
  'not-a-number': () => 'Not a number; please correct it',
  'unclear-separator': () =>
    'The comma or point can mean two things: write “.” for decimals, thousands in groups of three',
  'not-whole': () => 'A whole number, please',
  'not-whole-cents': () => 'Two decimals at most',
  'too-small': (limit) => `Not less than ${limit}`,
  'too-large': (limit) => `Not more than ${limit}; please check the digits`,
  'not-a-date': () => 'Not a date; write 2026-05-07 or 7 May 2026, a time as 14:30',
  'two-digit-year': () => 'The year needs four digits',
  'several-days': () => 'One date only',
  'not-in-the-list': () => 'Not in the list; choose one from the list, or clear the field',
}

/** What every form says: what could not be read, drafts, fields that somebody else changed. */
export const formsZh = {
  unread: (why: UnreadWhy, limit: string) => UNREAD_ZH[why](limit),
  unreadField: (label: string, says: string) => `${label}：${says}`,
  dateOpenCalendar: '从日历选',
  datePlaceholder: '年-月-日',
  momentPlaceholder: '年-月-日 时:分',
  keptAsWritten: '清单里没有，按原文保存',
  keptChoose: '从清单选',
  pickerNoTrain: '没有这列车',
  pickerNoNode: '没有这个部件',
  comboSearching: '正在查找…',
  comboFailed: '清单现在查不到，可按原文保存',

  endBeforeStart: (end: string, start: string) => `“${end}”早于“${start}”，请改正`,
  nothingReplaced: '还没写换了什么：填换下件或换上件的序列号，或者写明为什么没有序列号',
  odometerLast: (last: string, at: string) => `上次读数 ${last} km（${at}）`,
  odometerBackwards: (last: string, at: string) => `比上次读数小：上次是 ${last} km（${at}）。`,
  odometerTooFar: (last: string, at: string) => `这段时间跑不了这么远：上次是 ${last} km（${at}）。`,
  odometerConfirm: '核对过了，读数没错',
  odometerNeedsCheck: '与上次读数对不上，请核对',

  reasonNeeded: '请写明原因',

  draftSaved: (time: string) => `草稿已存 ${time}`,
  draftSaving: '正在存草稿…',
  draftFailed: '草稿没能存到本机（多半是磁盘已满），这些文字只在屏幕上。先把文字复制出来，再腾出空间。',
  draftCopy: '复制全部文字',
  draftCopied: '已复制，可以粘贴到别处',
  draftCopyFailed: '没能复制，请选中文字手动复制',
  draftCloseAnyway: '不保留，关闭',
  draftKept: '没有保存，已留作草稿；下次打开接着写。',
  draftRecovered: (time: string) => `已恢复 ${time} 没有保存的填写。`,
  draftDiscard: '丢弃草稿',
  draftDiscarded: '草稿已丢弃',
  draftRevert: '放弃这次修改',
  draftReverted: '已放弃这次修改',
  draftSetAside: '先放一边，另写一张',
  draftIsSetAside: '已放一边，在草稿里',
  draftActions: '草稿操作',
  draftsTitle: '没有提交的草稿',
  draftsOther: (count: number) => `其他草稿 ${count}`,
  draftPutAside: '先放一边',
  draftAside: '放在一边',
  draftNoWords: '（还没写字）',
  draftHeldElsewhere: '这份草稿正在另一个标签页里编辑；这里是一张新的。',

  conflictTitle: '你打开以后，别处改了这些内容',
  conflictTheirs: '现在存的',
  conflictMine: '我写的',
  conflictTakeTheirs: '用现在存的',
  conflictKeepMine: '用我写的',
  conflictUndecided: (count: number) => `有 ${count} 项在这期间被改过，请逐项选定`,
  conflictNothing: '（空）',
}

export const formsEn: Translation<typeof formsZh> = {
  unread: (why, limit) => UNREAD_EN[why](limit),
  unreadField: (label, says) => `${label}: ${says}`,
  dateOpenCalendar: 'Choose in a calendar',
  datePlaceholder: 'yyyy-mm-dd',
  momentPlaceholder: 'yyyy-mm-dd hh:mm',
  keptAsWritten: 'Not in the list, kept as written',
  keptChoose: 'Choose from the list',
  pickerNoTrain: 'No such train',
  pickerNoNode: 'No such part',
  comboSearching: 'Searching…',
  comboFailed: 'The list cannot be searched now; the words can be kept as written',

  endBeforeStart: (end, start) => `“${end}” is before “${start}”; please correct it`,
  nothingReplaced:
    'Nothing says what was replaced: enter the serial of the part removed or installed, or why there is none',
  odometerLast: (last, at) => `Last reading ${last} km on ${at}`,
  odometerBackwards: (last, at) => `Less than the last reading, ${last} km on ${at}.`,
  odometerTooFar: (last, at) => `Further than a train runs since the last reading, ${last} km on ${at}.`,
  odometerConfirm: 'I checked it, the reading is right',
  odometerNeedsCheck: 'Does not follow from the last reading; please check it',

  reasonNeeded: 'Please say why',

  draftSaved: (time) => `Draft saved ${time}`,
  draftSaving: 'Saving the draft…',
  draftFailed:
    'The draft could not be saved on this device (most likely the disk is full); the text is ' +
    'on the screen only. Copy it first, then free some space.',
  draftCopy: 'Copy all text',
  draftCopied: 'Copied; paste it somewhere safe',
  draftCopyFailed: 'It could not be copied; select the text and copy it by hand',
  draftCloseAnyway: 'Close without keeping it',
  draftKept: 'Not saved yet; kept as a draft that continues when you open it again.',
  draftRecovered: (time) => `What was typed and not saved on ${time} is back.`,
  draftDiscard: 'Discard the draft',
  draftDiscarded: 'Draft discarded',
  draftRevert: 'Drop these changes',
  draftReverted: 'Changes dropped',
  draftSetAside: 'Set aside and start another',
  draftIsSetAside: 'Set aside; it is among the drafts',
  draftActions: 'Draft',
  draftsTitle: 'Drafts not submitted',
  draftsOther: (count) => `Other drafts: ${count}`,
  draftPutAside: 'Set aside',
  draftAside: 'set aside',
  draftNoWords: '(no words yet)',
  draftHeldElsewhere: 'That draft is being edited in another tab; this is a new one.',

  conflictTitle: 'Changed elsewhere since you opened this form',
  conflictTheirs: 'Stored now',
  conflictMine: 'Mine',
  conflictTakeTheirs: 'Take what is stored',
  conflictKeepMine: 'Keep mine',
  conflictUndecided: (count) =>
    count === 1
      ? '1 field was changed meanwhile; choose which value holds'
      : `${count} fields were changed meanwhile; choose which values hold`,
  conflictNothing: '(empty)',
}
