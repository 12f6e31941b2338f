import { readFileSync } from 'node:fs'
import * as XLSX from 'xlsx'
import { readWorkbook } from '../../src/exchange/readWorkbook'
import { parseSheets } from '../../src/exchange/parseWorkbook'
import { planImport } from '../../src/exchange/planImport'
import { newId } from '../../src/store/newId'
const b = new Uint8Array(readFileSync('fixtures/excel/big-ledger.xlsx'))
for (let i=0;i<4;i++){
 const T=[performance.now()]; const lap=()=>T.push(performance.now())
 XLSX.read(b,{dense:true}); lap()
 XLSX.read(b,{ dense: true, cellNF: true, cellText: false, cellHTML: false, cellFormula: false, cellStyles: true, cellDates: false }); lap()
 XLSX.read(b,{ dense: true, cellNF: true, cellText: false, cellHTML: false, cellFormula: false, cellDates: false }); lap()
 const w=readWorkbook(b,'x.xlsx'); lap(); if(!w.ok) throw 1
 const p=parseSheets(w.workbook,'x.xlsx',{today:'2026-01-01'}); lap(); if(!p.ok) throw 1
 const plan=planImport([{name:'x',size:1,sha256:'',sheets:p.sheets,rows:[]}],newId); lap()
 console.log(T.slice(1).map((t,i)=>Math.round(t-T[i]!)).join(' '), Object.entries(plan.plan.records).map(([k,v])=>k+v.length).join())
}
