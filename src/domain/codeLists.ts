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
  'CL-SEV': '1|Ⅰ 灾难|I Catastrophic\n2|Ⅱ 严重|II Critical\n3|Ⅲ 一般|III Marginal\n4|Ⅳ 轻微|IV Negligible',
  'CL-LEVEL': 'A|A 级|Level A\nB|B 级|Level B\nC|C 级|Level C\nD|D 级|Level D',
  'CL-IMPACT':
    'NONE|无影响|No effect\nRESTRICT|限速/限制使用|Speed or use restricted|svc\nISOLATE|切除/隔离(单车制动)|Brake of one car isolated\nSPARE|使用冗余|Redundancy used\nTEMPREPAIR|临修|Unscheduled repair\nNOTOUT|未出库|Failed to leave depot|svc\nDELAY|晚点|Delay|svc\nOFFLINE|下线/掉线|Withdrawn from service|svc,F\nDETRAIN|清客|Passengers detrained|svc,F\nRESCUE|救援|Rescue|svc,F\nLOCOFAIL|机破|Locomotive failure|svc,F\nACC_D|D类事故|Class D accident|svc,F\nACC_C|C类及以上事故|Class C accident or worse|svc,F\nSAFETY|安监事件|Safety event|F',
  'CL-REL': 'REL|关联|Relevant\nNREL|非关联|Non-relevant\nPEND|待定|Pending',
  'CL-NREL':
    'INST|安装损伤|Installation damage\nACC|事故/外力|Accident or outside force\nMIS|误操作|Mishandling\nTESTEQ|试验/检测设备|Test equipment\nOVER|超规定使用条件|Beyond specified conditions\nADJ|正常调整/维护|Normal adjustment\nSEC|从属故障|Secondary failure\nHUM|人为|Human error\nNFF|未发现故障|No fault found\nOTH|其他|Other',
  'CL-CHG':
    'OWN|我方有责|Our responsibility|chargeable\nSUP|供方责任|Supplier|chargeable\nINT|主机厂/集成方|Integrator\nOPR|用户使用维护|Operator or maintainer\nEXT|第三方/自然|Third party or nature\nNONE|非责任|Nobody chargeable\nPEND|待定|Pending',
  'CL-CLASS':
    'IND|独立|Independent\nSEC|从属|Secondary\nINT|间歇|Intermittent\nPATTERN|惯性/批次|Pattern or batch\nMULT|并发|Multiple\nRANDOM|偶发|Random\nWEAR|耗损|Wear-out\nEARLY|早期|Early life',
  'CL-VERIF':
    'CONF|已核实(复现)|Confirmed, reproduced\nEVID|有证据未复现|Evidence, not reproduced\nNFF|未复现/无故障|No fault found\nUNAV|无法核实|Cannot be verified',
  'CL-PHASE':
    'MAIN|正线运营|Main-line service\nDEPOT|库内检修|Depot maintenance\nDAILY|日检/一级修|Daily inspection\nPM|计划修(二~五级修)|Scheduled overhaul\nPREDEP|出库检查|Pre-departure check\nTURN|折返|Turn-back\nSTATIC|静调|Static commissioning\nDYN|动调/试运行|Dynamic commissioning\nBENCH|台架/返修|Bench or repair\nSTORE|库存/开箱|Storage or unpacking\nCOMM|安装调试|Installation',
  'CL-DETECT':
    'DRIVER|司机反映|Driver report\nDISPLAY|显示屏/故障代码|Display or fault code\nMONITOR|远程/地面监测|Remote or wayside monitoring\nINSPECT|目视|Visual inspection\nFUNC|功能试验|Function test\nMEAS|测量|Measurement\nCUST|用户投诉|Customer complaint\nDATA|数据分析|Data analysis\nAUDIT|普查|Fleet check',
  'CL-MODE':
    'TRACTION|牵引|Traction\nCOAST|惰行|Coasting\nSBRK|常用制动|Service braking\nEBRK|紧急制动|Emergency braking\nFBRK|快速制动|Fast braking\nHOLD|保持制动|Holding brake\nPARK|停放制动|Parking brake\nRELEASE|缓解|Release\nSTANDSTILL|静止|Standstill\nPOWERUP|上电自检|Power-up self-test\nCHARGE|充风|Charging air\nTOW|救援回送|Towing\nTEST|试验|Test',
  'CL-SYM':
    'NOREL|不缓解|Does not release\nNOAPPLY|不制动|Does not apply\nSLOWREL|缓解慢|Slow release\nDRAG|抱闸/拖滞|Dragging brake\nLOWP|压力不足|Low pressure\nLEAK_EXT|外漏|External leak\nLEAK_INT|内漏/窜风|Internal leak\nCOMP_FREQ|空压机频繁启动|Compressor starts too often\nCOMP_FAIL|不打风|Compressor does not pump\nDRYER|干燥器异常|Dryer fault\nWSP_FAULT|防滑故障|Wheel-slide protection fault\nSENSOR|传感器故障|Sensor fault\nEBCU_COMM|通信中断|Communication lost\nEBCU_FAULT|BCU重大/轻微故障|BCU fault\nPB_FAULT|停放异常|Parking brake fault\nNOISE|异音|Abnormal noise\nVIB|振动|Vibration\nPAD_WEAR|闸片偏磨/超限|Pad worn or uneven\nDISC_CRACK|制动盘裂纹|Disc cracked\nHOSE|软管破损|Hose damaged\nOIL|漏油/乳化|Oil leak or emulsion\nLOOSE|松脱|Loose\nMISREAD|显示错误|Wrong display\nSELFTEST|自检不通过|Self-test failed\nOTHER|其他|Other',
  'CL-MODEF':
    'ELU|外漏-工作介质|External leakage, utility medium\nINL|内漏|Internal leakage\nFTO|不能打开|Fails to open on demand\nFTC|不能关闭|Fails to close on demand\nFTF|不动作|Fails to function on demand\nDOP|动作延迟|Delayed operation\nERO|输出不稳|Erratic output\nHIO|输出偏高|High output\nLOO|输出偏低|Low output\nPLU|堵塞|Plugged\nVIB|振动|Vibration\nNOI|异音|Noise\nOHE|过热|Overheating\nBRD|损坏|Breakdown\nSTD|结构缺陷|Structural deficiency\nPDE|参数偏移|Parameter deviation\nSPU|误动作|Spurious operation\nOTH|其他|Other\nUNK|未知|Unknown',
  'CL-MECH':
    '1.0|机械-一般|Mechanical, general|root\n1.1|泄漏|Leakage\n1.2|振动|Vibration\n1.3|间隙/对中|Clearance or alignment\n1.4|变形|Deformation\n1.5|松动|Looseness\n1.6|卡滞|Sticking\n2.0|材料-一般|Material, general|root\n2.1|气蚀|Cavitation\n2.2|腐蚀|Corrosion\n2.3|冲蚀|Erosion\n2.4|磨损|Wear\n2.5|断裂|Breakage\n2.6|疲劳|Fatigue\n2.7|过热|Overheating\n2.8|爆裂|Burst\n3.0|仪控-一般|Instrument, general|root\n3.1|控制失效|Control failure\n3.2|无信号|No signal\n3.3|信号错误|Faulty signal\n3.4|失调|Out of adjustment\n3.5|软件|Software\n3.6|共因|Common mode\n4.0|电气-一般|Electrical, general|root\n4.1|短路|Short circuit\n4.2|断路|Open circuit\n4.3|无电|No power\n4.4|电压异常|Faulty voltage\n4.5|接地|Earth fault\n5.0|外部-一般|External, general|root\n5.1|堵塞|Blockage\n5.2|污染(水/油/粉尘)|Contamination (water, oil, dust)\n5.3|其他外部|Other external\n6.0|其他|Miscellaneous|root\n6.1|无原因|No cause found\n6.2|综合|Combined causes\n6.3|未知|Unknown',
  'CL-CAUSE':
    'DES|设计|Design\nMFG|制造|Manufacturing\nINST|安装|Installation\nOPR|操作|Operation\nMNT|维护|Maintenance\nAGE|老化耗损|Ageing or wear\nENV|环境|Environment\nMGT|管理|Management\nEXT|外部/其他专业|External\nNFF|未发现|No fault found\nUNK|未明|Unknown',
  'CL-HANDLE':
    'SWAP_NEW|换件处理|Part replaced\nFIX|原件修复|Repaired in place\nRESET|复位重启|Reset or restart\nSWUP|更新软件|Software updated\nMONITOR|监控使用|Kept under watch\nEXCH|串换处理|Swapped for fault isolation\nEXCH_REPL|串换并更换|Swapped and replaced\nADJUST|调整/紧固|Adjusted or tightened\nCLEAN|清洁|Cleaned\nISOL|切除|Isolated\nNONE|未处理|Not handled',
  'CL-RESULT':
    'OK|设备正常|Equipment in order\nDONE|已修复|Repaired\nTEMP|临时修复|Temporary repair\nNOT|未修复|Not repaired\nRESTR|限制使用|Restricted use',
  'CL-REMOVE':
    'FAULT|故障|Failed\nSUSPECT|疑似排查|Suspected\nPM|到限/计划更换|Life limit or planned\nRETRO|改造|Retrofit\nCANN|串换|Swap\nDAMAGE|损伤|Damage',
  'CL-DISP':
    'AWAIT|待处置|Awaiting decision\nREPAIR|返修(厂内)|Repair at works\nRTV|退供方|Return to supplier\nREWORK_E|返工(原规范)|Rework to existing specification\nREWORK_N|返工(新规范)|Rework to new specification\nUSEASIS|让步使用|Use as is\nRECLASS|降级/改用|Reclassified\nSCRAP|报废|Scrapped\nNFF|无故障回库|No fault found, to stock\nSTAY|客户留存|Kept by customer\nANALYSIS|解剖分析|Tear-down analysis',
  'CL-BENCH':
    'CONF|故障确认|Fault confirmed\nDIFF|发现其他故障|Another fault found\nNFF|无故障(NFF)|No fault found\nDAMAGE|人为/外力损伤|Damaged from outside\nWEAR|正常磨耗|Normal wear\nUNREP|不可修|Not repairable\nPEND|待检|Awaiting test',
  'CL-ACT':
    'D0|应急|Emergency response\nCONT|遏制(D3)|Containment\nPERM|永久纠正(D5/6)|Permanent correction\nPREV|预防(D7)|Prevention\nHORIZ|横展/举一反三|Horizontal deployment\nDOC|文件/培训|Documents or training\nSUPP|供方改进|Supplier improvement\nRETRO|普查/改造|Retrofit',
  'CL-VERM':
    'FIELD|运用跟踪|Field tracking\nTEST|试验|Test\nAUDIT|现场审核|Site audit\nINSPECT|抽检|Sampling\nDATA|数据对比|Data comparison',
  'CL-VERR':
    'EFF|有效|Effective\nPART|部分有效|Partly effective\nINEFF|无效|Not effective\nINSUF|样本不足(延长)|Not enough data, extended',
  'CL-CLOSE':
    'C1|措施有效关闭|Action effective\nC2|换件/修复关闭(不需分析)|Repaired, no analysis needed\nC3|NFF关闭|No fault found\nC4|非责任关闭|Not our responsibility\nC5|并入问题单|Joined to a problem\nC6|重复单(合并)|Duplicate, merged\nC7|客户/FRB豁免|Waived by customer or board\nC8|资料不足超期关闭|Closed overdue for lack of data\nC9|误报作废|False report',
  'CL-REOPEN':
    'R1|复发|Recurred\nR2|措施失效|Action failed\nR3|数据错误|Wrong data\nR4|客户不认可|Customer disagrees\nR5|责任复议|Responsibility reviewed\nR6|审核发现|Audit finding',
  'CL-PRIO':
    'P1|P1 立即(2h响应)|P1 at once (2 h)\nP2|P2 当日|P2 same day\nP3|P3 3日|P3 three days\nP4|P4 计划|P4 planned',
  'CL-CRIT': 'A|A 关键(安全/停运)|A critical\nB|B 重要|B important\nC|C 一般|C minor',
  'CL-OWN': 'OWN|我方周转件|Our turn-over spare\nCUST|客户|Customer\nOEM|主机厂|Train builder\nSUPP|供方|Supplier',
  'CL-UNIT':
    'NEW|新品|New\nSTOCK|在库|In stock\nTRANSIT|在途|In transit\nINSTALLED|装车|Installed\nFAULTY|故障待处置|Failed, awaiting decision\nREPAIR|返修|In repair\nHOLD|隔离|Quarantined\nSCRAP|报废|Scrapped',
  'CL-WAR':
    'IN|在保|In warranty\nOUT|出保|Out of warranty\nEXT|延保|Extended\nNA|不适用|Not applicable\nPEND|待定|Pending',
  'CL-FAM':
    'AIR|供风|Air supply\nCTRL|制动控制|Brake control\nFOUND|基础制动|Foundation brake\nWSP|防滑|Wheel-slide protection\nPARK|停放|Parking brake\nAUX|辅助|Auxiliary\nSW|软件|Software',
  'CL-STATE':
    'DRAFT|草稿|Draft\nSUBMITTED|待受理|Submitted\nHANDLING|现场处理|Handling\nANALYSIS|原因分析|Analysis\nACTION|措施实施|Action\nVERIFY|效果验证|Verification\nCLOSE_REVIEW|关闭评审|Closing review\nCLOSED|已关闭|Closed\nARCHIVED|已归档|Archived\nRETURNED|退回补充|Returned\nCANCELLED|作废|Cancelled\nMERGED|已合并|Merged',
  'CL-COST':
    'INSTALL|安装调试|Installation\nWIN|三包期内维修|Repair in warranty\nWOUT|三包期外维修|Repair out of warranty\nSTAND|常设机构|Standing organisation\nRETROFIT|改造|Retrofit\nCLAIM|索赔收入(−)|Claim income (−)',
  'CL-TASK':
    'ACCEPT|受理|Accept\nHANDLE|现场处理|Handle on site\nSHIP|备件发运|Ship spares\nREPAIR|返修|Repair\nANALYSE|分析|Analyse\nACT|措施|Act\nVERIFY|验证|Verify\nREVIEW|评审|Review\nVISIT|回访|Follow up\nWARRANTY|三包审核|Warranty check\nOVERDUE|超期催办|Chase overdue',
}

const parse = (list: CodeListName): readonly Code[] =>
  LISTS[list].split('\n').map((line) => {
    const [code = '', zh = '', en = '', flags] = line.split('|')
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
