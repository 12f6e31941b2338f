/** Asks the browser not to clear this data when space runs short. The answer is shown under Data. */
export async function keepStorage(): Promise<boolean> {
  if (navigator.storage?.persist === undefined) return false
  return (await navigator.storage.persisted()) || navigator.storage.persist()
}
