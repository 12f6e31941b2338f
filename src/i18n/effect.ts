/** Whether an action worked: before, after, and what is still needed to prove it. */
import type { Effect } from '../metrics/effectivenessScope'
import type { Translation, Words } from './translation'

const EFFECT_ZH: Words<Effect> = {
  effective: '有效：下降已显示（90% 界限不含 1），估计至少减半；减半本身未得证明。',
  partly: '部分有效：下降已显示（90% 界限不含 1），估计不到一半。',
  ineffective: '未见效：90% 界限不含减半。',
  'not-enough-data': '数据还不够：既不能排除没有变化，也不能排除减半。',
}

const EFFECT_EN: Words<Effect> = {
  effective:
    'Effective: a fall is shown (the 90% bounds exclude 1); the estimate is at most half, though halving itself is not proven.',
  partly: 'Partly effective: a fall is shown (the 90% bounds exclude 1); the estimate is above half.',
  ineffective: 'Not effective: the 90% bounds exclude halving.',
  'not-enough-data': 'Not enough data: neither “no change” nor “halved” can be excluded.',
}

export const effectZh = {
  effectTitle: '有没有效',
  effectSameKind: '只算同一现象',
  effectVerdict: (verdict: Effect) => EFFECT_ZH[verdict],
  effectNone: (reason: string) =>
    reason === 'no-items'
      ? '范围内没有一件有装车记录，比不出来。'
      : reason === 'no-failures'
        ? '前后都没有故障，比不出来。'
        : '有一段没有里程记录，比不出来；请先录入里程。',
  effectNoNode: '故障还没有归到部件，算不出效果。',
  effectNoDate: '写上生效日期（或完成日期），程序就会比较前后的故障率。',
  effectBefore: '措施前',
  effectAfter: '措施后',
  effectPeriod: '期间',
  effectTrainKm: '列车公里 (10⁶)',
  effectPartKm: '部件公里 (10⁶)',
  effectCoverage: '里程已知',
  effectWithoutDistance: '起当天里程未知，不进故障率',
  effectRatio: (ratio: string, lower: string, upper: string, p: string) =>
    `后/前故障率之比 ${ratio}（90% 界限 ${lower} ～ ${upper}，精确条件检验 ${p}）。`,
  effectMore: (km: string, days: string) =>
    `再无故障运行 ${km} × 10⁶ 部件公里${days === '' ? '' : `（按现在的速度约 ${days} 天）`}，才能以 95% 的单侧置信度显示故障率下降。`,
  effectWithTrend: (isFalling: boolean, p: string, ratio: string, lower: string, upper: string) =>
    `不论措施，故障率本来就在${isFalling ? '下降' : '上升'}（泊松回归，p ${p}）；扣除这一趋势后之比 ${ratio}（90% 界限 ${lower} ～ ${upper}），结论按它下。`,
  effectSince: (day: string) => `措施 ${day}`,
  effectScope: (trains: string, types: string) =>
    `范围：${trains} 列车${types === '' ? '' : `（${types}）`}；期间从有故障记录的第一个月到最后一个月；故障率本来就有升降时先扣除，季节不扣除。`,
  effectItemsBefore: (kind: 'same-items' | 'other-items') =>
    kind === 'same-items' ? '措施前（同一批件）' : '措施前（其余的件）',
  effectItemsAfter: '措施后（范围内的件）',
  effectOthersAfter: '同期（其余的件）',
  effectSerialFrom: '序列号起',
  effectBatch: '批次',
  effectItems: (scope: string, known: string, ran: string, trains: string) =>
    `范围：${scope}；按序列号已知 ${known} 件，其中 ${ran} 件措施后在 ${trains} 列车上运行过（有装车记录），公里按每件在车上的时间逐件累计。`,
  effectLeftOut: (count: string, serials: string) =>
    `${count} 件只从故障或拆下记录里知道，没有装车记录，没有算作范围内的件（没出过故障的同类件不知道有多少，只算出故障的会把故障率算高）：${serials}。`,
  effectWholeTrains: '改按全部列车计算',
  effectWholeTrainsWhy: '范围外的件也算在内，效果会被冲淡。',
  effectUnsaid: '措施后没写清是哪一件的故障',
  effectUnsaidCount: (count: string) => `措施后有 ${count} 起故障没写清是哪一件，算在其余的件里。`,
  effectAtWorst: (verdict: string) => `如果全算作范围内的件——${verdict}`,
  effectUnknownTrains: (nos: string) => `车队里没有这些列车：${nos}。`,
  effectUse: '用这些数字建一次验证',
}

