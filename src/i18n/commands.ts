import {
  COMPANY_FIELD_REFUSED_EN,
  COMPANY_FIELD_REFUSED_ZH,
  companyValueRefusedEn,
  companyValueRefusedZh,
} from './companyFieldRefusals'
import type { FailureCode, PlainRefusal, RefusalReason, Trouble } from '../domain/commandTrouble'
import { familyOf } from '../domain/records/tables'
import { labelOfCommandEn as labelsEn, labelOfCommandZh as labelsZh } from './commandNames'
import { formsEn, formsZh } from './forms'
import { ROLE_NAMES_EN, ROLE_NAMES_ZH } from './roleNames'
import type { Language, Translation, Words } from './translation'

const FAILED_ZH: Words<FailureCode> = {
  'disk-full': '没有保存：本机存储空间已满。先在“数据”页导出备份，再清理磁盘或浏览器空间，然后重试。',
  'database-closed': '没有保存：本机数据库已关闭（多半是另一个标签页刚更新了程序）。复制好没保存的文字，再刷新本页。',
  'newer-version': '没有保存：本机数据库已由更新版本的程序打开。关闭其他标签页，再刷新本页。',
  'storage-denied': '没有保存：浏览器不允许本站存储数据。请在浏览器的网站设置里允许存储（退出无痕模式），再刷新本页。',
  aborted: '没有保存：写入被中断，数据没有变化。请再试一次；仍然不行就刷新本页。',
  'not-read-back': '写入后没能从磁盘读回来。请不要关闭页面，先在“数据”页导出备份，再重试。',
  unknown: '没有保存，数据没有变化。请再试一次；仍然不行就刷新本页，并把下面的说明发给维护人员。',
}
const FAILED_EN: Words<FailureCode> = {
  'disk-full':
    'Not saved: the storage of this device is full. Save a backup on the Data page, free disk or browser space, and try again.',
  'database-closed':
    'Not saved: the database was closed (most likely another tab has just updated the ' +
    'program). Copy text you have not saved, then reload this page.',
  'newer-version':
    'Not saved: a newer version of the program has opened the database. Close the other tabs and reload this page.',
  'storage-denied':
    'Not saved: the browser does not allow this site to store data. Allow it in the site ' +
    'settings (leave private browsing) and reload this page.',
  aborted:
    'Not saved: writing was interrupted and nothing has changed. Try again; if it fails again, reload this page.',
  'not-read-back':
    'What was written could not be read back from the disk. Do not close the page; save a backup on the Data page and try again.',
  unknown:
    'Not saved; nothing has changed. Try again; if it fails again, reload this page and pass on the details below.',
}

const REFUSED_ZH: Words<PlainRefusal> = {
  'reporter-may-not-close': '填报人不能关闭自己报的故障',
  'author-may-not-approve': '分析人不能批准自己的分析',
  'owner-may-not-verify': '措施责任人不能验证自己的措施',
  'set-by-steps': '这些内容只由流程步骤和签署来写',
  'reviewer-only': '由分析里写的审核人批准',
  'nobody-named': '先在设置里写上你的姓名',
  'outside-reach': '这条记录不在你的站段或部门范围内',
  'not-own': '只能对自己的记录这样做',
  gone: '这条记录已经不在了',
  overtaken: '记录在这期间变了，这一步现在不成立；看清最新内容再决定',
  'conflict-changed': '这期间又来了新的值，或者已经有人选定；什么都没改，看清现在的值再选',
  incomplete: '内容不全，或者不归你的角色登记',
  'costs-entered': '已有费用记录，不能标为没有费用',
  'not-submitted': '分析还没有提交批准',
  'closed-needs-reopening': '已经关闭：先重新打开',
  held: '两台设备各走了一步，流程停在这里：先选定以哪一步为准',
  'closed-needs-reason': '已经关闭：修改要写明原因',
  'closed-leads-only': '已经关闭：只有服务站主管、可靠性工程师、质量主管和评审组可以写明原因后修改，或重新打开',
  'not-a-moment': '时间无法识别',
  'stands-on-it': '还有记录挂在它上面，不能删除；可以停用，历史照样留着',
  'not-mergeable': '这两条不能合并：要同一类，且都没有并入别处',
  'odometer-falls': '里程表读数比前一次小；换过表就用“换表”登记',
  'lease-over': '这台设备太久没有连上公司服务器，现在只能看：连上网，在“团队”页按“立即同步”，就可以接着做',
  needed: '有必填项没填',
  'inside-itself': '不能移到自己或自己的下级里',
  'no-such-parent': '找不到这个上级节点',
  'double-product': '已有这个代号的产品',
  'double-sibling': '同一上级下已有同名、同号、同位置的节点',
  'position-taken': '同一上级下这个位置号已被占用',
  'double-train': '这个车型已有这个车号（或它是另一列车的曾用号）',
  'double-place': '已有同类同名的单位或地点',
  'double-serial': '这个部件已有这个序列号',
}
const REFUSED_EN: Words<PlainRefusal> = {
  'reporter-may-not-close': 'Whoever reported the failure may not close it',
  'author-may-not-approve': 'Authors may not approve their own analysis',
  'owner-may-not-verify': 'Owners may not verify their own action',
  'set-by-steps': 'Only steps of the workflow and signatures write this',
  'reviewer-only': 'Approved by the reviewer the analysis names',
  'nobody-named': 'Enter your name in the settings first',
  'outside-reach': 'The record is outside your stations and departments',
  'not-own': 'Allowed for your own records only',
  gone: 'The record is no longer there',
  overtaken: 'The record has changed meanwhile and this is not possible any more; look at it again',
  'conflict-changed':
    'Another value has arrived meanwhile, or somebody has chosen; nothing was changed, look at the values as they are now',
  incomplete: 'Something is missing, or it is not for your role to enter',
  'costs-entered': 'Costs have been entered, so the failure is not one without costs',
  'not-submitted': 'The analysis has not been submitted for approval',
  'closed-needs-reopening': 'It is closed: reopen it first',
  held: 'Two devices each took a step, so the case is held: choose first which one stands',
  'closed-needs-reason': 'It is closed: a change needs a reason',
  'closed-leads-only':
    'It is closed: only the station lead, reliability, quality and the review board change it, with a reason, or it is reopened',
  'not-a-moment': 'The time cannot be read',
  'stands-on-it': 'Records stand on it, so it cannot be deleted; end it instead, and its history stays',
  'not-mergeable': 'These two cannot be merged: they must be of one kind, and neither merged already',
  'odometer-falls': 'The odometer shows less than before; if it was replaced, enter a new odometer',
  'lease-over':
    'This device has not met the company’s server for too long and only reads now: go online and press “Sync now” on the Team page',
  needed: 'Something required is missing',
  'inside-itself': 'A part cannot be moved into itself or into what it holds',
  'no-such-parent': 'This parent cannot be found',
  'double-product': 'There is a product of this code already',
  'double-sibling': 'Its parent already holds a part of the same name, number and position',
  'position-taken': 'This position of the parent is taken',
  'double-train': 'This type already has a train of this number, now or formerly',
  'double-place': 'There is one of this kind and name already',
  'double-serial': 'This part already has this serial',
}

