import type { ForcedBy } from '../domain/workflow/forcedPath'
import type { MissingReason } from '../domain/workflow/missing'
import type { Refusal } from '../domain/workflow/decide'
import type { Capability, GrantNote, Permission, Reach, Role } from '../domain/workflow/roles'
import type { Asked, TransitionName } from '../domain/workflow/transitions'
import type { WhyVerdict } from '../domain/whyTree'
import type { Translation } from './translation'

type Words<K extends string> = Readonly<Record<K, string>>

/** What each step of the workflow is called. */
export const STEPS_ZH: Words<TransitionName> = {
  submit: '提交', return: '退回补充', accept: '受理', merge: '合并为重复单', cancel: '作废', finishHandling: '处理完成，转分析', finishLight: '处理完成，申请关闭', approveAnalysis: '批准分析，转措施',
  closeWithoutAction: '无需措施，申请关闭', backToHandling: '退回现场补证', finishActions: '措施完成，转验证', causeDisproved: '原因被推翻，重新分析', effective: '验证有效，申请关闭', notEffective: '无效，补充措施',
  close: '批准关闭', rejectClosing: '不同意关闭', archive: '归档', reopen: '重开', suspend: '挂起', resume: '恢复',
}
export const STEPS_EN: Words<TransitionName> = {
  submit: 'Submit', return: 'Return for more', accept: 'Accept', merge: 'Merge as duplicate', cancel: 'Void', finishHandling: 'Handling done, to analysis', finishLight: 'Handling done, ask to close', approveAnalysis: 'Approve analysis, to action',
  closeWithoutAction: 'No action needed, ask to close', backToHandling: 'Back to the station', finishActions: 'Actions done, to verification', causeDisproved: 'Cause disproved, analyse again', effective: 'Effective, ask to close', notEffective: 'Not effective, more action',
  close: 'Approve closing', rejectClosing: 'Do not close', archive: 'Archive', reopen: 'Reopen', suspend: 'Suspend', resume: 'Resume',
}
const ASKED_ZH: Words<Asked> = { why: '理由', target: '并入哪一条故障？', reopenCode: '重开原因', resumeOn: '计划恢复日期', closeCode: '关闭代码' }
const ASKED_EN: Words<Asked> = { why: 'Reason', target: 'Merge into which failure?', reopenCode: 'Why it is reopened', resumeOn: 'Planned to resume on', closeCode: 'Closing code' }

