/** Forms that hold input not yet on disk say so here, so that nothing reloads the page under them. */
const holders = new Set<symbol>()

/** Call with true while a form is dirty; returns nothing to clean up when called with false. */
export function markUnsaved(holder: symbol, isUnsaved: boolean): void {
  if (isUnsaved) holders.add(holder)
  else holders.delete(holder)
}

export const hasUnsavedInput = (): boolean => holders.size > 0
