/**
 * What speaks for and against each meaning, as logarithms of odds against “nothing of ours”: a column that shows a trait
 * in all of its cells counts the whole weight, in half of them half of it.
 */
import type { CanonicalField } from '../../cells/importFields'
import type { MeaningTrait } from './relations'

export interface Witnesses {
  /** before anything was seen */
  readonly bias: number
  readonly weights: Readonly<Partial<Record<MeaningTrait, number>>>
}

const DATE = { date: 8, constant: -6, time: -4 } as const
const NOTE = { phrase: 2, number: -8, date: -8, person: -4, partKnown: -3, serialShape: -4, constant: -5 } as const

export const WITNESSES: Readonly<Partial<Record<CanonicalField, Witnesses>>> = {
  failureNo: { bias: -6, weights: { numberedYear: 8, distinct: 3, filled: 1, date: -8, counted: -8, serialShape: -3 } },
  reportNo: { bias: -9, weights: { numberedYear: 7, distinct: 2, date: -8, filled: -2 } },
  occurredAt: {
    bias: -8,
    weights: {
      ...DATE,
      dateOfRow: 4,
      onlyDate: 1,
      clock: 2,
      filled: 1,
      longBefore: -5,
      longAfter: -6,
      soonAfter: -6,
      month: -3,
    },
  },
  repairedAt: {
    bias: -8,
    weights: { ...DATE, soonAfter: 5, filled: 0.5, longBefore: -6, longAfter: -3, dateOfRow: -4 },
  },
  actionDoneAt: { bias: -8, weights: { ...DATE, longAfter: 5, longBefore: -6, dateOfRow: -5, soonAfter: -3 } },
  installedAt: {
    bias: -8,
    weights: { ...DATE, longBefore: 3, lastOfBefore: 3, month: -3, dateOfRow: -5, firstOfBefore: -5 },
  },
  mfgDate: {
    bias: -9,
    weights: { ...DATE, longBefore: 3, firstOfBefore: 4, month: 3, dateOfRow: -5, lastOfBefore: -5 },
  },
  inServiceAt: { bias: -4.5, weights: { ...DATE, onlyDate: 2, filled: 1 } },
  operator: { bias: -5, weights: { operatorKnown: 11, operatorShape: 7, goesWithTrain: 2, constant: -1, phrase: -2 } },
  depot: { bias: -5, weights: { depotKnown: 10, depotShape: 7, goesWithTrain: 3, phrase: -0.5 } },
  line: { bias: -5, weights: { lineKnown: 11, lineShape: 7, goesWithTrain: 2 } },
  vehicleType: { bias: -5, weights: { typeKnown: 10, typeShape: 7, goesWithTrain: 1 } },
  trainNo: {
    bias: -6,
    weights: {
      trainKnown: 11,
      trainShape: 3,
      trainTyped: 7,
      leadsOthers: 6,
      filled: 1.5,
      partNumberKnown: -6,
      serialShape: -4,
      growsByTrain: -6,
      counted: -3,
      date: -2,
      fraction: -8,
    },
  },
  carNo: {
    bias: -7,
    weights: {
      car: 5,
      small: 5,
      saysCar: 7,
      number: 1,
      constant: -6,
      saysCars: -8,
      saysPieces: -8,
      saysMinutes: -8,
      counted: -8,
      trainKnown: -6,
      goesWithTrain: -4,
      climbs: -4,
    },
  },
  cars: { bias: -4, weights: { saysCars: 6, small: 5, fewWords: 2, counted: -12, trainKnown: -5, distinct: -2 } },
  odometerKm: {
    bias: -7,
    weights: {
      saysDistance: 8,
      number: 1,
      growsByTrain: 8,
      large: 1,
      fraction: 1,
      counted: -8,
      trainKnown: -8,
      date: -4,
      small: -5,
      distinct: 1,
    },
  },
  system: { bias: -5, weights: { systemKnown: 9, systemShape: 6, fewWords: 1, distinct: -5, phrase: -0.5 } },
  node: {
    bias: -5,
    weights: {
      partKnown: 7,
      partShape: 5,
      namedInTexts: 4,
      systemShape: -4,
      systemKnown: -3,
      organisation: -3,
      filled: 1,
      symptomWords: -3,
      measureWords: -3,
    },
  },
  partNo: {
    bias: -5,
    weights: { partNumberKnown: 11, partNumberShape: 6, trainKnown: -6, typeShape: -6, serialShape: -2, number: -5 },
  },
  serialNo: {
    bias: -7,
    weights: {
      serialShape: 7,
      distinct: 2,
      partNumberKnown: -8,
      date: -8,
      onlySerial: 2,
      fullestSerial: 4,
      newerSerial: -3,
      sameAsSerial: 1,
      replacedTogether: -4,
    },
  },
  removedSerial: {
    bias: -7,
    weights: {
      serialShape: 7,
      distinct: 1,
      partNumberKnown: -8,
      date: -8,
      olderSerial: 3,
      replacedTogether: 1.5,
      sameAsSerial: 2,
      newerSerial: -6,
      fullestSerial: -3,
      onlySerial: -2,
    },
  },
  installedSerial: {
    bias: -7,
    weights: {
      serialShape: 7,
      distinct: 1,
      partNumberKnown: -8,
      date: -8,
      newerSerial: 6,
      olderSerial: -6,
      sameAsSerial: -6,
      fullestSerial: -3,
      onlySerial: -2,
    },
  },
  phase: {
    bias: -6,
    weights: { phase: 9, fewWords: 1, constant: -3, phrase: -1, depotKnown: -6, depotShape: -5, yesNo: -6, number: -6 },
  },
  impact: { bias: -6, weights: { impact: 9, fewWords: 1, constant: -3, yesNo: -6, letterGrade: -8, method: -1 } },
  method: { bias: -6, weights: { method: 9, fewWords: 2, constant: -2, phrase: -4, result: -3, impact: -2 } },
  causeCategory: {
    bias: -6,
    weights: {
      causeCategory: 9,
      fewWords: 1,
      constant: -2,
      phrase: -3,
      method: -1,
      yesNo: -6,
      closing: -4,
      person: -4,
    },
  },
  result: {
    bias: -7,
    weights: { result: 9, fewWords: 1, constant: -2, method: -2, closing: -2, phrase: -2, yesNo: -6 },
  },
  closed: { bias: -6, weights: { closing: 10, yesNo: 2, constant: -1, result: -1, person: -5 } },
  onMainLine: { bias: -8, weights: { yesNo: 5, agreesWithMainLine: 8, constant: -5, closing: -3, filled: 1 } },
  severity: {
    bias: -6,
    weights: {
      grade: 9,
      gradeDigit: 4,
      fewWords: 1,
      counted: -6,
      constant: -3,
      levelWord: -1,
      phrase: -4,
      pieces: -4,
      car: -2,
    },
  },
  faultLevel: { bias: -6, weights: { letterGrade: 9, fewWords: 1 } },
  delayMin: {
    bias: -8,
    weights: {
      saysMinutes: 10,
      number: 4,
      minutes: 4,
      agreesWithDelay: 6,
      filled: -2,
      counted: -8,
      trainKnown: -5,
      code: -2,
      growsByTrain: -8,
      constant: -2,
    },
  },
  faultCode: {
    bias: -6,
    weights: {
      code: 4,
      namedInTexts: 8,
      filled: -3,
      trainKnown: -5,
      large: 0.5,
      growsByTrain: -8,
      counted: -8,
      partKnown: -8,
    },
  },
  quantity: {
    bias: -7,
    weights: {
      saysPieces: 9,
      small: 3,
      number: 1,
      gradeDigit: 1,
      counted: -10,
      saysCar: -8,
      fewWords: 1,
      saysMinutes: -8,
    },
  },
  handler: { bias: -6, weights: { person: 6, onlyPerson: 2.2, constant: -5 } },
  responsible: {
    bias: -5,
    weights: {
      organisation: 7,
      fewWords: 1,
      operatorKnown: -5,
      depotKnown: -5,
      goesWithTrain: -4,
      partKnown: -6,
      phrase: -1,
      person: -5,
    },
  },
  symptom: {
    bias: -6,
    weights: { ...NOTE, symptomWords: 7, measureWords: -5, actionWords: -4, causeWords: -1, filled: 2, longTexts: 1.5 },
  },
  measure: {
    bias: -5,
    weights: { ...NOTE, measureWords: 8, symptomWords: -1, actionWords: -4, filled: 0.5, longTexts: 1 },
  },
  cause: {
    bias: -5,
    weights: { ...NOTE, causeWords: 7, measureWords: -6, actionWords: -4, symptomWords: -2, longTexts: 1 },
  },
  action: { bias: -5, weights: { ...NOTE, actionWords: 9, measureWords: -2, fewWords: 1, longTexts: 1 } },
  batchNo: { bias: -9, weights: { code: 2, distinct: -2 } },
  code: { bias: -5, weights: { dotted: 9, distinct: 2, date: -4 } },
  level: {
    bias: -9,
    weights: { climbs: 8, agreesWithCode: 6, levelWord: 3, small: 3, fewWords: 1, counted: -10, constant: -8 },
  },
  criticality: { bias: -5, weights: { letterGrade: 9, fewWords: 1 } },
  designMtbfH: { bias: -6, weights: { large: 9, number: 1, partNumberKnown: -8, counted: -8 } },
}

/** In a structure a count is that of the parts in their assembly. */
export const IN_STRUCTURES: Readonly<Partial<Record<CanonicalField, Witnesses>>> = {
  quantity: {
    bias: -4,
    weights: { small: 7, saysPieces: 5, number: 1, climbs: -9, agreesWithCode: -9, counted: -10, large: -6 },
  },
}
