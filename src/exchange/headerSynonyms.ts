/** What a column can mean. */
export type CanonicalField =
  | 'failureNo' | 'occurredAt' | 'repairedAt' | 'actionDoneAt' | 'installedAt' | 'mfgDate' | 'inServiceAt'
  | 'operator' | 'depot' | 'line' | 'vehicleType' | 'trainNo' | 'carNo' | 'cars' | 'odometerKm'
  | 'system' | 'node' | 'partNo' | 'serialNo' | 'batchNo'
  | 'phase' | 'symptom' | 'faultCode' | 'severity' | 'faultLevel' | 'impact' | 'delayMin' | 'onMainLine'
  | 'measure' | 'method' | 'removedSerial' | 'installedSerial' | 'quantity' | 'handler' | 'result'
  | 'cause' | 'causeCategory' | 'responsible' | 'action' | 'closed' | 'reportNo' | 'remark'
  | 'assignedPartNo' | 'workflowState'
  | 'position' | 'reporter' | 'reportedAt' | 'disposition' | 'testOk' | 'failureMode' | 'mechanism' | 'author' | 'reviewer' | 'dueAt' | 'effectivity'
  | 'month' | 'code' | 'level' | 'criticality' | 'designMtbfH'

/** Words for a header, already folded (narrow, no blanks, lower case). `weak` words count only when alone and when the values agree. */
export interface HeaderWords {
  readonly names: readonly string[]
  readonly weak?: readonly string[]
}

