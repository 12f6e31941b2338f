/** The codes of one list in their order: renamed, moved, switched off, merged. */
import { ArrowDown, ArrowUp } from 'lucide-react'
import { useState } from 'react'
import type { Change } from '../../domain/change'
import type { CodeInForce } from '../../domain/codeBook'
import type { CodeListName } from '../../domain/codeListName'
import { CommandButton } from '../../panels/CommandButton'
import { useCommand, useSayDone } from '../../panels/useCommand'
import { usePerson } from '../../panels/usePerson'
import { orderCodes, saveCodeItem } from '../../store/codeItems'
import { useText } from '../../ui/LanguageContext'
import { ScrollX } from '../../ui/ScrollX'
import { TableHead } from '../../ui/TableHead'
import { CodeDialog } from './CodeDialog'
import { MergeCodeDialog } from './MergeCodeDialog'

interface Props {
  readonly list: CodeListName
  readonly codes: readonly CodeInForce[]
}

export function CodeTable({ list, codes }: Props) {
  const { t } = useText()
  const [editing, setEditing] = useState<CodeInForce | null>(null)
  const [merging, setMerging] = useState<CodeInForce | null>(null)
  return (
    <ScrollX label={t.codeListName(list)}>
      <table className="table">
        <TableHead columns={[t.codeCode, t.codeZh, t.codeEn, t.codeSynonyms, '']} />
        <tbody>
          {codes.map((known, at) => (
            <tr key={known.code}>
              <td className="mono">{known.code}</td>
              <td>{known.zh}</td>
              <td>{known.en}</td>
              <td className="small">{known.synonyms}</td>
              <td>
                <Acts list={list} codes={codes} at={at} known={known} onEdit={setEditing} onMerge={setMerging} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {editing === null ? null : <CodeDialog list={list} known={editing} onClose={() => setEditing(null)} />}
      {merging === null ? null : (
        <MergeCodeDialog list={list} known={merging} codes={codes} onClose={() => setMerging(null)} />
      )}
    </ScrollX>
  )
}

interface ActsProps extends Props {
  readonly at: number
  readonly known: CodeInForce
  readonly onEdit: (known: CodeInForce) => void
  readonly onMerge: (known: CodeInForce) => void
}

function Acts({ list, codes, at, known, onEdit, onMerge }: ActsProps) {
  const { t } = useText()
  const person = usePerson()
  const command = useCommand()
  const sayDone = useSayDone()
  const busy = command.isPending ? t.commandPending : undefined
  const { code, zh, en, isActive } = known
  const tell = (end: Awaited<ReturnType<typeof command.run<Change | null>>>): void => {
    if (end.ended === 'done') sayDone(t.codeChanged, end.value)
  }
  const move = async (by: -1 | 1): Promise<void> => {
    const order = codes.map((one) => one.code)
    order.splice(at, 1)
    order.splice(at + by, 0, code)
    tell(await command.run(() => orderCodes(list, order, person)))
  }
  const toggle = async (): Promise<void> =>
    tell(await command.run(() => saveCodeItem({ list, code, zh, en, active: !isActive }, person)))
  return (
    <div className="row code-acts">
      {known.isOwn ? <span className="chip">{t.codeOwn}</span> : null}
      {known.mergedInto === '' ? null : <span className="chip">{t.codeMergedInto(known.mergedInto)}</span>}
      {isActive || known.mergedInto !== '' ? null : <span className="chip">{t.codeOff}</span>}
      <Arrow up code={code} busyWhy={at === 0 ? t.codeIsFirst : busy} onPress={() => void move(-1)} />
      <Arrow code={code} busyWhy={at === codes.length - 1 ? t.codeIsLast : busy} onPress={() => void move(1)} />
      <CommandButton command="save-code" isQuiet busyWhy={busy} onPress={() => onEdit(known)}>
        {t.codeEdit}
        <span className="visually-hidden"> {code}</span>
      </CommandButton>
      {known.mergedInto === '' ? (
        <>
          <CommandButton command="save-code" isQuiet busyWhy={busy} onPress={() => void toggle()}>
            {isActive ? t.codeSwitchOff : t.codeSwitchOn}
            <span className="visually-hidden"> {code}</span>
          </CommandButton>
          <CommandButton command="merge-codes" isQuiet busyWhy={busy} onPress={() => onMerge(known)}>
            {t.codeMerge}
            <span className="visually-hidden"> {code}</span>
          </CommandButton>
        </>
      ) : null}
    </div>
  )
}

interface ArrowProps {
  readonly up?: boolean
  readonly code: string
  readonly busyWhy: string | undefined
  readonly onPress: () => void
}

function Arrow({ up = false, code, busyWhy, onPress }: ArrowProps) {
  const { t } = useText()
  return (
    <CommandButton command="save-code" isQuiet busyWhy={busyWhy} onPress={onPress}>
      {up ? <ArrowUp size={14} aria-hidden /> : <ArrowDown size={14} aria-hidden />}
      <span className="visually-hidden">
        {up ? t.codeUp : t.codeDown} {code}
      </span>
    </CommandButton>
  )
}
