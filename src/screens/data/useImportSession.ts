/** An import between reading and storing: decisions that make a new preview, storing it, and how far either is. */
import { useState } from 'react'
import { BIG_CHANGE } from '../../domain/rescueCopies'
import type { ImportBatch } from '../../domain/importBatch'
import type { SheetOverride } from '../../exchange/tables/parsedSheet'
import { reasonInWords } from '../../panels/reasonInWords'
import { usePerson } from '../../panels/usePerson'
import { useRescueBefore } from '../../panels/useRescueBefore'
import { useText } from '../../ui/LanguageContext'
import { useToast } from '../../ui/Toasts'
import type { CommitAnswer, ImportStage, OnStage, PlanChange, Preview } from '../../workers/importAnswers'
import { followed } from '../../workers/followed'
import { importer } from '../../workers/importClient'

interface Options {
  /** Records the import would store. */
  readonly size: number
  readonly onChange: (preview: Preview) => void
  readonly onDone: (batch: ImportBatch) => void
}

export interface Progress {
  readonly stage: ImportStage
  readonly fraction: number
  readonly file: string
}

export function useImportSession({ size, onChange, onDone }: Options) {
  const { t } = useText()
  const person = usePerson()
  const toast = useToast()
  const rescue = useRescueBefore()
  const [progress, setProgress] = useState<Progress | null>(null)
  const [failure, setFailure] = useState<string | null>(null)
  const [outdated, setOutdated] = useState<readonly PlanChange[] | null>(null)

  const withProgress = async <R>(work: (onStage: OnStage) => Promise<R>): Promise<R> => {
    try {
      return await followed(
        (stage: ImportStage, fraction: number, file: string) => setProgress({ stage, fraction, file }),
        work,
      )
    } finally {
      setProgress(null)
    }
  }
  const review = async (
    step: (remote: ReturnType<typeof importer>, onStage: OnStage) => Promise<Preview>,
  ): Promise<void> => {
    setProgress({ stage: 'reading', fraction: 0.5, file: '' })
    try {
      onChange(await withProgress((onStage) => step(importer(), onStage)))
    } catch (error) {
      setFailure(reasonInWords(error, t))
    }
  }
  const decide = (file: number, sheet: string, decision: SheetOverride): Promise<void> =>
    review((remote, onStage) => remote.override(file, sheet, decision, onStage))
  const commit = async (): Promise<void> => {
    setFailure(null)
    setOutdated(null)
    if (size >= BIG_CHANGE && (await rescue.keep('import')) === 'cancelled') return toast(t.importCancelled)
    setProgress({ stage: 'storing', fraction: 0, file: '' })
    try {
      const answer: CommitAnswer = await withProgress<CommitAnswer>((onStage) => importer().commit(person, onStage))
      if (answer.kind === 'stored') {
        if (!answer.isRemembered) toast(t.importNotRemembered)
        onDone(answer.batch)
      } else {
        setOutdated(answer.counts)
        onChange(answer.preview)
      }
    } catch (error) {
      const reason = error instanceof Error ? error : new Error(String(error))
      if (reason.name === 'ImportCancelled') toast(t.importCancelled)
      else
        setFailure(
          reason.name === 'PlanUnsound' ? t.importUnsound(t.tableName(reason.message)) : reasonInWords(reason, t),
        )
    }
  }
  return { progress, failure, outdated, review, decide, commit, rescue }
}
