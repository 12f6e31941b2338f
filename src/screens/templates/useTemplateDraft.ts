/** A template while it is being made: its name, kind, language and binding, what of it is not saved yet, and saving it. */
import { useState } from 'react'
import type { Json } from '../../domain/records/field'
import type { ReportTemplate } from '../../domain/records/reportTemplate'
import { likelyKind } from '../../exchange/write/templates/likelyKind'
import { readBinding, type TemplateBinding } from '../../exchange/write/templates/templateBinding'
import { fieldOf, isTemplateKind, type TemplateKind } from '../../exchange/write/templates/templateKinds'
import { wordsOfTemplates } from '../../i18n/templateWords'
import type { Language } from '../../i18n/translation'
import { useCommand, useSayDone } from '../../panels/useCommand'
import { usePerson } from '../../panels/usePerson'
import { newId } from '../../store/newId'
import { saveTemplate } from '../../store/reportTemplates'
import { useText } from '../../ui/LanguageContext'
import { useUnsaved } from '../../ui/unsavedInput'
import type { OpenedTemplate } from '../../workers/ownTemplates'
import { useBinding } from './useBinding'
import { isCompanyKey } from '../../domain/companyFields'

export interface EditedTemplate {
  readonly opened: OpenedTemplate
  readonly fileName: string
  /** Null for a workbook just dropped. */
  readonly start: (ReportTemplate & { readonly id: string }) | null
}

interface Saved {
  readonly name: string
  readonly kind: TemplateKind
  /** In which language it is filled. */
  readonly language: Language
  readonly binding: TemplateBinding
}

/** A form printed in Chinese offers Chinese words to tick. */
const wordsOf = (opened: OpenedTemplate, sheet: string): Language =>
  opened.sheets.find(({ name }) => name === sheet)?.cells.some(({ text }) => /[\u4e00-\u9fff]/u.test(text)) === true
    ? 'zh'
    : 'en'

function kindOf(opened: OpenedTemplate, sheet: string): TemplateKind {
  const view = opened.sheets.find(({ name }) => name === sheet)
  return view === undefined ? 'failure-report' : likelyKind(view)
}

function savedAtFirst({ opened, fileName, start }: EditedTemplate): Saved {
  const firstSheet = opened.sheets.find(({ isHidden }) => !isHidden)?.name ?? opened.sheets[0]?.name ?? ''
  return {
    name: start?.name ?? fileName.replace(/\.xlsx?$/iu, ''),
    kind: isTemplateKind(start?.kind) ? start.kind : kindOf(opened, firstSheet),
    language: (start?.language ?? wordsOf(opened, firstSheet)) as Language,
    binding: readBinding(start?.binding) ?? { sheet: firstSheet, cells: [], lines: [] },
  }
}

/** Every kind of template about failures has the fields the company added to them. */
const has = (kind: TemplateKind, field: string, list?: string): boolean =>
  (isCompanyKey(field) && (kind === 'ledger') === (list !== undefined) && kind !== 'summary') ||
  fieldOf(kind, field, {}, list) !== undefined

/** What another kind has no field for is bound no more. */
function ofKind(binding: TemplateBinding, kind: TemplateKind): TemplateBinding {
  return {
    ...binding,
    cells: binding.cells.filter(({ field }) => has(kind, field)),
    lines: binding.lines
      .map((lines) => ({
        ...lines,
        columns: lines.columns.filter(({ field }) => has(kind, field, lines.list)),
      }))
      .filter(({ columns }) => columns.length > 0),
  }
}

export type TemplateDraft = ReturnType<typeof useTemplateDraft>

export function useTemplateDraft(edited: EditedTemplate) {
  const { opened, fileName, start } = edited
  const { language } = useText()
  const person = usePerson()
  const { isPending, run } = useCommand()
  const sayDone = useSayDone()
  const [saved, setSaved] = useState(() => savedAtFirst(edited))
  const [record] = useState(() => start?.id ?? newId())
  const [isStored, setStored] = useState(start !== null)
  const [name, setName] = useState(saved.name)
  const [kind, setKind] = useState(saved.kind)
  const [filledIn, setFilledIn] = useState(saved.language)
  const { binding, change, back } = useBinding(saved.binding)
  const isChanged =
    !isStored ||
    name.trim() !== saved.name ||
    kind !== saved.kind ||
    filledIn !== saved.language ||
    JSON.stringify(binding) !== JSON.stringify(saved.binding)
  useUnsaved(isChanged)

  const changeKind = (next: TemplateKind): void => {
    setKind(next)
    change(ofKind(binding, next))
  }
  // What is typed while a save is under way stays in its box and waits for the next one.
  const save = async (): Promise<void> => {
    const now = { name: name.trim(), kind, language: filledIn, binding }
    const kept = {
      ...now,
      id: record,
      fileName,
      bytes: opened.bytes.slice().buffer as ArrayBuffer,
      binding: binding as unknown as Json,
    }
    const end = await run(() => saveTemplate(kept, person))
    if (end.ended !== 'done') return
    setSaved(now)
    setStored(true)
    sayDone(wordsOfTemplates(language).templateSaved(now.name), end.value, () => setStored(false))
  }
  return { name, setName, kind, changeKind, filledIn, setFilledIn, binding, change, back, isChanged, isPending, save }
}
