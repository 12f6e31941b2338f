/**
 * `npm run -s package -- inspect FILE [--passphrase P]` prints what a hand-over package holds and what is wrong with it as JSON;
 * `take-in FILE… [--dump OUT.json]` takes files in, in this order, by an empty store in memory.
 */
import { writeFileSync } from 'node:fs'
import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import { PackageRefused } from '../exchange/package/packageRefused'
import { packageSentence } from '../exchange/package/packageSentence'
import { inspectPackage } from './inspectPackage'
import { takeInPackages } from './takeInPackages'

const USAGE = 'usage: npm run -s package -- inspect FILE | take-in FILE… [--dump OUT.json] [--passphrase P]'

interface Options {
  readonly passphrase?: string | undefined
  readonly dump?: string | undefined
}

type Command = (files: readonly string[], options: Options) => Promise<void>

/** What can be done with a package; each command prints JSON, and refuses with one line and exit code 1. */
const COMMANDS: ReadonlyMap<string, Command> = new Map([
  ['inspect', inspect],
  ['take-in', takeIn],
])

async function inspect([file]: readonly string[], { passphrase }: Options): Promise<void> {
  if (file === undefined) throw new Error(USAGE)
  const report = await inspectPackage(file, passphrase)
  console.log(JSON.stringify({ file: basename(file), ...report }, null, 1))
  for (const { zh, en } of report.problems) throw new Error(`${basename(file)}: ${en} ${zh}`)
}

async function takeIn(files: readonly string[], { passphrase = '', dump }: Options): Promise<void> {
  if (files.length === 0) throw new Error(USAGE)
  const taken = await takeInPackages(files, passphrase)
  const records = Object.entries(taken.dump.records).map(([table, rows]) => [table, rows.length])
  const { changes, blobs } = taken.dump
  const counts = {
    entries: changes.length,
    attachedFiles: blobs.length,
    disputes: taken.disputes,
    records: Object.fromEntries(records),
  }
  if (dump !== undefined) writeFileSync(dump, `${JSON.stringify(taken.dump, null, 1)}\n`)
  console.log(
    JSON.stringify({ files: taken.files.map((one) => ({ ...one, file: basename(one.file) })), ...counts }, null, 1),
  )
}

try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { passphrase: { type: 'string' }, dump: { type: 'string' } },
  })
  const [name = '', ...files] = positionals
  const command = COMMANDS.get(name)
  if (command === undefined) throw new Error(USAGE)
  await command(files, values)
} catch (error) {
  if (error instanceof PackageRefused) console.error(`${packageSentence(error, 'en')} ${packageSentence(error, 'zh')}`)
  else console.error(error instanceof Error ? error.message : String(error))
  process.exitCode = 1
}
// The channel on which stores tell each other of changes would keep the command waiting for news.
process.exit()