/** End and start of a span, as the forms call them. */
function labelsOf(
  {
    table,
    fields: [end = '', start = ''],
  }: Extract<RefusalReason, { readonly fields: readonly string[]; readonly table: unknown }>,
  language: Language,
): [end: string, start: string] {
  const { fields } = familyOf(table)
  return [fields[end]?.[language] ?? end, fields[start]?.[language] ?? start]
}

function refusalZh(reason: RefusalReason): string {
  switch (reason.code) {
    case 'role':
      return `由下列角色做：${reason.roles.map((role) => ROLE_NAMES_ZH[role]).join('、')}`
    case 'wrong-state':
      return '现在的状态不能这样做'
    case 'reason-needed':
      return '这会改变统计数字，请写明原因'
    case 'end-before-start':
      return formsZh.endBeforeStart(...labelsOf(reason, 'zh'))
    case 'nothing-replaced':
      return formsZh.nothingReplaced
    case 'company-value':
      return companyValueRefusedZh(reason)
    case 'company-field':
      return COMPANY_FIELD_REFUSED_ZH[reason.why]
    default:
      return REFUSED_ZH[reason.code]
  }
}

function refusalEn(reason: RefusalReason): string {
  switch (reason.code) {
    case 'role':
      return `Done by: ${reason.roles.map((role) => ROLE_NAMES_EN[role]).join(', ')}`
    case 'wrong-state':
      return 'Not possible in the present state'
    case 'reason-needed':
      return 'This changes figures; say why'
    case 'end-before-start':
      return formsEn.endBeforeStart(...labelsOf(reason, 'en'))
    case 'nothing-replaced':
      return formsEn.nothingReplaced
    case 'company-value':
      return companyValueRefusedEn(reason)
    case 'company-field':
      return COMPANY_FIELD_REFUSED_EN[reason.why]
    default:
      return REFUSED_EN[reason.code]
  }
}

/** How commands end when they do not end well, and what to do then. */
export const commandsZh = {
  commandRefusal: refusalZh,
  commandTrouble: (trouble: Trouble) =>
    trouble.kind === 'failed'
      ? FAILED_ZH[trouble.code]
      : trouble.kind === 'refused'
        ? `“${labelsZh(trouble.command)}”没有做：${trouble.reasons.map(refusalZh).join('；')}。`
        : `没有保存：有 ${trouble.fields.length} 项在这期间被别人改过，请先看清再决定。`,
  commandDetails: '说明',
  storageFull: '本机空间不足，没有写入；请腾出空间后重试',
  undoAtOnce: '刚改完就撤销',
  commandPending: '正在保存…',
  unexpectedError: (detail: string) =>
    `程序出了意外的错误：${detail}。已保存的数据还在；刷新本页再试，仍然不行就把这句话发给维护人员。`,
}

export const commandsEn: Translation<typeof commandsZh> = {
  commandRefusal: refusalEn,
  commandTrouble: (trouble) =>
    trouble.kind === 'failed'
      ? FAILED_EN[trouble.code]
      : trouble.kind === 'refused'
        ? `“${labelsEn(trouble.command)}” was not done: ${trouble.reasons.map(refusalEn).join('; ')}.`
        : `Not saved: ${trouble.fields.length} fields were changed by somebody meanwhile. Look at them first.`,
  commandDetails: 'Details',
  storageFull: 'there is no space left on this device; make room and try again',
  undoAtOnce: 'taken back right after it was made',
  commandPending: 'Saving…',
  unexpectedError: (detail) =>
    `An unexpected error: ${detail}. What was saved is still there; reload this page and try again, and pass this on if it comes back.`,
}