const MISSING_ZH: Readonly<Record<MissingReason, (detail: string) => string>> = {
  missing: () => '未填', 'too-short': () => '至少 10 个字', 'in-the-future': () => '时间在未来', 'not-precise-enough': () => '至少精确到日', 'not-a-date': () => '不是有效日期', 'not-a-number': () => '不是数字',
  'path-too-light': (path) => `路径太轻，至少要走${path === '8D' ? '8D' : path === 'standard' ? '标准路径' : path}`, 'photo-needed': () => '严重度Ⅰ、Ⅱ级要有照片',
  'handling-needed': () => '还没有处理记录', 'replacement-needed': () => '处理方式是换件，但没有更换记录', 'main-fault-needed': () => '没有指明主故障件', 'one-main-fault-only': () => '主故障件只能有一个',
  'serial-or-reason': () => '填序列号，或写明为什么没有', 'check-date-needed': () => '临时修复或监控使用要定下次复查日期', 'restrictions-needed': () => '写明限制使用条件',
  'still-pending': () => '还是“待定”', 'analysis-needed': () => '还没有原因分析', 'problem-needed': () => '还没有归入问题单', 'evidence-needed': () => '没有一条经证实并附证据的原因', 'reviewer-is-author': () => '审核人不能是分析人自己', 'not-approved': () => '审核人还没有批准',
  'permanent-action-needed': () => '还没有永久纠正措施', 'cause-without-action': (cause) => `这个原因没有永久措施${cause === '' ? '' : `：${cause}`}`, 'effectivity-needed': () => '写明从哪里起生效', 'containment-open': () => '遏制措施还没有撤销日期', 'retrofit-incomplete': (done) => `改造未完成（${done}）`,
  'verification-needed': () => '还没有效果验证', 'window-not-over': (day) => `验证窗口到 ${day} 才结束`, 'window-too-short': (days) => `验证窗口不足 ${days} 天`, 'exposure-needed': () => '窗口内没有里程', 'exposure-too-small': (km) => `平均每列不足 ${Number(km).toLocaleString('zh-CN')} km`,
  'verifier-is-owner': () => '验证人不能是措施责任人', 'not-effective': () => '结论不是“有效”', 'decision-not-close': () => '决定不是“关闭”', 'action-open': () => '措施还没有完成', 'lesson-needed': () => '建经验条目，或写明为什么不建', 'wrong-close-code': () => '没有“有效”的验证，不能用 C1 关闭', 'step-unsigned': (step) => `${step} 还没有签署`,
}
const MISSING_EN: Readonly<Record<MissingReason, (detail: string) => string>> = {
  missing: () => 'not filled in', 'too-short': () => 'at least 10 characters', 'in-the-future': () => 'lies in the future', 'not-precise-enough': () => 'at least to the day', 'not-a-date': () => 'not a valid date', 'not-a-number': () => 'not a number',
  'path-too-light': (path) => `path too light, at least ${path} is needed`, 'photo-needed': () => 'severity I and II need a photo',
  'handling-needed': () => 'no handling recorded yet', 'replacement-needed': () => 'a part was replaced, but no replacement is recorded', 'main-fault-needed': () => 'no main failed item named', 'one-main-fault-only': () => 'only one main failed item is possible',
  'serial-or-reason': () => 'give the serial, or why there is none', 'check-date-needed': () => 'a temporary repair or a watch needs a date to look again', 'restrictions-needed': () => 'say what use is restricted to',
  'still-pending': () => 'still pending', 'analysis-needed': () => 'no analysis yet', 'problem-needed': () => 'belongs to no problem yet', 'evidence-needed': () => 'no cause is confirmed with evidence', 'reviewer-is-author': () => 'the reviewer may not be the author', 'not-approved': () => 'not approved by the reviewer yet',
  'permanent-action-needed': () => 'no permanent action yet', 'cause-without-action': (cause) => `this cause has no permanent action${cause === '' ? '' : `: ${cause}`}`, 'effectivity-needed': () => 'say from where on it holds', 'containment-open': () => 'containment has no end yet', 'retrofit-incomplete': (done) => `retrofit not complete (${done})`,
  'verification-needed': () => 'no verification yet', 'window-not-over': (day) => `the window ends on ${day}`, 'window-too-short': (days) => `the window is shorter than ${days} days`, 'exposure-needed': () => 'no distance was run in the window', 'exposure-too-small': (km) => `less than ${Number(km).toLocaleString('en-GB')} km a train`,
  'verifier-is-owner': () => 'the verifier may not own the action', 'not-effective': () => 'the result is not “effective”', 'decision-not-close': () => 'the decision is not “close”', 'action-open': () => 'the action is not done', 'lesson-needed': () => 'keep a lesson, or say why not', 'wrong-close-code': () => 'C1 needs an effective verification', 'step-unsigned': (step) => `${step} is not signed`,
}

