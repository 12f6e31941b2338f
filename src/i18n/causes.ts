/** Analyses with their why-trees, actions and verifications: what leads from a cause to its closing. */
import type { Translation, Words } from './translation'
import type { WhyVerdict } from '../domain/whyTree'

const VERDICT_ZH: Words<WhyVerdict> = { open: '待证', confirmed: '证实', ruledOut: '排除' }

const VERDICT_EN: Words<WhyVerdict> = { open: 'open', confirmed: 'confirmed', ruledOut: 'ruled out' }

export const causesZh = {
  analysisAdd: '加一次原因分析',
  analysisEdit: '原因分析',
  analysisSubmit: '提交批准',
  analysisSubmitted: (at: string) => `${at} 提交批准`,
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
}

export const causesEn: Translation<typeof causesZh> = {
  analysisAdd: 'Add an analysis',
  analysisEdit: 'Root-cause analysis',
  analysisSubmit: 'Submit for approval',
  analysisSubmitted: (at) => `Submitted for approval on ${at}`,
  analysisApprove: 'Approve',
  analysisApproved: (by, at) => `Approved by ${by} on ${at}`,
  analysisApproveOnly: (name) => `To be approved by the reviewer: ${name}`,
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
}
