/** The baseline of every question: the failures as plain objects, answered with ordinary loops and sorts. */
import type { TextField } from '../../src/metrics/columnDescriptions'
import { textAt, type FailureColumns } from '../../src/metrics/failureColumns'
import type { Reference } from '../../src/store/reference'
import { dayNumber } from '../../src/domain/moment'

interface PlainFailure {
  readonly row: number
  readonly id: string
  readonly day: number
  readonly no: string
  readonly state: string
  readonly occurredAt: string
  readonly bomNodeId: string
  readonly symptomCode: string
  readonly trainId: string
  readonly measure: string
  readonly description: string
  readonly texts: readonly string[]
}

const SEARCHED: readonly TextField[] = [
  'no',
  'description',
  'nodeText',
  'reportedSerial',
  'removedSerial',
  'installedSerial',
  'measure',
  'causeText',
  'handler',
]

export function plainFleet(columns: FailureColumns, reference: Reference) {
  const failures = columns.ids.all().map((id, row): PlainFailure => {
    const text = (field: TextField): string => textAt(columns, field, row)
    return {
      row,
      id,
      day: columns.number.occurredDay[row] ?? Number.NaN,
      no: text('no'),
      state: text('state'),
      occurredAt: text('occurredAt'),
      bomNodeId: text('bomNodeId'),
      symptomCode: text('symptomCode'),
      trainId: text('trainId'),
      measure: text('measure'),
      description: text('description'),
      texts: SEARCHED.map(text),
    }
  })
  const nameOf = new Map(reference.bomNodes.map((node) => [node.id, node.name ?? '']))
  const children = new Map<string, (typeof reference.bomNodes)[number][]>()
  for (const node of reference.bomNodes)
    children.set(node.parentId ?? '', [...(children.get(node.parentId ?? '') ?? []), node])
  for (const list of children.values()) list.sort((a, b) => (a.order ?? 0) - (b.order ?? 0))
  const counts = (failure: PlainFailure): boolean => failure.state !== 'CANCELLED'
  const since = (day: number): PlainFailure[] => failures.filter((failure) => counts(failure) && failure.day >= day)
  const ids = (rows: readonly PlainFailure[], count: number): readonly string[] =>
    rows.slice(0, count).map((failure) => failure.id)
  const bars = (rows: readonly PlainFailure[]): readonly (readonly [string, number])[] => {
    const groups = new Map<string, PlainFailure[]>()
    for (const row of rows) {
      const group = groups.get(row.symptomCode)
      if (group === undefined) groups.set(row.symptomCode, [row])
      else group.push(row)
    }
    return [...groups]
      .map(([word, rows]) => [word, rows.length] as const)
      .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
  }
  const below = (nodeId: string): readonly string[] => [
    nodeId,
    ...(children.get(nodeId) ?? []).flatMap((child) => below(child.id)),
  ]

  return {
    firstDay: dayNumber('2016-01'),
    systems: (children.get('') ?? []).map((node) => node.id),
    parts: reference.bomNodes.filter(({ id }) => !children.has(id)).map(({ id }) => id),
    trains: reference.trains.map(({ id }) => id),
    withSymptom: (symptom: string): number => failures.filter((failure) => failure.symptomCode === symptom).length,
    described: (words: readonly string[]): number =>
      failures.filter((failure) => words.every((word) => failure.description.includes(word))).length,
    mentioning: (words: string): number =>
      failures.filter(
        (failure) =>
          (nameOf.get(failure.bomNodeId) ?? '').includes(words) || failure.texts.some((text) => text.includes(words)),
      ).length,
    latest: (day: number, count: number) =>
      ids(
        since(day).sort((a, b) => (a.occurredAt < b.occurredAt ? 1 : a.occurredAt > b.occurredAt ? -1 : 0)),
        count,
      ),
    byNumber: (day: number, count: number) =>
      ids(
        since(day).sort((a, b) => (a.no < b.no ? -1 : a.no > b.no ? 1 : 0)),
        count,
      ),
    byDescription: (day: number, count: number) =>
      ids(
        since(day).sort((a, b) => (a.description < b.description ? -1 : a.description > b.description ? 1 : 0)),
        count,
      ),
    symptomsOf: (nodeId: string) => {
      const nodes = new Set(below(nodeId))
      return bars(failures.filter((failure) => counts(failure) && nodes.has(failure.bomNodeId)))
    },
    /** How often lately, and the failure whose repair is most like what is typed: the same symptom first, then shared pairs of letters, then the newest. */
    similar: ({
      nodeId,
      symptomCode,
      day,
      text,
    }: {
      readonly nodeId: string
      readonly symptomCode: string
      readonly day: number
      readonly text: string
    }): { readonly lately: number; readonly lastFix: string | null } => {
      const pairs = (words: string): Set<string> => {
        const plain = words.normalize('NFKC').toLowerCase().replace(/\s/gu, '')
        return new Set(Array.from({ length: Math.max(0, plain.length - 1) }, (_, at) => plain.slice(at, at + 2)))
      }
      const [nodes, typed] = [new Set(below(nodeId)), pairs(text)]
      let [lately, mostAlike, newest] = [0, -1, Number.NEGATIVE_INFINITY]
      let lastFix: string | null = null
      for (const failure of failures) {
        if (!nodes.has(failure.bomNodeId) || failure.state === 'CANCELLED' || !(failure.day <= day)) continue
        const isSame = symptomCode === '' || failure.symptomCode === symptomCode
        if (isSame && day - failure.day <= 90) lately += 1
        if (failure.measure === '') continue
        const shared = [...pairs(failure.description)].filter((pair) => typed.has(pair)).length
        const alike = shared + (isSame ? 1e6 : 0)
        if (alike === 0 || alike < mostAlike || (alike === mostAlike && failure.day <= newest)) continue
        ;[mostAlike, newest, lastFix] = [alike, failure.day, failure.id]
      }
      return { lately, lastFix }
    },
    symptomsSince: (day: number) => bars(since(day)),
    failuresOfEveryNode: (day: number) => {
      const own = new Map<string, number>()
      for (const failure of since(day)) own.set(failure.bomNodeId, (own.get(failure.bomNodeId) ?? 0) + 1)
      const figures: (readonly [string, number])[] = []
      const visit = (nodeId: string): number => {
        const at = figures.push([nodeId, 0]) - 1
        const failures = (children.get(nodeId) ?? []).reduce(
          (sum, child) => sum + visit(child.id),
          own.get(nodeId) ?? 0,
        )
        figures[at] = [nodeId, failures]
        return failures
      }
      for (const root of children.get('') ?? []) visit(root.id)
      return figures
    },
  }
}
