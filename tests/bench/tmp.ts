import { bigFleet } from './bigFleet'
import { plainFleet } from './plainFleet'
import { emptyColumns, putRow, reserve } from '../../src/metrics/failureColumns'
import { failureRow } from '../../src/metrics/failureRow'
import { fleetOf } from '../../src/metrics/fleet'
import { filterRows, searchRows, sortRows } from '../../src/metrics/failureFilter'
import { nodeAnalysis } from '../../src/metrics/nodeAnalysis'
import { DEFAULT_RECURRENCE } from '../../src/metrics/recurrence'
import { pinyinInitials } from '../../src/workers/pinyin'
const b = bigFleet(1)
const columns = emptyColumns(); reserve(columns, 200000)
for (let i=0;i<10;i++){ const p = b.failures(20000).records
  const by = (rs: readonly any[]|undefined) => { const m = new Map<string, any[]>(); for (const r of rs??[]) m.set(r.failureId,[r]); return m }
  const h=by(p.handlings), r=by(p.replacements), a=by(p.rootCauseAnalyses)
  for (const f of p.failures??[]) putRow(columns, failureRow(f as any, {handlings:h.get(f.id)??[],replacements:r.get(f.id)??[],analyses:a.get(f.id)??[],actions:[]}))
}
const fr = b.fleet.records
const fleet = fleetOf({ products:[], bomNodes: fr.bomNodes!, parties: fr.parties!, trains: fr.trains!, usageReadings: fr.usageReadings! } as any)
const live = Uint32Array.from({length: columns.size},(_, i)=>i)
const initials = await pinyinInitials()
const label = (_: any, w: string) => fleet.tree.nodes.get(w)?.name ?? w
console.log('words', Object.entries(columns.text).map(([k,c])=>k+':'+c.words.length).filter(x=>+x.split(':')[1]!>1000).join(' '))
const all = { population:'all' as const, vehicleTypes:[], depotIds:[] }
const Q: [string, () => unknown][] = [
 ['code', ()=>filterRows(columns, live, [{field:'symptomCode',op:'is',values:['NOREL']}], label, initials).length],
 ['like', ()=>filterRows(columns, live, [{field:'description',op:'like',query:'1车 漏'}], label, initials).length],
 ['like typo', ()=>filterRows(columns, live, [{field:'description',op:'like',query:'中继阀漏风'}], label, initials).length],
 ['search', ()=>searchRows(columns, live, '中继阀3', label, initials).length],
 ['search2', ()=>searchRows(columns, live, '中继阀 漏风', label, initials).length],
 ['sort time', ()=>sortRows(columns, live, {field:'occurredAt',descending:true}, label)[0]],
 ['sort no', ()=>sortRows(columns, live, {field:'no',descending:true}, label)[0]],
 ['sort desc', ()=>sortRows(columns, live, {field:'description',descending:true}, label)[0]],
 ['sort km', ()=>sortRows(columns, live, {field:'odometerKm',descending:true}, label)[0]],
 ['sort train', ()=>sortRows(columns, live, {field:'trainId',descending:true}, label)[0]],
 ['sort measure', ()=>sortRows(columns, live, {field:'measure',descending:true}, label)[0]],
 ['node', ()=>nodeAnalysis(columns, live, fleet, {...all, nodeId: fleet.tree.roots[0]!.id}, DEFAULT_RECURRENCE, label).counted.length],
 ['all', ()=>nodeAnalysis(columns, live, fleet, all, DEFAULT_RECURRENCE, label).counted.length],
]
for (const [n,f] of Q) { const t: string[]=[]; let r; for (let i=0;i<4;i++){ const s=performance.now(); r=f(); t.push((performance.now()-s).toFixed(0)) } console.log(n, t.join(' '), r) }
void plainFleet