const REFUSED_ZH: Words<Refusal> = {
  'wrong-state': '现在的状态不能走这一步', suspended: '已挂起，先恢复', 'not-suspended': '没有挂起', 'wrong-path': '这条路径不走这一步', role: '这一步由下列角色做', 'nobody-named': '先在设置里写上你的姓名',
  'reporter-may-not-close': '填报人不能关闭自己报的故障', 'author-may-not-approve': '分析人不能批准自己的分析', 'owner-may-not-verify': '措施责任人不能验证自己的措施', 'board-needed': '路径为强制或 8D，要由故障审查组决定', 'only-own-draft': '现场只能作废自己的草稿', 'close-code-not-for-this': '这一步只能用 C3 或 C4',
}
const REFUSED_EN: Words<Refusal> = {
  'wrong-state': 'Not possible in the present state', suspended: 'Suspended; resume it first', 'not-suspended': 'Not suspended', 'wrong-path': 'Not a step of this path', role: 'This step is taken by', 'nobody-named': 'Give your name in the settings first',
  'reporter-may-not-close': 'Whoever reported a failure may not close it', 'author-may-not-approve': 'An author may not approve the own analysis', 'owner-may-not-verify': 'The owner of an action may not verify it', 'board-needed': 'The path is forced or 8D: the review board decides', 'only-own-draft': 'In the field only an own draft can be voided', 'close-code-not-for-this': 'Only C3 or C4 fit this step',
}

const FORCED_ZH: Words<ForcedBy> = {
  'severity-1': '严重度Ⅰ级', 'severity-2': '严重度Ⅱ级', accident: '铁路交通事故', impact: '运营影响（下线、清客、救援、机破、安监）', 'safety-event': '安全事件', 'critical-part': '关键度 A 的部件', recurrence: '确认为重复故障', 'bad-fix': '修复不良', pattern: '惯性或批次故障', 'three-in-90-days': '90 天内同部位同现象 3 起以上',
}
const FORCED_EN: Words<ForcedBy> = {
  'severity-1': 'severity I', 'severity-2': 'severity II', accident: 'accident', impact: 'impact on service (withdrawn, detrained, rescue, locomotive failure, safety)', 'safety-event': 'safety event', 'critical-part': 'part of criticality A', recurrence: 'confirmed recurrence', 'bad-fix': 'bad fix', pattern: 'pattern or batch', 'three-in-90-days': 'three or more alike in 90 days',
}

const ROLES_ZH: Words<Role> = { FSE: '现场工程师', SSM: '服务站主管', CS: '客服', WHS: '备件/库管', REP: '返修技师', QC: '检验', REL: '可靠性工程师', DES: '责任单位/设计', QAL: '质量主管', FRB: '故障审查组', FIN: '成本', GM: '总经理', ADM: '系统管理', VIEW: '只读（客户/审计）' }
const ROLES_EN: Words<Role> = { FSE: 'Field service engineer', SSM: 'Station manager', CS: 'Customer service', WHS: 'Spares store', REP: 'Repair technician', QC: 'Inspector', REL: 'Reliability engineer', DES: 'Design / responsible department', QAL: 'Quality lead', FRB: 'Failure review board', FIN: 'Costs', GM: 'General manager', ADM: 'Administrator', VIEW: 'Reader (customer, auditor)' }
const CAN_ZH: Words<Capability> = { report: '故障草稿与提交', accept: '受理/退回/合并', handle: '处理与更换', classify: '关联与责任判定', analyse: '原因分析', act: '措施', verify: '效果验证', close: '关闭/重开', repair: '返修单', product: 'BOM/产品', readings: '里程读数', complaint: '投诉/服务请求', cost: '费用', import: '导入旧数据', export: '导出 Excel', override: '指标改判', administer: '用户/角色/代码' }
const CAN_EN: Words<Capability> = { report: 'Draft and submit', accept: 'Accept, return, merge', handle: 'Handling, replacement', classify: 'Relevance, chargeability', analyse: 'Root cause', act: 'Actions', verify: 'Verification', close: 'Close, reopen', repair: 'Repair orders', product: 'BOM, products', readings: 'Readings', complaint: 'Complaints', cost: 'Costs', import: 'Import of old data', export: 'Export to Excel', override: 'Override of figures', administer: 'Users, roles, codes' }
const MAY_ZH: Words<Permission> = { C: '建', R: '看', U: '改', A: '批', X: '导出', O: '改判' }
const MAY_EN: Words<Permission> = { C: 'create', R: 'read', U: 'change', A: 'approve', X: 'export', O: 'override' }
const REACH_ZH: Words<Reach> = { self: '本人', station: '本站', own: '自己负责的', all: '全部' }
const REACH_EN: Words<Reach> = { self: 'self', station: 'station', own: 'own', all: 'all' }
const NOTE_ZH: Words<GrantNote> = { 'own-customer': '本客户', custody: '流转', propose: '建议', comment: '评论', bench: '检测', disputes: '争议', 'light-propose': '轻路径建议', 'light-standard': '轻/标准', 'forced-8d': '强制/8D', store: '入库', acceptance: '检验', codes: '代码', freeze: '冻结', acknowledge: '知悉', parts: '用料', hours: '工时', stage: '暂存', map: '映射', commit: '提交', rollback: '提交/撤销', spares: '备件', cost: '费用', audit: '审计' }
const NOTE_EN: Words<GrantNote> = { 'own-customer': 'own customer', custody: 'custody', propose: 'proposes', comment: 'comments', bench: 'bench', disputes: 'disputes', 'light-propose': 'proposes, light', 'light-standard': 'light, standard', 'forced-8d': 'forced, 8D', store: 'store', acceptance: 'acceptance', codes: 'codes', freeze: 'freezes', acknowledge: 'acknowledges', parts: 'parts', hours: 'hours', stage: 'stages', map: 'stages, maps', commit: 'commits', rollback: 'commits, takes back', spares: 'spares', cost: 'cost', audit: 'audit' }
const VERDICT_ZH: Words<WhyVerdict> = { open: '待证', confirmed: '证实', ruledOut: '排除' }
const VERDICT_EN: Words<WhyVerdict> = { open: 'open', confirmed: 'confirmed', ruledOut: 'ruled out' }

