/** A distance in km; `estimated` when the writer said “about”. */
export interface OdometerReading {
  readonly km?: number
  readonly estimated?: boolean
  /** how coarse the writing is: “1.5万” is good to 500 km */
  readonly toleranceKm?: number
}

const DISTANCE = /^(约|大约|近|将近|不到|超过|~|≈|about|approx\.?|ca\.?)?(\d+(?:\.\d+)?)(万|千|k(?!m)|w)?(?:余|多)?(?:公里|千米|km|kms|kilometers?)?(左右|上下|余|多|\+)?$/
const LONGEST_KM = 20_000_000

/**
 * Reads a running distance: `12.5万公里`, `125,000 km`, `约12万`, or a bare number in the unit of its header.
 * @param unitKm km of one unit of the header, 10 000 for 万km
 */
export function readOdometer(text: string, unitKm: number): OdometerReading {
  const found = DISTANCE.exec(text.normalize('NFKC').toLowerCase().replace(/[,，'\s\u200b-\u200d\ufeff]/g, ''))
  if (!found) return {}
  const [, before, digits = '', scale, after] = found
  const cellNamesUnit = scale !== undefined || /公里|千米|km/i.test(text.normalize('NFKC'))
  const unit = cellNamesUnit ? scaleKm(scale) : unitKm
  const km = Math.round(Number(digits) * unit)
  if (km > LONGEST_KM) return {}
  const decimals = digits.split('.')[1]?.length ?? 0
  const estimated = before !== undefined || after !== undefined
  const toleranceKm = estimated ? Math.max(unit, km * 0.03) : unit === 1 ? 0 : unit / 10 ** decimals
  return estimated ? { km, estimated, toleranceKm } : { km, toleranceKm }
}

function scaleKm(scale: string | undefined): number {
  if (scale === '万' || scale === 'w') return 10_000
  return scale === '千' || scale === 'k' ? 1_000 : 1
}

/** Unit a header names: 10 000 km for 万公里, otherwise 1. */
export function headerUnitKm(header: string): number {
  const text = header.normalize('NFKC').toLowerCase()
  if (/万\s*(?:公里|千米|km)|10\^?4\s*km|×10000/.test(text)) return 10_000
  return /千公里|10\^?3\s*km/.test(text) ? 1_000 : 1
}
