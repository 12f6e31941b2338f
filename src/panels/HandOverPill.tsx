/**
 * How much of this device's work others may not have yet; the way to hand it over. Absent while there is none. In a company: how the
 * device stands with its server.
 */
import { useLiveQuery } from './useLiveQuery'
import { Cloud, CloudOff, PackageCheck, PackageOpen } from 'lucide-react'
import { Link } from 'wouter'
import { formatCount } from '../i18n/format'
import { handOverState } from '../store/handOver'
import { useText } from '../ui/LanguageContext'
import { teamWords } from './teamWords'
import { useSyncPhase, useTeamStanding, type TeamStanding } from './useTeam'

export function HandOverPill() {
  const standing = useTeamStanding()
  if (standing === undefined) return null
  return standing === null ? <AlonePill /> : <TeamPill standing={standing} />
}

function TeamPill({ standing }: { readonly standing: TeamStanding }) {
  const { t, language } = useText()
  const phase = useSyncPhase()
  const isCut = phase === 'offline' || standing.team.halt !== null
  return (
    <Link href="/team" className="small hand-over-pill" title={t.teamOpen}>
      {isCut ? <CloudOff size={14} aria-hidden /> : <Cloud size={14} aria-hidden />}{' '}
      {teamWords(standing, phase, t, language).join(' · ')}
    </Link>
  )
}

function AlonePill() {
  const { t, language } = useText()
  const state = useLiveQuery(() => handOverState())
  if (state === undefined || state.device === null || state.changes === 0) return null
  const onlyHere = state.changes - state.handedOver
  const unconfirmed = state.handedOver - state.confirmed
  const words = [
    ...(onlyHere > 0 ? [t.pillOnlyHere(formatCount(onlyHere, language))] : []),
    ...(unconfirmed > 0 ? [t.pillHandedOver(formatCount(unconfirmed, language))] : []),
  ]
  return (
    <Link href="/data/handover" className="small hand-over-pill" title={t.pillWhy}>
      {words.length === 0 ? <PackageCheck size={14} aria-hidden /> : <PackageOpen size={14} aria-hidden />}{' '}
      {words.length === 0 ? t.pillConfirmed : words.join(' · ')}
    </Link>
  )
}
