/** Loads the demonstration fleet: one file of the program, stored like an import and marked as sample. */
import { proxy } from 'comlink'
import sampleUrl from '../../fixtures/demo/sampleFleet.json?url'
import type { SampleFleetFile } from '../../fixtures/demo/sampleFleetFile'
import type { Person } from '../domain/person'
import { importer } from '../workers/importClient'

export async function loadSample(person: Person, onProgress: (fraction: number) => void): Promise<void> {
  const response = await fetch(sampleUrl)
  if (!response.ok) throw new Error(`${response.status} ${response.statusText}`)
  const sample = (await response.json()) as SampleFleetFile
  await importer().loadSample(
    sample,
    person,
    proxy((_stage, fraction) => onProgress(fraction)),
  )
}
