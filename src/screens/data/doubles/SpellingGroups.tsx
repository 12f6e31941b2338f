/** Serials and cars that seem to be written in several ways; a person says which are one. */
import { useState } from 'react'
import { Link } from 'wouter'
import { formatCount } from '../../../i18n/format'
import type { Spellings } from '../../../metrics/spellings'
import { CommandButton } from '../../../panels/CommandButton'
import { RespellDialog, type Respelled } from '../../../panels/RespellDialog'
import { useEngine } from '../../../panels/useEngine'
import { useText } from '../../../ui/LanguageContext'

const SHOWN = 50

export function SpellingGroups() {
  const { t, language } = useText()
  const { answer } = useEngine('spellings', (engine) => engine.spellings())
  const { answer: names } = useEngine('all-names', (engine) => engine.allNames())
  const [merging, setMerging] = useState<Respelled | null>(null)
  if (answer === null) return <div className="skeleton" style={{ height: 80 }} aria-busy="true" />
  const { serials, cars } = answer
  if (serials.length + cars.length === 0) return <p className="small muted">{t.spellingsNone}</p>
  return (
    <>
      {serials.length === 0 ? null : (
        <section className="card card-pad stack">
          <h2>{t.spellingsSerials(formatCount(serials.length, language))}</h2>
          <p className="small muted">{t.spellingsSerialsWhy}</p>
          <ul className="entry-list">
            {serials.slice(0, SHOWN).map((spellings) => (
              <Group
                key={spellings[0]?.text}
                spellings={spellings}
                command="merge-serials"
                hrefOf={(serial) => `/serials/${encodeURIComponent(serial)}`}
                onMerge={(double, stays) => setMerging({ kind: 'serial', double, stays })}
              />
            ))}
          </ul>
        </section>
      )}
      {cars.length === 0 ? null : (
        <section className="card card-pad stack">
          <h2>{t.spellingsCars(formatCount(cars.length, language))}</h2>
          <p className="small muted">{t.spellingsCarsWhy}</p>
          <ul className="entry-list">
            {cars.slice(0, SHOWN).map(({ trainId, spellings }) => (
              <Group
                key={`${trainId}|${spellings[0]?.text ?? ''}`}
                about={names?.[trainId] ?? trainId}
                spellings={spellings}
                command="merge-cars"
                onMerge={(double, stays) => setMerging({ kind: 'car', trainId, double, stays })}
              />
            ))}
          </ul>
        </section>
      )}
      {merging === null ? null : <RespellDialog respelled={merging} onClose={() => setMerging(null)} />}
    </>
  )
}

interface GroupProps {
  readonly about?: string
  readonly spellings: Spellings
  readonly command: 'merge-serials' | 'merge-cars'
  readonly hrefOf?: (text: string) => string
  readonly onMerge: (double: string, stays: string) => void
}

/** What is written most often is proposed to stay; the next one goes into it, and then the one after. */
function Group({ about, spellings, command, hrefOf, onMerge }: GroupProps) {
  const { t, language } = useText()
  const [stays, double] = spellings
  if (stays === undefined || double === undefined) return null
  return (
    <li className="double-pair">
      {about === undefined ? null : <p className="small muted">{about}</p>}
      <p className="row">
        {spellings.map(({ text, count }) => (
          <span key={text}>
            {hrefOf === undefined ? (
              <span className="mono">{text}</span>
            ) : (
              <Link className="mono" href={hrefOf(text)}>
                {text}
              </Link>
            )}{' '}
            <span className="small muted">{t.spellingsRecords(formatCount(count, language))}</span>
          </span>
        ))}
      </p>
      <div>
        <CommandButton command={command} onPress={() => onMerge(double.text, stays.text)}>
          {t.spellingsMerge}
        </CommandButton>
      </div>
    </li>
  )
}
