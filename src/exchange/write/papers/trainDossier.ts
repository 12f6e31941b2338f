/** The dossier of one train: what is installed now and was before, how far it ran, what failed, what was changed and done. */
import { custodyOf } from '../../../domain/custody'
import { lifeLine, type LifeEvent, type LifeLine } from '../../../domain/installations'
import { dayNumber } from '../../../domain/moment'
import type { StoredRecord } from '../../../domain/records/tables'
import type { TrainFile } from '../../../domain/trainFile'
import { formatCount, formatMoment } from '../../../i18n/format'
import { fieldTable } from './fieldTable'
import type { Paper, PaperSection, PaperTable } from './paper'
import type { PaperWords } from './paperWords'

/** Does an action's scope name this train? A scope by date, serial or batch may reach any train. */
export function reaches(action: StoredRecord<'correctiveActions'>, train: StoredRecord<'trains'>): boolean {
  if (action.effKind !== 'trains') return true
  return (action.effValue ?? '').split(/[\s,，、;；]+/u).some((no) => no !== '' && no === train.trainNo)
}

export function trainDossier(file: TrainFile, words: PaperWords, generatedAt: string): Paper {
  const { t } = words
  const { train } = file
  const lives = file.items.map((item) => ({ ...item, line: lifeLine(item.events) }))
  return {
    title: t.dossierTitle,
    subtitle: `${words.nameOf(train.id)} · ${t.dossierAsOf(formatMoment(generatedAt))}`,
    no: train.trainNo ?? '',
    landscape: true,
    sections: [
      {
        heading: t.dossierTrain,
        facts: words.facts('trains', train, TRAIN_FIELDS).filter(([, value]) => value !== ''),
      },
      installedNow(train.id, lives, words),
      installedBefore(train.id, lives, words),
      distances(file.readings, words),
      {
        heading: t.dossierFailures(file.failures.length),
        none: t.paperNothing,
        table: fieldTable(words, 'failures', FAILURE_COLUMNS, newestFirst(file.failures)),
      },
      {
        heading: t.dossierReplacements(file.replacements.length),
        none: t.paperNothing,
        table: fieldTable(words, 'replacements', REPLACEMENT_COLUMNS, file.replacements),
      },
      custody(file.replacements, words),
      {
        heading: t.dossierActions(file.actions.length),
        none: t.paperNothing,
        table: fieldTable(words, 'correctiveActions', ACTION_COLUMNS, file.actions),
      },
      {
        heading: t.dossierDocuments(file.documents.length),
        none: t.paperNothing,
        table: fieldTable(words, 'attachments', DOCUMENT_COLUMNS, file.documents),
      },
    ],
  }
}

const TRAIN_FIELDS: readonly string[] = [
  'trainNo',
  'vehicleType',
  'operatorId',
  'depotId',
  'lineId',
  'formation',
  'carsPerTrain',
  'projectNo',
  'deliveryDate',
  'serviceDate',
  'warrantyEnd',
  'status',
]
const FAILURE_COLUMNS = [
  ['no', 18],
  ['occurredAt', 16],
  ['bomNodeId', 18],
  ['description', 48],
  ['serviceImpact', 14],
  ['severity', 12],
  ['state', 12],
] as const
const REPLACEMENT_COLUMNS = [
  ['at', 18],
  ['bomNodeId', 18],
  ['position', 18],
  ['removedSerial', 18],
  ['installedSerial', 18],
  ['reason', 18],
  ['removedDisposition', 18],
] as const
const ACTION_COLUMNS = [
  ['type', 14],
  ['description', 44],
  ['owner', 12],
  ['doneAt', 16],
  ['effKind', 14],
  ['effValue', 20],
  ['effectiveAt', 14],
  ['doneUnits', 10],
  ['scopeUnits', 10],
] as const
const DOCUMENT_COLUMNS = [
  ['name', 36],
  ['mime', 18],
  ['size', 12],
  ['takenAt', 16],
  ['sha256', 66],
] as const

type Life = TrainFile['items'][number] & { readonly line: LifeLine }

const newestFirst = (failures: TrainFile['failures']): TrainFile['failures'] =>
  failures.toSorted((a, b) => ((a.occurredAt ?? '') < (b.occurredAt ?? '') ? 1 : -1))

const tableOf = (
  columns: readonly (readonly [label: string, width: number])[],
  rows: PaperTable['rows'],
): PaperTable => ({ columns: columns.map(([label, width]) => ({ label, width })), rows })

const kmInWords = (value: number | null, { language }: PaperWords): string =>
  value === null ? '—' : formatCount(value, language)

const whenInWords = (event: LifeEvent | null, none: string, { t }: PaperWords): string =>
  event === null ? none : event.at === '' ? t.serialNoDay : formatMoment(event.at)

