/** How much of this device's work others may not have yet; the way to hand it over. Absent while there is none. */
import { useLiveQuery } from 'dexie-react-hooks'
import { PackageCheck, PackageOpen } from 'lucide-react'
import { Link } from 'wouter'
import { formatCount } from '../i18n/format'
import { handOverState } from '../store/handOver'
import { useText } from '../ui/LanguageContext'

export function HandOverPill() {
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
