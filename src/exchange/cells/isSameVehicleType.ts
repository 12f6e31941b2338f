import { plainText } from '../../domain/plainText'

const SHORTEST_TYPE = 2

const folded = (type: string): string => plainText(type).replaceAll('-', '')

/** Do two types, as written in one row, exclude each other? A word such as 动车组 names none, and CRH380A is part of CRH380AL. */
export function excludesVehicleType(a: string, b: string): boolean {
  const [one, other] = [folded(a), folded(b)]
  return [one, other].every((type) => /[a-z]/u.test(type)) && !one.includes(other) && !other.includes(one)
}

/** Are 380A and CRH380A one type, written short and in full? Not so for what is too short to tell. */
export function isSameVehicleType(a: string, b: string): boolean {
  const [one, other] = [folded(a), folded(b)]
  if (one === other) return true
  const [short, long] = one.length < other.length ? [one, other] : [other, one]
  return short.length >= SHORTEST_TYPE && long.endsWith(short)
}
