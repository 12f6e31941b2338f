import type { CompanyValues } from './companyField'
import { defineRecord } from './defineRecord'
import { choice, choices, code, ref, structure, text, type RecordOf } from './field'

/** One cause shared by many failures; analysis, actions and verification belong to it. */
export const problemFields = {
  no: text('问题单号', 'Problem no.', 'calculated'),
  formerNo: text('曾用编号', 'Former number', 'calculated'),
  title: text('题目', 'Title', 'save'),
  bomNodeId: ref('bomNodes', '部位', 'Part', 'save'),
  symptomCode: code('CL-SYM', '现象', 'Symptom', 'save'),
  path: choice(choices('standard:标准:Standard', '8D'), '路径', 'Path'),
  step: choice(choices('D0', 'D1', 'D2', 'D3', 'D4', 'D5', 'D6', 'D7', 'D8'), '步骤', 'Step'),
  team: structure('团队', 'Team', 'D1'),
  isIsNot: structure('是/非是分析', 'Is / is-not table', 'D2'),
  quantified: text('量化描述', 'Quantified problem statement', 'D2'),
  noContainmentWhy: text('不需遏制的原因', 'Why no containment', 'D3'),
  stepSignoffs: structure('步骤签署', 'Step sign-offs'),
  frbMeetings: structure('评审会议', 'Review-board meetings'),
  reviewNotes: structure('评审纪要', 'Review minutes', 'calculated'),
  similarProducts: structure('举一反三范围', 'Similar products checked', 'D7'),
  lessonId: text('经验条目', 'Lesson', 'G7'),
  noLessonReason: text('不建经验原因', 'Why no lesson', 'G7'),
  severityMax: code('CL-SEV', '最高严重度', 'Highest severity', 'calculated'),
  state: code('CL-STATE', '状态', 'State', 'calculated'),
} as const

export const problemRecord = defineRecord({
  zh: '问题单',
  en: 'Problems',
  fields: problemFields,
  positions: ['no', 'step', 'state'],
  lists: {
    stepSignoffs: {},
    frbMeetings: { same: ['at', 'question'], below: ['signs', () => ({ same: ['by'] })] },
    reviewNotes: {},
  },
  derived: ['severityMax'],
  touches: 'reference',
})

export type ProblemCase = RecordOf<typeof problemFields> & CompanyValues
