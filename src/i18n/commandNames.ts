import { isCommand, type CommandName, type PlainCommand } from '../domain/workflow/commands'
import { commandOfStep, TRANSITIONS } from '../domain/workflow/transitions'
import { STEPS_EN, STEPS_ZH } from './workflow'

/** What a command is called, and what the history says it did. */
type Words = readonly [label: string, done: string]

const ZH: Readonly<Record<PlainCommand, Words>> = {
  'file-failure': ['报故障', '报故障'],
  'edit-failure': ['编辑故障', '编辑'],
  'delete-failure': ['删除故障', '删除'],
  'assign-owner': ['指派责任工程师', '指派'],
  'decide-in-bulk': ['批量判定', '批量判定'],
  'assign-part': ['归到部件', '归到部件'],
  'add-handling': ['加处理记录', '加处理记录'],
  'edit-handling': ['改处理记录', '改处理记录'],
  'add-replacement': ['加更换记录', '加更换记录'],
  'edit-replacement': ['改更换记录', '改更换记录'],
  'return-to-stock': ['换下件入库', '入库'],
  'custody-step': ['记录换下件流转', '流转'],
  'add-rootCauseAnalyses': ['加原因分析', '加原因分析'],
  'edit-rootCauseAnalyses': ['改原因分析', '改原因分析'],
  'submit-analysis': ['提交原因分析批准', '提交原因分析批准'],
  'approve-analysis': ['批准原因分析', '批准原因分析'],
  'draw-fishbone': ['画鱼骨图', '画鱼骨图'],
  'add-correctiveActions': ['加措施', '加措施'],
  'edit-correctiveActions': ['改措施', '改措施'],
  'add-effectVerifications': ['加效果验证', '加效果验证'],
  'edit-effectVerifications': ['改效果验证', '改效果验证'],
  'make-problem': ['建问题单', '建问题单'],
  'link-problem': ['归入问题单', '归入问题单'],
  'unlink-problem': ['移出问题单', '移出问题单'],
  'edit-problem': ['改问题单', '改问题单'],
  'sign-step': ['签署步骤', '签署步骤'],
  'call-meeting': ['召开评审', '召开评审'],
  'sign-meeting': ['评审会签', '评审会签'],
  waive: ['豁免', '豁免'],
  'review-note': ['写评审纪要', '评审纪要'],
  'dismiss-recurrence': ['决定不重开', '不重开'],
  'make-lesson': ['存为知识', '存为知识'],
  'edit-lesson': ['改知识', '改知识'],
  'add-attachment': ['加附件', '加附件'],
  'remove-attachment': ['移除附件', '移除附件'],
  'add-cost': ['登记费用', '登记费用'],
  'reverse-cost': ['冲销费用', '冲销费用'],
  'add-template': ['存模板', '存模板'],
  'file-report': ['归档报告', '归档了报告'],
  'edit-template': ['改模板', '改模板'],
  'delete-template': ['删模板', '删模板'],
  'save-code': ['改代码表', '改代码表'],
  'save-setting': ['改设置', '改设置'],
  'save-work-rules': ['改工作日历与时限', '改工作日历与时限'],
  'save-contract-target': ['改合同指标', '改合同指标'],
  'end-contract-target': ['结束合同指标', '结束合同指标'],
  import: ['导入', '导入'],
  'undo-import': ['撤销导入', '撤销导入'],
  'redo-import': ['恢复导入', '恢复导入'],
  'import-update': ['导入时更新', '导入时更新'],
  'import-update-undone': ['撤销导入时的更新', '撤销导入时的更新'],
  'keep-touched': ['撤销导入时保留', '撤销导入时保留'],
  undo: ['撤销改动', '撤销'],
}

