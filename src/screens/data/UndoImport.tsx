/** Taking a whole import back; where people have worked on its records since, they are named and it is asked what stays. */
import { useState, type ReactNode } from 'react'
import type { ImportBatch } from '../../domain/importBatch'
import { CommandTrouble } from '../../panels/CommandTrouble'
import { useCommand } from '../../panels/useCommand'
import { usePerson } from '../../panels/usePerson'
import { redoImport, undoImport } from '../../store/imports'
import { standingOn, type Loss } from '../../store/standingOn'
import { touchedSince, type TouchedRecord } from '../../store/touchedSince'
import { formatCount } from '../../i18n/format'
import { Dialog } from '../../ui/Dialog'
import { useText } from '../../ui/LanguageContext'
import { useToast } from '../../ui/Toasts'

interface Asked {
  readonly batch: ImportBatch
  readonly touched: readonly TouchedRecord[]
  readonly losses: readonly Loss[]
}

/** @returns `takeBack` looks first and asks when there is something to ask; `dialog` stands wherever it is used */
export function useUndoImport(onUndone?: () => void): {
  readonly takeBack: (batch: ImportBatch) => Promise<void>
  readonly bringBack: (id: string) => Promise<unknown>
  readonly isPending: boolean
  readonly dialog: ReactNode
} {
  const { t } = useText()
  const person = usePerson()
  const command = useCommand()
  const toast = useToast()
  const [asked, setAsked] = useState<Asked | null>(null)
  const bringBack = (id: string) => command.run(() => redoImport(id, person))
  const done = (id: string, kept: number): void => {
    setAsked(null)
    toast(kept > 0 ? `${t.importUndone} · ${t.importKept(kept)}` : t.importUndone, {
      label: t.importRedo,
      run: () => void bringBack(id),
    })
    onUndone?.()
  }
  const takeBack = async (batch: ImportBatch): Promise<void> => {
    const end = await command.run(async () => {
      // The sample goes as its banner says: what was worked on stays.
      const touched = batch.isSample ? [] : await touchedSince(batch.id)
      const losses = batch.isSample ? [] : (await standingOn(batch.id)).losses
      const isAsked = touched.length + losses.length > 0
      return { touched, losses, isAsked, kept: isAsked ? 0 : await undoImport(batch.id, person, batch.isSample) }
    })
    if (end.ended !== 'done') return
    const { touched, losses, isAsked, kept } = end.value
    if (isAsked) setAsked({ batch, touched, losses })
    else done(batch.id, kept)
  }
  return {
    takeBack,
    bringBack,
    isPending: command.isPending,
    dialog:
      asked === null ? null : (
        <WhatStays {...asked} onDone={(kept) => done(asked.batch.id, kept)} onClose={() => setAsked(null)} />
      ),
  }
}

interface StaysProps extends Asked {
  readonly onDone: (kept: number) => void
  readonly onClose: () => void
}

const SHOWN = 12

function WhatStays({ batch, touched, losses, onDone, onClose }: StaysProps) {
  const { t } = useText()
  const person = usePerson()
  const { isPending, trouble, run } = useCommand('here')
  const pending = isPending ? t.commandPending : undefined
  const goBack = async (keeps: boolean): Promise<void> => {
    const end = await run(() => undoImport(batch.id, person, keeps))
    if (end.ended === 'done') onDone(end.value)
  }
  const button = (words: string, keeps: boolean, look: string) => (
    <button
      type="button"
      className={`button ${look}`}
      disabled={isPending}
      title={pending}
      onClick={() => void goBack(keeps)}
    >
      {words}
    </button>
  )
  return (
    <Dialog
      title={t.undoAsksTitle}
      onClose={onClose}
      footer={
        <>
          <button type="button" className="button" disabled={isPending} title={pending} onClick={onClose}>
            {t.cancel}
          </button>
          {button(t.undoWhole, false, 'danger')}
          {button(t.undoKeeps, true, 'primary')}
        </>
      }
    >
      <p>{t.undoAsksWhy}</p>
      <Losses losses={losses} />
      <Touched title={t.undoWorkedOn} records={touched.filter(({ isWorkedOn }) => isWorkedOn)} />
      <Touched title={t.undoStoodOn} records={touched.filter(({ isWorkedOn }) => !isWorkedOn)} />
      <CommandTrouble trouble={trouble} />
    </Dialog>
  )
}

/** What other imports and reports would lose, with how many and the first of them. */
function Losses({ losses }: { readonly losses: readonly Loss[] }) {
  const { t, language } = useText()
  if (losses.length === 0) return null
  return (
    <section>
      <h3>{t.undoLosses}</h3>
      <ul>
        {losses.map(({ table, lost, count, examples }) => (
          <li key={`${table}:${lost}`}>
            {t.undoLoss(t.tableName(table), formatCount(count, language), t.tableName(lost))}
            {examples.length === 0 ? null : (
              <span className="small muted">
                {' '}
                {examples.join(t.listComma)}
                {count > examples.length ? '…' : ''}
              </span>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Touched({ title, records }: { readonly title: string; readonly records: readonly TouchedRecord[] }) {
  const { t, language } = useText()
  if (records.length === 0) return null
  return (
    <section>
      <h3>
        {title} <span className="chip">{formatCount(records.length, language)}</span>
      </h3>
      <ul>
        {records.slice(0, SHOWN).map(({ table, record, name }) => (
          <li key={`${table}:${record}`}>
            {t.tableName(table)} {name}
          </li>
        ))}
        {records.length > SHOWN ? <li>{t.undoMore(formatCount(records.length - SHOWN, language))}</li> : null}
      </ul>
    </section>
  )
}
