/**
 * The code lists every database starts with. A company adds codes of its own as `codeItem` records;
 * these built-in codes keep their meaning for ever because records, workbooks and measurements use them.
 */
import type { CodeListName } from './codeListName'

export interface Code {
  readonly list: CodeListName
  readonly code: string
  readonly zh: string
  readonly en: string
  /** `svc` service-affecting, `F` forces notice and analysis, `root` groups two-level lists. */
  readonly flags?: readonly string[]
}

/** `CODE|中文|English|flag,flag` per line, in the order people should see them. */
const LISTS: Readonly<Record<CodeListName, string>> = {
  'CL-SEV': `
    1|Ⅰ 灾难|I Catastrophic
    2|Ⅱ 严重|II Critical
    3|Ⅲ 一般|III Marginal
    4|Ⅳ 轻微|IV Negligible
  `,
  'CL-LEVEL': `
    A|A 级|Level A
    B|B 级|Level B
    C|C 级|Level C
    D|D 级|Level D
  `,
  'CL-IMPACT': `
    NONE|无影响|No effect
    RESTRICT|限速/限制使用|Speed or use restricted|svc
    ISOLATE|切除/隔离(单车制动)|Brake of one car isolated
    SPARE|使用冗余|Redundancy used
    TEMPREPAIR|临修|Unscheduled repair
    NOTOUT|未出库|Failed to leave depot|svc
    DELAY|晚点|Delay|svc
    OFFLINE|下线/掉线|Withdrawn from service|svc,F
    DETRAIN|清客|Passengers detrained|svc,F
    RESCUE|救援|Rescue|svc,F
    LOCOFAIL|机破|Locomotive failure|svc,F
    ACC_D|D类事故|Class D accident|svc,F
    ACC_C|C类及以上事故|Class C accident or worse|svc,F
    SAFETY|安监事件|Safety event|F
  `,
  'CL-REL': `
    REL|关联|Relevant
    NREL|非关联|Non-relevant
    PEND|待定|Pending
  `,
  'CL-NREL': `
    INST|安装损伤|Installation damage
    ACC|事故/外力|Accident or outside force
    MIS|误操作|Mishandling
    TESTEQ|试验/检测设备|Test equipment
    OVER|超规定使用条件|Beyond specified conditions
    ADJ|正常调整/维护|Normal adjustment
    SEC|从属故障|Secondary failure
    HUM|人为|Human error
    NFF|未发现故障|No fault found
    OTH|其他|Other
  `,
  'CL-CHG': `
    OWN|我方有责|Our responsibility|chargeable
    SUP|供方责任|Supplier|chargeable
    INT|主机厂/集成方|Integrator
    OPR|用户使用维护|Operator or maintainer
    EXT|第三方/自然|Third party or nature
    NONE|非责任|Nobody chargeable
    PEND|待定|Pending
  `,
  'CL-CLASS': `
    IND|独立|Independent
    SEC|从属|Secondary
    INT|间歇|Intermittent
    PATTERN|惯性/批次|Pattern or batch
    MULT|并发|Multiple
    RANDOM|偶发|Random
    WEAR|耗损|Wear-out
    EARLY|早期|Early life
  `,
  'CL-VERIF': `
    CONF|已核实(复现)|Confirmed, reproduced
    EVID|有证据未复现|Evidence, not reproduced
    NFF|未复现/无故障|No fault found
    UNAV|无法核实|Cannot be verified
  `,
  'CL-PHASE': `
    MAIN|正线运营|Main-line service
    DEPOT|库内检修|Depot maintenance
    DAILY|日检/一级修|Daily inspection
    PM|计划修(二~五级修)|Scheduled overhaul
    PREDEP|出库检查|Pre-departure check
    TURN|折返|Turn-back
    STATIC|静调|Static commissioning
    DYN|动调/试运行|Dynamic commissioning
    BENCH|台架/返修|Bench or repair
    STORE|库存/开箱|Storage or unpacking
    COMM|安装调试|Installation
  `,
  'CL-DETECT': `
    DRIVER|司机反映|Driver report
    DISPLAY|显示屏/故障代码|Display or fault code
    MONITOR|远程/地面监测|Remote or wayside monitoring
    INSPECT|目视|Visual inspection
    FUNC|功能试验|Function test
    MEAS|测量|Measurement
    CUST|用户投诉|Customer complaint
    DATA|数据分析|Data analysis
    AUDIT|普查|Fleet check
  `,
  'CL-MODE': `
    TRACTION|牵引|Traction
    COAST|惰行|Coasting
    SBRK|常用制动|Service braking
    EBRK|紧急制动|Emergency braking
    FBRK|快速制动|Fast braking
    HOLD|保持制动|Holding brake
    PARK|停放制动|Parking brake
    RELEASE|缓解|Release
    STANDSTILL|静止|Standstill
    POWERUP|上电自检|Power-up self-test
    CHARGE|充风|Charging air
    TOW|救援回送|Towing
    TEST|试验|Test
  `,
  'CL-SYM': `
    NOREL|不缓解|Does not release
    NOAPPLY|不制动|Does not apply
    SLOWREL|缓解慢|Slow release
    DRAG|抱闸/拖滞|Dragging brake
    LOWP|压力不足|Low pressure
    LEAK_EXT|外漏|External leak
    LEAK_INT|内漏/窜风|Internal leak
    COMP_FREQ|空压机频繁启动|Compressor starts too often
    COMP_FAIL|不打风|Compressor does not pump
    DRYER|干燥器异常|Dryer fault
    WSP_FAULT|防滑故障|Wheel-slide protection fault
    SENSOR|传感器故障|Sensor fault
    EBCU_COMM|通信中断|Communication lost
    EBCU_FAULT|BCU重大/轻微故障|BCU fault
    PB_FAULT|停放异常|Parking brake fault
    NOISE|异音|Abnormal noise
    VIB|振动|Vibration
    PAD_WEAR|闸片偏磨/超限|Pad worn or uneven
    DISC_CRACK|制动盘裂纹|Disc cracked
    HOSE|软管破损|Hose damaged
    OIL|漏油/乳化|Oil leak or emulsion
    LOOSE|松脱|Loose
    MISREAD|显示错误|Wrong display
    SELFTEST|自检不通过|Self-test failed
    OTHER|其他|Other
  `,
  'CL-MODEF': `
    ELU|外漏-工作介质|External leakage, utility medium
    INL|内漏|Internal leakage
    FTO|不能打开|Fails to open on demand
    FTC|不能关闭|Fails to close on demand
    FTF|不动作|Fails to function on demand
    DOP|动作延迟|Delayed operation
    ERO|输出不稳|Erratic output
    HIO|输出偏高|High output
    LOO|输出偏低|Low output
    PLU|堵塞|Plugged
    VIB|振动|Vibration
    NOI|异音|Noise
    OHE|过热|Overheating
    BRD|损坏|Breakdown
    STD|结构缺陷|Structural deficiency
    PDE|参数偏移|Parameter deviation
    SPU|误动作|Spurious operation
    OTH|其他|Other
    UNK|未知|Unknown
  `,
  'CL-MECH': `
    1.0|机械-一般|Mechanical, general|root
    1.1|泄漏|Leakage
    1.2|振动|Vibration
    1.3|间隙/对中|Clearance or alignment
    1.4|变形|Deformation
    1.5|松动|Looseness
    1.6|卡滞|Sticking
    2.0|材料-一般|Material, general|root
    2.1|气蚀|Cavitation
    2.2|腐蚀|Corrosion
    2.3|冲蚀|Erosion
    2.4|磨损|Wear
    2.5|断裂|Breakage
    2.6|疲劳|Fatigue
    2.7|过热|Overheating
    2.8|爆裂|Burst
    3.0|仪控-一般|Instrument, general|root
    3.1|控制失效|Control failure
    3.2|无信号|No signal
    3.3|信号错误|Faulty signal
    3.4|失调|Out of adjustment
    3.5|软件|Software
    3.6|共因|Common mode
    4.0|电气-一般|Electrical, general|root
    4.1|短路|Short circuit
    4.2|断路|Open circuit
    4.3|无电|No power
    4.4|电压异常|Faulty voltage
    4.5|接地|Earth fault
    5.0|外部-一般|External, general|root
    5.1|堵塞|Blockage
    5.2|污染(水/油/粉尘)|Contamination (water, oil, dust)
    5.3|其他外部|Other external
    6.0|其他|Miscellaneous|root
    6.1|无原因|No cause found
    6.2|综合|Combined causes
    6.3|未知|Unknown
  `,
  'CL-CAUSE': `
    DES|设计|Design
    MFG|制造|Manufacturing
    INST|安装|Installation
    OPR|操作|Operation
    MNT|维护|Maintenance
    AGE|老化耗损|Ageing or wear
    ENV|环境|Environment
    MGT|管理|Management
    EXT|外部/其他专业|External
    NFF|未发现|No fault found
    UNK|未明|Unknown
  `,
  'CL-HANDLE': `
    SWAP_NEW|换件处理|Part replaced
    FIX|原件修复|Repaired in place
    RESET|复位重启|Reset or restart
    SWUP|更新软件|Software updated
    MONITOR|监控使用|Kept under watch
    EXCH|串换处理|Swapped for fault isolation
    EXCH_REPL|串换并更换|Swapped and replaced
    ADJUST|调整/紧固|Adjusted or tightened
    CLEAN|清洁|Cleaned
    ISOL|切除|Isolated
    NONE|未处理|Not handled
  `,
  'CL-RESULT': `
    OK|设备正常|Equipment in order
    DONE|已修复|Repaired
    TEMP|临时修复|Temporary repair
    NOT|未修复|Not repaired
    RESTR|限制使用|Restricted use
  `,
  'CL-REMOVE': `
    FAULT|故障|Failed
    SUSPECT|疑似排查|Suspected
    PM|到限/计划更换|Life limit or planned
    RETRO|改造|Retrofit
    CANN|串换|Swap
    DAMAGE|损伤|Damage
  `,
  'CL-DISP': `
    AWAIT|待处置|Awaiting decision
    REPAIR|返修(厂内)|Repair at works
    RTV|退供方|Return to supplier
    REWORK_E|返工(原规范)|Rework to existing specification
    REWORK_N|返工(新规范)|Rework to new specification
    USEASIS|让步使用|Use as is
    RECLASS|降级/改用|Reclassified
    SCRAP|报废|Scrapped
    NFF|无故障回库|No fault found, to stock
    STAY|客户留存|Kept by customer
    ANALYSIS|解剖分析|Tear-down analysis
  `,
  'CL-BENCH': `
    CONF|故障确认|Fault confirmed
    DIFF|发现其他故障|Another fault found
    NFF|无故障(NFF)|No fault found
    DAMAGE|人为/外力损伤|Damaged from outside
    WEAR|正常磨耗|Normal wear
    UNREP|不可修|Not repairable
    PEND|待检|Awaiting test
  `,
  'CL-ACT': `
    D0|应急|Emergency response
    CONT|遏制(D3)|Containment
    PERM|永久纠正(D5/6)|Permanent correction
    PREV|预防(D7)|Prevention
    HORIZ|横展/举一反三|Horizontal deployment
    DOC|文件/培训|Documents or training
    SUPP|供方改进|Supplier improvement
    RETRO|普查/改造|Retrofit
  `,
  'CL-VERM': `
    FIELD|运用跟踪|Field tracking
    TEST|试验|Test
    AUDIT|现场审核|Site audit
    INSPECT|抽检|Sampling
    DATA|数据对比|Data comparison
  `,
  'CL-VERR': `
    EFF|有效|Effective
    PART|部分有效|Partly effective
    INEFF|无效|Not effective
    INSUF|样本不足(延长)|Not enough data, extended
  `,
  'CL-CLOSE': `
    C1|措施有效关闭|Action effective
    C2|换件/修复关闭(不需分析)|Repaired, no analysis needed
    C3|NFF关闭|No fault found
    C4|非责任关闭|Not our responsibility
    C5|并入问题单|Joined to a problem
    C6|重复单(合并)|Duplicate, merged
    C7|客户/FRB豁免|Waived by customer or board
    C8|资料不足超期关闭|Closed overdue for lack of data
    C9|误报作废|False report
  `,
  'CL-REOPEN': `
    R1|复发|Recurred
    R2|措施失效|Action failed
    R3|数据错误|Wrong data
    R4|客户不认可|Customer disagrees
    R5|责任复议|Responsibility reviewed
    R6|审核发现|Audit finding
  `,
  'CL-PRIO': `
    P1|P1 立即(2h响应)|P1 at once (2 h)
    P2|P2 当日|P2 same day
    P3|P3 3日|P3 three days
    P4|P4 计划|P4 planned
  `,
  'CL-CRIT': `
    A|A 关键(安全/停运)|A critical
    B|B 重要|B important
    C|C 一般|C minor
  `,
  'CL-OWN': `
    OWN|我方周转件|Our turn-over spare
    CUST|客户|Customer
    OEM|主机厂|Train builder
    SUPP|供方|Supplier
  `,
  'CL-UNIT': `
    NEW|新品|New
    STOCK|在库|In stock
    TRANSIT|在途|In transit
    INSTALLED|装车|Installed
    FAULTY|故障待处置|Failed, awaiting decision
    REPAIR|返修|In repair
    HOLD|隔离|Quarantined
    SCRAP|报废|Scrapped
  `,
  'CL-WAR': `
    IN|在保|In warranty
    OUT|出保|Out of warranty
    EXT|延保|Extended
    NA|不适用|Not applicable
    PEND|待定|Pending
  `,
  'CL-FAM': `
    AIR|供风|Air supply
    CTRL|制动控制|Brake control
    FOUND|基础制动|Foundation brake
    WSP|防滑|Wheel-slide protection
    PARK|停放|Parking brake
    AUX|辅助|Auxiliary
    SW|软件|Software
  `,
  'CL-STATE': `
    DRAFT|草稿|Draft
    SUBMITTED|待受理|Submitted
    HANDLING|现场处理|Handling
    ANALYSIS|原因分析|Analysis
    ACTION|措施实施|Action
    VERIFY|效果验证|Verification
    CLOSE_REVIEW|关闭评审|Closing review
    CLOSED|已关闭|Closed
    ARCHIVED|已归档|Archived
    RETURNED|退回补充|Returned
    CANCELLED|作废|Cancelled
    MERGED|已合并|Merged
  `,
  'CL-COST': `
    INSTALL|安装调试|Installation
    WIN|三包期内维修|Repair in warranty
    WOUT|三包期外维修|Repair out of warranty
    STAND|常设机构|Standing organisation
    RETROFIT|改造|Retrofit
    CLAIM|索赔收入(−)|Claim income (−)
  `,
  'CL-TASK': `
    ACCEPT|受理|Accept
    HANDLE|现场处理|Handle on site
    SHIP|备件发运|Ship spares
    REPAIR|返修|Repair
    ANALYSE|分析|Analyse
    ACT|措施|Act
    VERIFY|验证|Verify
    REVIEW|评审|Review
    VISIT|回访|Follow up
    WARRANTY|三包审核|Warranty check
    OVERDUE|超期催办|Chase overdue
  `,
}

const parse = (list: CodeListName): readonly Code[] =>
  LISTS[list]
    .trim()
    .split('\n')
    .map((line) => {
      const [code = '', zh = '', en = '', flags] = line.trim().split('|')
      return { list, code, zh, en, ...(flags ? { flags: flags.split(',') } : {}) }
    })

export const CODE_LIST_NAMES = Object.keys(LISTS) as CodeListName[]

/** The built-in codes of each list, in the order people should see them. */
export const BUILT_IN_CODES = Object.fromEntries(CODE_LIST_NAMES.map((list) => [list, parse(list)])) as Readonly<
  Record<CodeListName, readonly Code[]>
>

/** The codes of `list` that carry `flag`, for example the service-affecting impacts. */
export const codesFlagged = (list: CodeListName, flag: string): ReadonlySet<string> =>
  new Set(BUILT_IN_CODES[list].filter((code) => code.flags?.includes(flag)).map((code) => code.code))
