/** Everything about the data in one place: import, what was imported, parts to assign, the log, and the ways to the rest. */
import { useState } from 'react'
import { Link } from 'wouter'
import type { ImportBatch } from '../../domain/importBatch'
import { formatCount } from '../../i18n/format'
import { wordsOfCompanyFields } from '../../i18n/companyFields'
import { conflictsHref, useConflictCount } from '../../panels/useConflicts'
import { endImporter } from '../../workers/importClient'
import type { Preview } from '../../workers/importAnswers'
import { useText } from '../../ui/LanguageContext'
import { DoublesPanel } from './DoublesPanel'
import { ImportDrop } from './ImportDrop'
import { ImportHistory } from './ImportHistory'
import { ImportPreview } from './ImportPreview'
import { ImportResult } from './ImportResult'
import { LearnedPanel } from './LearnedPanel'
import { LogPanel } from './LogPanel'
import { UnassignedPanel } from './UnassignedPanel'
import './data.css'

type Step =
  | { readonly at: 'drop' }
  | { readonly at: 'preview'; readonly preview: Preview }
  | { readonly at: 'done'; readonly batch: ImportBatch }

export function DataScreen() {
  const { t, language } = useText()
  const [step, setStep] = useState<Step>({ at: 'drop' })
  const back = (): void => {
    endImporter()
    setStep({ at: 'drop' })
  }
  return (
    <div className="page data-page">
      <header className="spread">
        <h1>{t.dataTitle}</h1>
        <div className="row">
          <Link className="button" href="/data/handover">
            {t.handOverTitle}
          </Link>
          <Link className="button" href="/data/storage">
            {t.storageScreen}
          </Link>
          <Link className="button" href="/master">
            {t.masterOpen}
          </Link>
          <Link className="button" href="/data/fields">
            {wordsOfCompanyFields(language).title}
          </Link>
          <ConflictsLink />
          <Link href="/trains">{t.trainsTitle}</Link>
        </div>
      </header>
      {step.at === 'drop' ? <ImportDrop onRead={(preview) => setStep({ at: 'preview', preview })} /> : null}
      {step.at === 'preview' ? (
        <ImportPreview
          preview={step.preview}
          onChange={(preview) => setStep({ at: 'preview', preview })}
          onBack={back}
          onDone={(batch) => {
            endImporter()
            setStep({ at: 'done', batch })
          }}
        />
      ) : null}
      {step.at === 'done' ? <ImportResult batch={step.batch} onAgain={() => setStep({ at: 'drop' })} /> : null}
      {step.at === 'preview' ? null : (
        <>
          <UnassignedPanel />
          <LearnedPanel />
          <ImportHistory />
          <DoublesPanel />
          <LogPanel />
        </>
      )}
    </div>
  )
}

/** Where devices disagree; with how many records, once there are any. */
function ConflictsLink() {
  const { t, language } = useText()
  const count = useConflictCount()
  return (
    <Link className="button" href={conflictsHref()}>
      {count === 0 ? t.conflictsTitle : t.conflictsOpen(formatCount(count, language))}
    </Link>
  )
}
