/** Writes the R script of a node and hands it to the browser to save. */
import { writeRScript, type RScriptBeside } from '../exchange/write/writeRScript'
import { localMoment } from '../i18n/format'
import type { NodeAnalysis } from '../metrics/nodeAnalysis'
import type { NodeGrowth, NodeLife } from '../metrics/nodeLife'
import { saveFile } from '../ui/saveFile'

export function exportRScript(
  analysis: NodeAnalysis,
  growth: NodeGrowth,
  life: NodeLife | null,
  name: string,
  filter: string,
  beside: RScriptBeside,
): void {
  const generatedAt = localMoment()
  const about = { title: name, filter, generatedAt, build: __BUILD__ }
  const script = writeRScript(analysis, growth, life, about, beside)
  saveFile(
    new TextEncoder().encode(script),
    `${name}_${generatedAt.slice(0, 16).replace(/[-:T]/gu, '')}.R`.replace(/[\\/:*?"<>|]/gu, '_'),
    'text/plain',
  )
}
