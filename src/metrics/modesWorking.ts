/** How the shares of competing kinds of failure came about. */
import type { AgeMeasure } from './age'
import type { CompetingModes } from './competingModes'
import { workingLine as line, type Working } from './working'

/** @param nameOf a kind of failure, as people read it */
export function workingOfModes(
  { modes, b10, parts }: CompetingModes,
  measure: AgeMeasure,
  nameOf: (word: string) => string,
): Working {
  const unit = measure === 'km' ? 'km' : 'd'
  return {
    topic: 'modes',
    source: 'Aalen & Johansen (1978); Marubini & Valsecchi (1995) ch. 10.2; Meeker & Escobar (1998) ch. 15.5',
    lines: [
      line('categories', 'm', modes.length),
      line('suspended', 'n − r', parts - modes.reduce((sum, { rows }) => sum + rows.length, 0)),
      ...modes.flatMap(({ word, rows, steps, law }) => {
        const name = nameOf(word)
        const last = steps.at(-1)
        return [
          line('failed', `${name}: r`, rows.length),
          line('modeShare', `${name}: F`, last?.share ?? null),
          line('lower', name, last?.lower ?? null),
          line('upper', name, last?.upper ?? null),
          ...(law === null ? [] : [line('beta', `${name}: β`, law.beta), line('eta', `${name}: η`, law.eta, unit)]),
        ]
      }),
      ...(b10 === null
        ? []
        : [
            line('combinedB10', 'Σ (t/η)^β = 0.105', b10.life, unit),
            line('lower', 'B10', b10.bounds[0], unit),
            line('upper', 'B10', b10.bounds[1], unit),
          ]),
    ],
  }
}
