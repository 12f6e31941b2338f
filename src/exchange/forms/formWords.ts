import type { CanonicalField } from '../headerSynonyms'
import type { SheetKind } from '../parsedSheet'

export type FormKind = Extract<SheetKind, 'failure-form' | 'analysis-form' | 'action-form'>

export const isFormKind = (kind: SheetKind): kind is FormKind => kind === 'failure-form' || kind === 'analysis-form' || kind === 'action-form'

/** Titles over a form, already folded; the first kind that fits is taken, so the narrower ones stand first. */
export const FORM_TITLES: readonly (readonly [FormKind, RegExp])[] = [
  ['action-form', /(?:纠正|预防|整改|改进|归零|质量整改|改善)(?:和|与|及|、|\/)?(?:预防|纠正)?措施.{0,8}(?:报告|[表单]|通知|记录|验证)|整改(?:报告|通知)[表单书]?|归零报告|(?:corrective|preventive)(?:(?:and|&)preventive)?action(?:s)?(?:report|request|form|record|plan|sheet|$)|^(?:car|capa|scar)(?:report|form|request|sheet)$|^s?capa$|8dreport/],
  ['analysis-form', /(?:故障|失效|质量|问题|根本|事故|返修|返厂).{0,8}分析.{0,6}(?:报告|[表单]|记录)|原因分析(?:报告|[表单]|记录)|(?:解剖|拆解|检测|试验)分析(?:报告|[表单])|(?:failure|fault|rootcause|rca)analysis(?:report|form|record|sheet)?|rootcausereport/],
  ['failure-form', /(?:故障|质量问题|质量信息|产品问题|异常|缺陷|不合格品?).{0,8}(?:报告|反馈|记录|通知|登记|信息|处理|报修|快报|速报|单)[表单书卡]?$|(?:故障|质量)(?:报告|反馈|报)[表单]|故障信息[单表]|现场服务(?:报告|记录)[表单]?|(?:failure|fault|incident|defect|malfunction|problem|service|trouble)(?:notification|information)?(?:report|record|form|notice|card|sheet)(?:form|sheet)?|noticeoffailure/],
]

interface FormLabels {
  /** a label → the field its value is, strongest words first */
  readonly fields: Partial<Record<CanonicalField, readonly string[]>>
}

