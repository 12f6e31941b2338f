/** The dossier of one train: what is installed now and was before, how far it ran, what failed, what was changed and done. */
import { custodyOf } from '../../../domain/custody'
import { lifeLine, type LifeEvent } from '../../../domain/installations'
import { dayNumber } from '../../../domain/moment'
import type { StoredRecord } from '../../../domain/records/tables'
import type { TrainFile } from '../../../domain/trainFile'
import { formatCount, formatMoment } from '../../../i18n/format'
import type { Paper, PaperTable } from './paper'
import type { PaperWords } from './paperWords'

/** Does an action's scope name this train? A scope by date, serial or batch may reach any train. */
export function reaches(action: StoredRecord<'correctiveActions'>, train: StoredRecord<'trains'>): boolean {
  if (action.effKind !== 'trains') return true
  return (action.effValue ?? '').split(/[\s,，、;；]+/u).some((no) => no !== '' && no === train.trainNo)
}

export function trainDossier(
  { train, items, readings, failures, replacements, actions, documents }: TrainFile,
  words: PaperWords,
  generatedAt: string,
): Paper {
  const { t, language } = words
  const lives = items.map((item) => ({ ...item, line: lifeLine(item.events) }))
  const table = (columns: readonly (readonly [string, number])[], rows: PaperTable['rows']): PaperTable => ({
    columns: columns.map(([label, width]) => ({ label, width })),
    rows,
  })
  const when = (event: LifeEvent | null, none: string): string =>
    event === null ? none : event.at === '' ? t.serialNoDay : formatMoment(event.at)
  const here = lives.flatMap(({ serial, nodeId, line }) =>
    line.now.kind === 'installed' && line.now.since.place.trainId === train.id
      ? [{ serial, nodeId, since: line.now.since }]
      : [],
  )
  const before = lives.flatMap(({ serial, nodeId, line }) =>
    line.installedPeriods
      .filter(({ place, to }) => place.trainId === train.id && to !== null)
      .map((installedPeriod) => ({ serial, nodeId, installedPeriod })),
  )
  const km = (value: number | null): string => (value === null ? '—' : formatCount(value, language))
  const custody = replacements.flatMap((line) => custodyOf(line).map((step) => ({ line, step })))
  const yearly = readingsByYear(readings)
  const recent = failures.toSorted((a, b) => ((a.occurredAt ?? '') < (b.occurredAt ?? '') ? 1 : -1))
  return {
    title: t.dossierTitle,
    subtitle: `${words.nameOf(train.id)} · ${t.dossierAsOf(formatMoment(generatedAt))}`,
    no: train.trainNo ?? '',
    landscape: true,
    sections: [
      {
        heading: t.dossierTrain,
        facts: words
          .facts('trains', train, [
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
          ])
          .filter(([, value]) => value !== ''),
      },
      {
        heading: t.dossierNow(here.length),
        none: t.dossierNowNone,
        table: table(
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
            when(since, ''),
            km(since.odometerKm),
          ]),
        ),
      },
      {
        heading: t.dossierBefore(before.length),
        none: t.paperNothing,
        table: table(
          [
            [t.dossierPart, 24],
            [t.dossierSerial, 20],
            [t.serialFrom, 16],
            [t.serialTo, 16],
            [t.serialKm, 12],
            [t.serialWhyOff, 14],
            [t.serialWhereTo, 14],
          ],
          before.map(({ serial, nodeId, installedPeriod: { from, to, km: ran } }) => [
            words.nameOf(nodeId),
            serial,
            when(from, t.serialBeforeRecords),
            when(to, ''),
            km(ran),
            words.valueOf('replacements', 'reason', { reason: to?.reason }),
            words.valueOf('replacements', 'removedDisposition', { removedDisposition: to?.disposition }),
          ]),
        ),
      },
      {
        heading: t.dossierReadings(readings.length),
        none: t.paperNothing,
        table: table(
          [
            [t.dossierYear, 10],
            [t.dossierRun, 18],
            [t.dossierLastOdometer, 18],
            [t.dossierReadingCount, 12],
          ],
          yearly.map(({ year, ran, odometer, count }) => [year, km(ran), km(odometer), String(count)]),
        ),
      },
      {
        heading: t.dossierFailures(failures.length),
        none: t.paperNothing,
        table: table(
          ['no', 'occurredAt', 'bomNodeId', 'description', 'serviceImpact', 'severity', 'state'].map(
            (field, at) => [words.labelOf('failures', field), [18, 16, 18, 48, 14, 12, 12][at] ?? 12] as const,
          ),
          recent.map((failure) =>
            ['no', 'occurredAt', 'bomNodeId', 'description', 'serviceImpact', 'severity', 'state'].map((field) =>
              words.valueOf('failures', field, failure),
            ),
          ),
        ),
      },
      {
        heading: t.dossierReplacements(replacements.length),
        none: t.paperNothing,
        table: table(
          ['at', 'bomNodeId', 'position', 'removedSerial', 'installedSerial', 'reason', 'removedDisposition'].map(
            (field) => [words.labelOf('replacements', field), 18] as const,
          ),
          replacements.map((line) =>
            ['at', 'bomNodeId', 'position', 'removedSerial', 'installedSerial', 'reason', 'removedDisposition'].map(
              (field) => words.valueOf('replacements', field, line),
            ),
          ),
        ),
      },
      {
        heading: t.dossierCustody(custody.length),
        none: t.paperNothing,
        table: table(
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
          custody.map(({ line, step }) => [
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
      },
      {
        heading: t.dossierActions(actions.length),
        none: t.paperNothing,
        table: table(
          [
            'type',
            'description',
            'owner',
            'doneAt',
            'effKind',
            'effValue',
            'effectiveAt',
            'doneUnits',
            'scopeUnits',
          ].map(
            (field, at) =>
              [words.labelOf('correctiveActions', field), [14, 44, 12, 16, 14, 20, 14, 10, 10][at] ?? 12] as const,
          ),
          actions.map((action) =>
            [
              'type',
              'description',
              'owner',
              'doneAt',
              'effKind',
              'effValue',
              'effectiveAt',
              'doneUnits',
              'scopeUnits',
            ].map((field) => words.valueOf('correctiveActions', field, action)),
          ),
        ),
      },
      {
        heading: t.dossierDocuments(documents.length),
        none: t.paperNothing,
        table: table(
          ['name', 'mime', 'size', 'takenAt', 'sha256'].map(
            (field, at) => [words.labelOf('attachments', field), [36, 18, 12, 16, 66][at] ?? 12] as const,
          ),
          documents.map((file) =>
            ['name', 'mime', 'size', 'takenAt', 'sha256'].map((field) => words.valueOf('attachments', field, file)),
          ),
        ),
      },
    ],
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
