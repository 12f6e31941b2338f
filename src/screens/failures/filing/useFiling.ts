/** The report that is being written: its draft, what it still lacks, submitting it. */
import { companyFieldsOfTable } from '../../../domain/companyFields'
import { localPerson } from '../../../domain/person'
import { useRole } from '../../../panels/useRole'
import { useState } from 'react'
import { reportOf, type FilingForm } from '../../../domain/filingForm'
import { missingForSubmit, type MissingItem } from '../../../domain/filingGate'
import type { Failure } from '../../../domain/records/failure'
import { localMoment } from '../../../i18n/format'
import { useCompanyFields } from '../../../panels/useCompanyFields'
import { askOdometerDoubt, useOdometerDoubt, type OdometerDoubt } from '../../../panels/OdometerCheck'
import { useActor } from '../../../panels/useActor'
import { useCommand, type Command } from '../../../panels/useCommand'
import { usePerson } from '../../../panels/usePerson'
import { useDraft, type OpenDraft } from '../../../panels/useDraft'
import { fileFailure } from '../../../store/failures'
import { matchesSettled, soon } from '../../../ui/pendingMatches'

export type Update = Partial<Record<keyof FilingForm, unknown>>

export interface Filed {
  readonly id: string
  readonly no: string
  /** What the next report on the same train begins with. */
  readonly train: Failure
}

export interface Filing {
  readonly draft: OpenDraft
  readonly form: FilingForm
  readonly set: (update: Update) => void
  readonly missing: readonly MissingItem[]
  readonly doubt: OdometerDoubt | null
  readonly command: Command
  readonly filed: Filed | null
  readonly chooseTrain: (trainId: string | undefined) => void
  readonly submit: () => Promise<void>
  readonly again: (train: Failure) => void
  readonly fresh: () => FilingForm
}

const emptyReport = (actor: string): FilingForm => ({
  occurredAt: localMoment(),
  qty: 1,
  ...(actor === '' ? {} : { reporter: actor }),
})

const sameTrain = ({ trainId, trainText, customerId, depotId, lineId }: Failure): Failure =>
  said({ trainId, trainText, customerId, depotId, lineId } as Failure)

/** What was answered; empty answers are left out. */
const said = (report: Failure): Failure =>
  Object.fromEntries(Object.entries(report).filter(([, value]) => value !== undefined && value !== '')) as Failure

/**
 * @param wanted the draft to continue; undefined for the latest
 * @returns null until it is known whether there is a draft
 */
export function useFiling(wanted: string | undefined): Filing | null {
  const { actor, setActor } = useActor()
  const { role } = useRole()
  const person = usePerson()
  /** In a company whoever is signed in files it, whoever reported it. */
  const signerOf = (reporter = actor) => (person.isInTeam === true ? person : localPerson(reporter, role))
  const [initial] = useState(() => emptyReport(actor) as Record<string, unknown>)
  const draft = useDraft({ form: undefined, initial, wanted })
  const command = useCommand('here')
  const company = useCompanyFields()
  const [missing, setMissing] = useState<readonly MissingItem[]>([])
  const [filed, setFiled] = useState<Filed | null>(null)
  const form = (draft?.fields ?? {}) as FilingForm
  const doubt = useOdometerDoubt(form.hasNoReading === true ? {} : form)
  if (draft === null) return null

  const set = (update: Update): void => {
    draft.change((fields) => ({ ...fields, ...update }))
    setMissing((before) => before.filter(({ field }) => !(field in update)))
  }
  const chooseTrain = (trainId: string | undefined): void => {
    // Whose it is and where it is at home is read from it when the report is stored; nothing here waits for that.
    set({ trainId, trainText: undefined, customerId: undefined, depotId: undefined, lineId: undefined })
  }
  const file = () =>
    command.run(
      async () => {
        await matchesSettled()
        const written = draft.present().fields as FilingForm
        const report = reportOf(written)
        const now = localMoment()
        // Asked anew: whoever submits at once has not been told yet.
        const doubt = await soon(askOdometerDoubt(report), null)
        const isUnchecked = doubt !== null && written.odometerChecked !== doubt.km
        const lacks: readonly MissingItem[] = [
          ...missingForSubmit(report, now.slice(0, 16), companyFieldsOfTable(company, 'failures')),
          ...(isUnchecked ? [{ field: 'odometerKm', why: 'not-checked' } as const] : []),
        ]
        if (lacks.length > 0) return { ok: false as const, missing: lacks }
        return { ...(await fileFailure(said(report), signerOf(report.reporter), now)), report }
      },
      async (result) => {
        if (result.ok) await draft.drop(emptyReport(result.report.reporter ?? actor) as Record<string, unknown>)
      },
    )
  const submit = async (): Promise<void> => {
    const end = await file()
    if (end.ended !== 'done') return
    const result = end.value
    if (!result.ok) {
      setMissing(result.missing)
      focusOn(result.missing[0])
      return
    }
    if (actor === '' && result.report.reporter !== undefined) setActor(result.report.reporter)
    setMissing([])
    setFiled({ id: result.id, no: result.no, train: sameTrain(result.report) })
  }
  return {
    draft,
    form,
    set,
    missing,
    doubt,
    command,
    filed,
    chooseTrain,
    submit,
    again: (train) => {
      setFiled(null)
      draft.change(() => ({ ...emptyReport(actor), ...train }))
    },
    fresh: () => emptyReport(actor),
  }
}

export function focusOn(item: MissingItem | undefined): void {
  if (item !== undefined) document.getElementById(`file-${item.field}`)?.focus()
}