/** Labels a form uses beside, or otherwise than, the column headers of tables; folded. */
export const FORM_LABELS: Readonly<Record<FormKind, FormLabels>> = {
  'failure-form': {
    fields: {
      failureNo: ['编号', '表单编号', '单据编号', '报告编号', '报告单号', '报告号', '故障报告单号', '记录编号', '单号', '文件编号', '信息编号', '反馈单号', '流水号', 'no.', 'no', 'reportno', 'reportno.', 'reportnumber', 'formno', 'cardno', 'sheetno', 'recordno', 'refno', 'reference', 'documentno', 'notificationno'],
      measure: ['现场处置情况', '现场处置', '现场处理', '处置情况', '处置措施', '现场措施', '处理措施', '处理情况', '临时措施', '应急措施', '现场处理经过', '处理过程及结果', 'actionstaken', 'immediateaction', 'fieldaction', 'onsiteaction', 'workcarriedout', 'repairdescription'],
      cause: ['初步原因分析', '初步原因', '初步分析', '原因初判', '初步判断', '原因分析', '故障原因', '可能原因', 'preliminarycause', 'probablecause', 'suspectedcause', 'initialanalysis'],
      responsible: ['责任初判', '初步责任', '责任判定', '责任单位', '责任方', '责任归属'],
      result: ['处置结果', '处理结果', '处理后状态', '恢复情况'],
      symptom: ['故障现象描述', '故障现象', '故障描述', '问题描述', '现象描述', '故障情况描述', '故障经过', '故障概况及现象', '异常描述', '情况描述', '故障详细描述', '详细描述', '描述', 'description', 'descriptionoffailure', 'descriptionoffault', 'descriptionofproblem', 'whathappened'],
      phase: ['发现时机', '故障时机', '发生时机', '故障发现时机', '发生阶段', '运用状态', '发现场合'],
      impact: ['运营影响', '对运营影响', '影响', '影响情况', '后果'],
      depot: ['使用地点', '发生地点', '故障地点', '发现地点', '所属段所', '配属段所', '检修地点', 'location', 'place', 'site'],
      operator: ['用户单位', '用户名称', '客户名称', '配属单位', '使用单位'],
      reporter: ['填报人', '报告人', '填表人', '反馈人', '填写人', '上报人', '编制', '编制人', '制表', '记录人', 'reportedby', 'preparedby', 'author', 'issuedby'],
      reportedAt: ['填报日期', '报告日期', '填表日期', '上报日期', '反馈日期', '填报时间', '报告时间', '编制日期', 'reportdate', 'datereported', 'dateofreport', 'dateofissue', 'issuedate', 'reportedon'],
      node: ['产品名称', '故障件名称', '故障部件', '部件名称', '零部件名称', '故障产品', '设备名称', '名称', '故障件'],
    },
  },
  'analysis-form': {
    fields: {
      reportNo: ['报告编号', '分析报告编号', '编号', '报告号', '分析编号', '分析单号', '报告单号', '文件编号', '单号', 'no.', 'no', 'reportno', 'reportnumber', 'analysisno', 'analysisreportno', 'documentno', 'rcano'],
      failureNo: ['对应故障编号', '对应故障单号', '对应故障报告编号', '故障报告编号', '故障编号', '故障单号', '关联故障', '关联故障编号', '对应报告编号', '相关故障编号', '原故障编号', '故障报告单号', 'relatedfailure', 'relatedfailureno', 'failurereportno', 'faultreportno', 'refailure', 'reffailure', 'failureref', 'failureno', 'relatedreport', 'failurereport', 'correspondingfailureno'],
      cause: ['结论', '分析结论', '根本原因', '原因结论', '最终结论', '故障原因', '故障原因结论', '根因', '根本原因分析', '原因', '原因分析', 'conclusion', 'rootcause', 'conclusions', 'rootcauseconclusion', 'cause'],
      author: ['分析人', '分析人员', '分析者', '编制', '编制人', '主分析人', '报告人', 'analyst', 'analysedby', 'analyzedby', 'preparedby', 'author'],
      responsible: ['责任单位', '责任方', '责任判定', '责任归属', '责任部门'],
      symptom: ['故障现象', '故障现象描述', '故障描述', '现象'],
    },
  },
  'action-form': {
    fields: {
      reportNo: ['措施编号', '措施单号', '报告编号', '编号', '措施报告编号', '整改单号', '整改编号', '单号', '文件编号', 'no.', 'no', 'actionno', 'carno', 'capano', '8dno', '8dreportno', '8d编号', '8d报告编号', 'reportno', 'correctiveactionno', 'actionreportno', 'documentno'],
      failureNo: ['对应故障编号', '对应故障单号', '对应故障报告编号', '故障报告编号', '故障编号', '故障单号', '关联故障', '关联故障编号', '相关故障编号', '原故障编号', '对应问题编号', '问题编号', 'relatedfailure', 'relatedfailureno', 'failurereportno', 'faultreportno', 'reffailure', 'failureref', 'failureno', 'correspondingfailureno'],
      cause: ['原因', '故障原因', '根本原因', '原因分析', '问题原因', '根因', 'cause', 'rootcause'],
      action: ['纠正措施', '整改措施', '改进措施', '措施内容', '纠正预防措施', '纠正和预防措施', '纠正及预防措施', '措施', '永久措施', '采取措施', '措施描述', 'correctiveaction', 'permanentcorrectiveaction', 'permanentcorrectiveactions', '永久纠正措施', 'correctiveactionplan', 'action', 'actions', 'actiontaken', 'actiondescription', 'permanentaction', 'correctiveactions', 'measure', 'measures'],
      handler: ['责任人', '负责人', '实施人', '措施责任人', '执行人', '承办人', 'owner', 'actionowner', 'responsibleperson', 'assignee', 'personresponsible', 'actionby', 'implementedby'],
      responsible: ['责任单位', '责任部门', '责任方', '实施单位', '实施部门', '承办单位', '责任供方', 'department', 'responsibledepartment', 'responsibleunit', 'responsibleparty'],
      actionDoneAt: ['实际完成', '实际完成日期', '实际完成时间', '完成日期', '完成时间', '措施完成日期', '实施日期', '实施完成日期', 'actualcompletion', 'completedon', 'completiondate', 'datecompleted', 'actualdate', 'donedate', 'implementedon', 'actualcompletiondate'],
      dueAt: ['计划完成', '计划完成日期', '计划完成时间', '要求完成日期', '完成期限', '计划日期', '期限', 'duedate', 'due', 'planneddate', 'plannedcompletion', 'targetdate', 'plannedcompletiondate', 'targetcompletion'],
      closed: ['归零结论', '闭环结论', '归零状态', '闭环状态', '是否归零', '是否闭环', '关闭结论', '结论', '关闭状态', '是否关闭', '归零情况', 'closure', 'closed', 'conclusion', 'closurestatus', 'status', 'closestatus'],
      effectivity: ['生效范围', '实施范围', '适用范围', '改造范围', 'effectivity', 'scope', 'applicableto'],
    },
  },
}

