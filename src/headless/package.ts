/** `npm run -s package -- inspect FILE [--passphrase P]` prints what a hand-over package holds and what is wrong with it as JSON. */
import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import { inspectPackage } from './inspectPackage'

const USAGE = 'usage: npm run -s package -- inspect FILE [--passphrase P]'

type Command = (files: readonly string[], passphrase: string | undefined) => Promise<void>

/** What can be done with a package; each command prints JSON, and refuses with one line and exit code 1. */
const COMMANDS: ReadonlyMap<string, Command> = new Map([['inspect', inspect]])

async function inspect([file]: readonly string[], passphrase: string | undefined): Promise<void> {
  if (file === undefined) throw new Error(USAGE)
  const report = await inspectPackage(file, passphrase)
  console.log(JSON.stringify({ file: basename(file), ...report }, null, 1))
  for (const { zh, en } of report.problems) throw new Error(`${basename(file)}: ${en} ${zh}`)
}

try {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { passphrase: { type: 'string' } } })
  const [name = '', ...files] = positionals
  const command = COMMANDS.get(name)
  if (command === undefined) throw new Error(USAGE)
  await command(files, values.passphrase)
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error))
  process.exitCode = 1
}
