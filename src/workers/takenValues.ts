/** Which new values of stored records a person takes over from the files; nothing is taken unasked. */

interface Differing {
  /** The same record each time the import is worked out anew. */
  readonly key: string
  readonly fields: readonly string[]
}

export class TakenValues {
  private taken = new Map<string, Set<string>>()

  clear(): void {
    this.taken = new Map()
  }

  /** @param key null for all records @param field null for all fields of the record */
  take(all: readonly Differing[], key: string | null, field: string | null, isTaken: boolean): void {
    for (const one of all) {
      if (key !== null && one.key !== key) continue
      const fields = this.taken.get(one.key) ?? new Set<string>()
      for (const each of one.fields) {
        if (field !== null && each !== field) continue
        if (isTaken) fields.add(each)
        else fields.delete(each)
      }
      this.taken.set(one.key, fields)
    }
  }

  has(key: string, field: string): boolean {
    return this.taken.get(key)?.has(field) === true
  }

  /** Fields taken of a record. */
  of(key: string): readonly string[] {
    return [...(this.taken.get(key) ?? [])]
  }
}
