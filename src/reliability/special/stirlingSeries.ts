/**
 * Σ B₂ₖ/(2k(2k−1)x²ᵏ⁻¹): the end of Stirling's formula for ln Γ(x), good to 1e-17 from x = 16 on.
 * @param x ≥ 16
 * @source DLMF 5.11.1
 */
export function stirlingSeries(x: number): number {
  const s = 1 / (x * x)
  return (1 / 12 - s * (1 / 360 - s * (1 / 1260 - s * (1 / 1680 - s * (1 / 1188 - s * (691 / 360360)))))) / x
}
