import type { LimitUnit } from '../domain/workflow/stateClock'
import type { Translation } from './translation'

const UNIT_ZH: Readonly<Record<LimitUnit, string>> = { hours: '小时', days: '天', clockHours: '小时(昼夜)' }
const UNIT_EN: Readonly<Record<LimitUnit, string>> = { hours: 'h', days: 'd', clockHours: 'h 24/7' }

/** The drawing of the workflow and its tables. */
export const workflowDiagramZh = {
  mapTitle: '故障归零流程图',
  mapOpen: '流程图',
  mapHere: '在流程图里看',
  mapSubtitle: '状态、步骤、关口、角色和时限：与程序里的按钮、拦截和缺项清单出自同一张表',
  mapNow: (state: string) => `当前状态：${state}`,
  mapPicture: '流程图；同样的内容在下面的表里。',
  mapLegend:
    '圆圈里是步骤号；G1–G7 是关口；框里是时限（小时、天均指工作时间，注明昼夜的除外）；虚线框不在走向关闭的路上。',
  mapSteps: '步骤',
  mapLimits: '时限',
  mapNo: '号',
  mapStep: '步骤',
  mapFrom: '从',
  mapTo: '到',
  mapGates: '关口',
  mapAllGates: '路径上的全部关口',
  mapClassificationOnly: '（G4 只查关联与责任）',
  mapRoles: '由谁做',
  mapAsks: '要回答',
  mapPaths: '路径',
  mapEveryPath: '各路径',
  mapStays: '状态不变',
  mapState: '状态',
  mapPriority: '按紧急程度',
  mapPrevious: (states: string) => `来处（${states}）`,
  limitShort: (amount: string, unit: LimitUnit) => `${amount} ${UNIT_ZH[unit]}`,
}

export const workflowDiagramEn: Translation<typeof workflowDiagramZh> = {
  mapTitle: 'The workflow of a failure',
  mapOpen: 'Workflow diagram',
  mapHere: 'Show in the diagram',
  mapSubtitle:
    'States, steps, gates, roles and time limits, from the same table as the buttons, the refusals and the lists of what is missing',
  mapNow: (state) => `Present state: ${state}`,
  mapPicture: 'Diagram of the workflow; the tables below say the same.',
  mapLegend:
    'Numbers in circles are steps; G1 to G7 are gates; boxes carry the time limits (h and d ' +
    'of working time, unless 24/7); dashed boxes lie off the way to closing.',
  mapSteps: 'Steps',
  mapLimits: 'Time limits',
  mapNo: 'No.',
  mapStep: 'Step',
  mapFrom: 'From',
  mapTo: 'To',
  mapGates: 'Gates',
  mapAllGates: 'every gate of the path',
  mapClassificationOnly: '(of G4 only relevance and chargeability)',
  mapRoles: 'Taken by',
  mapAsks: 'Asks for',
  mapPaths: 'Path',
  mapEveryPath: 'every path',
  mapStays: 'the state stays',
  mapState: 'State',
  mapPriority: 'By priority',
  mapPrevious: (states) => `where it came from (${states})`,
  limitShort: (amount, unit) => `${amount} ${UNIT_EN[unit]}`,
}
