const HOURS = /(\d+(?:\.\d+)?)\s*(?:小时|时|h(?:ours?)?)/i
const MINUTES = /(\d+(?:\.\d+)?)\s*(?:分钟?|min(?:utes?)?|m\b|')/i
/** A longer text tells a story. */
const LONGEST = 200
const BARE = /^(?:约|晚点|延误)?\s*(\d+(?:\.\d+)?)$/

/** Reads a delay in minutes: `10`, `10分钟`, `1小时20分`, `晚点15min`; null when the text names none. */
export function readDelayMinutes(text: string): number | null {
  if (text.length > LONGEST) return null
  const clean = text.normalize('NFKC').trim()
  const bare = BARE.exec(clean)
  if (bare) return Number(bare[1])
  const hours = HOURS.exec(clean)
  const minutes = MINUTES.exec(clean)
  if (!hours && !minutes) return null
  return Number(hours?.[1] ?? 0) * 60 + Number(minutes?.[1] ?? 0)
}
