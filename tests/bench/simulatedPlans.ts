/** Plans made from records whose truth is known, and what the fleet then does: is as often right as was promised? */
import { seededRandom, type SeededRandom } from '../../fixtures/demo/seededRandom'
import { planOf, type Plan } from '../../src/metrics/plan/plan'
import { planQuestion } from '../../src/metrics/plan/planQuestion'
import type { SimulatedRow } from './simulatedRow'
import { analysed, END, fleetFrom, rateOf, START, type OneFailure } from './simulatedWorld'

const TRAINS = 20

/** The records of a constant rate, planned with; what comes after is drawn on. */
function planned(perTrain: number, inputs: Readonly<Record<string, string>>, seed: number): [Plan, SeededRandom] {
  const random = seededRandom(seed * 104729 + 3)
  const failures = Array.from({ length: TRAINS }, (_, train) =>
    Array.from({ length: random.poisson(perTrain) }, (): OneFailure => ({
      train,
      day: START + Math.floor(random.next() * (END - START)),
    })),
  ).flat()
  const analysis = analysed(fleetFrom(TRAINS, failures))
  return [
    planOf(
      { analysis, node: null, life: null },
      planQuestion((name) => inputs[name] ?? ''),
    ),
    random,
  ]
}

/** Distances between failures of a part that just misses the target. */
const nextFailure = ({ next }: SeededRandom, perTrain: number): number => -Math.log(1 - next()) / rateOf(perTrain)

const EXPECTED = 0.4
const TARGET = { ptarget: String(1.0001 / rateOf(EXPECTED) / 1000) }

/** Is a part that just misses its target passed? By one line chosen beforehand, or by whichever is reached first. */
const passes =
  (allowed: number | 'any') =>
  (seed: number): boolean | null => {
    const [{ demonstration }, random] = planned(EXPECTED, TARGET, seed)
    if (demonstration === null) return null
    const lines = demonstration.lines.filter((line) => allowed === 'any' || line.allowed === allowed)
    const most = lines.at(-1)?.allowed ?? 0
    let at = 0
    const failures = Array.from({ length: most + 1 }, () => (at += nextFailure(random, EXPECTED)))
    return lines.some((line) => (failures[line.allowed] ?? 0) > line.exposureKm)
  }

export const SIMULATED_PLANS: readonly SimulatedRow[] = [
  ...[0, 3].map((allowed): SimulatedRow => ({
    name: `target shown just below it, ${allowed} failures allowed`,
    promise: '10 %',
    within: [0, 0.2],
    once: passes(allowed),
  })),
  { name: '  … whichever of six lines is reached first', promise: '23 %', within: [0.1, 0.36], once: passes('any') },
]
