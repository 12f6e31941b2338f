/** Loads the demonstration fleet: one file of the program, stored like an import and marked as sample. */
import sampleUrl from '../../fixtures/demo/sampleFleet.json?url'
import type { SampleFleetFile } from '../../fixtures/demo/sampleFleetFile'
import type { Person } from '../domain/person'
import type { ImportStage } from '../workers/importAnswers'
import { followed } from '../workers/followed'
import { importer } from '../workers/importClient'

export async function loadSample(person: Person, onProgress: (fraction: number) => void): Promise<void> {
  const response = await fetch(sampleUrl)
  if (!response.ok) throw new Error(`${response.status} ${response.statusText}`)
  const sample = (await response.json()) as SampleFleetFile
  await followed(
    (_stage: ImportStage, fraction: number) => onProgress(fraction),
    (onStage) => importer().loadSample(sample, person, onStage),
  )
}
