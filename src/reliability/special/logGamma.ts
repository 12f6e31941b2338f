import { stirlingSeries } from './stirlingSeries'

const halfLogTwoPi = 0.9189385332046727
const oneMinusEuler = 0.42278433509846713

// (−1)ᵏ(ζ(k) − 1)/k for k = 2, 3, …
const zetaTerms = [
  0.3224670334241132, -0.0673523010531981, 0.020580808427784546, -0.007385551028673986, 0.0028905103307415234,
  -0.001192753911703261, 0.0005096695247430425, -0.00022315475845357939, 9.945751278180853e-5, -4.492623673813314e-5,
  2.050721277567069e-5, -9.439488275268397e-6, 4.374866789907488e-6, -2.039215753801366e-6, 9.55141213040742e-7,
  -4.492469198764566e-7, 2.1207184805554665e-7, -1.0043224823968099e-7, 4.7698101693639804e-8, -2.2711094608943164e-8,
  1.0838659214896955e-8, -5.183475041970047e-9, 2.4836745438024785e-9, -1.1921401405860912e-9, 5.731367241678862e-10,
]

/**
 * ln Γ(x) for x > 0, about 15 digits relative also beside its zeros at 1 and 2.
 *
 * @throws RangeError when x is not positive
 * @source DLMF 5.7.3 (Taylor series at 2) and 5.11.1 (Stirling's series)
 * @param x > 0
 */
export function logGamma(x: number): number {
  if (!(x > 0 && x < Infinity)) throw new RangeError(`x ${x} is not a positive number`)
  if (x >= 16) return (x - 0.5) * Math.log(x) - x + halfLogTwoPi + stirlingSeries(x)
  if (x < 0.5) return besideTwo(x) - Math.log1p(x) - Math.log(x)
  if (x < 1.5) return besideTwo(x - 1) - Math.log(x)

  let product = 1
  let reduced = x
  while (reduced >= 2.5) {
    reduced -= 1
    product *= reduced
  }
  return besideTwo(reduced - 2) + Math.log(product)
}

/** ln Γ(2 + w) for |w| ≤ 1/2. */
const besideTwo = (w: number): number => w * (oneMinusEuler + zetaTerms.reduceRight((sum, term) => (sum + term) * w, 0))
