/** The script a person takes to R must give our numbers back. Where R is installed it is run; elsewhere that is said. */
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { writeRScript } from '../../src/exchange/write/writeRScript'
import { nodeAnalysis } from '../../src/metrics/nodeAnalysis'
import { nodeGrowth, nodeLife } from '../../src/metrics/nodeLife'
import { PLAIN_FIT } from '../../src/metrics/lifeQuestion'
import { DEFAULT_RECURRENCE } from '../../src/metrics/recurrence'
import { NO_ITEMS, nodeComparison } from '../../src/metrics/compare/nodeComparison'
import { severalCauses } from '../../src/metrics/compare/severalCauses'
import { lifeOf } from '../bench/simulatedLives'
import { planOf } from '../../src/metrics/plan/plan'
import { planQuestion } from '../../src/metrics/plan/planQuestion'
import type { RepairHours } from '../../src/metrics/repairHours'
import { knownFleet } from '../support/knownFleet'

const { data, scopeOf } = knownFleet()
const folder = mkdtempSync(join(tmpdir(), 'r-script-'))
afterAll(() => rmSync(folder, { recursive: true }))

const hasR = spawnSync('Rscript', ['-e', 'library(survival)'], { stdio: 'ignore' }).status === 0
/** Where R itself searches for a maximum it stops at about eight digits, and its second derivatives at six. */
const AGREES = 1e-5

/** The comparisons R prints when it runs the script. */
function differencesIn(script: string): ReadonlyMap<string, number> {
  const file = join(folder, 'node.R')
  writeFileSync(file, script)
  const lines = execFileSync('Rscript', [file], { encoding: 'utf8' })
    .split('\n')
    .filter((line) => / R /u.test(line))
  return new Map(
    lines.map((line) => [line.split(/\s/u)[0] ?? '', Number(/relative difference (\S+)/u.exec(line)?.[1] ?? 'NaN')]),
  )
}

/** The inputs of the plans, as an address holds them. */
const PLANNED: Readonly<Record<string, string>> = {
  ptarget: '800',
  pmost: '3',
  pitems: '12',
  plife: '300',
  pcost: '1',
  fcost: '9',
  pprior: '900',
  pweight: '2.5',
}

const REPAIRS: RepairHours = {
  repairs: { clock: [0.5, 1.2, 2, 3.5, 9].map((hours, row) => ({ row, hours })), labour: [], down: [] },
  counted: 5,
  silent: new Uint32Array(),
  trainHours: 1e5,
}

/** Originals began before records did and need late entry; parts fitted later did not, so `survreg` can fit them. */
test.each([
  ['活塞环', 'original'],
  ['压力传感器', 'original'],
  ['活塞环', 'replacement'],
] as const)(
  '%s, %s parts: R gives our numbers back',
  (name, which) => {
    const scope = scopeOf(name)
    const analysis = nodeAnalysis(data, scope, DEFAULT_RECURRENCE, (_, word) => word)
    const script = writeRScript(
      analysis,
      nodeGrowth(data, scope),
      nodeLife(data, scope, { ...PLAIN_FIT, measure: 'days', which }),
      { title: `${name}\nquit("no")`, filter: 'x', generatedAt: '2026-01-01T00:00', build: 'test' },
      {
        plan: planOf(
          {
            analysis,
            node: null,
            life: nodeLife(data, scope, { ...PLAIN_FIT, measure: 'km', which }),
            growth: nodeGrowth(data, scope),
            repairs: REPAIRS,
          },
          planQuestion((param) => PLANNED[param] ?? ''),
        ),
      },
    )
    expect(script).not.toMatch(/^quit/mu)
    const wanted = [
      'mtbf',
      'mtbf.lower',
      'mtbf.upper',
      'u.center',
      'growth.beta',
      'growth.beta.lower',
      'growth.beta.upper',
      'growth.mtbf.now',
      'growth.mtbf.lower',
      'growth.mtbf.upper',
      'laplace.u',
      'milhdbk189',
      'cramer.von.mises',
      'weibull.beta',
      'weibull.beta.lower',
      'weibull.eta',
      'weibull.b10',
      'weibull.logL',
      'plan.shown.confidence',
      'plan.shown.mtbf',
      'plan.run.3',
      'plan.pass.twice.3',
      'plan.any',
      'plan.each.3',
      'plan.life.twice.3',
      'plan.seen.lower',
      'plan.seen.upper',
      'plan.expected.lower',
      'plan.expected.upper',
      'plan.spares',
      'plan.returns',
      'change.month',
      'change.ratio',
      'change.before',
      'change.p',
      'cost.failure',
      'prior.median',
      'prior.lower',
      'prior.upper',
      'repair.mean',
      'repair.mean.lower',
      'repair.mean.upper',
      'repair.median.upper',
      'repair.m95',
      'repair.m95.upper',
      'repair.availability',
    ]
    for (const figure of wanted) expect(script).toContain(`compare("${figure}"`)
    if (!hasR) {
      process.stdout.write('R with the package survival is not installed: the script was written, but not run\n')
      return
    }
    const difference = differencesIn(script)
    for (const figure of wanted) expect(difference.get(figure), figure).toBeLessThan(AGREES)
  },
  60_000,
)

