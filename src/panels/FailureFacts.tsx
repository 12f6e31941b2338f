/** The facts of one failure in groups; every imported value can show the cell it came from and what stood there. */
import { isIsNotLine, isIsNotRows } from '../domain/isIsNot'
import { problemFields } from '../domain/records/problem'
import { useLiveQuery } from './useLiveQuery'
import { Fragment, useState } from 'react'
import type { ImportBatch } from '../domain/importBatch'
import { shownCompanyFields } from '../domain/companyFields'
import { failureFields, type Failure } from '../domain/records/failure'
import type { Field, Json } from '../domain/records/field'
import { replacementFields } from '../domain/records/replacement'
import { custodyOf } from '../domain/custody'
import { formatMoment, formatNumberField } from '../i18n/format'
import { importBatch, sourceRow } from '../store/imports'
import type { FailureDossier } from '../store/failures'
import type { Messages } from '../i18n/messages'
import { useText } from '../ui/LanguageContext'
import { wordsOfCompanyFields } from '../i18n/companyFields'
import { ConflictMark } from './ConflictMark'
import { useCompanyFields } from './useCompanyFields'
import { useDisputedFields } from './useConflicts'
import { SERIAL_FIELDS, SerialLink } from './SerialLink'
import { useCodes } from './useCodes'
import { useEngine } from './useEngine'

export const FACT_GROUPS = {
  groupReport: ['occurredAt', 'occurredAtText', 'description', 'symptomCode', 'faultCode', 'title', 'remark'],
  groupProduct: [
    'trainId',
    'trainText',
    'carNo',
    'positionPath',
    'bomNodeId',
    'nodeText',
    'partNoText',
    'systemText',
    'reportedSerial',
    'reportedBatch',
    'unitMadeAt',
    'unitInstalledAt',
    'qty',
    'actualNodeId',
    'actualSerial',
  ],
  groupCircumstances: [
    'detectionPhase',
    'detectionMethod',
    'operatingMode',
    'environment',
    'odometerKm',
    'odometerEstimated',
    'noReadingReason',
    'operatingH',
    'dataDownloaded',
    'noDataReason',
  ],
  groupEffect: [
    'serviceImpact',
    'delayMin',
    'onMainLine',
    'severity',
    'faultLevel',
    'ramCategory',
    'safetyEvent',
    'priority',
  ],
  groupJudgement: [
    'relevance',
    'relevanceReason',
    'chargeable',
    'responsibleText',
    'failureClass',
    'verified',
    'warrantyState',
    'badFix',
  ],
  groupPeople: [
    'customerId',
    'depotId',
    'lineId',
    'reporter',
    'reporterPhone',
    'reportedAt',
    'state',
    'closeCode',
    'closedAt',
    'closedBy',
    'customerWitness',
    'customerNeedsReport',
  ],
} as const satisfies Readonly<Record<string, readonly (keyof typeof failureFields)[]>>

const BRIEF: readonly (keyof typeof failureFields)[] = [
  'trainId',
  'trainText',
  'carNo',
  'bomNodeId',
  'nodeText',
  'reportedSerial',
  'odometerKm',
  'detectionPhase',
  'serviceImpact',
  'delayMin',
  'relevance',
  'chargeable',
  'depotId',
  'reporter',
  'closedAt',
]

/** Our field → the names the import gives the same thing. */
const IMPORTED_AS: Readonly<Record<string, string>> = {
  no: 'failureNo',
  description: 'symptom',
  bomNodeId: 'node',
  nodeText: 'node',
  partNoText: 'partNo',
  systemText: 'system',
  reportedSerial: 'serialNo',
  reportedBatch: 'batchNo',
  unitMadeAt: 'mfgDate',
  unitInstalledAt: 'installedAt',
  trainId: 'trainNo',
  trainText: 'trainNo',
  detectionPhase: 'phase',
  serviceImpact: 'impact',
  customerId: 'operator',
  depotId: 'depot',
  lineId: 'line',
  responsibleText: 'responsible',
  qty: 'quantity',
  state: 'closed',
  closedAt: 'actionDoneAt',
  occurredAtText: 'occurredAt',
}

