/** Asks the browser not to clear this data when space runs short. The answer is shown under Data. */
export async function keepStorage(): Promise<boolean> {
  try {
    if (navigator.storage?.persist === undefined) return false
    return (await navigator.storage.persisted()) || (await navigator.storage.persist())
  } catch {
    // Where site data is blocked even the question is refused.
    return false
  }
}
