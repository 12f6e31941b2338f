/** Severity 1 (catastrophic) to 4 (minor), or why it cannot be one of them. */
export interface SeverityReading {
  readonly severity?: number
  readonly issue?: 'severity-conflict' | 'severity-unmapped'
}

const LEVELS: readonly (readonly string[])[] = [
  ['ⅰ', 'i', '1', '一', '灾难', '灾难性', '特大', 'catastrophic'],
  ['ⅱ', 'ii', '2', '二', '严重', '致命', '重大', 'critical'],
  ['ⅲ', 'iii', '3', '三', '一般', '中等', '临界', 'marginal', 'major'],
  ['ⅳ', 'iv', '4', '四', '轻微', '轻度', '可忽略', 'negligible', 'minor'],
]
const WORDS = new Map(
  LEVELS.flatMap((words, index) => words.map((word) => [word.normalize('NFKC'), index + 1] as const)),
)
/** A longer text tells a story. */
const LONGEST = 200
const TICKED = /[■☑√✓✔●]\s*([^\s□■☑√✓✔●○]+)/g

/** Reads Ⅲ, III, 3, 三级, 一般, “■Ⅲ □Ⅳ”; two levels in one cell are a conflict, A–D is another scale. */
export function readSeverity(text: string): SeverityReading {
  if (text.length > LONGEST) return { issue: 'severity-unmapped' }
  const clean = text.normalize('NFKC').toLowerCase()
  const ticked = [...clean.matchAll(TICKED)].map((match) => match[1]!)
  const parts = (ticked.length > 0 ? ticked : clean.split(/[/、,，;~-]|或|至/)).map(levelOf)
  const levels = new Set(parts.filter((level) => level !== undefined))
  if (levels.size > 1) return { issue: 'severity-conflict' }
  const [only] = levels
  return only !== undefined && !parts.includes(undefined) ? { severity: only } : { issue: 'severity-unmapped' }
}

function levelOf(part: string): number | undefined {
  return WORDS.get(part.replace(/\s+|[级类等]+$|^(?:第|等级|level|class|grade)/g, '').replace(/(?:故障|级)$/, ''))
}
