/** A backup back: into an empty store, or beside what is there. */
import { useEffect, useRef } from 'react'
import { useSearchParams } from 'wouter'
import { useText } from '../../../ui/LanguageContext'
import { TakingIn } from '../handover/TakingIn'

/** A file that is laid out here without being chosen, and where it comes from. */
export interface Given {
  readonly file: File
  readonly said: string
}

export function RestoreCard({ given }: { readonly given: Given | null }) {
  const { t } = useText()
  const [params] = useSearchParams()
  const place = useRef<HTMLElement>(null)
  useEffect(() => {
    if (given !== null) place.current?.scrollIntoView({ block: 'center' })
  }, [given])
  const isAsked = params.get('open') === 'restore' || given !== null
  return (
    <section ref={place} className={`card card-pad stack${isAsked ? ' is-target' : ''}`} aria-label={t.restoreTitle}>
      <h2>{t.restoreTitle}</h2>
      <p className="small muted">{t.restoreWhy}</p>
      {given === null ? null : <p className="note">{given.said}</p>}
      <TakingIn what="backup" given={given?.file ?? null} />
    </section>
  )
}