export const HEADER_WORDS: Readonly<Record<CanonicalField, HeaderWords>> = {
  failureNo: { names: ['故障编号', '故障单号', '故障报告编号', '故障序号', '问题编号', '事件编号', '故障号', 'failureno', 'failurenumber', 'failureid', 'faultno', 'faultnumber', 'incidentno', 'fracasno', 'ticketno'], weak: ['编号', '单号', '工单号', 'no.', 'id', 'number'] },
  occurredAt: { names: ['发生日期', '发生时间', '故障日期', '故障时间', '故障发生日期', '故障发生时间', '发现日期', '发现时间', '故障发现时间', '故障发现日期', '故障报告日期', 'dateofoccurrence', 'occurrencedate', 'occurredat', 'occurredon', 'dateoccurred', 'failuredate', 'faultdate', 'dateoffailure', 'eventdate', 'failuretime', 'datetime', '发生故障日期', '发生故障时间', '事发日期', '事发时间'], weak: ['日期', '时间', '更换日期', '更换时间', '换件时间', 'date', 'time'] },
  repairedAt: { names: ['修复日期', '修复时间', '故障修复时间', '故障修复日期', '处理日期', '处理时间', '维修日期', '恢复时间', '故障恢复时间', '修理日期', '故障处理时间', '故障处理日期', 'repairdate', 'repairedat', 'repairedon', 'daterepaired', 'dateofrepair', 'repairtime', 'fixeddate', 'restoredat'] },
  actionDoneAt: { names: ['完成日期', '措施完成日期', '措施完成时间', '完成时间', '整改完成日期', '整改日期', '关闭日期', '闭环日期', '闭环时间', '归零日期', '实际完成日期', 'completiondate', 'dateclosed', 'closeddate', 'closingdate', 'closedate', 'actiondate', 'actiondonedate', 'datecompleted', 'donedate'] },
  installedAt: { names: ['装车日期', '装车时间', '安装日期', '上车日期', '装用日期', '装机日期', 'installationdate', 'installdate', 'dateinstalled', 'installedat', 'installedon', 'fittedon'] },
  mfgDate: { names: ['出厂日期', '生产日期', '制造日期', '出厂时间', '出厂年月', '生产年月', '制造年月', 'manufacturedate', 'manufacturingdate', 'dateofmanufacture', 'productiondate', 'mfgdate', 'mfddate'] },
  inServiceAt: { names: ['上线日期', '投运日期', '上线时间', '投用日期', '投入运用日期', '运用日期', '开始运营日期', '上线运营日期', '交付日期', '投运时间', '首次上线日期', 'inservicedate', 'entryintoservice', 'commissioningdate', 'inserviceat', 'servicestart', '投入运营日期', '运营日期', '正式上线日期'] },
  operator: { names: ['配属局', '路局', '铁路局', '用户', '运用单位', '用户单位', '客户', '运营单位', '运营公司', '运营商', '配属单位', '所属局', '业主', 'operator', 'customer', 'railwaybureau', 'bureau', 'owner', 'client', 'operatingcompany', 'railway', '运用局'], weak: ['局', '局别', 'toc'] },
  depot: { names: ['段', '车辆段', '配属段', '动车段', '机务段', '配属动车段', '配属机务段', '检修段', '动车所', '配属所', '所属段', '运用所', '使用地点', 'depot', 'homedepot', 'workshopdepot'], weak: ['所'] },
  line: { names: ['线路', '运营线路', '运用线路', '线别', '运行线路', '所属线路', '交路', 'line', 'route', 'lineno'] },
  vehicleType: { names: ['车型', '车辆型号', '车种', '机型', '动车组型号', '列车型号', '机车型号', '车辆类型', 'vehicletype', 'traintype', 'vehiclemodel', 'trainmodel', 'rollingstock', 'fleettype', 'locotype'], weak: ['class', 'type', 'fleet'] },
  trainNo: { names: ['列车号', '车组号', '列号', '列车编号', '动车组号', '车组', '机车号', '编组号', '列车', '车组编号', '机车编号', '动车组编号', '机车车号', '车列号', 'trainno', 'trainnumber', 'trainsetno', 'trainset', 'trainid', 'unitno', 'locono', 'locomotiveno', 'setno', 'trainsetnumber', 'rakeno', '列车车号', '车组号码'], weak: ['车号', '车辆号', '车辆编号', 'train', 'vehicleno', 'vehicle', 'unit'] },
  carNo: { names: ['车厢号', '车厢', '车厢编号', '辆号', '辆序', '车位号', '车厢位置', '车辆位置', '故障车厢', 'carno', 'carnumber', 'coachno', 'coach', 'carriage', 'carriageno', 'car'], weak: ['车号', '车辆号', '车次', '车节'] },
  cars: { names: ['编组辆数', '编组', '辆数', '编组数', '编组形式', '编组车辆数', '车辆数', 'cars', 'numberofcars', 'carcount', 'formation', 'noofcars'] },
  odometerKm: { names: ['走行公里', '走行里程', '故障时走行公里', '故障时走行里程', '运行里程', '运行公里', '累计走行公里', '累计里程', '累计走行里程', '里程', '走行公里数', '行驶里程', '公里数', '总里程', 'odometer', 'mileage', 'runningkm', 'kilometrage', 'distance', 'runningdistance', 'totalkm', 'odometerreading', '累计走行', '走行', 'kmreading', 'kilometers', 'kilometres'], weak: ['公里', 'km'] },
  system: { names: ['系统', '所属系统', '系统名称', '故障系统', '产品系统', 'system', 'systemname'] },
  node: { names: ['部件名称', '故障部件', '零部件名称', '产品名称', '故障产品', '部件', '零部件', '配件名称', '零件名称', '故障件', '故障件名称', '故障部件名称', '故障零部件', '物料名称', '设备名称', '组件名称', '更换部件', '品名', '物料描述', '涉及零件', '涉及部件', 'component', 'componentname', 'partname', 'failedpart', 'failedcomponent', 'product', 'productname', 'itemname', 'failedunit', 'lru', 'equipment'], weak: ['名称', '产品', '配件', 'name', 'item', 'part', 'description'] },
  partNo: { names: ['图号', '产品图号', '物料号', '物料编码', '零件号', '部件图号', '件号', '物料编号', '产品型号', '型号', '图样代号', '零部件图号', '代号', 'partno', 'partnumber', 'drawingno', 'drawingnumber', 'materialno', 'p/n', 'pn', 'itemno', 'materialcode', 'modelno'], weak: ['编码', '规格型号', 'model', 'drawing'] },
  serialNo: { names: ['出厂编号', '产品编号', '序列号', '部件编号', '出厂号', '产品序列号', '部件序列号', '故障件编号', '故障件序列号', '制造编号', '产品出厂编号', '故障件号', '产品序号', 'serialno', 'serialnumber', 's/n', 'sn', 'failedpartserial', 'failedserial'] },
  batchNo: { names: ['生产批次', '批次号', '批号', '批次', '产品批次', 'batchno', 'batch', 'lotno', 'lot', 'batchnumber'] },
  phase: { names: ['发现时机', '故障时机', '发生时机', '发现阶段', '故障阶段', '发生阶段', '故障发现时机', '作业阶段', '发现场合', '发现途径', 'phase', 'detectionphase', 'foundduring', 'whenfound', 'occasion', 'detectedduring'] },
  symptom: { names: ['故障现象', '故障描述', '现象', '故障情况', '故障概况', '现象描述', '故障现象描述', '问题描述', '故障内容', '故障信息描述', '更换原因', '故障说明', '故障简述', '故障概述', 'symptom', 'failuredescription', 'faultdescription', 'problemdescription', 'failuresymptom', 'failuremode', 'symptoms', 'defect', 'defectdescription'], weak: ['故障', '描述', '问题', '情况', 'failure', 'fault', 'problem', 'description'] },
  faultCode: { names: ['故障代码', '故障码', '代码', '报警代码', 'faultcode', 'errorcode', 'failurecode', 'alarmcode', 'dtc'] },
  severity: { names: ['故障等级', '严重度', '严重等级', '严重程度', '故障严重度', '危害度', '故障级别', 'severity', 'severityclass', 'severitylevel', 'criticalityclass'], weak: ['等级', '级别', 'class', 'level'] },
  faultLevel: { names: ['故障类级', '故障分级', '合同等级', 'faultlevel', 'faultclass'], weak: ['等级', '级别', '故障等级', '分级', 'class', 'level'] },
  impact: { names: ['运营影响', '影响', '对运营影响', '行车影响', '影响情况', '对运营的影响', '故障影响', '后果', '故障后果', '影响程度', '运用影响', 'impact', 'serviceimpact', 'operationalimpact', 'effectonservice', 'effect', 'consequence'] },
  delayMin: { names: ['晚点', '晚点时间', '晚点分钟', '延误', '延误时间', '影响时间', '晚点时分', '延误分钟', 'delay', 'delaymin', 'delayminutes', 'delaytime', 'minuteslate'] },
  onMainLine: { names: ['是否正线', '正线', '正线故障', '是否正线故障', '是否在正线', 'onmainline', 'mainline', 'ismainline', 'inservicefailure'] },
  measure: { names: ['处理措施', '现场处置', '处置', '处理情况', '故障修复描述', '修复描述', '现场处理', '处理过程', '处置措施', '处理方法', '维修措施', '处理经过', '处置情况', '应急处理', '处理内容', '修复措施', '维修内容', '现场处理措施', '现场处理情况', '故障处理', '故障处理情况', 'repairaction', 'repairdescription', 'immediateaction', 'worktaken', 'actiontaken', 'treatment', 'repair', 'workdone', 'remedy'], weak: ['处理', '措施', '处置'] },
  method: { names: ['处理方式', '修复方式', '维修方式', '处置方式', '处理类型', '维修类型', '处理手段', 'method', 'repairmethod', 'repairtype', 'handling', 'handlingmethod', 'typeofrepair', 'treatmentmethod', '处置方法', '修理方式'] },
  removedSerial: { names: ['换下件号', '换下序列号', '换下部件序列号', '换下件编号', '换下编号', '旧件编号', '旧件号', '拆下件号', '拆下件编号', '换下件序列号', '换下产品编号', '旧件序列号', '下车件号', '下车件编号', '故障件换下编号', 'removedserial', 'removedserialno', 'removeds/n', 'removedsn', 'oldserialno', 'oldserial', 'olds/n', 'serialoff', 's/noff', 'removedpartserial', 'removedserialnumber'] },
  installedSerial: { names: ['换上件号', '换上序列号', '换上部件序列号', '换上件编号', '换上编号', '新件编号', '新件号', '装上件号', '装上件编号', '换上件序列号', '换上产品编号', '新件序列号', '上车件号', '上车件编号', 'installedserial', 'installedserialno', 'installeds/n', 'installedsn', 'newserialno', 'newserial', 'news/n', 'serialon', 's/non', 'fittedserial', 'installedserialnumber'] },
  quantity: { names: ['数量', '用量', '单台数量', '单车数量', '每列数量', '每车数量', '故障数量', '更换数量', '件数', '装车数量', '单列数量', 'quantity', 'qty', 'qtyper', 'amount', 'count'] },
  handler: { names: ['处理人', '处理人员', '维修人', '维修人员', '作业者', '处理者', '检修人员', '修理人', '现场处理人', '服务人员', '责任工程师', '现场人员', '作业人员', '经办人', 'handler', 'repairedby', 'technician', 'handledby', 'engineer', 'fixedby', 'worker'] },
  result: { names: ['处理结果', '处理状态', '修复结果', '修复状态', '处理后状态', '恢复情况', '维修结果', 'result', 'repairresult', 'outcome', 'repairstatus'] },
  cause: { names: ['原因分析', '故障原因', '原因', '故障原因分析', '根本原因', '初步原因', '原因描述', '失效原因', '原因说明', '初步原因分析', 'cause', 'rootcause', 'failurecause', 'causeanalysis', 'faultcause', 'reason', 'causeoffailure'] },
  causeCategory: { names: ['原因类别', '原因分类', '故障原因分类', '故障原因类别', '责任类别', '原因类型', '根因类别', 'causecategory', 'causeclass', 'causetype', 'rootcausecategory', 'categoryofcause'] },
  responsible: { names: ['责任单位', '责任方', '责任归属', '责任部门', '责任厂家', '责任供应商', '责任判定', '定责', 'responsible', 'responsibleparty', 'responsibility', 'liability', 'responsibleunit', 'responsiblesupplier', 'liableparty'] },
  action: { names: ['纠正措施', '整改措施', '改进措施', '预防措施', '纠正预防措施', '长期措施', '改善措施', '后续措施', '纠正与预防措施', 'correctiveaction', 'correctivemeasure', 'preventiveaction', 'capa', 'permanentaction', 'improvement'] },
  closed: { names: ['闭环状态', '是否闭环', '闭环', '归零状态', '是否归零', '关闭状态', '是否关闭', '闭环情况', '完成状态', '是否完成', '归零情况', '问题状态', '整改状态', 'closed', 'closurestatus', 'closedstatus', 'isclosed', 'closestate', 'closingstatus', 'closure'], weak: ['状态', '进度', '进展', 'status', 'state', 'progress'] },
  reportNo: { names: ['报告编号', '分析报告编号', '报告号', '分析报告号', '报告单号', 'reportno', 'reportnumber'] },
  remark: { names: ['备注', '说明', '跟踪信息', '备注说明', '附注', 'remark', 'remarks', 'note', 'notes', 'comment', 'comments'] },
  assignedPartNo: { names: ['归属部件图号', 'assignedpartno'] },
  workflowState: { names: ['流程状态', 'workflowstate'] },
  position: { names: ['安装位置', '位置', '装车位置', '故障位置', '安装部位', '位置号', '轴位', '部件位置', 'position', 'mountingposition', 'installationposition'] },
  reporter: { names: ['填报人', '报告人', '反馈人', '上报人', '填表人', 'reporter', 'reportedby'] },
  reportedAt: { names: ['填报日期', '上报时间', '上报日期', '报告日期', '反馈日期', '反馈时间', '填报时间', 'reporteddate', 'reportdate', 'datereported'] },
  disposition: { names: ['换下件去向', '故障件去向', '旧件去向', '故障件处理', '故障件处置', '换下件处置', 'disposition', 'partdisposition'] },
  testOk: { names: ['功能试验是否正常', '功能试验', '试验是否正常', '试验结果', 'functiontest', 'functionaltest', 'testok', 'testresult'] },
  failureMode: { names: ['失效模式', '故障模式分类'] },
  mechanism: { names: ['故障机理', '失效机理', 'failuremechanism', 'mechanism'] },
  author: { names: ['分析人', '分析人员', 'analyst', 'analysedby', 'analyzedby'] },
  reviewer: { names: ['审核人', 'reviewer', 'reviewedby'] },
  dueAt: { names: ['计划完成日期', '计划完成时间', '计划完成', '要求完成日期', '整改期限', 'plannedcompletion', 'duedate', 'targetdate'] },
  effectivity: { names: ['生效范围', '实施范围', 'effectivity'] },
  month: { names: ['月份', '统计月份', '年月', '月度', 'month', 'yearmonth', 'period'] },
  code: { names: ['编码层级号', '层次号', '结构号', '节点编号', '结构编码', '层级编号', 'hierarchycode', 'indexcode', 'nodecode', 'positionno'], weak: ['序号', '编号', '项号', 'no.', 'no', 'item', 'code', 'index'] },
  level: { names: ['层级', '层次', '级次', 'bom层级', '装配层级', 'level', 'bomlevel', 'indenturelevel', 'indenture'], weak: ['级别', '级', '层', '阶', 'lvl'] },
  criticality: { names: ['关键度', '重要度', '关重度', '关键等级', '重要等级', '关键件', '关重件', '重要性', 'criticality', 'importance', 'critical', 'criticalityclass'] },
  designMtbfH: { names: ['设计mtbf', 'mtbf', '设计平均故障间隔时间', '预计mtbf', '目标mtbf', 'mtbf指标', '设计寿命mtbf', 'designmtbf', 'predictedmtbf', 'targetmtbf', 'mtbfh'] },
}

/** A header with one of these is about the part taken off or put on, whatever else it says. */
export const REMOVED_WORDS: readonly string[] = ['换下', '拆下', '旧件', '下车件', '卸下', 'removed', 'replaced', 'old']
export const INSTALLED_WORDS: readonly string[] = ['换上', '装上', '新件', '上车件', 'installed', 'new', 'fitted']
export const SERIAL_WORDS: readonly string[] = ['编号', '件号', '序列号', '号', 'serial', 's/n', 'sn', 'no']

/** Headers that contain a known word but mean something the app does not keep. */
export const OTHER_HEADERS: readonly string[] = ['部件功能试验是否正常', '故障性质', '故障类别', '故障类型', '故障分类', '部件类别', '类别', '修程情况', '修程', '承修单位', '登记人', '检修工长', '质检员', '值班干部', '运用状态', '子系统', '有责', '是否有责', '是否委外', '审核', '录入人', '录入日期', '登记日期', 'failuretype', 'subsystem', '父级物料号', '父件号', '父项编码', '上级图号', '上级物料号', 'parentpartno', 'parent']
