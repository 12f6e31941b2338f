import { readFileSync } from 'node:fs'
import { readWorkbook } from '../../src/exchange/readWorkbook'
import { parseSheets } from '../../src/exchange/parseWorkbook'
import { planImport } from '../../src/exchange/planImport'
import { newId } from '../../src/store/newId'
const b = new Uint8Array(readFileSync('fixtures/excel/big-ledger.xlsx'))
const w=readWorkbook(b,'x.xlsx'); if(!w.ok) throw 1
for (let i=0;i<8;i++){
 const T=[performance.now()]; const lap=()=>T.push(performance.now())
 const p=parseSheets(w.workbook,'x.xlsx',{today:'2026-01-01'}); lap(); if(!p.ok) throw 1
 const plan=planImport([{name:'x',size:1,sha256:'',sheets:p.sheets,rows:[]}],newId); lap()
 for (let j=0;j<44000;j++) newId(); lap()
 console.log(T.slice(1).map((t,i)=>Math.round(t-T[i]!)).join(' '))
}
