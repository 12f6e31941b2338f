/** Words that tell a report of a symptom from what was done, why it happened, and what was changed for good. */
import { anyOf } from '../../cells/joinedPatterns'

export const PART_NAME = anyOf(
  /(?:阀|板|器|缸|环|片|泵|开关|传感器|模块|机组|风机|塞门|软管|线圈|弹簧|按钮|继电器|闸瓦|电机|轴承|机箱|风扇|膜板|垫|圈|盘)$/i,
  /(?:valve|board|sensor|switch|cylinder|compressor|dryer|pad|disc|hose|relay|unit|controller|module|motor|pump|fan|cock)s?$/i,
)
export const SYMPTOM = anyOf(
  /报.{0,12}(?:故障|中断|代码)|故障|泄漏|漏风|漏气|漏油|异音|异响|异常|不缓解|不动作|不切换|不工作|不启动|不亮|不转|不排|不一致|不合格/i,
  /不可用|无法|无反应|无显示|失效|死机|重启|报警|跳变|丢失|中断|停机|困难|卡滞|慢|偏磨|掉块|鼓包|破损|变红|频繁|误动作|喷气|残留|超过|偏差|排风|打风/i,
  /\b(?:fail|fault|leak|alarm|error|lost|stuck|nois|slow|trip|not |no |does not|cannot|unable|low |high |broken|overheat|intermittent)/i,
)
export const MEASURE = anyOf(
  /^(?:已|现场|重新|临时)?(?:更换|换|清洁|清理|清洗|吹扫|紧固|调整|复位|重启|断电|切除|隔离|处理|检查|检修|重新|拆检|拆解|加热|监控|修复|润滑|打磨|补充|加注|拧紧|压接|升级|返厂)/i,
  /(?:试验|自检|动作|功能|测试|缓解|恢复|运行)(?:正常|合格|良好)|跟踪观察|后更换/i,
  /^(?:the )?(?:replac|chang|clean|adjust|tighten|reset|repair|check|restart|swap|isolat|lubricat|inspect|refit|renew)/i,
)
export const CAUSE = anyOf(
  /老化|磨损|磨耗|磨破|开裂|断裂|撕裂|裂纹|划伤|不良|硬化|氧化|锈蚀|卡滞|卡在|异物|杂质|断路|短路|击穿|虚焊|退针/i,
  /漂移|超差|超限|结冰|冻结|不足|不合理|松动|脱落|饱和|粉化|堵塞|干涉|粘连|疲劳/i,
  /由于|导致|造成|引起|偏低|变小|窜风|窜气|渗漏|异常|击打|质量/i,
  /\b(?:worn|wear|aged|ageing|aging|crack|short|open circuit|contaminat|loose|corro|due to)/i,
  /\b(?:moisture|defect|fatigue|because|caused|insufficient|drift|blocked)/i,
)
export const ACTION = anyOf(
  /改为|改进|优化|加装|加严|增加|加强|修订|完善|制定|普查|整改|筛选|召回|培训|下批|规程|工艺|入厂检验|宣贯|防再发|举一反三|设计变更|标准化/i,
  /\b(?:improv|revis|modif|train|retrofit|redesign|introduc|campaign|recall|supplier to)/i,
  /\b(?:screening|update (?:the )?(?:procedure|manual|software)|design change)/i,
)
