/** `npm run -s kpi -- [--from DATE] [--to DATE, exclusive] [--vehicle-type A,B] FILE…` prints the figures of every BOM node as JSON. */
import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import { kpiReport } from './kpiReport'

try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { from: { type: 'string' }, to: { type: 'string' }, 'vehicle-type': { type: 'string' } },
  })
  if (positionals.length === 0)
    throw new Error(
      'name at least one file: npm run -s kpi -- [--from 2014-01-01] [--to 2017-10-01] [--vehicle-type A,B] FILE…',
    )
  const report = kpiReport(
    positionals.map((file) => ({ name: basename(file), bytes: readFileSync(file) })),
    {
      ...(values.from === undefined ? {} : { from: values.from }),
      ...(values.to === undefined ? {} : { to: values.to }),
      vehicleTypes: (values['vehicle-type'] ?? '').split(',').filter((type) => type !== ''),
    },
  )
  console.log(JSON.stringify(report, null, 1))
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error))
  process.exitCode = 1
}
