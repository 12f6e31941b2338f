/** One task of the workbooks in a process of its own, so that its memory can be told; prints milliseconds and megabytes. */
import { readFileSync, writeFileSync } from 'node:fs'
import { workbookTask, type WorkbookTask } from './workbookTask'

const [task = '', file = ''] = process.argv.slice(2)
const bytes = task.startsWith('read') ? new Uint8Array(readFileSync(file)) : new Uint8Array()
const start = performance.now()
const written = workbookTask(task as WorkbookTask, bytes)
if (written !== null) writeFileSync(file, written)
console.log(JSON.stringify({ ms: performance.now() - start, mb: process.resourceUsage().maxRSS / 1024 }))
