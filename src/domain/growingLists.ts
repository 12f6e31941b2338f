/** Lists that only grow: whoever took an older entry back by putting the list as it was before would take later ones with it. */
const GROWING: ReadonlySet<string> = new Set(['custody', 'recurrencesDismissed', 'reviewNotes'])

/** @param field of a record whose change is to be taken back */
export const isGrowingList = (field: string): boolean => GROWING.has(field)
