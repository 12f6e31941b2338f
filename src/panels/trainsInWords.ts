/** Which trains a scope chooses, in words: its types, then its depots by name; nothing where all count. */
import type { Messages } from '../i18n/messages'
import type { Scope } from '../metrics/scope'
import type { FleetChoices } from '../workers/engineAnswers'

export function trainsInWords(
  { vehicleTypes, depotIds }: Scope,
  depots: FleetChoices['depots'],
  t: Messages,
): readonly string[] {
  const chosen = depots.filter(({ id }) => depotIds.includes(id)).map(({ label }) => label)
  return [
    ...(vehicleTypes.length === 0 ? [] : [vehicleTypes.join(t.listComma)]),
    ...(depotIds.length === 0 ? [] : [chosen.join(t.listComma)]),
  ]
}
