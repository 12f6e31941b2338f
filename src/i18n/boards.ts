import type { Branch } from '../domain/fishbone'
import type { MeetingOutcome } from '../domain/workflow/boardMeetings'
import type { Translation } from './translation'

/** The cause-and-effect diagram, meetings of the review board, and failures that came back. */
export const boardsZh = {
  fishTitle: '鱼骨图（人机料法环测）',
  fishBranch: (branch: Branch) =>
    ({ people: '人', machine: '机', material: '料', method: '法', environment: '环', measurement: '测' })[branch],
  fishAdd: (branch: string) => `${branch}：加一条可能的原因`,
  fishCause: (branch: string) => `${branch}的原因`,
  fishTurn: (verdict: string) => `${verdict}，点一下换`,
  fishLocked: '分析已批准，只读；编辑分析会要求重新批准。',
  filesOf: (count: number) => `附件 ${count}`,
  boardMeetings: '评审会议',
  boardNone: '还没有评审会议。',
  boardCall: '记一次评审会议',
  boardAt: '时间',
  boardQuestion: '议题（要批准什么）',
  boardQuestionNeeded: '写明要批准什么',
  boardMembers: '成员，按签署顺序',
  boardMembersHint: '一行一个姓名；前一位签了，后一位才能签',
  boardMembersNeeded: '写上成员',
  boardMinutes: '会议纪要',
  boardApprove: '同意',
  boardReject: '不同意',
  boardNext: '轮到签署',
  boardTurn: (name: string) => `现在轮到 ${name} 签署`,
  boardOver: '这次会议已有结论',
  boardOutcome: (outcome: MeetingOutcome) =>
    ({ open: '签署中', approved: '✓ 全体同意', rejected: '✕ 未通过' })[outcome],
  backTitle: '可能复发：建议重开',
  backWhy: (action: string, since: string, count: number) =>
    `措施“${action}”自 ${since} 起生效，之后在它的范围内又有 ${count} 条同部位、同现象的故障。是否重开由人决定。`,
  backReachUnknown: '（报告里没有序列号或批次，是否在范围内不能确定）',
  backEvidence: (nos: string, action: string, since: string) =>
    `措施“${action}”（${since} 生效）之后同部位同现象再次发生：${nos}`,
  backDismiss: '不重开',
  backTab: '复发提议',
  backOpen: '去决定',
  backNone: '没有关闭后又复发的故障。',
}

export const boardsEn: Translation<typeof boardsZh> = {
  fishTitle: 'Cause and effect (Ishikawa)',
  fishBranch: (branch) =>
    ({
      people: 'People',
      machine: 'Machine',
      material: 'Material',
      method: 'Method',
      environment: 'Environment',
      measurement: 'Measurement',
    })[branch],
  fishAdd: (branch) => `${branch}: add a possible cause`,
  fishCause: (branch) => `Cause under ${branch}`,
  fishTurn: (verdict) => `${verdict}; press to change`,
  fishLocked: 'The analysis is approved and read only; editing it asks for approval again.',
  filesOf: (count) => `Files ${count}`,
  boardMeetings: 'Review-board meetings',
  boardNone: 'No meeting yet.',
  boardCall: 'Record a meeting',
  boardAt: 'When',
  boardQuestion: 'What is to be approved',
  boardQuestionNeeded: 'Say what is to be approved',
  boardMembers: 'Members, in the order they sign',
  boardMembersHint: 'One name a line; each signs after the one before',
  boardMembersNeeded: 'Name the members',
  boardMinutes: 'Minutes',
  boardApprove: 'Approve',
  boardReject: 'Reject',
  boardNext: 'signs next',
  boardTurn: (name) => `It is the turn of ${name}`,
  boardOver: 'This meeting is decided',
  boardOutcome: (outcome) => ({ open: 'being signed', approved: '✓ approved by all', rejected: '✕ rejected' })[outcome],
  backTitle: 'It may have come back: reopen?',
  backWhy: (action, since, count) =>
    `Since the action “${action}” took effect on ${since}, ${count} more failures of the same ` +
    `part with the same symptom happened inside its scope. A person decides.`,
  backReachUnknown: '(the report names no serial or batch, so whether it lies inside the scope is not certain)',
  backEvidence: (nos, action, since) =>
    `Happened again at the same part with the same symptom after the action “${action}” (in effect since ${since}): ${nos}`,
  backDismiss: 'Leave it closed',
  backTab: 'Came back',
  backOpen: 'Decide',
  backNone: 'Nothing that was closed has come back.',
}
