/** A train number in digits, and the vehicle type when both were written in one cell. */
export interface TrainReading {
  readonly trainNo?: string
  readonly vehicleType?: string
  readonly carNo?: string
  /** section of a locomotive and what follows it, `A-3` */
  readonly position?: string
}

/** A longer text holds more than a number. */
const LONGEST = 60
const DIGITS = /^\d{1,6}$/
const LINE_AND_TRAIN = /^(\d{2})(?:号线|线|车|-)(\d{2})(?:车|号|组|列)*$/
const SUFFIX = /(?:次|号|组|车|列|编组|车组|动车组|#)+$/
const TYPE_AND_NUMBER = /^([a-z]*[\d-]*[a-z]+\d{0,2}[a-z]?|[a-z]{1,6}\d{1,4}[a-z]{0,3})[-_/#\s.]+(\d{2,5})$/i
const TYPE_GLUED = /^([a-z]{1,6}\d{0,4}[a-z]{1,3})(\d{3,5})$/i
/** A type and no number behind it. */
const TYPE_ALONE = /^(?:CRH|CR|HXD|HXN|SS|DF|FXD|SDA)\d{1,3}[A-Z]{0,3}$/i
const CHINESE_TYPE = /^([\u4e00-\u9fff]{1,8}\d{0,3}[a-z]?型?)[-_/#\s.]*(\d{3,5})$/i

/**
 * Reads a train number: `2641`, `０２１１`, `2641组`, `CRH380A-2641`, `380A 2641`, `01车08` (line 01, train 08 → 0108).
 * @param rowVehicleType the type in the same row; a leading copy of it is taken off first
 */
export function readTrainNo(text: string, rowVehicleType: string): TrainReading {
  if (text.length > LONGEST) return {}
  const clean = text
    .normalize('NFKC')
    .replace(/[\u200b-\u200d\ufeff]/g, '')
    .trim()
  const line = LINE_AND_TRAIN.exec(clean)
  if (line) return { trainNo: line[1]! + line[2]! }
  const bare = clean
    .replace(SUFFIX, '')
    .replace(/^(?:第|no\.?|#|车号|车组)\s*/i, '')
    .trim()
  if (DIGITS.test(bare)) return { trainNo: bare }

  if (rowVehicleType !== '' && bare.toLowerCase().startsWith(rowVehicleType.toLowerCase())) {
    const rest = bare.slice(rowVehicleType.length).replace(/^[-_/#\s.]+/, '')
    if (DIGITS.test(rest)) return { trainNo: rest }
  }
  return typedTrain(bare) ?? withSuffix(bare) ?? (TYPE_ALONE.test(bare) ? { vehicleType: bare } : {})
}

function typedTrain(text: string): TrainReading | undefined {
  const typed = TYPE_AND_NUMBER.exec(text) ?? TYPE_GLUED.exec(text) ?? CHINESE_TYPE.exec(text)
  return typed ? { trainNo: typed[2]!, vehicleType: typed[1]! } : undefined
}

/** A typed number with its car, `CRH5A5108-08`, or its section and place, `HXD21006-A-3`, `HXD26001B节D2`. */
function withSuffix(text: string): TrainReading | undefined {
  const car = /^(.*\d{3,5})[-_/](\d{1,2})$/u.exec(text)
  const carTrain = car === null ? undefined : typedTrain(car[1]!)
  if (carTrain !== undefined) return { ...carTrain, carNo: car![2]! }
  const section = /^(.*\d{3,5})[-_/]?([AB])节?[-_/]?([A-Z]?\d{1,2})?$/iu.exec(text)
  const sectionTrain = section === null ? undefined : typedTrain(section[1]!)
  if (section === null || sectionTrain === undefined) return undefined
  return { ...sectionTrain, position: [section[2]!.toUpperCase(), section[3]].filter(Boolean).join('-') }
}