export const effectEn: Translation<typeof effectZh> = {
  effectTitle: 'Did it work?',
  effectSameKind: 'same symptom only',
  effectVerdict: (verdict) => EFFECT_EN[verdict],
  effectNone: (reason) =>
    reason === 'no-items'
      ? 'Of no item in scope an installation is on record; there is nothing to compare.'
      : reason === 'no-failures'
        ? 'Nothing failed before or after; there is nothing to compare.'
        : 'One side has no distance on record; enter readings first.',
  effectNoNode: 'The failure is not assigned to a part, so its effect cannot be worked out.',
  effectNoDate:
    'Give the date from which it holds (or the date it was done) and the rates before and after are compared.',
  effectBefore: 'Before',
  effectAfter: 'After',
  effectPeriod: 'Period',
  effectTrainKm: 'Train-km (10⁶)',
  effectPartKm: 'Part-km (10⁶)',
  effectCoverage: 'Distance known',
  effectWithoutDistance: 'without known distance, not in the rate',
  effectRatio: (ratio, lower, upper, p) =>
    `Rate after over before ${ratio} (90% bounds ${lower} to ${upper}, exact conditional test ${p}).`,
  effectMore: (km, days) =>
    `Another ${km} × 10⁶ part-km without a failure${days === '' ? '' : ` (about ${days} days at the present pace)`} ` +
    `would show a fall at one-sided 95%.`,
  effectWithTrend: (isFalling, p, ratio, lower, upper) =>
    `The rate was ${isFalling ? 'falling' : 'rising'} whatever the action did (Poisson regression, p ${p}); with that ` +
    `trend taken off the ratio is ${ratio} (90% bounds ${lower} to ${upper}), and the verdict goes by it.`,
  effectSince: (day) => `Action ${day}`,
  effectScope: (trains, types) =>
    `Scope: ${trains} trains${types === '' ? '' : ` (${types})`}, from the first to the last month with failures on ` +
    `record; a trend the rate had anyway is taken off, seasons are not.`,
  effectItemsBefore: (kind) => (kind === 'same-items' ? 'Before (the same items)' : 'Before (all others)'),
  effectItemsAfter: 'After (items in scope)',
  effectOthersAfter: 'Same days (all others)',
  effectSerialFrom: 'serial from',
  effectBatch: 'batch',
  effectItems: (scope, known, ran, trains) =>
    `Scope: ${scope}; ${known} items known by serial, ${ran} of them ran on ${trains} trains ` +
    `after the action by an installation on record; distance is added up item by item while ` +
    `it was on a train.`,
  effectLeftOut: (count, serials) =>
    `${count} items are known only because they failed or came off, without an installation ` +
    `on record, and are not counted as in scope (how many like them never failed is not known;` +
    ` a rate of the failed ones alone would be too high): ${serials}.`,
  effectWholeTrains: 'count all parts on all trains instead',
  effectWholeTrainsWhy: 'Parts outside the scope are counted too and dilute the effect.',
  effectUnsaid: 'Failures after the action that do not say which item',
  effectUnsaidCount: (count) =>
    `${count} failures after the action do not say which item they are of; they are counted with the others.`,
  effectAtWorst: (verdict) => `If all of them were of items in scope – ${verdict}`,
  effectUnknownTrains: (nos) => `Not in the fleet: ${nos}.`,
  effectUse: 'Make a verification of these figures',
}
