/** One code list at a time: its codes, which are switched off, and a new one. */
import { useState } from 'react'
import { CODE_LIST_NAMES } from '../../domain/codeLists'
import type { CodeListName } from '../../domain/codeListName'
import type { CodeInForce } from '../../domain/codeBook'
import { usePerson } from '../../panels/usePerson'
import { useCodes } from '../../panels/useCodes'
import { saveCodeItem } from '../../store/codeItems'
import { useText } from '../../ui/LanguageContext'
import { useToast } from '../../ui/Toasts'

export function CodeLists() {
  const { t } = useText()
  const person = usePerson()
  const { book } = useCodes()
  const toast = useToast()
  const [list, setList] = useState<CodeListName>('CL-SYM')
  const [code, setCode] = useState('')
  const [zh, setZh] = useState('')
  const [en, setEn] = useState('')
  const refusal =
    code === ''
      ? t.codeShape
      : !/^[A-Z0-9_]+$/u.test(code)
        ? t.codeShape
        : book[list].some((known) => known.code === code)
          ? t.codeTaken
          : zh.trim() === '' || en.trim() === ''
            ? t.codeNeedsNames
            : undefined
  const add = async (): Promise<void> => {
    await saveCodeItem({ list, code, zh: zh.trim(), en: en.trim(), active: true }, person)
    setCode('')
    setZh('')
    setEn('')
    toast(t.codeAdded)
  }
  const toggle = (known: CodeInForce): Promise<void> =>
    saveCodeItem({ list, code: known.code, zh: known.zh, en: known.en, active: !known.isActive }, person)
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
      <div className="scroll-x">
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{t.codeCode}</th>
              <th scope="col">{t.codeZh}</th>
              <th scope="col">{t.codeEn}</th>
              <th scope="col" />
            </tr>
          </thead>
          <tbody>
            {book[list].map((known) => (
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
                    onClick={() => void toggle(known)}
                  >
                    {known.isActive ? t.codeSwitchOff : t.codeSwitchOn}
                  </button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
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
    </section>
  )
}
