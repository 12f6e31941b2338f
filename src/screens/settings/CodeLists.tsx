/** One code list at a time: its codes, which are switched off, and a new one. */
import { useCommand } from '../../panels/useCommand'
import { useState } from 'react'
import { CODE_LIST_NAMES } from '../../domain/codeLists'
import type { CodeListName } from '../../domain/codeListName'
import type { CodeInForce } from '../../domain/codeBook'
import { usePerson } from '../../panels/usePerson'
import { useCodes } from '../../panels/useCodes'
import { saveCodeItem } from '../../store/codeItems'
import { useText } from '../../ui/LanguageContext'
import { useToast } from '../../ui/Toasts'
import { TableHead } from '../../ui/TableHead'

export function CodeLists() {
  const { t } = useText()
  const person = usePerson()
  const { book } = useCodes()
  const command = useCommand()
  const [list, setList] = useState<CodeListName>('CL-SYM')
  const toggle = ({ code, zh, en, isActive }: CodeInForce) =>
    command.run(() => saveCodeItem({ list, code, zh, en, active: !isActive }, person))
  return (
    <section className="card card-pad stack">
      <h2>{t.codesTitle}</h2>
      <p className="small muted">{t.codesWhy}</p>
      <label className="field">
        <span className="field-label">{t.codesList}</span>
        <select className="input" value={list} onChange={(event) => setList(event.target.value as CodeListName)}>
          {CODE_LIST_NAMES.map((name) => (
            <option key={name} value={name}>
              {t.codeListName(name)}（{name}）
            </option>
          ))}
        </select>
      </label>
      <CodeTable codes={book[list]} isPending={command.isPending} onToggle={(code) => void toggle(code)} />
      <NewCode list={list} codes={book[list]} command={command} />
    </section>
  )
}

interface TableProps {
  readonly codes: readonly CodeInForce[]
  readonly isPending: boolean
  readonly onToggle: (code: CodeInForce) => void
}

function CodeTable({ codes, isPending, onToggle }: TableProps) {
  const { t } = useText()
  return (
    <div className="scroll-x">
      <table className="table">
        <TableHead columns={[t.codeCode, t.codeZh, t.codeEn, '']} />
        <tbody>
          {codes.map((known) => (
            <tr key={known.code}>
              <td className="mono">{known.code}</td>
              <td>{known.zh}</td>
              <td>{known.en}</td>
              <td className="row">
                {known.isOwn ? <span className="chip">{t.codeOwn}</span> : null}
                {known.isActive ? null : <span className="chip">{t.codeOff}</span>}
                <button
                  type="button"
                  className="button quiet"
                  aria-label={`${known.isActive ? t.codeSwitchOff : t.codeSwitchOn} ${known.code}`}
                  disabled={isPending}
                  title={isPending ? t.commandPending : undefined}
                  onClick={() => onToggle(known)}
                >
                  {known.isActive ? t.codeSwitchOff : t.codeSwitchOn}
                </button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
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

/** A code of the company's own. */
function NewCode({ list, codes, command: { isPending, run } }: NewProps) {
  const { t } = useText()
  const person = usePerson()
  const toast = useToast()
  const [code, setCode] = useState('')
  const [zh, setZh] = useState('')
  const [en, setEn] = useState('')
  const wrong = wrongWithCode({ code, zh, en }, codes)
  const refusal = wrong === null ? (isPending ? t.commandPending : undefined) : t[wrong]
  const add = async (): Promise<void> => {
    const added = { list, code, zh: zh.trim(), en: en.trim(), active: true }
    const end = await run(() => saveCodeItem(added, person))
    if (end.ended !== 'done') return
    setCode('')
    setZh('')
    setEn('')
    toast(t.codeAdded)
  }
  return (
    <>
      <h3>{t.codeAdd}</h3>
      <div className="row">
        <label className="field grow">
          <span className="field-label">{t.codeAddCode}</span>
          <input className="input" value={code} onChange={(event) => setCode(event.target.value.toUpperCase())} />
        </label>
        <label className="field grow">
          <span className="field-label">{t.codeZh}</span>
          <input className="input" value={zh} onChange={(event) => setZh(event.target.value)} />
        </label>
        <label className="field grow">
          <span className="field-label">{t.codeEn}</span>
          <input className="input" value={en} onChange={(event) => setEn(event.target.value)} />
        </label>
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
      </div>
    </>
  )
}
