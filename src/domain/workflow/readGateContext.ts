import { failedPart } from '../failedPart'
import type { Moment } from '../moment'
import { readOne, type RecordReader } from '../recordReader'
import type { CaseFile } from './caseFile'
import type { GateContext } from './gates'
import { WORK_SETTINGS, workRules } from './workRules'

/**
 * What the gates need to know beside the case file.
 * @param now local civil time, to the minute
 * @param alikeIn90Days failures of the same part and symptom; undefined where they are not counted, and force nothing
 */
export async function readGateContext(
  file: CaseFile,
  now: Moment,
  reader: RecordReader,
  alikeIn90Days: number | undefined,
): Promise<GateContext> {
  const stored = (await reader.all('settings')).filter(({ deleted }) => deleted !== true)
  const settings = WORK_SETTINGS.map((name) => [name, stored.find((setting) => setting.name === name)?.value] as const)
  const { nodeId } = failedPart(file.failure)
  const node = nodeId === undefined ? undefined : await readOne(reader, 'bomNodes', nodeId)
  return {
    now,
    escalation: {
      criticality: node?.deleted === true ? '' : (node?.criticality ?? ''),
      ...(alikeIn90Days === undefined ? {} : { alikeIn90Days }),
    },
    limits: workRules(Object.fromEntries(settings)).window,
  }
}