export function useFieldText(): (field: Field, value: unknown, names: Readonly<Record<string, string>>) => string {
  const { t, language } = useText()
  const { label } = useCodes()
  return (field, value, names) => {
    if (value === undefined || value === null || value === '') return ''
    switch (field.kind) {
      case 'code':
        return field.list === undefined ? String(value) : label(field.list, String(value))
      case 'choice':
        return field.choices?.find((choice) => choice.value === value)?.[language] ?? String(value)
      case 'yesNo':
        return value === true ? t.yes : t.no
      case 'number':
        return formatNumberField(field, Number(value), language)
      case 'moment':
      case 'date':
        return formatMoment(String(value))
      case 'ref':
        return names[String(value)] ?? String(value)
      case 'structure':
        return field === replacementFields.custody
          ? custodyOf({ custody: value as Json })
              .map(({ kind, at, from, to, doc }) =>
                [formatMoment(at), t.custodyKind(kind), [from, to].filter((part) => part !== '').join(' → '), doc]
                  .filter((part) => part !== '')
                  .join(' '),
              )
              .join(t.semicolon)
          : field === problemFields.isIsNot
            ? isIsNotRows(value).map(isIsNotLine).join(t.semicolon)
            : structureInWords(value as Json, t)
      default:
        return Array.isArray(value)
          ? value
              .map((part) => (field.list === undefined ? String(part) : label(field.list, String(part))))
              .join(t.listComma)
          : String(value)
    }
  }
}

/** What a structure says, without the names of its parts. */
function structureInWords(value: Json, t: Messages): string {
  if (Array.isArray(value))
    return (value as readonly Json[])
      .map((part) => structureInWords(part, t))
      .filter((part) => part !== '')
      .join(t.listComma)
  return typeof value === 'object' && value !== null
    ? Object.values(value)
        .map((part) => structureInWords(part as Json, t))
        .filter((part) => part !== '')
        .join(' · ')
    : String(value ?? '')
}

export function FailureFacts({
  dossier,
  brief = false,
}: {
  readonly dossier: FailureDossier
  readonly brief?: boolean
}) {
  const { t, language } = useText()
  const { failure } = dossier
  const text = useFieldText()
  const { answer: names } = useEngine('all-names', (engine) => engine.allNames())
  const source = useSource(dossier)
  const company = useCompanyFields()
  const disputed = useDisputedFields('failures', failure.id)
  const row = (name: keyof Failure, field: Field) => {
    const shown = text(field, failure[name], names ?? {})
    const isDisputed = disputed.has(name)
    if (shown === '' && !isDisputed) return null
    const cell = source?.cellOf(IMPORTED_AS[name] ?? name)
    return (
      <Fragment key={name}>
        <dt>{field[language]}</dt>
        <dd>
          {SERIAL_FIELDS.has(name) ? <SerialLink serial={shown} /> : shown}
          {isDisputed ? <ConflictMark table="failures" id={failure.id} /> : null}
          {brief || cell === undefined || cell === null ? null : (
            <span
              className="source small muted"
              title={t.sourceCell(source?.file ?? '', source?.sheet ?? '', cell.address)}
            >
              {' '}
              <span className="mono">{cell.address}</span>
              {cell.text !== null && cell.text.trim() !== shown ? ` ${t.sourceAsWritten} “${cell.text.trim()}”` : ''}
            </span>
          )}
        </dd>
      </Fragment>
    )
  }
  const companyRows = shownCompanyFields(company, 'failures', failure)
    .map(([name, field]) => row(name, field))
    .filter((shown) => shown !== null)
  if (brief) return <dl className="facts small">{BRIEF.map((name) => row(name, failureFields[name]))}</dl>
  return (
    <div className="fact-groups">
      {(Object.keys(FACT_GROUPS) as (keyof typeof FACT_GROUPS)[]).map((group) => {
        const rows = FACT_GROUPS[group].map((name) => row(name, failureFields[name])).filter((shown) => shown !== null)
        return rows.length === 0 ? null : (
          <section key={group} className="card card-pad">
            <h3>{t[group]}</h3>
            <dl className="facts">{rows}</dl>
          </section>
        )
      })}
      {companyRows.length === 0 ? null : (
        <section className="card card-pad">
          <h3>{wordsOfCompanyFields(language).title}</h3>
          <dl className="facts">{companyRows}</dl>
        </section>
      )}
      {source === null ? null : <SourceRow source={source} />}
    </div>
  )
}

