/** Words people write for each code of a list, Chinese and English; the first word is the list's own. */
export type CodeWords = Readonly<Record<string, readonly string[]>>

/** CL-IMPACT, in order of gravity: of several words in one cell the last listed counts. */
export const IMPACT_WORDS: CodeWords = {
  NONE: ['无影响', '不影响', '无', '未影响', '没有影响', '未造成影响', '对运营无影响', '否', '不影响运营', 'none', 'no', 'noimpact', 'noeffect'],
  RESTRICT: ['限速', '限速运行', '限制使用', '降速', '减速运行', 'restricted', 'speedrestriction'],
  ISOLATE: ['切除', '隔离', '单车切除', '切除制动', '切除隔离', '切除单车制动', '制动切除', 'isolated', 'cutout'],
  SPARE: ['使用冗余', '冗余', '启用备用', 'redundancy'],
  TEMPREPAIR: ['临修', '临时修理', '临时检修', 'unscheduledrepair', 'temporaryrepair'],
  NOTOUT: ['未出库', '不能出库', '无法出库', '未能出库', '扣车', 'notdispatched', 'notreleased'],
  DELAY: ['晚点', '延误', '迟延', 'delay', 'delayed', 'late'],
  OFFLINE: ['下线', '掉线', '退出运营', '退出服务', '回库', 'withdrawn', 'outofservice', 'removedfromservice'],
  DETRAIN: ['清客', '清人', 'detrained', 'detrain'],
  RESCUE: ['救援', '请求救援', 'rescue', 'rescued', 'towed'],
  LOCOFAIL: ['机破', '机车故障', '机故', 'locofailure'],
  ACC_D: ['d类事故', '一般d类事故', 'd类'],
  ACC_C: ['c类事故', 'c类及以上事故', '一般c类事故', 'c类', 'b类事故', 'a类事故'],
  SAFETY: ['安监事件', '安监', '安全事件', 'safetyevent'],
}

export const PHASE_WORDS: CodeWords = {
  MAIN: ['正线运营', '正线', '运营中', '运营', '运行', '运行中', '运用中', '在线', '途中', 'mainline', 'inservice', 'revenueservice', 'operation'],
  DEPOT: ['库内检修', '库检', '库内', '检修库', '入库检查', '入库检', '段内', '库停', 'depot', 'depotinspection'],
  DAILY: ['日检', '一级修', '日常检查', '日常检修', '日常检', '例检', '列检', '双日检', 'daily', 'dailycheck', 'dailyinspection'],
  PM: ['计划修', '二级修', '三级修', '四级修', '五级修', '高级修', '定修', '架修', '大修', '月检', '均衡修', '年检', '辅修', '小辅修', 'pm', 'scheduledmaintenance', 'overhaul', 'planned'],
  PREDEP: ['出库检查', '出库前检查', '出库检', '出库前', '出车检查', 'predeparture', 'pre-departure', 'beforedeparture', '出库', 'departurecheck', 'predeparturecheck'],
  TURN: ['折返', '折返站', 'turnback', 'turnaround'],
  STATIC: ['静调', '静态调试', 'static', 'statictest'],
  DYN: ['动调', '动态调试', '试运行', '试运营', '线路试验', '试车', 'dynamic', 'dynamictest', 'trialrun'],
  BENCH: ['台架', '返修', '台架试验', '返厂检修', 'bench', 'benchtest', 'workshop'],
  STORE: ['库存', '开箱', '仓储', '开箱检验', 'storage', 'store', 'unpacking'],
  COMM: ['安装调试', '安装', '交付调试', 'commissioning', 'installation'],
}

export const METHOD_WORDS: CodeWords = {
  SWAP_NEW: ['换件处理', '更换', '换件', '换新', '更换新件', '更换新品', '更换部件', 'replace', 'replaced', 'replacement', 'swap'],
  FIX: ['原件修复', '修复', '维修', '现场修复', '修理', 'repair', 'repaired', 'fixed'],
  RESET: ['复位重启', '复位', '断电复位', '重启', '断电重启', '断电恢复', 'reset', 'restart', 'reboot', 'powercycle'],
  SWUP: ['更新软件', '软件升级', '升级软件', '软件更新', '刷新软件', 'softwareupdate', 'softwareupgrade'],
  MONITOR: ['监控使用', '观察使用', '跟踪观察', '监控运行', '观察', '监控', 'monitor', 'monitored', 'observe'],
  EXCH: ['串换处理', '串换', '互换', '倒换', '倒件', 'exchange', 'exchanged'],
  EXCH_REPL: ['串换并更换', '串换后更换'],
  ADJUST: ['调整', '紧固', '紧固调整', '调整紧固', '调试', '标定', '重新紧固', 'adjust', 'adjusted', 'adjustment', 'tighten'],
  CLEAN: ['清洁', '清洗', '清理', '吹扫', '润滑', '清扫', 'clean', 'cleaned', 'cleaning'],
  ISOL: ['切除', '隔离', '切除隔离', '切除处理', 'isolate', 'isolated', 'cutout'],
  NONE: ['未处理', '不处理', '暂不处理', '无需处理', 'noaction', 'nottreated'],
}

