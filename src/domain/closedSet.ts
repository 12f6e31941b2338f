/** The one way to ask whether a value is one of a closed list; what comes from an address, a file or the log may be anything. */

/** Is it one of these? */
export const isOneOf = <T>(list: readonly T[], value: unknown): value is T =>
  (list as readonly unknown[]).includes(value)

/** Which of these is it? Undefined where it is none. */
export const oneOf = <T>(list: readonly T[], value: unknown): T | undefined => list.find((known) => known === value)

/** Does it name an entry of this table? What every object inherits, such as `constructor`, is no entry. */
export const isKeyOf = <T extends object>(table: T, key: PropertyKey): key is keyof T => Object.hasOwn(table, key)
