/** Master data in one place: one list for each family, with its search, its additions and its pasted blocks. */
import { useEffect, useRef } from 'react'
import { Link } from 'wouter'
import { oneOf } from '../../domain/closedSet'
import { MASTER_TABLES, PERSON } from '../../domain/masterData'
import { useText } from '../../ui/LanguageContext'
import { MasterList } from './MasterList'
import { ReadingsGrid } from './ReadingsGrid'
import './master.css'

const READINGS = 'readings'
const PEOPLE = 'people'
const PLACES = [...MASTER_TABLES, PEOPLE, READINGS] as const

export function MasterScreen({ table: asked }: { readonly table: string }) {
  const { t } = useText()
  const table = oneOf(PLACES, asked) ?? 'bomNodes'
  const tabs = useRef<HTMLElement>(null)
  useEffect(() => {
    // On a phone the row of families is wider than the screen.
    tabs.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'center' })
  }, [table])
  const tab = (name: string, label: string) => (
    <Link key={name} className="tab" href={`/master/${name}`} aria-current={name === table ? 'page' : undefined}>
      {label}
    </Link>
  )
  return (
    <div className="page">
      <header>
        <h1>{t.masterTitle}</h1>
        <p className="small muted">{t.masterWhy}</p>
      </header>
      <nav className="tabs master-tabs" aria-label={t.masterTitle} ref={tabs}>
        {MASTER_TABLES.map((name) => tab(name, t.masterTable(name)))}
        {tab(PEOPLE, t.peopleTitle)}
        {tab(READINGS, t.readingsTitle)}
        <Link className="tab" href="/settings#codes">
          {t.codesTitle}
        </Link>
      </nav>
      {table === READINGS ? (
        <ReadingsGrid />
      ) : table === PEOPLE ? (
        <MasterList key={table} table="parties" only={PERSON} />
      ) : (
        <MasterList key={table} table={table} />
      )}
    </div>
  )
}
