/**
 * `npm run fuzz [-- COUNT [SEED]]`: valid workbooks damaged at random, 2,000 by default. None may hang, throw, take
 * more than 1 GB, or give half records. Prints one line with counts, and one line per violation; exit code 1 when there is any.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { fork, type ChildProcess } from 'node:child_process'
import { seededRandom } from '../../fixtures/demo/seededRandom'
import type { Verdict } from './judge'
import { mutate } from './mutate'

const FOLDERS = ['fixtures/excel', 'fixtures/xls']
const LARGEST_BASE_BYTES = 400_000
const WATCHDOG_MS = 10_000
const MEMORY_MB = 1024

const count = Number(process.argv[2] ?? 2_000)
const seed = Number(process.argv[3] ?? 20_160_305)
const random = seededRandom(seed)
const bases = FOLDERS.flatMap((folder) =>
  readdirSync(folder)
    .filter(
      (name) =>
        !name.startsWith('X-') &&
        statSync(`${folder}/${name}`).isFile() &&
        statSync(`${folder}/${name}`).size <= LARGEST_BASE_BYTES,
    )
    .sort()
    .map((name) => ({ name, bytes: new Uint8Array(readFileSync(`${folder}/${name}`)) })),
)

const startWorker = (): ChildProcess =>
  fork(new URL('./fuzzWorker.ts', import.meta.url), {
    execArgv: [...process.execArgv, `--max-old-space-size=${MEMORY_MB}`],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })

/** The verdict, or why there was none. */
function ask(worker: ChildProcess, name: string, bytes: Uint8Array): Promise<Verdict | string> {
  return new Promise((resolve) => {
    const end = (answer: Verdict | string): void => {
      clearTimeout(watchdog)
      worker.removeAllListeners()
      resolve(answer)
    }
    const watchdog = setTimeout(() => end(`hung for ${WATCHDOG_MS / 1000} s`), WATCHDOG_MS)
    worker.once('message', (verdict: Verdict) => end(verdict))
    worker.once('exit', (code, signal) => end(`ended the process (${signal ?? code})`))
    worker.send({ name, bytes })
  })
}

const counts = { read: 0, refused: 0, records: 0, violations: 0 }
let slowestMs = 0
let worker = startWorker()
/** Loading the program is no part of reading a file. */
const warmUp = (): Promise<Verdict | string> => ask(worker, 'warm-up.csv', new TextEncoder().encode('a,b\n1,2'))
await warmUp()
for (let number = 0; number < count; number++) {
  const base = random.pick(bases)
  const mutant = mutate(base.bytes, random)
  const started = performance.now()
  const verdict = await ask(worker, base.name, mutant.bytes)
  slowestMs = Math.max(slowestMs, performance.now() - started)
  const violation = typeof verdict === 'string' ? verdict : verdict.violation
  if (typeof verdict === 'string') {
    worker.kill('SIGKILL')
    worker = startWorker()
    await warmUp()
  } else {
    counts[verdict.outcome] += 1
    counts.records += verdict.records
  }
  if (violation !== null) {
    counts.violations += 1
    console.log(`${number} ${base.name} ${mutant.how}: ${violation}`)
  }
}
worker.removeAllListeners()
worker.kill()
console.log(
  `fuzz: ${count} files from ${bases.length} workbooks, seed ${seed}: ${counts.read} read (${counts.records} records), ${counts.refused} refused, slowest ${Math.round(slowestMs)} ms, violations ${counts.violations}`,
)
process.exitCode = counts.violations === 0 ? 0 : 1
