/** The questions of the report, one fieldset each: one page on a laptop, one question per row on a phone. */
import { hasNoReading, isDayOnly, onDay } from '../../../domain/filingForm'
import { companyFieldsOfTable } from '../../../domain/companyFields'
import type { CompanyKey } from '../../../domain/records/companyField'
import { failureFields, type Failure } from '../../../domain/records/failure'
import type { Field } from '../../../domain/records/field'
import { isUnread } from '../../../domain/typedValue'
import { localMoment } from '../../../i18n/format'
import { CompanyFieldInputs } from '../../../panels/CompanyFieldInputs'
import { useCompanyFields } from '../../../panels/useCompanyFields'
import { LastReadingHint, OdometerCheck } from '../../../panels/OdometerCheck'
import { SimilarCards } from '../../../panels/SimilarCards'
import { missingInWords } from '../../../panels/unreadInWords'
import { useText } from '../../../ui/LanguageContext'
import { FilingInput, FilingPicker } from './FilingFields'
import type { Filing } from './useFiling'

const MORE: readonly (keyof Failure)[] = [
  'carNo',
  'positionPath',
  'reportedSerial',
  'reportedBatch',
  'faultCode',
  'severity',
  'environment',
  'operatingH',
  'safetyEvent',
  'customerNeedsReport',
  'customerWitness',
  'reporterPhone',
  'remark',
]

interface Props {
  readonly filing: Filing
}

export function FilingQuestions({ filing }: Props) {
  const { t } = useText()
  const { form } = filing
  return (
    <>
      <fieldset className="question">
        <legend>{t.fileWhatFailed}</legend>
        <div className="form-pair">
          <FilingPicker filing={filing} name="trainId" />
          <FilingPicker filing={filing} name="bomNodeId" />
        </div>
        <div className="form-pair">
          <WhenQuestion filing={filing} />
          <FilingInput filing={filing} name="qty" required />
        </div>
      </fieldset>
      <WhatQuestion filing={filing} />
      <fieldset className="question">
        <legend>{t.fileEffect}</legend>
        <FilingInput filing={filing} name="serviceImpact" required asButtons />
        {form.serviceImpact === 'DELAY' ? <FilingInput filing={filing} name="delayMin" required /> : null}
      </fieldset>
      <fieldset className="question">
        <legend>{t.fileFound}</legend>
        <FilingInput filing={filing} name="detectionPhase" required asButtons />
        <div className="form-pair">
          <FilingInput filing={filing} name="detectionMethod" required />
          <FilingInput filing={filing} name="operatingMode" required />
        </div>
      </fieldset>
      <fieldset className="question">
        <legend>{t.fileReading}</legend>
        <div className="form-pair">
          <ReadingQuestion filing={filing} />
          <div className="stack">
            <FilingInput filing={filing} name="dataDownloaded" required asButtons />
            {form.dataDownloaded === false ? <FilingInput filing={filing} name="noDataReason" required /> : null}
          </div>
        </div>
      </fieldset>
      <fieldset className="question">
        <legend>{t.fileWho}</legend>
        <FilingInput filing={filing} name="reporter" required />
      </fieldset>
      <CompanyQuestions filing={filing} />
      <details className="question">
        <summary>{t.fileMore}</summary>
        <div className="form-pair">
          {MORE.map((name) => (
            <FilingInput key={name} filing={filing} name={name} multiline={name === 'remark'} />
          ))}
        </div>
      </details>
    </>
  )
}

/** What the company asks beside what every report says. */
function CompanyQuestions({ filing }: Props) {
  const { t, language } = useText()
  const fields = companyFieldsOfTable(useCompanyFields(), 'failures')
  const { form, missing, set } = filing
  return (
    <CompanyFieldInputs
      table="failures"
      layout="form-pair"
      valueOf={(name) => form[name as CompanyKey]}
      onChange={(name, value) => set({ [name]: value })}
      idOf={(name) => `file-${name}`}
      isAsked={(name) => fields[name]?.need === 'G1'}
      problemOf={(name) => {
        const item = missing.find(({ field }) => field === name)
        return item === undefined ? null : missingInWords(item, t, language)
      }}
    />
  )
}

function WhatQuestion({ filing }: Props) {
  const { t } = useText()
  const { form, set } = filing
  return (
    <fieldset className="question">
      <legend>{t.fileWhatHappened}</legend>
      <FilingInput filing={filing} name="symptomCode" required hint={t.fileSymptomHint} />
      <FilingInput
        filing={filing}
        name="description"
        required
        multiline
        hint={t.fileDescriptionCount([...(form.description ?? '').trim()].length)}
      />
      <SimilarCards
        report={form}
        onJoin={(problemId) => set({ problemId })}
        onUse={(knowledgeId) => set({ knowledgeId })}
      />
    </fieldset>
  )
}

/** When it happened; the time of day stays behind the day while only that is known. */
function WhenQuestion({ filing }: Props) {
  const { t } = useText()
  const { form, set } = filing
  const isDay = isDayOnly(form)
  const { occurredAt } = form
  const dayField: Field = { ...failureFields.occurredAt, kind: 'date' }
  return (
    <div>
      {isDay ? (
        <FilingInput
          filing={filing}
          name="occurredAt"
          required
          field={dayField}
          value={typeof occurredAt === 'string' ? occurredAt.slice(0, 10) : occurredAt}
          onChange={(day) => set({ occurredAt: typeof day === 'string' ? onDay(day, occurredAt) : day })}
        />
      ) : (
        <FilingInput filing={filing} name="occurredAt" required />
      )}
      <div className="row small">
        <button
          type="button"
          className="button quiet"
          onClick={() => set({ occurredAt: localMoment(), isDayOnly: false })}
        >
          {t.fileNow}
        </button>
        <label className="row">
          <input
            type="checkbox"
            checked={isDay}
            onChange={(event) => set({ isDayOnly: event.target.checked, occurredAt })}
          />
          {t.fileTimeUncertain}
        </label>
      </div>
    </div>
  )
}

/** The odometer, or why there is no reading; what was typed into the one waits behind the other. */
function ReadingQuestion({ filing }: Props) {
  const { t } = useText()
  const { form, set, doubt } = filing
  const noReading = hasNoReading(form)
  return (
    <div className="stack">
      <FilingInput filing={filing} name={noReading ? 'noReadingReason' : 'odometerKm'} required />
      {noReading || doubt !== null ? null : <LastReadingHint reported={form} />}
      {doubt === null || noReading || isUnread(form.odometerKm) ? null : (
        <OdometerCheck
          doubt={doubt}
          isConfirmed={form.odometerChecked === doubt.km}
          onConfirm={(isRight) => set({ odometerChecked: isRight ? doubt.km : undefined, odometerKm: form.odometerKm })}
        />
      )}
      <label className="row small">
        <input
          type="checkbox"
          checked={noReading}
          onChange={(event) =>
            set({
              hasNoReading: event.target.checked,
              odometerKm: form.odometerKm,
              noReadingReason: form.noReadingReason,
            })
          }
        />
        {t.fileNoReading}
      </label>
    </div>
  )
}
