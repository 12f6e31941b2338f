import { defineRecord } from './defineRecord'
import { code, date, moment, number, ref, text, yesNo, type RecordOf } from './field'

/** Hours of work on one failure. */
const LABOUR = { most: 10_000 }

/** What a service station did about a failure. Several handlings per failure are allowed. */
export const handlingFields = {
  failureId: ref('failures', '故障单', 'Failure', 'save'),
  siteId: ref('parties', '服务站', 'Station'),
  handler: text('处理人', 'Handled by'),
  crew: text('参与人', 'Crew'),
  arriveAt: moment('到场时间', 'Arrived'),
  startAt: moment('开始时间', 'Started', 'G3'),
  endAt: moment('完成时间', 'Finished', 'G3'),
  safetyCheck: yesNo('作业安全确认', 'Work safety confirmed'),
  prelimCause: text('初步原因', 'Preliminary cause', 'G3'),
  prelimCauseCat: code('CL-CAUSE', '初步原因类别', 'Preliminary cause category', 'G3'),
  method: code('CL-HANDLE', '处理方式', 'Handling method', 'G3'),
  measure: text('处理措施', 'Measure taken', 'G3'),
  result: code('CL-RESULT', '处理结果', 'Result', 'G3'),
  restrictions: text('限制使用条件', 'Restrictions'),
  nextCheckAt: date('下次复查', 'Next check'),
  travelH: number('路途工时', 'Travel', 'h', undefined, LABOUR),
  waitH: number('等待工时', 'Waiting', 'h', undefined, LABOUR),
  diagH: number('诊断工时', 'Diagnosis', 'h', 'G3', LABOUR),
  repairH: number('修复工时', 'Repair', 'h', 'G3', LABOUR),
  debugH: number('调试工时', 'Commissioning', 'h', undefined, LABOUR),
  functionTestOk: yesNo('功能试验是否正常', 'Function test passed', 'G3'),
  customerSign: text('客户签认', 'Customer sign-off'),
} as const

export const handlingRecord = defineRecord({
  zh: '现场处理',
  en: 'Handlings',
  fields: handlingFields,
  indexes: ['failureId'],
  owners: ['failureId'],
  spans: [
    ['arriveAt', 'endAt'],
    ['startAt', 'endAt'],
    ['startAt', 'nextCheckAt'],
  ],
  touches: 'failure-row',
})

export type Handling = RecordOf<typeof handlingFields>
