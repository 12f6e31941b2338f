/**
 * Small choices of the person, kept by the browser under a name. Where the browser forbids it (blocked site data, a full store) they
 * last until the page is left, and nothing breaks.
 */
export type Keeper = 'device' | 'tab'

const untilLeft = new Map<string, string>()

/** Asking for the storage may throw by itself where site data is blocked. */
const storageOf = (keeper: Keeper): Storage => (keeper === 'device' ? localStorage : sessionStorage)

export function keptChoice(name: string, keeper: Keeper = 'device'): string | null {
  const held = untilLeft.get(name)
  if (held !== undefined) return held
  try {
    return storageOf(keeper).getItem(name)
  } catch {
    return null
  }
}

export function keepChoice(name: string, value: string, keeper: Keeper = 'device'): void {
  try {
    storageOf(keeper).setItem(name, value)
    untilLeft.delete(name)
  } catch {
    untilLeft.set(name, value)
  }
}
