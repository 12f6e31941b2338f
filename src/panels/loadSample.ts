/**
 * Loads the demonstration fleet: one file of the program, stored like an import and marked as sample. Its records end
 * yesterday, so that what is due is due now; a link with `sampleUntil=2025-12-31` loads it as of that day, for lessons
 * and pictures whose figures must stay.
 */
import sampleUrl from '../../fixtures/demo/sampleFleet.json?url'
import type { SampleFleetFile } from '../../fixtures/demo/sampleFleetFile'
import { dateOfDay, dayNumber, isMoment, precisionOf } from '../domain/moment'
import type { Person } from '../domain/person'
import { sampleUntil } from '../exchange/plan/sample/sampleUntil'
import { localMoment } from '../i18n/format'
import type { ImportStage } from '../workers/importAnswers'
import { followed } from '../workers/followed'
import { importer } from '../workers/importClient'

export async function loadSample(person: Person, onProgress: (fraction: number) => void): Promise<void> {
  const response = await fetch(sampleUrl)
  if (!response.ok) throw new Error(`${response.status} ${response.statusText}`)
  const sample = (await response.json()) as SampleFleetFile
  await followed(
    (_stage: ImportStage, fraction: number) => onProgress(fraction),
    (onStage) => importer().loadSample(sampleUntil(sample, lastDay()), person, onStage),
  )
}

/** A whole day that is over: one with hours to come would hold failures of the future. */
function lastDay(): string {
  const asked = new URLSearchParams(location.search).get('sampleUntil') ?? ''
  return isMoment(asked) && precisionOf(asked) === 'day' ? asked : dateOfDay(dayNumber(localMoment()) - 1)
}
