import type { LessonGap } from '../domain/knowledge'
import type { Translation } from './translation'

/** Lessons of solved problems. */
const GAPS_ZH: Readonly<Record<LessonGap, string>> = {
  open: '还有故障没走到关闭评审',
  steps: 'D0–D8 没签完',
  cause: '缺根因',
  fix: '缺措施',
}
const GAPS_EN: Readonly<Record<LessonGap, string>> = {
  open: 'a failure has not reached its closing review',
  steps: 'D0–D8 are not all signed',
  cause: 'no root cause',
  fix: 'no action',
}

export const knowledgeZh = {
  knowledge: '知识库',
  knowledgeEmpty: '还没有知识条目',
  knowledgeEmptyWhy:
    '问题关闭后（故障都验证过、有根因和措施，8D 各步签完），在它的页面上点一下就能存成知识条目；报同类故障时会提示。',
  knowledgeSearch: '搜索现象、部位、原因、处理',
  knowledgeRough: '模糊',
  knowledgeExact: '精确',
  knowledgeFound: (shown: string, all: string) => `${all} 条里的 ${shown} 条，用得多的在前`,
  knowledgeUses: (count: number) => `用上 ${count} 次`,
  knowledgeExpired: '已过有效期',
  knowledgeGone: '找不到这条知识',
  lessonMake: '存为知识条目',
  lessonOpen: '打开知识条目',
  lessonMade: '已存为知识条目',
  lessonNeeds: (what: readonly LessonGap[]) => `问题关闭后才能存：${what.map((gap) => GAPS_ZH[gap]).join('、')}`,
  similarKnowledge: '有现成的经验',
  similarUse: '用上了',
  similarUsed: '提交后计一次使用',
}

export const knowledgeEn: Translation<typeof knowledgeZh> = {
  knowledge: 'Knowledge',
  knowledgeEmpty: 'No lessons yet',
  knowledgeEmptyWhy:
    'Once a problem is closed (its failures verified, with root cause and action, an 8D signed through), ' +
    'one press on its page makes a lesson of it; it is offered when an alike failure is written.',
  knowledgeSearch: 'Search symptom, part, cause, fix',
  knowledgeRough: 'rough',
  knowledgeExact: 'exact',
  knowledgeFound: (shown, all) => `${shown} of ${all}, the most used first`,
  knowledgeUses: (count) => `Helped ${count} times`,
  knowledgeExpired: 'expired',
  knowledgeGone: 'This lesson cannot be found',
  lessonMake: 'Make a lesson of it',
  lessonOpen: 'Open the lesson',
  lessonMade: 'The lesson is stored',
  lessonNeeds: (what) => `Only a closed problem makes a lesson: ${what.map((gap) => GAPS_EN[gap]).join(', ')}`,
  similarKnowledge: 'There is a lesson',
  similarUse: 'This helped',
  similarUsed: 'Counted when submitted',
}
