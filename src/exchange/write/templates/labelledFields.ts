/** Which field of a template a printed label asks for. The words of forms and ledgers are those the import reads. */
import type { Fields } from '../../../domain/records/field'
import { formLabel } from '../../tables/forms/formLabel'
import type { FormKind } from '../../tables/forms/formWords'
import type { CanonicalField } from '../../cells/importFields'
import { foldHeader } from '../../tables/headerText'
import { matchHeader } from '../../tables/matchHeader'
import { kindOfTemplate, type TemplateKind } from './templateKinds'

const FORM_OF_KIND: Readonly<Record<TemplateKind, FormKind | null>> = {
  'failure-report': 'failure-form',
  'analysis-report': 'analysis-form',
  'corrective-action': 'action-form',
  ledger: null,
  summary: null,
}

/** `field word word …` per line. */
const words = (text: string): ReadonlyMap<string, string> =>
  new Map(
    text
      .trim()
      .split(/\n\s*/)
      .flatMap((line) => {
        const [field = '', ...labels] = line.split(' ')
        return labels.map((label): [string, string] => [foldHeader(label), field])
      }),
  )

/** Labels the import keeps no field for, or another one. */
const FAILURE_LABELS =
  words(`reportingUnit 填报单位 报告单位 反馈单位 服务站 reportingunit reportingstation servicestation
  nodeSpec 产品型号 规格型号 型号规格 型号 model type
  partNo 产品图号 图号
  result 处置结果 处理结果
  isRepaired 是否返修 返修 sentforrepair returnedforrepair
  isFirst 是否首次发生 首次发生 firstoccurrence
  position 安装位置 装车位置 position
  place 使用地点 发生地点 故障地点 place location
  train 车型车号 车型及车号 车型/车号 vehicleandtrain
  verified 故障核实情况 核实情况
  analysisProcess 分析过程 分析经过 analysisprocess investigation
  failureMode 故障模式 失效模式 failuremode
  mechanism 故障机理 失效机理 failuremechanism mechanism
  actionProgress 实施情况 完成情况 实施进展 implementation implementationstatus progress
  verificationMethod 验证方式 验证方法 verificationmethod
  verificationResult 验证结果 验证情况 效果验证 verificationresult
  failureClass 故障性质 故障类别
  remark 备注 remark remarks
  madeOn 制表日期 打印日期 exportdate
  madeBy 制表人 制表 exportedby`)
const OF_KIND: Readonly<Partial<Record<TemplateKind, ReadonlyMap<string, string>>>> = {
  'analysis-report': words(
    'analysisReviewer 审核 审核人 reviewedby checkedby\nanalysisApprovedAt 批准日期 日期 approvedon date',
  ),
  ledger: words(
    'periodText 统计期间 统计日期 统计时间 期间 起止日期 period\ntitleYear 年度 year\ncount 合计件数 故障总数 numberoffailures\n' +
      'madeOn 制表日期 日期 date\nmadeBy 制表人 制表 preparedby',
  ),
  summary: words(
    'titleMonth 月份 年月 统计月份 month\nconclusion 结论 重点问题与措施 重点问题 存在问题 质量分析 总结 分析说明 情况说明 conclusion summary\n' +
      'madeOn 制表日期 日期 date\nmadeBy 制表人 制表 编制 preparedby',
  ),
}
const OF_LIST: Readonly<Record<string, ReadonlyMap<string, string>>> = {
  replacements: words(`lineNumber 序号 no no. item
    partName 名称 部件名称 零件名称 更换部件 配件名称 产品名称 part partname name description
    partNo 图号 物料号 物料编码 件号 partno partnumber
    removedSerial 换下件编号 换下编号 旧件编号 换下件号 换下序列号 removedserial removedserialno oldserial serialoff
    installedSerial 换上件编号 换上编号 新件编号 换上件号 换上序列号 installedserial installedserialno newserial serialon
    quantity 数量 quantity qty
    disposition 换下件去向 去向 旧件去向 disposition
    remark 备注 remark remarks`),
  failures: words('lineNumber 序号 no no. item\nfailureClass 故障性质 故障类别\nnodeSpec 产品型号 规格型号'),
  vehicleTypes: words(`lineNumber 序号 no
    vehicleType 车型 vehicletype type
    trains 列数 配属列数 列车数 trains
    km10k 走行公里 走行里程 走行 里程 distance
    failures 故障数 故障件数 故障次数 件数 failures
    delays 晚点 晚点件数 晚点次数 delays
    withdrawn 下线 清客 临修 下线件数 清客/下线 清客/救援 withdrawn
    fpmk 百万公里故障率 故障率 百万公里故障率(件/百万km) fpmk
    target 目标 目标值 target
    closed 已闭环 闭环数 已归零 closed
    closureShare 闭环率 归零率 closedshare`),
  topNodes: words(`lineNumber 序号 排名 no rank
    node 部件 部件名称 产品名称 part
    failures 故障数 本月故障数 件数 本月 failures
    share 占比 比例 share
    cumulative 累计占比 累计比例 累计 cumulative
    lastMonth 上月 上期 环比 上月件数 上月故障数 lastmonth
    yearOnYear 同比 去年同期 同比变化 yearonyear
    mainCause 主要原因 主因 原因 maincause
    responsible 责任单位 责任方 responsible
    actionState 措施状态 整改状态 措施进展 actionstate`),
}