/** The closed loop: states, steps, gates, roles. */
export const workflowZh = {
  loopTitle: '归零流程',
  loopNext: '下一步',
  loopNothing: '已经到头，没有下一步。',
  loopPath: (path: string) => `路径：${path}`,
  loopForced: (path: string, why: string) => `至少走${path}，因为：${why}`,
  loopCycle: (cycle: number) => `第 ${cycle} 轮`,
  loopReopened: (code: string, why: string) => `重开：${code}。${why}`,
  loopSentBack: (why: string) => `被退回：${why}`,
  loopSuspended: (since: string, why: string, until: string) => `${since} 挂起：${why}${until === '' ? '' : `，计划 ${until} 恢复`}`,
  loopMissing: (count: number) => `还差 ${count} 项`,
  loopReady: '条件齐备',
  loopMissingTitle: (step: string) => `“${step}”还差这些，点一下就去补`,
  loopWaive: '豁免',
  loopWaiveTitle: '故障审查组豁免这一项',
  loopWaiveOnly: '只有故障审查组能豁免',
  loopWaived: '已豁免',
  loopWaivers: '本轮豁免',
  loopWaiver: (item: string, by: string, at: string, why: string) => `${item}（${by}，${at}）：${why}`,
  loopYouAre: (name: string) => `你是：${name}`,
  loopNoName: '（未写姓名）',
  loopChangeRole: '角色',
  loopTaken: (step: string) => `已完成：${step}`,
  loopChangedMeanwhile: '数据刚刚变过，这一步现在不能走了。页面上是最新的情况。',
  loopRoles: (roles: string) => `这一步由${roles}做`,
  loopFrozen: '以前的轮次，只读',
  stepName: (step: TransitionName) => STEPS_ZH[step],
  askedName: (asked: Asked) => ASKED_ZH[asked],
  missingReason: (reason: MissingReason, detail: string) => MISSING_ZH[reason](detail),
  refusalName: (refusal: Refusal) => REFUSED_ZH[refusal],
  forcedName: (by: ForcedBy) => FORCED_ZH[by],
  roleName: (role: Role) => ROLES_ZH[role],
  capabilityName: (capability: Capability) => CAN_ZH[capability],
  permissionName: (permission: Permission) => MAY_ZH[permission],
  reachName: (reach: Reach) => REACH_ZH[reach],
  grantNote: (note: GrantNote) => NOTE_ZH[note],
  rolesTitle: '角色与权限',
  rolesHonest: '这台设备上谁都能换角色：角色只是引导界面、写进记录，并不保护数据。拿着设备的人就能看到全部数据。',
  rolesYours: '你的角色（也可以用来“以某角色查看”）',
  rolesCapability: '事项',
  analysisAdd: '加一次原因分析',
  analysisEdit: '原因分析',
  analysisApprove: '批准',
  analysisApproved: (by: string, at: string) => `${by} 已于 ${at} 批准`,
  analysisApproveOnly: (name: string) => `由审核人批准：${name}`,
  actionAdd: '加一条措施',
  actionEdit: '措施',
  verificationAdd: '加一次效果验证',
  verificationEdit: '效果验证',
  verificationsNone: '还没有效果验证',
  actionsNone: '还没有措施',
  verifications: '效果验证',
  whyTreeOccur: '为什么会发生（5Why 树）',
  whyTreeEscape: '为什么没有查出来（5Why 树）',
  whyAnswer: '因为…',
  whyEvidence: '证据',
  whyAddCause: '为什么？加下一层',
  whyAddRoot: '加一条原因',
  whyRemove: '删掉这一条',
  whyVerdict: (verdict: WhyVerdict) => VERDICT_ZH[verdict],
  problem: '问题（归零）单',
  problems: '问题与措施',
  problemsShort: '问题',
  problemNone: '还没有归入问题单',
  problemMake: '建问题单',
  problemTitle: '题目',
  problemLink: '归入已有问题单',
  problemUnlink: '移出问题单',
  problemFailures: (count: number) => `关联故障 ${count} 条`,
  problemsEmpty: '还没有问题单',
  problemsEmptyWhy: '在一条故障的“原因与措施”里建问题单：一个原因，可以关联多条故障。',
  problemGone: '找不到这个问题单',
  problemSteps: '8D 步骤',
  stepSign: '签署',
  stepReject: '不通过',
  stepSigned: (by: string, at: string) => `${by} · ${at}`,
  stepRejected: (by: string, at: string, why: string) => `${by} · ${at} 不通过：${why}`,
  stepUnsigned: '未签署',
  stepNeeds: (fields: string) => `先填：${fields}`,
  stepComment: '意见',
  eightD: (step: string) => ({ D0: '应急响应', D1: '成立团队', D2: '描述问题', D3: '遏制', D4: '根本原因与流出点', D5: '选定永久措施', D6: '实施并验证', D7: '防止再发、举一反三', D8: '总结与表彰' })[step] ?? step,
  listOnePerLine: '一行一条',
  photoAdd: '加照片或文件',
  listComma: '、',
  slash: '/',
  problemSeverity: '最高严重度',
  stepConfirm: '确认走这一步？它会写进历史。',
  stepNoSuchFailure: (no: string) => `没有编号为“${no}”的另一条故障`,
}

