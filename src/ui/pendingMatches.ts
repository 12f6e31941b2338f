/** Words that are just being looked up; whoever submits a form waits for them, but not for ever. */
const pending = new Set<Promise<unknown>>()
const LONGEST_MS = 3000

export function trackMatch(match: Promise<unknown>): void {
  const settled = match.catch(() => undefined).finally(() => pending.delete(settled))
  pending.add(settled)
}

/** Leaves the field that is searched in, and waits until the words of every field are looked up and shown. */
export async function matchesSettled(): Promise<void> {
  const { activeElement } = document
  if (activeElement instanceof HTMLInputElement && activeElement.role === 'combobox') activeElement.blur()
  if (pending.size === 0) return
  await soon(Promise.all(pending), undefined)
  // The form that asked is drawn with what was found before it goes on.
  await new Promise((resolve) => {
    setTimeout(resolve)
  })
}

/** An answer somebody waits for, or what is said in its place where it fails or does not come. */
export async function soon<T, U>(answer: Promise<T>, otherwise: U): Promise<T | U> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<U>((resolve) => {
    timer = setTimeout(() => resolve(otherwise), LONGEST_MS)
  })
  try {
    return await Promise.race([answer.catch(() => otherwise), late])
  } finally {
    clearTimeout(timer)
  }
}
