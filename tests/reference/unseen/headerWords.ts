/** Headers as quality departments, depots and customers write them. Put together without looking at the program's own lists. */
export const HEADERS: Readonly<Record<string, { readonly zh: readonly string[]; readonly en: readonly string[] }>> = {
  failureNo: {
    zh: [
      '故障单编号',
      '故障流水号',
      '质量问题编号',
      '故障记录单号',
      '信息单编号',
      '故障ID',
      'FRACAS编号',
      '故障档案号',
      '问题单号',
      '故障台账号',
    ],
    en: [
      'Failure ref.',
      'Incident ID',
      'Fault report No.',
      'NCR No.',
      'Case No.',
      'FRACAS No.',
      'Defect No.',
      'Failure case ID',
    ],
  },
  occurredAt: {
    zh: [
      '发生日期',
      '故障发生年月日',
      '故障日',
      '发现日期',
      '故障发生时刻',
      '故障发生日',
      '出现日期',
      '故障时间点',
      '报故日期',
    ],
    en: [
      'Date of failure',
      'Occurred',
      'Incident date',
      'Date found',
      'Date of event',
      'Failure date/time',
      'Fault occurred on',
      'Date of incident',
    ],
  },
  repairedAt: {
    zh: [
      '修复日期',
      '处理完成时间',
      '排故日期',
      '修竣日期',
      '处置完成日期',
      '恢复日期',
      '故障消除日期',
      '维修完成日期',
    ],
    en: ['Repair completed', 'Date fixed', 'Repair date', 'Back in service', 'Date rectified', 'Restored'],
  },
  operator: {
    zh: ['配属路局', '运用局', '用户', '客户单位', '使用单位', '局别', '归属局', '运营企业'],
    en: ['Railway operator', 'Operator', 'Customer', 'Train operator', 'Operating company', 'TOC'],
  },
  depot: {
    zh: ['配属动车所', '检修单位', '所属车辆段', '运用检修段', '检修基地', '动车段/所', '支配段', '维修基地'],
    en: ['Depot', 'Maintenance base', 'Home depot', 'Service depot', 'Maintenance facility', 'Workshop'],
  },
  line: {
    zh: ['运行线路', '担当线路', '线路名称', '所在线路', '运营线'],
    en: ['Line', 'Route', 'Service line', 'Line name'],
  },
  vehicleType: {
    zh: ['列车型号', '车辆车型', '动车组车型', '车型代号', '车型号', '平台/车型'],
    en: ['Train type', 'Rolling stock type', 'Vehicle model', 'Trainset type', 'Fleet type', 'Class'],
  },
  trainNo: {
    zh: ['列车号', '车组编号', '动车组编号', '列车编组号', '车底号', '列位号', '整列编号', '列车组号', '所属列车'],
    en: ['Train ID', 'Trainset no.', 'Unit number', 'Train set', 'Set No.', 'EMU No.', 'Consist No.'],
  },
  carNo: {
    zh: ['车厢', '故障车厢号', '车厢顺位', '辆位', '第几车厢', '单车号', '车厢号码', '几号车'],
    en: ['Car', 'Coach No.', 'Car position', 'Vehicle in set', 'Carriage number'],
  },
  odometerKm: {
    zh: [
      '累计走行公里数',
      '故障时里程',
      '走行里程数',
      '列车累计里程',
      '运行公里数',
      '故障时公里数',
      '总走行',
      '当前里程',
    ],
    en: [
      'Mileage at failure',
      'Odometer reading',
      'Distance run',
      'Running distance',
      'Train mileage',
      'Cumulative mileage',
    ],
  },
  system: {
    zh: ['所属系统', '系统', '系统划分', '故障系统', '所在系统'],
    en: ['System', 'System name', 'Main system'],
  },
  node: {
    zh: ['故障零部件', '部件', '失效件名称', '故障设备', '故障件', '部品名称', '故障元件', '产品', '故障单元名称'],
    en: [
      'Failed item',
      'Component name',
      'Faulty unit',
      'LRU',
      'Part description',
      'Equipment name',
      'Affected component',
    ],
  },
  partNo: {
    zh: ['部件图号', '产品代号', '零件图号', '物料代码', '品号', '料号', '故障件图号', '图纸编号'],
    en: ['Drawing', 'Part number', 'Item code', 'Material code', 'P/N', 'Catalogue No.'],
  },
  serialNo: {
    zh: ['产品序列号', '故障件序列号', '出厂编号', '机号', '单件编号', '身份编号', '故障件SN'],
    en: ['Serial', 'S/N', 'Unit serial no.', 'Serial no. of failed unit', 'Failed S/N', 'Component serial'],
  },
  phase: {
    zh: ['发现时机', '故障发现阶段', '发现环节', '何时发现', '发生工况阶段', '检出阶段', '发现作业'],
    en: ['Found during', 'Detected in', 'Discovery stage', 'Detection stage', 'Operating phase'],
  },
  symptom: {
    zh: [
      '故障现象',
      '故障表现',
      '问题现象',
      '故障描述',
      '异常现象',
      '现象及经过',
      '故障情况简述',
      '故障详情',
      '失效现象',
    ],
    en: [
      'Symptom',
      'What happened',
      'Fault description',
      'Problem',
      'Failure details',
      'Observed failure',
      'Description of defect',
    ],
  },
  impact: {
    zh: ['对运营影响', '影响后果', '运营影响程度', '故障后果', '影响范围', '行车影响情况'],
    en: ['Service impact', 'Effect on operation', 'Consequence', 'Impact on service', 'Operational consequence'],
  },
  severity: {
    zh: ['严重度等级', '故障等级', '严酷度', '严重性', '故障严酷度类别', '等级'],
    en: ['Severity', 'Sev.', 'Severity cat.', 'Hazard severity', 'Severity rating'],
  },
  delayMin: {
    zh: ['晚点(分)', '晚点分钟数', '延误时长(min)', '晚点时长（分钟）', '影响时长(min)'],
    en: ['Delay (min)', 'Minutes delay', 'Delay minutes', 'Train delay (min)'],
  },
  onMainLine: {
    zh: ['正线故障', '是否正线发生', '是否发生在正线', '正线(是/否)'],
    en: ['On main line', 'Main line? (Y/N)', 'In revenue service'],
  },
  measure: {
    zh: [
      '处置经过',
      '现场处理',
      '维修处理措施',
      '故障处理情况',
      '处理方案',
      '检修处理内容',
      '采取的措施',
      '现场处置措施',
    ],
    en: [
      'Repair carried out',
      'Action on site',
      'Work performed',
      'Maintenance action',
      'Corrective maintenance',
      'How it was fixed',
      'Remedial action',
    ],
  },
  method: {
    zh: ['处理方式', '修理方式', '处置类别', '维修方式', '处理类别'],
    en: ['Repair method', 'Type of repair', 'Repair category', 'Maintenance type'],
  },
  removedSerial: {
    zh: [
      '换下件序列号',
      '旧件SN',
      '下车编号',
      '拆卸件编号',
      '换下产品号',
      '原件编号',
      '换下部件出厂编号',
      '故障件编号(换下)',
    ],
    en: ['S/N out', 'Removed serial', 'Serial removed', 'Old S/N', 'Off S/N', 'Serial No. (removed)'],
  },
  installedSerial: {
    zh: ['换上件序列号', '新件SN', '上车编号', '装用件编号', '换上产品号', '换上部件出厂编号', '新件编号(换上)'],
    en: ['S/N in', 'Installed serial', 'Serial installed', 'New S/N', 'On S/N', 'Serial No. (installed)'],
  },
  quantity: { zh: ['数量', '故障件数', '更换数', '用量(件)', '数 量'], en: ['Qty', 'Quantity', 'No. of parts', 'Pcs'] },
  handler: {
    zh: ['处置人', '现场服务人员', '处理者', '检修人', '维修工', '处理责任人', '服务工程师'],
    en: ['Technician', 'Repaired by', 'Service engineer', 'Maintainer', 'Done by'],
  },
  cause: {
    zh: ['原因', '故障原因', '根因', '原因调查结果', '失效原因分析', '故障根本原因', '机理/原因'],
    en: ['Root cause', 'Cause', 'Reason for failure', 'Cause found', 'Failure cause analysis'],
  },
  causeCategory: {
    zh: ['原因分类', '根因分类', '原因属性', '责任性质', '故障归因', '原因大类'],
    en: ['Cause category', 'Cause code', 'Cause group', 'Root cause class'],
  },
  responsible: {
    zh: ['责任单位', '责任厂商', '归责', '责任划分', '责任主体', '定责单位'],
    en: ['Responsible', 'Responsible company', 'Liability', 'Responsible vendor', 'Accountable party'],
  },
  action: {
    zh: ['整改措施', '纠正预防措施', '改进方案', '整改对策', '根本措施', '改进对策', '防再发措施'],
    en: ['Corrective action', 'Long-term action', 'CAPA', 'Permanent corrective action', 'Improvement action'],
  },
  actionDoneAt: {
    zh: ['整改完成时间', '措施落实日期', '闭环日期', '关闭时间', '完结日期', '实际关闭日期', '归零时间'],
    en: ['Closed on', 'Closure date', 'Action completed', 'Date of closure', 'Close-out date'],
  },
  closed: {
    zh: ['闭环情况', '是否关闭', '当前状态', '问题状态', '进展状态', '归零与否', '关闭情况'],
    en: ['Status', 'Open/Closed', 'Closed?', 'Case status', 'Close-out status'],
  },
  faultCode: {
    zh: ['故障代码', '报警代码', '诊断代码', '故障码'],
    en: ['Fault code', 'Error code', 'Diagnostic code'],
  },
  installedAt: {
    zh: ['装车日期', '上车时间', '部件装车时间', '安装时间'],
    en: ['Date installed', 'Fitted on', 'Installation date'],
  },
  mfgDate: {
    zh: ['出厂日期', '制造年月', '部件生产日期', '产品出厂年月'],
    en: ['Date of manufacture', 'Manufactured', 'Production date'],
  },
  batchNo: { zh: ['批次', '生产批号', '产品批次号'], en: ['Batch', 'Lot No.', 'Batch No.'] },
  cars: {
    zh: ['编组', '编组辆数', '编组数量(辆)', '辆/列', '编组长度'],
    en: ['No. of cars', 'Cars per set', 'Formation', 'Number of cars'],
  },
  inServiceAt: {
    zh: ['上线运用日期', '投运时间', '开始运用日期', '投入运营时间', '配属日期', '载客运营日期'],
    en: ['In service since', 'Commissioned', 'Date into service', 'Start of service', 'Entry into service'],
  },
  criticality: {
    zh: ['重要度', '关键件等级', 'ABC类', '重要度分类', '关重等级'],
    en: ['Criticality', 'Criticality class', 'Importance', 'ABC class'],
  },
  designMtbfH: {
    zh: ['设计MTBF(h)', 'MTBF指标（h）', '预计MTBF/h', '目标MTBF（小时）', 'MTBF设计值(h)'],
    en: ['Design MTBF (h)', 'Target MTBF [h]', 'Predicted MTBF (hours)'],
  },
  code: {
    zh: ['层级编码', '结构码', '序号', '节点号', 'BOM编号', '分解编号'],
    en: ['Item', 'Index', 'LCN', 'Breakdown code', 'WBS'],
  },
  level: { zh: ['层级', '层次', 'BOM级别', '阶次', '级', '层'], en: ['Level', 'BOM level', 'Lvl', 'Indenture level'] },
  month: { zh: ['月份', '统计月', '年月', '统计月份', '所属月份'], en: ['Month', 'Year-month', 'Reporting month'] },
}

export const NOISE: readonly (readonly [string, string, (row: number) => string | number | null])[] = [
  ['序号', 'No.', (row) => row + 1],
  ['登记人', 'Entered by', () => '孙工'],
  ['天气', 'Weather', (row) => (row % 2 === 0 ? '晴' : '雨')],
  ['是否在质保期', 'Under warranty', () => '是'],
  ['录入日期', 'Entry date', () => '2018.1.3'],
  ['联系电话', 'Phone', () => '13800000000'],
  ['备注', 'Remarks', (row) => (row % 5 === 0 ? '已电话确认' : null)],
  ['费用(元)', 'Cost (CNY)', (row) => 100 + row * 7],
  ['附件', 'Attachment', () => null],
  ['审核人', 'Checked by', () => '周工'],
  ['环境温度', 'Temp. (°C)', (row) => row % 30],
]
