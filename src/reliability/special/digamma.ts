/**
 * Digamma function ψ(x) = d ln Γ(x)/dx for x > 0, about 15 digits except beside its zero at 1.4616.
 *
 * @throws RangeError when x is not positive
 * @source DLMF 5.5.2 (recurrence) and 5.11.2 (expansion)
 * @param x > 0
 */
export function digamma(x: number): number {
  if (!(x > 0)) throw new RangeError(`x ${x} is not positive`)
  let shifted = x
  let sum = 0
  for (; shifted < 12; shifted++) sum -= 1 / shifted
  const s = 1 / (shifted * shifted)
  const expansion =
    s * (1 / 12 - s * (1 / 120 - s * (1 / 252 - s * (1 / 240 - s * (1 / 132 - s * (691 / 32760 - s / 12))))))
  return sum + Math.log(shifted) - 0.5 / shifted - expansion
}
