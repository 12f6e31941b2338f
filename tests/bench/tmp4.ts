import { bigFleet } from './bigFleet'
import { wordOrder } from '../../src/metrics/wordOrder'
const fs = bigFleet(1).failures(200000).records.failures!
const lists: Record<string,string[]> = { time: [...new Set(fs.map(f=>f.occurredAt!))], no: fs.map(f=>f.no!), desc: [...new Set(fs.map(f=>f.description!))], serial: [...new Set(fs.map(f=>f.reportedSerial!))] }
for (const [n, w] of Object.entries(lists)) for (let i=0;i<4;i++) {
  let s=performance.now(); const a = wordOrder(w); const t1=performance.now()-s
  s=performance.now(); const o = Uint32Array.from(w,(_, i)=>i).sort((a,b)=>w[a]!<w[b]!?-1:w[a]!>w[b]!?1:0); const t2=performance.now()-s
  console.log(n, w.length, t1.toFixed(0), t2.toFixed(0), a.every((x,i)=>x===o[i]))
}
