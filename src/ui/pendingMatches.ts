/** Words that are just being looked up; whoever submits a form waits for them, but not for ever. */
const pending = new Set<Promise<unknown>>()
const LONGEST_MS = 3000

export function trackMatch(match: Promise<unknown>): void {
  const settled = match.catch(() => undefined).finally(() => pending.delete(settled))
  pending.add(settled)
}

/** Leaves the field that is typed in, and waits until the words of every field are looked up. */
export async function matchesSettled(): Promise<void> {
  if (document.activeElement instanceof HTMLInputElement) document.activeElement.blur()
  if (pending.size === 0) return
  let timer: ReturnType<typeof setTimeout> | undefined
  await Promise.race([
    Promise.all(pending),
    new Promise((resolve) => {
      timer = setTimeout(resolve, LONGEST_MS)
    }),
  ])
  clearTimeout(timer)
}
