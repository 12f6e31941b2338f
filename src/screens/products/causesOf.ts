/** The causes the address names, and what their levels are called. */
import { oneOf } from '../../domain/closedSet'
import type { Messages } from '../../i18n/messages'
import { CAUSES, USUAL_CAUSES, type Cause } from '../../metrics/compare/causesQuestion'
import { REST, type CauseLevel, type SeveralCauses } from '../../metrics/compare/severalCauses'

/** `depotId,season` as the address holds it; `-` is none. */
export const causesFrom = (param: string): readonly Cause[] =>
  param === '' ? USUAL_CAUSES : param.split(',').flatMap((word) => oneOf(CAUSES, word) ?? [])

export const causeLevelName = (
  cause: Cause,
  { word, label }: Pick<CauseLevel, 'word' | 'label'>,
  t: Messages,
): string => `${t.causeName(cause)}${t.colon}${word === REST ? t.causeRest : t.causeLevelName(cause, word, label)}`

/** Of a column of the fit, `depotId:` and the word of its level. */
export function causeColumnName({ causes }: SeveralCauses, column: string, t: Messages): string {
  const found = causes
    .flatMap(({ cause, levels }) => levels.map((level) => ({ cause, level })))
    .find(({ cause, level: { word } }) => column === (word === '' ? cause : `${cause}:${word}`))
  return found === undefined ? column : causeLevelName(found.cause, found.level, t)
}