export const RESULT_WORDS: CodeWords = {
  OK: ['设备正常', '正常', '良好', '合格', '试验正常', '功能正常', 'ok', 'normal', 'nofault'],
  DONE: ['已修复', '修复', '已处理', '处理完毕', '已恢复', '恢复正常', '恢复使用', '恢复运用', '恢复运行', 'done', 'repaired', 'fixed', 'restored'],
  TEMP: ['临时修复', '临时处理', '临时恢复', 'temporary', 'temporarilyrepaired'],
  NOT: ['未修复', '未处理', '未恢复', '停用', '停止使用', '待修', '待处理', 'notrepaired', 'notfixed', 'unrepaired'],
  RESTR: ['限制使用', '限制运用', 'restricteduse'],
}

/** Top level of CL-CAUSE. */
export const CAUSE_WORDS: CodeWords = {
  DES: ['设计', '设计原因', '设计缺陷', '设计问题', '选型', '软件', '软件设计', '接口设计', 'design'],
  MFG: ['制造', '制造质量', '工艺', '质量', '制造工艺', '装配', '材质', '焊接', '生产', '来料', '供方质量', '部件质量', '加工', '制造原因', '元器件', '元件', '元器件质量', '零部件质量', 'manufacturing', 'manufacture', 'quality', 'production', 'process', 'assembly', 'supplier'],
  INST: ['安装', '安装不当', '安装质量', '安装原因', '安装问题', 'installation', 'mounting'],
  OPR: ['操作', '操作不当', '误操作', '使用不当', '操作原因', '使用', 'operation', 'misuse', 'operating'],
  MNT: ['维护', '维护不当', '检修维护', '检修', '维修', '维护保养', '检修不当', '维修不当', '检修质量', 'maintenance'],
  AGE: ['老化', '老化耗损', '磨耗老化', '耗损', '磨耗', '磨损', '寿命到限', '到寿', '自然老化', 'ageing', 'aging', 'wear', 'wearout'],
  ENV: ['环境', '环境因素', '环境影响', '天气', '低温', '水汽', '粉尘', '雷击', '环境原因', 'environment', 'environmental', 'weather'],
  MGT: ['管理', '管理原因', '培训', '文件', '管理因素', 'management', 'training'],
  EXT: ['外部', '外部原因', '其他专业', '外部因素', '外力', '异物', '异物击打', '第三方', 'external', 'thirdparty', 'other'],
  NFF: ['未发现', '未发现故障', '无故障', '未复现', 'nff', 'nofaultfound'],
  UNK: ['未明', '原因不明', '不明', '未知', '原因未明', 'unknown'],
}

/** CL-DISP, where a part taken off goes. */
export const DISPOSITION_WORDS: CodeWords = {
  AWAIT: ['待处置', '待处理', '待定', '暂存', 'awaitingdecision'],
  REPAIR: ['返修', '返厂', '返厂维修', '返厂检修', '送修', 'repair', 'returnforrepair'],
  RTV: ['退供方', '返供方', '退供应商', '返供应商', 'returntosupplier', 'returntovendor'],
  USEASIS: ['让步使用', '继续使用', '留用', 'useasis'],
  SCRAP: ['报废', '作废', 'scrap', 'scrapped'],
  NFF: ['无故障回库', '回库', 'nofaultfound'],
  STAY: ['客户留存', '用户留存', '用户保管', 'keptbycustomer'],
  ANALYSIS: ['返厂分析', '解剖分析', '返厂检测', '送检', '分析', 'analysis', 'teardown'],
}

/** CL-MODEF, words that mean one mode and no other; 泄漏 may be out of the part or through it. */
export const FAILURE_MODE_WORDS: CodeWords = {
  ELU: ['外漏', '外泄漏'],
  INL: ['内漏', '窜风', '内泄漏'],
  FTF: ['不动作', '功能失效', '失效', '功能丧失', '不工作'],
  DOP: ['动作延迟', '动作慢'],
  PLU: ['堵塞', '卡堵'],
  VIB: ['振动'],
  NOI: ['异音', '异响'],
  OHE: ['过热', '高温'],
  BRD: ['损坏', '断裂', '破损'],
  PDE: ['参数偏移', '漂移', '参数漂移'],
  SPU: ['误动作', '误报'],
}

/** CL-MECH, words beside its own labels. */
export const MECHANISM_WORDS: CodeWords = {
  '1.1': ['漏风', '漏油'],
  '2.2': ['锈蚀', '生锈'],
  '2.4': ['磨耗', '磨损'],
  '2.5': ['断裂', '开裂'],
  '5.1': ['堵塞'],
  '5.2': ['污染', '水汽', '粉尘', '油污', '进水'],
}
