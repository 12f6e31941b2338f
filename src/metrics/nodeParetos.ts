/** Which few children, symptoms, causes, trains or depots make most of a node's failures. */
import type { CompanyKey } from '../domain/records/companyField'
import { pareto } from '../reliability/pareto'
import type { FailureColumns } from './failureColumns'
import type { LabelOf } from './failureFilter'
import type { FieldData } from './fieldData'
import type { Fleet } from './fleet'
import { partField, type PartBasis } from './partBasis'
import { groupingBy, groupRows, numberedWords, type Grouping } from './rowGroups'
import { rowsInScope, type Scope } from './scope'

export const PARETO_DIMENSIONS = ['child', 'symptomCode', 'causeCat', 'trainId', 'depotId'] as const
export type ParetoDimension = (typeof PARETO_DIMENSIONS)[number]

/** A bar, a point, a slice: what it is called, and exactly the rows it stands for. */
export interface Mark {
  /** Stored word (code or id); empty where the field was left blank. */
  readonly word: string
  readonly label: string
  readonly rows: Uint32Array
}

export interface ParetoBar extends Mark {
  readonly share: number
  readonly cumulative: number
  readonly vital: boolean
}

/** @param nodeId of the scope: the node looked at; all products when not given */
export function nodeParetos(
  columns: FailureColumns,
  counted: Uint32Array,
  fleet: Fleet,
  { nodeId, partBasis }: Pick<Scope, 'nodeId' | 'partBasis'>,
  labelOf: LabelOf,
): Readonly<Record<ParetoDimension, readonly ParetoBar[]>> {
  const { causeCat, trainId } = columns.text
  return {
    child: bars(counted, byChild(columns, fleet, nodeId, partBasis), (word) => labelOf('bomNodeId', word)),
    symptomCode: bars(counted, bySymptom(columns), (word) =>
      word.startsWith(AS_WRITTEN) ? `“${word.slice(1)}”` : labelOf('symptomCode', word),
    ),
    causeCat: bars(counted, groupingBy(causeCat), (word) => labelOf('causeCat', word)),
    trainId: bars(counted, groupingBy(trainId), (word) => labelOf('trainId', word)),
    depotId: bars(counted, byDepot(columns, fleet), (word) => labelOf('depotId', word)),
  }
}

/** The failures a scope counts, by what a company field of words says; none where that field has no column. */
export function companyPareto(
  data: FieldData,
  scope: Scope,
  field: CompanyKey,
  labelOf: LabelOf,
): readonly ParetoBar[] {
  const column = data.columns.text[field]
  return column === undefined
    ? []
    : bars(rowsInScope(data, scope).counted, groupingBy(column), (word) => labelOf(field, word))
}

function bars(rows: Uint32Array, grouping: Grouping, labelOfWord: (word: string) => string): readonly ParetoBar[] {
  const groups = new Map(groupRows(rows, grouping).map((group) => [group.word, group.rows]))
  const ranked = pareto([...groups].map(([word, rows]) => ({ label: word, count: rows.length })))
  if (ranked.status === 'not-estimable') return []
  return ranked.rows.map(({ label: word, share, cumulative, vital }) => ({
    word,
    label: word === '' ? '' : labelOfWord(word),
    rows: groups.get(word) ?? new Uint32Array(),
    share,
    cumulative,
    vital,
  }))
}

/** Marks a symptom that is only described in words, so that no wording can be taken for a code. */
export const AS_WRITTEN = '\u0002'

/** The symptom code; where nobody gave one (legacy rows), the description as written, so that equal wordings group. */
function bySymptom({ text: { symptomCode, description } }: FailureColumns): Grouping {
  const { words, numberOf } = numberedWords()
  const ofCode = Uint32Array.from(symptomCode.words, numberOf)
  const ofDescription = new Int32Array(description.words.length).fill(-1)
  const describedAs = (at: number): number => {
    const known = ofDescription[at] ?? -1
    if (known >= 0) return known
    const written = (description.words[at] ?? '').replace(/[\s。；;.]+$/u, '').replace(/\s+/gu, '')
    return (ofDescription[at] = numberOf(at === 0 ? '' : AS_WRITTEN + written))
  }
  return {
    words,
    of: (row) => {
      const code = symptomCode.index[row] ?? 0
      return code === 0 ? describedAs(description.index[row] ?? 0) : (ofCode[code] ?? 0)
    },
  }
}

/** For each row the child of the node (or the root) that its part hangs under; the node itself when it failed as such. */
function byChild(columns: FailureColumns, fleet: Fleet, nodeId: string | undefined, partBasis: PartBasis): Grouping {
  return groupingBy(columns.text[partField(partBasis)], (word) => {
    const path = fleet.tree.pathOf(word).map((node) => node.id)
    if (path.length === 0) return ''
    const at = nodeId === undefined ? -1 : path.indexOf(nodeId)
    return path[at + 1] ?? word
  })
}

/** The depot written on the failure; where none is, the home depot of its train. */
function byDepot({ text: { depotId, trainId } }: FailureColumns, fleet: Fleet): Grouping {
  const { words, numberOf } = numberedWords()
  const written = Uint32Array.from(depotId.words, numberOf)
  const home = Uint32Array.from(trainId.words, (word) => numberOf(fleet.trains.get(word)?.depotId ?? ''))
  return {
    words,
    of: (row) => {
      const depot = depotId.index[row] ?? 0
      return (depot === 0 ? home[trainId.index[row] ?? 0] : written[depot]) ?? 0
    },
  }
}
