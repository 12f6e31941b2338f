/** Why a report of an analysis or an action is not attached to a failure by itself. */
export type WhyUnattached = 'no-number' | 'number-unknown' | 'number-shared' | 'train-differs'