/** Labels whose values the program does not keep in a field of their own; naming them here keeps them from being taken for values. */
export const OTHER_LABELS: readonly string[] = [
  '填报单位', '报告单位', '反馈单位', '编制单位', '服务站', '产品型号', '规格型号', '型号规格', '处置结果', '是否返修', '是否首次发生', '是否重复发生', '首次发生', '审核', '审核人', '批准', '批准人', '日期', '签字', '签名', '会签', '校对', '编制', '编制人', '复核',
  '联系电话', '电话', '天气', '环境温度', '气温', '速度', '区间', '安装位置', '附图', '附件', '照片', '备注', '说明', '故障核实情况', '核实情况', '复现情况', '分析过程', '分析经过', '检查过程', '检测情况', '试验情况', '故障模式', '故障机理', '失效机理', '失效模式', '计划完成', '生效范围', '实施情况', '完成情况', '验证方式', '验证方法', '验证结果', '验证情况', '验证人', '验证日期', '效果验证',
  '质保状态', '质保期', '是否在质保期内', '是否委外', '返修单号', '处理建议', '下一步计划', '责任人', '主管', '用户确认', '客户签字', '确认人', '故障次数', '累计故障次数',
  'approvedby', 'approved', 'checkedby', 'reviewedby', 'verifiedby', 'signature', 'date', 'verification', 'verificationmethod', 'verificationresult', 'attachment', 'attachments', 'photo', 'photos', 'remarks', 'firstoccurrence', 'sentforrepair', 'model', 'type', 'reportingunit', 'servicestation', 'position', 'phone', 'weather', 'analysisprocess', 'investigation', 'findings', 'failuremode', 'failuremechanism', 'implementation', 'implementationstatus', 'warranty',
]

/** A row of signatures names its own dates; they say nothing about the failure. */
export const SIGNATURE_LABELS: ReadonlySet<string> = new Set(['填报人', '审核', '批准', '编制', '校对', '会签', '签字', '分析人', '制表', '填表人', '报告人', '审核人', '批准人', 'approvedby', 'checkedby', 'reviewedby', 'preparedby', 'reportedby', 'signature', 'analyst'])

/** Titles of the parts list inside a form. */
export const LINES_TITLE = /更换记录|换件记录|更换明细|换件明细|更换清单|配件更换|部件更换|replacedparts|partsreplaced|replacementrecord|partreplacement/