export const workflowEn: Translation<typeof workflowZh> = {
  loopTitle: 'Closed loop',
  loopNext: 'Next step',
  loopNothing: 'This is the end; there is no next step.',
  loopPath: (path) => `Path: ${path}`,
  loopForced: (path, why) => `At least ${path}, because of: ${why}`,
  loopCycle: (cycle) => `Cycle ${cycle}`,
  loopReopened: (code, why) => `Reopened: ${code}. ${why}`,
  loopSentBack: (why) => `Sent back: ${why}`,
  loopSuspended: (since, why, until) => `Suspended since ${since}: ${why}${until === '' ? '' : `; planned to resume on ${until}`}`,
  loopMissing: (count) => `${count} missing`,
  loopReady: 'everything is there',
  loopMissingTitle: (step) => `“${step}” still needs these; press one to put it right`,
  loopWaive: 'Waive',
  loopWaiveTitle: 'The review board waives this item',
  loopWaiveOnly: 'Only the review board can waive',
  loopWaived: 'Waived',
  loopWaivers: 'Waived in this cycle',
  loopWaiver: (item, by, at, why) => `${item} (${by}, ${at}): ${why}`,
  loopYouAre: (name) => `You are ${name}`,
  loopNoName: '(no name given)',
  loopChangeRole: 'Role',
  loopTaken: (step) => `Done: ${step}`,
  loopChangedMeanwhile: 'The data has just changed and this step is not open any more. The page shows how it stands now.',
  loopRoles: (roles) => `This step is taken by: ${roles}`,
  loopFrozen: 'earlier cycle, read only',
  stepName: (step) => STEPS_EN[step],
  askedName: (asked) => ASKED_EN[asked],
  missingReason: (reason, detail) => MISSING_EN[reason](detail),
  refusalName: (refusal) => REFUSED_EN[refusal],
  forcedName: (by) => FORCED_EN[by],
  roleName: (role) => ROLES_EN[role],
  capabilityName: (capability) => CAN_EN[capability],
  permissionName: (permission) => MAY_EN[permission],
  reachName: (reach) => REACH_EN[reach],
  grantNote: (note) => NOTE_EN[note],
  rolesTitle: 'Roles and permissions',
  rolesHonest: 'On this device anybody can change the role: roles guide the screens and are written into the record, they protect nothing. Whoever holds the device sees all data.',
  rolesYours: 'Your role (also to view as another one)',
  rolesCapability: 'What',
  analysisAdd: 'Add an analysis',
  analysisEdit: 'Root-cause analysis',
  analysisApprove: 'Approve',
  analysisApproved: (by, at) => `Approved by ${by} on ${at}`,
  analysisApproveOnly: (name) => `Approved by the reviewer: ${name}`,
  actionAdd: 'Add an action',
  actionEdit: 'Corrective action',
  verificationAdd: 'Add a verification',
  verificationEdit: 'Effect verification',
  verificationsNone: 'No verification yet',
  actionsNone: 'No action yet',
  verifications: 'Effect verification',
  whyTreeOccur: 'Why did it occur (5-why tree)',
  whyTreeEscape: 'Why was it not caught (5-why tree)',
  whyAnswer: 'Because…',
  whyEvidence: 'Evidence',
  whyAddCause: 'Why? Add the next level',
  whyAddRoot: 'Add a cause',
  whyRemove: 'Remove this one',
  whyVerdict: (verdict) => VERDICT_EN[verdict],
  problem: 'Problem',
  problems: 'Problems and actions',
  problemsShort: 'Problems',
  problemNone: 'Belongs to no problem yet',
  problemMake: 'Make a problem',
  problemTitle: 'Title',
  problemLink: 'Link to a problem',
  problemUnlink: 'Take out of the problem',
  problemFailures: (count) => `${count} failures linked`,
  problemsEmpty: 'No problems yet',
  problemsEmptyWhy: 'Make one on the “Cause and action” tab of a failure: one cause, any number of failures.',
  problemGone: 'This problem cannot be found',
  problemSteps: '8D steps',
  stepSign: 'Sign',
  stepReject: 'Reject',
  stepSigned: (by, at) => `${by} · ${at}`,
  stepRejected: (by, at, why) => `${by} · ${at} rejected: ${why}`,
  stepUnsigned: 'not signed',
  stepNeeds: (fields) => `Fill in first: ${fields}`,
  stepComment: 'Comment',
  eightD: (step) => ({ D0: 'Emergency response', D1: 'Team', D2: 'Describe the problem', D3: 'Containment', D4: 'Root cause and escape point', D5: 'Choose permanent action', D6: 'Implement and validate', D7: 'Prevent, look sideways', D8: 'Close and recognise' })[step] ?? step,
  listOnePerLine: 'one per line',
  photoAdd: 'Add photo or file',
  listComma: ', ',
  slash: ', ',
  problemSeverity: 'Highest severity',
  stepConfirm: 'Take this step? It is written into the history.',
  stepNoSuchFailure: (no) => `There is no other failure with the number “${no}”`,
}