function installedNow(trainId: string, lives: readonly Life[], words: PaperWords): PaperSection {
  const { t } = words
  const here = lives.flatMap(({ serial, nodeId, line: { now } }) =>
    now.kind === 'installed' && now.since.place.trainId === trainId ? [{ serial, nodeId, since: now.since }] : [],
  )
  return {
    heading: t.dossierNow(here.length),
    none: t.dossierNowNone,
    table: tableOf(
      [
        [t.dossierPart, 24],
        [t.dossierSerial, 20],
        [t.serialPlace, 20],
        [t.serialFrom, 16],
        [t.dossierOdometer, 14],
      ],
      here.map(({ serial, nodeId, since }) => [
        words.nameOf(nodeId),
        serial,
        [since.place.carNo, since.place.position].filter((part) => part !== '').join(' · '),
        whenInWords(since, '', words),
        kmInWords(since.odometerKm, words),
      ]),
    ),
  }
}

function installedBefore(trainId: string, lives: readonly Life[], words: PaperWords): PaperSection {
  const { t } = words
  const before = lives.flatMap(({ serial, nodeId, line }) =>
    line.installedPeriods
      .filter(({ place, to }) => place.trainId === trainId && to !== null)
      .map((installedPeriod) => ({ serial, nodeId, installedPeriod })),
  )
  return {
    heading: t.dossierBefore(before.length),
    none: t.paperNothing,
    table: tableOf(
      [
        [t.dossierPart, 24],
        [t.dossierSerial, 20],
        [t.serialFrom, 16],
        [t.serialTo, 16],
        [t.serialKm, 12],
        [t.serialWhyOff, 14],
        [t.serialWhereTo, 14],
      ],
      before.map(({ serial, nodeId, installedPeriod: { from, to, km } }) => [
        words.nameOf(nodeId),
        serial,
        whenInWords(from, t.serialBeforeRecords, words),
        whenInWords(to, '', words),
        kmInWords(km, words),
        words.valueOf('replacements', 'reason', { reason: to?.reason }),
        words.valueOf('replacements', 'removedDisposition', { removedDisposition: to?.disposition }),
      ]),
    ),
  }
}

function distances(readings: TrainFile['readings'], words: PaperWords): PaperSection {
  const { t } = words
  return {
    heading: t.dossierReadings(readings.length),
    none: t.paperNothing,
    table: tableOf(
      [
        [t.dossierYear, 10],
        [t.dossierRun, 18],
        [t.dossierLastOdometer, 18],
        [t.dossierReadingCount, 12],
      ],
      readingsByYear(readings).map(({ year, ran, odometer, count }) => [
        year,
        kmInWords(ran, words),
        kmInWords(odometer, words),
        String(count),
      ]),
    ),
  }
}

/** Every step in the way of every removed part. */
function custody(replacements: TrainFile['replacements'], words: PaperWords): PaperSection {
  const { t } = words
  const steps = replacements.flatMap((line) => custodyOf(line).map((step) => ({ line, step })))
  return {
    heading: t.dossierCustody(steps.length),
    none: t.paperNothing,
    table: tableOf(
      [
        [t.dossierPart, 20],
        [t.dossierSerial, 16],
        [words.labelOf('replacements', 'tagNo'), 12],
        [words.labelOf('replacements', 'removedDisposition'), 14],
        [t.custodyStep, 14],
        [t.custodyAt, 16],
        [t.custodyFrom, 14],
        [t.custodyTo, 14],
        [t.custodyDoc, 14],
        [t.custodyBy, 10],
      ],
      steps.map(({ line, step }) => [
        words.valueOf('replacements', 'bomNodeId', line),
        line.removedSerial ?? '',
        line.tagNo ?? '',
        words.valueOf('replacements', 'removedDisposition', line),
        t.custodyKind(step.kind),
        formatMoment(step.at),
        step.from,
        step.to,
        step.doc,
        step.by,
      ]),
    ),
  }
}

interface YearOfReadings {
  readonly year: string
  /** Kilometres of distance readings; null where the year has odometer readings only. */
  readonly ran: number | null
  readonly odometer: number | null
  readonly count: number
}

function readingsByYear(readings: readonly StoredRecord<'usageReadings'>[]): readonly YearOfReadings[] {
  const years = new Map<string, StoredRecord<'usageReadings'>[]>()
  for (const reading of readings)
    if (reading.metric === 'km' || reading.metric === undefined)
      years.set((reading.at ?? '').slice(0, 4), [...(years.get((reading.at ?? '').slice(0, 4)) ?? []), reading])
  return [...years]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([year, of]) => {
      const distances = of.filter(({ basis }) => basis === 'distance')
      const odometers = of
        .filter(({ basis, at }) => basis === 'cumulative' && (at ?? '').length >= 10)
        .toSorted((a, b) => dayNumber(a.at ?? '') - dayNumber(b.at ?? ''))
      return {
        year,
        ran: distances.length === 0 ? null : distances.reduce((sum, { value }) => sum + (value ?? 0), 0),
        odometer: odometers.at(-1)?.value ?? null,
        count: of.length,
      }
    })
}
