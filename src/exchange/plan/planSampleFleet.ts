/** The demonstration fleet as an import like any other, so that it is stored, marked and taken back the same way. */
import type { SampleFleetFile } from '../../../fixtures/demo/sampleFleetFile'
import type { ImportPlan, PlannedRecord } from '../../domain/importPlan'
import { filled } from './failureFromRecord'
import { sampleFailures } from './sample/sampleFailures'
import { sampleIds } from './sample/sampleIds'
import { sampleNodes, sampleParties, sampleProducts, sampleReadings, sampleTrains } from './sample/sampleMasters'
import {
  identifiedProblems,
  problemActions,
  problemAnalyses,
  problemLessons,
  problemRecords,
  problemVerifications,
} from './sample/sampleProblems'

interface Picture {
  readonly sha256: string
  readonly bytes: Uint8Array<ArrayBuffer>
}

export function planSampleFleet(sample: SampleFleetFile, newId: () => string): ImportPlan {
  const ids = sampleIds(sample, newId)
  const problems = identifiedProblems(sample, ids, newId)
  const problemOf = new Map(problems.flatMap(({ id, failureNos }) => failureNos.map((no) => [no, id])))
  const { failures, handlings, replacements, rootCauseAnalyses, ended, idOf } = sampleFailures(
    sample,
    ids,
    problemOf,
    newId,
  )
  const correctiveActions = problemActions(problems, newId)
  const analysesOfProblems = problemAnalyses(problems, newId)
  const units = ended.map(({ serialNo, nodeId, ...event }) => ({
    ...event,
    unit: filled({ id: newId(), serialNo, bomNodeId: nodeId }),
  }))
  const pictures = picturesOf(sample)

  return {
    blobs: [...pictures.values()].map(({ bytes, sha256 }) => ({ sha256, bytes: bytes.buffer })),
    files: [{ name: 'sampleFleet.json', size: 0, sha256: '' }],
    sheets: [],
    rows: [],
    skipped: {},
    records: {
      products: sampleProducts(sample, ids),
      bomNodes: sampleNodes(sample, ids),
      parties: sampleParties(sample, ids),
      trains: sampleTrains(sample, ids),
      usageReadings: sampleReadings(sample, ids, newId),
      units: units.map(({ unit }) => unit),
      installEvents: units.map(({ unit, kind, at, by }) => ({ id: newId(), unitId: unit.id, kind, at, operator: by })),
      contractTargets: sample.targets.map(({ operator, ...target }) =>
        filled({ id: newId(), ...target, operatorId: ids.operator(operator) }),
      ),
      costEntries: sample.costs.map(({ failureNo, ...entry }) => ({
        id: newId(),
        failureId: idOf(failureNo),
        ...entry,
      })),
      attachments: photosOf(sample, pictures, idOf, newId),
      failures,
      handlings,
      replacements,
      rootCauseAnalyses: [...rootCauseAnalyses, ...analysesOfProblems],
      correctiveActions,
      problems: problemRecords(problems, new Map(sample.failures.map(({ no, severity }) => [no, severity]))),
      effectVerifications: problemVerifications(problems, correctiveActions, newId),
      knowledgeItems: problemLessons(problems),
    },
  }
}

const picturesOf = ({ drawings }: SampleFleetFile): ReadonlyMap<string, Picture> =>
  new Map(
    Object.entries(drawings).map(([of, { sha256, png }]) => [
      of,
      { sha256, bytes: Uint8Array.from(atob(png), (letter) => letter.charCodeAt(0)) },
    ]),
  )

const photosOf = (
  { photos }: SampleFleetFile,
  pictures: ReadonlyMap<string, Picture>,
  failureIdOf: (no: string) => string,
  newId: () => string,
): readonly PlannedRecord<'attachments'>[] =>
  photos.flatMap(({ failureNo, name, caption, of }) => {
    const picture = pictures.get(of)
    if (picture === undefined) return []
    const { bytes, sha256 } = picture
    const ownerId = failureIdOf(failureNo)
    return [{ id: newId(), ownerId, name, caption, mime: 'image/png', size: bytes.length, sha256 }]
  })
