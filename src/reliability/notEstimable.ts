/** The data cannot carry an answer; the reason is a code the interface turns into a sentence. */
export type NotEstimable<Reason extends string> = { readonly status: 'not-estimable'; readonly reason: Reason }
