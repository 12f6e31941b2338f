/** One code list at a time: its codes, which are switched off, and a new one. */
import { useEffect, useRef } from 'react'
import { useCommand } from '../../panels/useCommand'
import { useSearchParams } from 'wouter'
import { DraftStatus } from '../../panels/DraftNotes'
import { useForm, type Form } from '../../panels/useForm'
import { CODE_LIST_NAMES } from '../../domain/codeLists'
import type { CodeListName } from '../../domain/codeListName'
import type { CodeInForce } from '../../domain/codeBook'
import { usePerson } from '../../panels/usePerson'
import { useCodes } from '../../panels/useCodes'
import { saveCodeItem } from '../../store/codeItems'
import { useText } from '../../ui/LanguageContext'
import { useToast } from '../../ui/Toasts'
import { CodeTable } from './CodeTable'

export function CodeLists() {
  const { t } = useText()
  const { book } = useCodes()
  const command = useCommand()
  const [address, setAddress] = useSearchParams()
  const asked = address.get('list')
  const list = CODE_LIST_NAMES.find((name) => name === asked) ?? 'CL-SYM'
  const place = useRef<HTMLElement>(null)
  useEffect(() => {
    if (location.hash === '#codes') place.current?.scrollIntoView()
  }, [])
  return (
    <section className="card card-pad stack" id="codes" ref={place}>
      <h2>{t.codesTitle}</h2>
      <p className="small muted">{t.codesWhy}</p>
      <label className="field">
        <span className="field-label">{t.codesList}</span>
        <select
          className="input"
          value={list}
          onChange={(event) => setAddress({ list: event.target.value }, { replace: true })}
        >
          {CODE_LIST_NAMES.map((name) => (
            <option key={name} value={name}>
              {t.codeListName(name)}（{name}）
            </option>
          ))}
        </select>
      </label>
      <CodeTable list={list} codes={book[list]} />
      <NewCode key={list} list={list} codes={book[list]} command={command} />
    </section>
  )
}

interface NewProps {
  readonly list: CodeListName
  readonly codes: readonly CodeInForce[]
  readonly command: ReturnType<typeof useCommand>
}

interface TypedCode {
  readonly code: string
  readonly zh: string
  readonly en: string
}

/** Why a code cannot be added as it is typed. */
function wrongWithCode({ code, zh, en }: TypedCode, codes: NewProps['codes']) {
  if (!/^[A-Z0-9_]+$/u.test(code)) return 'codeShape'
  if (codes.some((known) => known.code === code)) return 'codeTaken'
  return zh.trim() === '' || en.trim() === '' ? 'codeNeedsNames' : null
}

/** A code of the company's own; what is typed of it is kept as a draft. */
function NewCode(props: NewProps) {
  const { t } = useText()
  const form = useForm({
    form: `settings:code:${props.list}`,
    record: {},
    isNew: true,
    label: { title: t.codeAdd, about: t.codeListName(props.list), href: `/settings?list=${props.list}#codes` },
  })
  return form === null ? null : <OpenNewCode {...props} form={form} />
}

function OpenNewCode({ list, codes, command: { isPending, run }, form }: NewProps & { readonly form: Form }) {
  const { t } = useText()
  const person = usePerson()
  const toast = useToast()
  const [code = '', zh = '', en = ''] = ['code', 'zh', 'en'].map((name) => String(form.valueOf(name) ?? ''))
  const wrong = wrongWithCode({ code, zh, en }, codes)
  const refusal = wrong === null ? (isPending ? t.commandPending : undefined) : t[wrong]
  const add = async (): Promise<void> => {
    const added = { list, code, zh: zh.trim(), en: en.trim(), active: true }
    const end = await run(
      () => saveCodeItem(added, person),
      () => form.draft.drop(),
    )
    if (end.ended === 'done') toast(t.codeAdded)
  }
  const input = (name: 'code' | 'zh' | 'en', label: string, value: string) => (
    <label className="field grow">
      <span className="field-label">{label}</span>
      <input
        className="input"
        value={value}
        onChange={(event) => form.set(name, name === 'code' ? event.target.value.toUpperCase() : event.target.value)}
      />
    </label>
  )
  return (
    <>
      <h3>{t.codeAdd}</h3>
      <div className="row">
        {input('code', t.codeAddCode, code)}
        {input('zh', t.codeZh, zh)}
        {input('en', t.codeEn, en)}
      </div>
      <div className="row">
        <button
          type="button"
          className="button primary"
          disabled={refusal !== undefined}
          title={refusal}
          onClick={() => void add()}
        >
          {t.codeAdd}
        </button>
        {refusal === undefined || code === '' ? null : <span className="small muted">{refusal}</span>}
        <DraftStatus draft={form.draft} />
      </div>
    </>
  )
}
