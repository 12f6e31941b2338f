/** The template filled with a failure a person picks, worked out anew with every change of the binding. */
import { useEffect, useState } from 'react'
import type { SheetView } from '../../exchange/write/templates/sheetView'
import type { TemplateBinding } from '../../exchange/write/templates/templateBinding'
import type { TemplateKind } from '../../exchange/write/templates/templateKinds'
import { localMoment } from '../../i18n/format'
import type { Language } from '../../i18n/translation'
import { wordsOfTemplates } from '../../i18n/templateWords'
import { templateProblem } from '../../panels/templateProblem'
import { useActor } from '../../panels/useActor'
import { useEngine } from '../../panels/useEngine'
import { Combobox } from '../../ui/Combobox'
import type { ComboOption } from '../../ui/useOptions'
import { useText } from '../../ui/LanguageContext'
import { engine } from '../../workers/engineClient'
import { exporter } from '../../workers/exportClient'
import { SheetGrid } from './SheetGrid'

const LINES_SHOWN = 5
const PAUSE_MS = 150
const NO_MARKS = new Map<string, never>()
const NO_ROWS = new Set<number>()

interface Props {
  readonly bytes: Uint8Array
  readonly binding: TemplateBinding
  readonly kind: TemplateKind
  readonly language: Language
}

/** Failures to fill a template with, as choices; the newest first. */
function usePageOf(): (search: string, count: number) => Promise<readonly ComboOption[]> {
  const { t, language } = useText()
  return async (search, count) =>
    (
      await engine().page(
        { language, filters: [], search, sorting: [{ field: 'occurredAt', descending: true }] },
        0,
        count,
        ['no', 'occurredAt', 'description'],
      )
    ).rows.map(({ id, labels }) => ({
      id,
      label: labels['no'] === '' ? t.noNumber : (labels['no'] ?? ''),
      detail: [labels['occurredAt'], labels['description']].filter((part) => part !== '').join(' · '),
    }))
}

type Shown = { readonly view: SheetView } | { readonly problem: string } | null

/** The filled sheet, or why there is none; null until it is worked out. */
function usePreview({ bytes, binding, kind, language: filledIn }: Props, ids: readonly string[]): Shown {
  const { t, language } = useText()
  const { actor } = useActor()
  const [shown, setShown] = useState<Shown>(null)
  const key = JSON.stringify([binding, kind, filledIn, ids])
  useEffect(() => {
    let isCurrent = true
    const timer = setTimeout(() => {
      exporter()
        .previewTemplate(bytes, binding, kind, filledIn, ids, { madeBy: actor, madeOn: localMoment() })
        .then(
          (view) => {
            if (isCurrent)
              setShown(view === null ? { problem: wordsOfTemplates(language).templateSheetMissing } : { view })
          },
          (error: unknown) => {
            if (isCurrent) setShown({ problem: templateProblem(error, t) })
          },
        )
    }, PAUSE_MS)
    return () => {
      isCurrent = false
      clearTimeout(timer)
    }
    // The key stands for everything that is drawn.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [key, bytes, actor])
  return shown
}

export function TemplatePreview({ bytes, binding, kind, language: filledIn }: Props) {
  const { language } = useText()
  const w = wordsOfTemplates(language)
  const [picked, setPicked] = useState<ComboOption | null>(null)
  const pageOf = usePageOf()
  const { answer: latest } = useEngine('template-preview', () => pageOf('', LINES_SHOWN))
  const one = picked ?? latest?.[0] ?? null
  const ids =
    kind === 'ledger'
      ? [
          ...(picked === null ? [] : [picked.id]),
          ...(latest ?? []).map(({ id }) => id).filter((id) => id !== picked?.id),
        ].slice(0, LINES_SHOWN)
      : one === null
        ? []
        : [one.id]
  const shown = usePreview({ bytes, binding, kind, language: filledIn }, ids)
  return (
    <div className="stack" data-part="preview">
      {kind === 'summary' ? (
        <p className="small muted">{w.templatePreviewSummary}</p>
      ) : latest !== null && latest.length === 0 ? (
        <p className="small muted">{w.templatePreviewNone}</p>
      ) : (
        <label className="field preview-pick">
          <span className="field-label">{w.templatePreviewOf}</span>
          <Combobox
            chosen={one === null ? '' : one.label}
            placeholder={w.templateFind}
            find={(typed) => pageOf(typed, 20)}
            onChoose={setPicked}
            emptyText={w.templateNoFailure}
            label={w.templatePreviewOf}
          />
        </label>
      )}
      {shown === null ? (
        <div className="skeleton" style={{ height: 240 }} />
      ) : 'problem' in shown ? (
        <p className="note alarm" role="alert">
          {shown.problem}
        </p>
      ) : (
        <SheetGrid view={shown.view} chosen={null} marks={NO_MARKS} lineRows={NO_ROWS} onChoose={null} />
      )}
    </div>
  )
}
