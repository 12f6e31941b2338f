/** How a device stands with its company, in a few words; nothing but "up to date" where there is nothing to say. */
import { formatCount, formatStamp } from '../i18n/format'
import type { Messages } from '../i18n/messages'
import type { Language } from '../i18n/translation'
import type { SyncPhase } from '../sync/syncLoop'
import type { TeamStanding } from './useTeam'

export function teamWords(standing: TeamStanding, phase: SyncPhase | null, t: Messages, language: Language): string[] {
  const { team, waiting, refused, conflicts } = standing
  const isCut = phase === 'offline' || team.halt !== null
  const words = [
    ...(phase === 'offline' || phase === 'halted' ? [t.teamPhase(phase)] : []),
    ...(waiting > 0 ? [t.teamWaiting(formatCount(waiting, language))] : []),
    ...(refused > 0 ? [t.teamRefusedCount(formatCount(refused, language))] : []),
    ...(conflicts > 0 ? [t.teamConflicts(formatCount(conflicts, language))] : []),
    ...(isCut ? [t.teamLastContact(formatStamp(team.lastContact))] : []),
  ]
  return words.length === 0 ? [t.teamUpToDate] : words
}
