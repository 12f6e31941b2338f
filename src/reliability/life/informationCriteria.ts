export type InformationCriteria = { readonly aic: number; readonly aicc: number | null; readonly bic: number }

/**
 * How well does a fit pay for its parameters? Smaller is better: AIC = 2k − 2 ln L, AICc = AIC + 2k(k + 1)/(n − k − 1),
 * BIC = k ln n − 2 ln L. n counts all units, suspensions too.
 * @param parameters k, whole
 * @param units      n
 * @returns          AICc is null when there are too few units for its correction
 * @source           Akaike (1974), Hurvich & Tsai (1989), Schwarz (1978)
 */
export const informationCriteria = (logLikelihood: number, parameters: number, units: number): InformationCriteria => {
  const aic = 2 * parameters - 2 * logLikelihood
  return {
    aic,
    aicc: units - parameters - 1 > 0 ? aic + (2 * parameters * (parameters + 1)) / (units - parameters - 1) : null,
    bic: parameters * Math.log(units) - 2 * logLikelihood,
  }
}
