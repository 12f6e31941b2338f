import { plainText } from '../../domain/plainText'

const CLOSED = new Set([
  '闭环',
  '已闭环',
  '归零',
  '已归零',
  '关闭',
  '已关闭',
  '完成',
  '已完成',
  '完结',
  '已完结',
  '结案',
  '已结案',
  '销号',
  '已销号',
  '是',
  'true',
  '真',
  '√',
  '✓',
  '✔',
  '☑',
  'ok',
  'y',
  'yes',
  'closed',
  'close',
  'done',
  'complete',
  'completed',
  '100%',
])
const OPEN = new Set([
  '未',
  '否',
  'false',
  '假',
  '未闭环',
  '未归零',
  '未关闭',
  '未完成',
  '未完结',
  '未结案',
  '未销号',
  '处理中',
  '进行中',
  '开口',
  '开放',
  '打开',
  '×',
  'x',
  '✗',
  'n',
  'no',
  'open',
  'opened',
  'pending',
  'inprogress',
])
const VERIFYING = new Set([
  '跟踪',
  '跟踪中',
  '跟踪验证',
  '验证中',
  '待验证',
  '观察',
  '观察中',
  '考核中',
  '跟踪观察',
  'verifying',
  'monitoring',
  'undermonitoring',
  'tracking',
])

/** A longer text tells a story. */
const LONGEST = 60

/** Reads the closing state of a report; `verifying` stands between open and closed. */
export function readClosedState(text: string): boolean | 'verifying' | undefined {
  if (text.length > LONGEST) return undefined
  const word = plainText(text).replace(/[。；;.]+$/, '')
  if (CLOSED.has(word)) return true
  if (OPEN.has(word)) return false
  return VERIFYING.has(word) ? 'verifying' : undefined
}