interface Source {
  readonly file: string
  readonly sheet: string
  readonly row: number
  readonly columns: readonly {
    readonly column: string
    readonly header: string
    readonly field: string | null
    readonly text: string | null
  }[]
  readonly cellOf: (field: string) => { readonly address: string; readonly text: string | null } | null
}

const columnNumber = (letters: string): number =>
  [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1

const rowKey = (sheet: number, row: number): string => `${sheet}|${row}`

/** `F9` in the sheet of the record, `3!F9` in another sheet of the same import. */
function placeOf(
  address: string,
  origin: { readonly sheet: number; readonly row: number },
): { readonly sheet: number; readonly letters: string; readonly row: number } {
  const [, sheet, letters = '', row] = /^(?:(\d+)!)?([A-Z]+)(\d+)$/u.exec(address) ?? []
  return {
    sheet: sheet === undefined ? origin.sheet : Number(sheet),
    letters,
    row: row === undefined ? origin.row : Number(row),
  }
}

type Origin = NonNullable<FailureDossier['failure']['origin']>

/** The import of a failure and the rows of its files that its values came from; null while there are none. */
function useSourceRows(batchId: string | undefined, origin: Origin | undefined) {
  const found = useLiveQuery(async () => {
    if (batchId === undefined || origin === undefined) return null
    const elsewhere = Object.values(origin.cells ?? {})
    const own = rowKey(origin.sheet, origin.row)
    const places = new Map<string, { readonly sheet: number; readonly row: number }>([
      [own, origin],
      ...elsewhere
        .map((address) => placeOf(address, origin))
        .map((place) => [rowKey(place.sheet, place.row), place] as const),
    ])
    const [batch, ...texts] = await Promise.all([
      importBatch(batchId),
      ...[...places.values()].map(({ sheet, row }) => sourceRow(batchId, sheet, row)),
    ])
    return { batch, rows: new Map([...places.keys()].map((key, at) => [key, texts[at] ?? null] as const)) }
  }, [batchId, origin?.sheet, origin?.row])
  return found ?? null
}

/** Where an imported failure stood: file, sheet, row, and the texts of its cells. */
function useSource({ failure: { batchId, origin } }: FailureDossier): Source | null {
  const found = useSourceRows(batchId, origin)
  if (found === null || origin === undefined) return null
  const sheetAt = (at: number): ImportBatch['sheets'][number] | undefined => found.batch?.sheets[at]
  const sheet = sheetAt(origin.sheet)
  if (sheet === undefined) return null
  const textAt = (at: number, row: number, letters: string): string | null =>
    found.rows.get(rowKey(at, row))?.[columnNumber(letters)] ?? null
  const columns = sheet.columns.map((column) => ({
    ...column,
    text: textAt(origin.sheet, origin.row, column.column),
  }))
  return {
    file: sheet.file,
    sheet: sheet.sheet,
    row: origin.row,
    columns,
    cellOf: (field) => {
      const address = origin.cells?.[field]
      if (address !== undefined) {
        const { sheet: at, letters, row } = placeOf(address, origin)
        const name = at === origin.sheet ? '' : `${sheetAt(at)?.sheet ?? ''}!`
        return { address: `${name}${letters}${row}`, text: textAt(at, row, letters) }
      }
      const column = columns.find((known) => known.field === field)
      return column === undefined ? null : { address: `${column.column}${origin.row}`, text: column.text }
    },
  }
}

function SourceRow({ source }: { readonly source: Source }) {
  const { t } = useText()
  const [isOpen, setIsOpen] = useState(false)
  return (
    <section className="card card-pad">
      <h3>{t.fromImport}</h3>
      <p className="small">{t.sourceCell(source.file, source.sheet, String(source.row))}</p>
      <button type="button" className="button quiet" aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
        {t.sourceRow}
      </button>
      {isOpen ? (
        <dl className="facts small">
          {source.columns
            .filter((column) => column.text !== null && column.text !== '')
            .map((column) => (
              <Fragment key={column.column}>
                <dt>
                  <span className="mono">
                    {column.column}
                    {source.row}
                  </span>{' '}
                  {column.header}
                </dt>
                <dd>{column.text}</dd>
              </Fragment>
            ))}
        </dl>
      ) : null}
    </section>
  )
}