test('parts that nobody told apart: R finds the same law from the same trains', () => {
  const world = { trains: 12, quantity: 4, beta: 2.5, etaKm: 500_000, named: 0.5 }
  const { known, scope, life } = lifeOf(world, 3, 'all')
  const script = writeRScript(
    nodeAnalysis(known.data, scope, DEFAULT_RECURRENCE, (_, word) => word),
    nodeGrowth(known.data, scope),
    life,
    { title: 'x', filter: 'x', generatedAt: '2026-01-01T00:00', build: 'test' },
  )
  for (const figure of ['superposed.beta', 'superposed.eta', 'superposed.logL'])
    expect(script).toContain(`compare("${figure}"`)
  if (!hasR) return
  const difference = differencesIn(script)
  for (const figure of ['superposed.beta', 'superposed.eta', 'superposed.logL'])
    expect(difference.get(figure), figure).toBeLessThan(1e-4)
}, 120_000)

/** Each figure the script compares, against what R finds. */
function agreeing(script: string, wanted: readonly string[]): void {
  for (const figure of wanted) expect(script).toContain(`compare("${figure}"`)
  if (!hasR) return
  const difference = differencesIn(script)
  const compared = [...script.matchAll(/^ *compare\("((?:group|logrank|cox|weibull\.(?:shape|life))[^"]*)"/gmu)]
  expect(compared.length).toBeGreaterThan(wanted.length)
  for (const [, figure = ''] of compared)
    expect(difference.get(figure), figure).toBeLessThan(figure.startsWith('weibull') ? 1e-3 : AGREES)
}

test.each([
  ['活塞环', 'vehicleType', ''],
  ['压力传感器', 'depotId', ''],
  ['压力传感器', 'date', 'after'],
] as const)(
  'groups of %s by %s: R finds the same ratios, p and log-rank test',
  (name, by, reference) => {
    const scope = scopeOf(name)
    const { comparison } = nodeComparison(
      data,
      scope,
      { by, reference, date: null, periods: null, measure: 'days' },
      (_, word) => word,
    )
    const script = writeRScript(
      nodeAnalysis(data, scope, DEFAULT_RECURRENCE, (_, word) => word),
      nodeGrowth(data, scope),
      null,
      { title: name, filter: 'x', generatedAt: '2026-01-01T00:00', build: 'test' },
      { comparison },
    )
    agreeing(script, ['group.1.lower', 'logrank.chi2'])
  },
  60_000,
)

test('several causes at once: R finds the same ratios, likelihood and test of proportionality', () => {
  const scope = scopeOf('活塞环')
  const causes = severalCauses(
    data,
    scope,
    { causes: ['vehicleType', 'season', 'kmPerDay'], isUsual: false, measure: 'days' },
    (_, word) => word,
    NO_ITEMS,
  )
  const script = writeRScript(
    nodeAnalysis(data, scope, DEFAULT_RECURRENCE, (_, word) => word),
    nodeGrowth(data, scope),
    null,
    { title: 'x', filter: 'x', generatedAt: '2026-01-01T00:00', build: 'test' },
    { causes },
  )
  agreeing(script, ['cox.1', 'cox.1.lower', 'cox.logL', 'cox.proportional', 'weibull.shape', 'weibull.life.1'])
}, 60_000)

test('kinds of failure that compete: R finds the same shares and the same combined B10', () => {
  const scope = scopeOf('活塞环')
  const life = nodeLife(data, scope, { ...PLAIN_FIT, measure: 'days', which: 'all', modesBy: 'causeCat' })
  expect(life.modes?.modes.length).toBeGreaterThan(1)
  const script = writeRScript(
    nodeAnalysis(data, scope, DEFAULT_RECURRENCE, (_, word) => word),
    nodeGrowth(data, scope),
    life,
    { title: 'x', filter: 'x', generatedAt: '2026-01-01T00:00', build: 'test' },
  )
  const wanted = (life.modes?.modes ?? []).map((_, at) => `modes.share.${at + 1}`)
  for (const figure of wanted) expect(script).toContain(`compare("${figure}"`)
  if (!hasR) return
  const difference = differencesIn(script)
  for (const figure of wanted) expect(difference.get(figure), figure).toBeLessThan(1e-9)
}, 60_000)
