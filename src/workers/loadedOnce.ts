/** A part of the program that is loaded when first needed, once; a failed attempt is forgotten, so that the next one is made anew. */
export function loadedOnce<M>(load: () => Promise<M>): () => Promise<M> {
  let loading: Promise<M> | null = null
  return () => {
    if (loading === null) {
      const attempt = load()
      loading = attempt
      attempt.catch(() => {
        if (loading === attempt) loading = null
      })
    }
    return loading
  }
}
