/** Verifying the operation log. */
import type { Translation } from './translation'

/** What is wrong where the chain of the log breaks. */
const BREAKS_ZH: Readonly<Record<string, string>> = {
  altered: '这一条的内容在写入之后被改动过。',
  'out-of-line': '它和前一条接不上：中间有记录被删除、插入或调换过。',
  unchained: '前面都有校验值，这一条没有：它不是程序写的。',
  'end-missing': '这是现存的最后一条，但本机后来还做过改动：末尾的记录被删除了。',
}

const BREAKS_EN: Readonly<Record<string, string>> = {
  altered: 'its content was altered after it was written.',
  'out-of-line':
    'it does not follow the entry before: something between them was removed, slipped in or put in another order.',
  unchained: 'entries before it carry a hash and this one does not: the program did not write it.',
  'end-missing':
    'it is the last one left, but this device has made more changes since: entries at the end were removed.',
}

export const logCheckZh = {
  logTitle: '操作日志',
  logWhy:
    '每次改动都带着前一次改动的校验值，连成一条链。核对会走完整条链：谁动过、删过、插过一条，从哪里断开就指出哪里。',
  logVerify: '核对操作日志',
  logWalking: (done: string, total: string) => `已核对 ${done} / ${total}`,
  logEmpty: '日志还是空的。',
  logNoChain: (count: string) => `日志里的 ${count} 条都早于校验链，无法核对；从下一次改动起有链。`,
  logIntact: (count: string, since: string) =>
    `完好：自 ${since} 起的 ${count} 条首尾相连，没有一条被改动、删除或插入。`,
  logUnchained: (count: string) => `另有 ${count} 条早于校验链，只固定了最后一条，其余无法核对。`,
  logHead: '最后一条的校验值',
  logComparing: '正在把记录、附件和原始行与日志逐条对照',
  logRecordsSame: (records: string, files: string, imports: string) =>
    `${records} 条记录与日志推出的完全一致；${files} 个附件、${imports} 次导入的原始行校验无误`,
  logRecordsDiffer: (count: string) => `日志本身完整，但有 ${count} 处内容与日志不符：有人或程序绕过日志改过数据`,
  logDifference: (
    kind: 'altered' | 'missing' | 'beside' | 'file-altered' | 'file-missing' | 'rows-altered',
    table: string,
  ) =>
    ({
      altered: `${table}：与日志所写不同`,
      missing: `${table}：日志里有，数据里没有了`,
      beside: `${table}：数据里有，日志里没有`,
      'file-altered': `${table}：文件内容被换过`,
      'file-missing': `${table}：文件不见了`,
      'rows-altered': `${table}：原始行被换过`,
    })[kind],
  logThinned: (count: string) => `另有 ${count} 个附件已在本机拿掉，原件在别的设备上，这里没法校验`,
  logMoreDifferences: (count: string) => `另有 ${count} 处`,
  logDifferWhatNow: '请先备份现状，再与其他设备上的数据或之前的备份对照；不要据此数据作结论。',
  logHeadWhy: '把它抄到别处（会议纪要、邮件）。若有人连校验值一起重算，只有拿抄下的值来对才看得出来。',
  logNoted: '以前抄下的校验值（可不填）',
  logNotedFound: (at: string) => `抄下的校验值在日志里，是 ${at} 的那一条：到那时为止的内容没有变过。`,
  logNotedMissing: '日志里没有抄下的这个校验值：它之前的内容被重做过，或者抄错了。',
  logBroken: (kind: string, seq: string, at: string, actor: string, command: string) =>
    `断在第 ${seq} 条（${at}，${actor}，${command}）：${BREAKS_ZH[kind] ?? kind}`,
  logBefore: (count: string) => `在它之前的 ${count} 条首尾相连。`,
  logCancelled: '已停止，没有核对完。',
}

export const logCheckEn: Translation<typeof logCheckZh> = {
  logTitle: 'Operation log',
  logWhy:
    'Every change carries a hash of the one before it, so that all of them form a chain. ' +
    'Verifying walks the whole chain and names the place where an entry was altered, removed ' +
    'or slipped in.',
  logVerify: 'Verify the log',
  logWalking: (done, total) => `Verified ${done} / ${total}`,
  logEmpty: 'The log is empty.',
  logNoChain: (count) =>
    `All ${count} entries are older than the chain and cannot be verified; it begins with the next change.`,
  logIntact: (count, since) =>
    `Intact: ${count} entries chained since ${since}; none was altered, removed or slipped in.`,
  logUnchained: (count) =>
    `${count} more entries are older than the chain; only the last of them is pinned, the others cannot be verified.`,
  logHead: 'Hash of the last entry',
  logComparing: 'Holding records, files and source rows against the log',
  logRecordsSame: (records, files, imports) =>
    `${records} records are exactly what the log adds up to; ${files} attached files and the source rows of ${imports} ` +
    'imports are unchanged',
  logRecordsDiffer: (count) =>
    `The log itself is whole, but ${count} things differ from it: somebody or something changed the data beside the log`,
  logDifference: (kind, table) =>
    ({
      altered: `${table}: not what the log says`,
      missing: `${table}: in the log, no longer in the data`,
      beside: `${table}: in the data, not in the log`,
      'file-altered': `${table}: the file has another content`,
      'file-missing': `${table}: the file is gone`,
      'rows-altered': `${table}: the source rows are others`,
    })[kind],
  logThinned: (count) =>
    `${count} attached ${count === '1' ? 'file was' : 'files were'} given up here and cannot be verified; another device has the originals`,
  logMoreDifferences: (count) => `and ${count} more`,
  logDifferWhatNow:
    'Back up what is there, then lay it beside the data of other devices or an earlier backup; draw no conclusions from it.',
  logHeadWhy:
    'Write it down elsewhere (minutes, a mail). Whoever recomputes all hashes after a change is found only by comparing with it.',
  logNoted: 'A hash noted earlier (optional)',
  logNotedFound: (at) => `The noted hash is in the log, on the entry of ${at}: nothing before it has changed since.`,
  logNotedMissing: 'The noted hash is not in the log: what stood before it was made anew, or it was noted wrongly.',
  logBroken: (kind, seq, at, actor, command) =>
    `Broken at entry ${seq} (${at}, ${actor}, ${command}): ${BREAKS_EN[kind] ?? kind}`,
  logBefore: (count) => `The ${count} entries before it are chained.`,
  logCancelled: 'Stopped before the end.',
}