const EN: Readonly<Record<PlainCommand, Words>> = {
  'file-failure': ['Report a failure', 'Reported'],
  'edit-failure': ['Edit the failure', 'Edited'],
  'delete-failure': ['Delete the failure', 'Deleted'],
  'assign-owner': ['Assign an owner', 'Assigned'],
  'decide-in-bulk': ['Decide many failures at once', 'Decided with others'],
  'assign-part': ['Assign to a part', 'Assigned to a part'],
  'add-handling': ['Add a handling', 'Handling added'],
  'edit-handling': ['Change a handling', 'Handling changed'],
  'add-replacement': ['Add a replacement', 'Replacement added'],
  'edit-replacement': ['Change a replacement', 'Replacement changed'],
  'return-to-stock': ['Return a part to stock', 'Back in stock'],
  'custody-step': ['Record where a removed part went', 'Custody'],
  'add-rootCauseAnalyses': ['Add an analysis', 'Analysis added'],
  'edit-rootCauseAnalyses': ['Change an analysis', 'Analysis changed'],
  'submit-analysis': ['Submit an analysis for approval', 'Analysis submitted for approval'],
  'approve-analysis': ['Approve an analysis', 'Analysis approved'],
  'draw-fishbone': ['Draw the diagram', 'Diagram drawn'],
  'add-correctiveActions': ['Add an action', 'Action added'],
  'edit-correctiveActions': ['Change an action', 'Action changed'],
  'add-effectVerifications': ['Add a verification', 'Verification added'],
  'edit-effectVerifications': ['Change a verification', 'Verification changed'],
  'make-problem': ['Make a problem', 'Problem made'],
  'link-problem': ['Link to a problem', 'Linked to a problem'],
  'unlink-problem': ['Take out of a problem', 'Taken out of a problem'],
  'edit-problem': ['Change the problem', 'Problem changed'],
  'sign-step': ['Sign a step', 'Step signed'],
  'call-meeting': ['Call a meeting', 'Meeting called'],
  'sign-meeting': ['Sign a meeting', 'Meeting signed'],
  waive: ['Waive', 'Waived'],
  'review-note': ['Write review minutes', 'Review minutes'],
  'dismiss-recurrence': ['Leave closed', 'Left closed'],
  'make-lesson': ['Make a lesson', 'Made a lesson'],
  'edit-lesson': ['Change a lesson', 'Lesson changed'],
  'add-attachment': ['Attach a file', 'File attached'],
  'remove-attachment': ['Remove a file', 'File removed'],
  'add-cost': ['Enter a cost', 'Cost entered'],
  'reverse-cost': ['Reverse a cost', 'Cost reversed'],
  'add-template': ['Save a template', 'Template saved'],
  'file-report': ['File a report', 'Report filed'],
  'edit-template': ['Change a template', 'Template changed'],
  'delete-template': ['Delete a template', 'Template deleted'],
  'save-code': ['Change a code list', 'Code list changed'],
  'save-setting': ['Change a setting', 'Setting changed'],
  'save-work-rules': ['Change working days and limits', 'Working days and limits changed'],
  'save-contract-target': ['Change a contract target', 'Contract target changed'],
  'end-contract-target': ['End a contract target', 'Contract target ended'],
  import: ['Import', 'Imported'],
  'undo-import': ['Take an import back', 'Import taken back'],
  'redo-import': ['Bring an import back', 'Import brought back'],
  'import-update': ['Update from an import', 'Updated by an import'],
  'import-update-undone': ['Take updates of an import back', 'Updates of an import taken back'],
  'keep-touched': ['Keep what was worked on when an import is taken back', 'Kept when its import was taken back'],
  undo: ['Take a change back', 'Taken back'],
}

const stepOf = (command: CommandName) => TRANSITIONS.find((name) => commandOfStep(name) === command)

function wordsZh(command: CommandName): Words {
  const step = stepOf(command)
  return step === undefined ? ZH[command as PlainCommand] : [STEPS_ZH[step], STEPS_ZH[step]]
}
function wordsEn(command: CommandName): Words {
  const step = stepOf(command)
  return step === undefined ? EN[command as PlainCommand] : [STEPS_EN[step], STEPS_EN[step]]
}

export const labelOfCommandZh = (command: CommandName): string => wordsZh(command)[0]
export const labelOfCommandEn = (command: CommandName): string => wordsEn(command)[0]

/** What the history says; a command of a later version of the program stands as it is. */
export const doneByCommandZh = (command: string): string => (isCommand(command) ? wordsZh(command)[1] : command)
export const doneByCommandEn = (command: string): string => (isCommand(command) ? wordsEn(command)[1] : command)