/** Fields of the import that templates call by another name; those of the same name are found by it. */
const RENAMED: Readonly<Partial<Record<CanonicalField, string | Readonly<Partial<Record<TemplateKind, string>>>>>> = {
  closed: 'closedState',
  dueAt: 'actionDueAt',
  effectivity: 'actionScope',
  author: 'analyst',
  reviewer: 'analysisReviewer',
  cause: { 'failure-report': 'prelimCause' },
  reportNo: { 'analysis-report': 'analysisNo', 'corrective-action': 'actionNo', ledger: 'analysisNo' },
  handler: { 'corrective-action': 'actionOwner' },
}

/** `当月走行`, `其中晚点`, `在用列数`: the words before say of what, not what. */
const withoutTime = (folded: string): string => folded.replace(/^(?:其中|本月|当月|本期|当期|在用|累计(?=.{2}))/, '')

function ofImport(field: CanonicalField, kind: TemplateKind): string {
  const renamed = RENAMED[field]
  return typeof renamed === 'string' ? renamed : (renamed?.[kind] ?? field)
}

const inItsUnit = (id: string | undefined, label: string): string | undefined =>
  id === 'odometerKm' && /万/.test(label) ? 'odometer10k' : id

/** The field a label beside or before a blank asks for; undefined when it is no label we know. */
export function fieldOfLabel(text: string, kind: TemplateKind, company: Fields = {}): string | undefined {
  const label = text.replace(/[:：]\s*$/, '').trim()
  const folded = foldHeader(label)
  if (folded === '' || label.length > 36) return undefined
  const fields = kindOfTemplate(kind, company).cells
  const offered = (id: string | undefined): string | undefined =>
    fields.some((field) => field.id === id) ? id : undefined
  const known =
    offered(OF_KIND[kind]?.get(folded) ?? OF_KIND[kind]?.get(withoutTime(folded))) ??
    offered(FORM_OF_KIND[kind] === null ? undefined : FAILURE_LABELS.get(folded)) ??
    fields.find(({ zh, en }) => foldHeader(zh) === folded || foldHeader(en) === folded)?.id
  if (known !== undefined) return inItsUnit(known, label)
  const form = FORM_OF_KIND[kind]
  const found = form === null ? null : formLabel(label, form)
  return found === null || !found.isSure || found.fields[0] === undefined
    ? undefined
    : inItsUnit(offered(ofImport(found.fields[0], kind)), label)
}

/** The field a column header asks for in a list. */
export function fieldOfHeader(
  parts: readonly string[],
  kind: TemplateKind,
  list: string,
  company: Fields = {},
): string | undefined {
  const text = parts.at(-1) ?? ''
  const folded = foldHeader(text)
  if (folded === '') return undefined
  const fields = kindOfTemplate(kind, company).lists.find((known) => known.list === list)?.fields ?? []
  const offered = (id: string | undefined): string | undefined =>
    fields.some((field) => field.id === id) ? id : undefined
  const known =
    offered(OF_LIST[list]?.get(folded) ?? OF_LIST[list]?.get(withoutTime(folded))) ??
    fields.find(({ zh, en }) => foldHeader(zh) === folded || foldHeader(en) === folded)?.id
  if (known !== undefined || list !== 'failures') return inItsUnit(known, text)
  const [match] = matchHeader(parts)
  return match === undefined || match.confidence < 0.6
    ? undefined
    : inItsUnit(offered(ofImport(match.field, kind)), text)
}
