/** Problems and the signatures of their 8D steps. */
import type { IsIsNotAbout } from '../domain/isIsNot'
import type { RecordLack } from '../domain/workflow/stepEvidence'
import type { Translation } from './translation'

/** What is lacking, with the words of the record it is about where there is one. */
const withAbout = (lack: string, about: string, [open, close]: readonly [string, string]): string =>
  about === '' ? lack : `${lack}${open}${about}${close}`

const IS_IS_NOT_ABOUT: Readonly<Record<IsIsNotAbout, readonly [zh: string, en: string]>> = {
  what: ['什么', 'What'],
  where: ['哪里', 'Where'],
  when: ['何时', 'When'],
  extent: ['多少', 'How much'],
}
const IS_IS_NOT_COLUMN = {
  is: ['是', 'Is'],
  isNot: ['不是（本来也可能）', 'Is not (but could be)'],
  distinction: ['区别、变化', 'What is different'],
} as const

export const problemsZh = {
  problem: '问题（归零）单',
  problems: '问题与措施',
  problemNone: '还没有归入问题单',
  problemMake: '建问题单',
  problemTitle: '题目',
  problemLink: '归入已有问题单',
  problemUnlink: '移出问题单',
  problemFailures: (count: number) => `关联故障 ${count} 条`,
  problemNoFailures: '现在没有故障归在这个问题单下；在一条故障的“原因与措施”里归入后，这里接着写原因、措施和效果。',
  problemStepsNotAsked: '8D 步骤（本单路径不要求签署）',
  problemStillOpen: '状态',
  problemOpen: (open: number) => (open === 0 ? '全部关闭' : `${open} 条未关闭`),
  problemsEmpty: '还没有问题单',
  problemsEmptyWhy: '在一条故障的“原因与措施”里建问题单：一个原因，可以关联多条故障。',
  problemGone: '找不到这个问题单',
  isIsNotTitle: '是/非是分析',
  isIsNotQuestion: '问什么',
  isIsNotAbout: (about: IsIsNotAbout | null) => (about === null ? '其他' : IS_IS_NOT_ABOUT[about][0]),
  isIsNotColumn: (column: 'is' | 'isNot' | 'distinction') => IS_IS_NOT_COLUMN[column][0],
  isIsNotAdd: '加一行',
  problemSteps: '8D 步骤',
  stepSign: '签署',
  stepReject: '不通过',
  stepSigned: (by: string, at: string) => `${by} · ${at}`,
  stepRejected: (by: string, at: string, why: string) => `${by} · ${at} 不通过：${why}`,
  stepUnsigned: '未签署',
  stepOwnAnalysis: '分析人不能批准自己找到的原因',
  stepNeeds: (lacks: string) => `还缺：${lacks}`,
  stepEarlier: (step: string) => `先签 ${step}`,
  stepLack: (lack: RecordLack, about: string) =>
    withAbout(
      {
        containment: '遏制措施，或写明不需遏制的原因',
        'containment-effect': '遏制有效率',
        analysis: '原因分析',
        'analysis-approval': '原因分析经审核人批准',
        escape: '流出原因链',
        action: '永久纠正措施',
        'action-plan': '永久措施的责任人和计划日期',
        'action-done': '永久措施完成',
        'containment-open': '遏制撤销日期',
        verification: '效果验证结论',
      }[lack],
      about,
      ['「', '」'],
    ),
  stepComment: '意见',
  eightD: (step: string) =>
    ({
      D0: '应急响应',
      D1: '成立团队',
      D2: '描述问题',
      D3: '遏制',
      D4: '根本原因与流出点',
      D5: '选定永久措施',
      D6: '实施并验证',
      D7: '防止再发、举一反三',
      D8: '总结与表彰',
    })[step] ?? step,
  listOnePerLine: '一行一条',
  problemSeverity: '最高严重度',
}

export const problemsEn: Translation<typeof problemsZh> = {
  problem: 'Problem',
  problems: 'Problems and actions',
  problemNone: 'Belongs to no problem yet',
  problemMake: 'Make a problem',
  problemTitle: 'Title',
  problemLink: 'Link to a problem',
  problemUnlink: 'Take out of the problem',
  problemFailures: (count) => `Failures linked: ${count}`,
  problemNoFailures:
    'No failure belongs to this problem now; put one under it on the “Cause and action” tab ' +
    'of a failure, and cause, actions and effect go on here.',
  problemStepsNotAsked: '8D steps (not asked for on this path)',
  problemStillOpen: 'State',
  problemOpen: (open) => (open === 0 ? 'all closed' : `${open} open`),
  problemsEmpty: 'No problems yet',
  problemsEmptyWhy: 'Make one on the “Cause and action” tab of a failure: one cause, any number of failures.',
  problemGone: 'This problem cannot be found',
  isIsNotTitle: 'Is / is-not table',
  isIsNotQuestion: 'Question',
  isIsNotAbout: (about) => (about === null ? 'Other' : IS_IS_NOT_ABOUT[about][1]),
  isIsNotColumn: (column) => IS_IS_NOT_COLUMN[column][1],
  isIsNotAdd: 'Add a row',
  problemSteps: '8D steps',
  stepSign: 'Sign',
  stepReject: 'Reject',
  stepSigned: (by, at) => `${by} · ${at}`,
  stepRejected: (by, at, why) => `${by} · ${at} rejected: ${why}`,
  stepUnsigned: 'not signed',
  stepOwnAnalysis: 'whoever analysed may not approve the cause',
  stepNeeds: (lacks) => `Still needed: ${lacks}`,
  stepEarlier: (step) => `${step} signed first`,
  stepLack: (lack, about) =>
    withAbout(
      {
        containment: 'a containment action, or why none is needed',
        'containment-effect': 'how effective the containment is',
        analysis: 'an analysis of the cause',
        'analysis-approval': 'the analysis approved by its reviewer',
        escape: 'why it escaped',
        action: 'a permanent action',
        'action-plan': 'owner and due date of the permanent action',
        'action-done': 'the permanent action done',
        'containment-open': 'the day containment ends',
        verification: 'a verification result',
      }[lack],
      about,
      [' (', ')'],
    ),
  stepComment: 'Comment',
  eightD: (step) =>
    ({
      D0: 'Emergency response',
      D1: 'Team',
      D2: 'Describe the problem',
      D3: 'Containment',
      D4: 'Root cause and escape point',
      D5: 'Choose permanent action',
      D6: 'Implement and validate',
      D7: 'Prevent, look sideways',
      D8: 'Close and recognise',
    })[step] ?? step,
  listOnePerLine: 'one per line',
  problemSeverity: 'Highest severity',
}
