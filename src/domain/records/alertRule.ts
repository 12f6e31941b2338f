import { defineRecord } from './defineRecord'
import { choice, choices, code, number, ref, text, yesNo, type RecordOf } from './field'

/** What is watched by itself, without anybody asking: what of, over how long, and how seldom it may speak by chance. */
export const alertRuleFields = {
  name: text('规则名称', 'Name of the rule', 'save'),
  what: choice(
    choices(
      'count:故障次数:Number of failures',
      'rate:故障率升高:Rate has risen',
      'recurrence:同车同部件反复:Same train and part again',
      'age:长期未关闭:Open for long',
      'overdue:超过处理时限:Beyond its time limit',
      'controlLimit:月度超出控制限:Month beyond its control limit',
      'target:合同指标未达到:Contract target missed',
      'silence:单位不再上报:A site has gone silent',
    ),
    '看什么',
    'What is watched',
    'save',
  ),
  each: choice(
    choices(
      'whole:合在一起看:All together',
      'node:每个部件（含下级）:Each part with those below',
      'depot:每个段（所）:Each depot',
      'operator:每个运用单位:Each operator',
      'vehicleType:每个车型:Each vehicle type',
      'train:每列车:Each train',
    ),
    '分别看',
    'Watched separately',
  ),
  bomNodeId: ref('bomNodes', '只看部件（空 = 全部）', 'Only this part (empty: all)'),
  depotId: ref('parties', '只看段（所）（空 = 全部）', 'Only this depot (empty: all)'),
  vehicleType: text('只看车型（空 = 全部）', 'Only this vehicle type (empty: all)'),
  severity: code('CL-SEV', '只看严重度（空 = 全部）', 'Only this severity (empty: all)'),
  windowDays: number('时间窗', 'Window', 'd', undefined, { least: 1, most: 730, whole: true }),
  threshold: number('门槛', 'Threshold', undefined, undefined, { least: 0 }),
  falsePerYear: number('允许的误报（次/年）', 'False alarms allowed a year', undefined, undefined, {
    least: 0,
    most: 52,
  }),
  weight: choice(
    choices('urgent:紧急:Urgent', 'important:重要:Important', 'notice:一般:Notice'),
    '级别',
    'Weight',
    'save',
  ),
  toRole: text('通知角色', 'Goes to', 'save'),
  active: yesNo('启用', 'Switched on'),
  note: text('说明', 'Note'),
} as const

export const alertRuleRecord = defineRecord({
  zh: '预警规则',
  en: 'Alert rules',
  fields: alertRuleFields,
  touches: 'none',
})

export type AlertRuleFields = RecordOf<typeof alertRuleFields>
