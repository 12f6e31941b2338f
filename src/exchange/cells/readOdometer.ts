/** A distance in km; `estimated` when the writer said “about”. */
import { decimalText } from './decimalText'
import { inTurn } from './joinedPatterns'

export interface OdometerReading {
  readonly km?: number
  readonly estimated?: boolean
  /** written in miles; `km` is converted */
  readonly fromMiles?: boolean
  /** how coarse the writing is: “1.5万” is good to 500 km */
  readonly toleranceKm?: number
}

const DISTANCE = inTurn(
  /^(约|大约|近|将近|不到|超过|~|≈|about|approx\.?|ca\.?)?(\d+(?:\.\d+)?)(万|千(?!米)|k(?!m)|w)?(?:余|多)?/,
  /(公里|千米|km|kms|kilomet(?:er|re)s?|英里|mi\.?|miles?)?(左右|上下|余|多|\+)?$/,
)
/** A longer text holds more than a distance. */
const LONGEST = 60
const LONGEST_KM = 20_000_000
/** International mile, exact by definition. */
export const KM_PER_MILE = 1.609344
const MILES = /英里|mi/

/**
 * Reads a running distance: `12.5万公里`, `125,000 km`, `约12万`, or a bare number in the unit of its header.
 * @param decimalComma the column writes decimals with a comma
 * @param unitKm km of one unit of the header, 10 000 for 万km; miles become km by 1.609344
 */
export function readOdometer(text: string, unitKm: number, decimalComma = false): OdometerReading {
  if (text.length > LONGEST) return {}
  const bare = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/['’‘`´\s\u200b-\u200d\ufeff]/g, '')
  const [number] = /\d[\d.,]*/u.exec(bare) ?? []
  const digitsOnly = number === undefined ? null : decimalText(number, decimalComma)
  const found = digitsOnly === null ? null : DISTANCE.exec(bare.replace(number!, digitsOnly))
  if (!found) return {}
  const [, before, digits = '', scale, written, after] = found
  const cellNamesUnit = scale !== undefined || written !== undefined
  const fromMiles = written === undefined ? inMiles(unitKm) : MILES.test(written)
  const unit = cellNamesUnit ? scaleKm(scale) * (fromMiles ? KM_PER_MILE : 1) : unitKm
  const km = Math.round(Number(digits) * unit)
  if (km > LONGEST_KM) return {}
  const decimals = digits.split('.')[1]?.length ?? 0
  const estimated = before !== undefined || after !== undefined
  const toleranceKm = estimated ? Math.max(unit, km * 0.03) : unit === 1 ? 0 : unit / 10 ** decimals
  return { km, toleranceKm, ...(estimated ? { estimated } : {}), ...(fromMiles ? { fromMiles } : {}) }
}

function scaleKm(scale: string | undefined): number {
  if (scale === '万' || scale === 'w') return 10_000
  return scale === '千' || scale === 'k' ? 1_000 : 1
}

const MILES_IN_HEADER = /英里|\bmiles?\b|[([（,/]\s*mi\s*(?:[)\]）]|$)/
const TEN_THOUSANDS = /万\s*(?:公里|千米|km|英里)|(?:10\^?4|10,?000)\s*(?:km|公里|mi)|[×x]\s*10,?000/
const THOUSANDS =
  /千\s*(?:公里|km|英里)|(?:10\^?3|1,?000|['’]000|thousands?(?:of)?)\s*(?:km|公里|mi|kilomet)|[×x]\s*1,?000(?!0)|\bt\.?km\b/

/** Kilometres of one unit that a header names: 10 000 for 万公里, 1.609344 for miles, otherwise 1. */
export function headerUnitKm(header: string): number {
  const text = header.normalize('NFKC').toLowerCase()
  const many = TEN_THOUSANDS.test(text) ? 10_000 : THOUSANDS.test(text) ? 1_000 : 1
  return MILES_IN_HEADER.test(text) ? many * KM_PER_MILE : many
}

/** 走行公里 is the name of the quantity; its unit may stand in the title. */
const RUN_KILOMETRES = /(?:走行|运行|行驶|运用|运营|累计|总)公里数?/g

/** Does this text name any unit of distance? */
export const namesDistanceUnit = (text: string): boolean =>
  /km|公里|千米/i.test(text.replace(RUN_KILOMETRES, '')) || MILES_IN_HEADER.test(text.normalize('NFKC').toLowerCase())

/** Units of kilometres are powers of ten. */
const inMiles = (unitKm: number): boolean => !Number.isInteger(unitKm)
