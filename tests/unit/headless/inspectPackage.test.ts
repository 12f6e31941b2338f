/** `npm run package -- inspect`: what a file says of itself, and why it would not be taken in. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { sealedSink } from '../../../src/exchange/package/seal/sealedSink'
import { inspectPackage } from '../../../src/headless/inspectPackage'
import { memorySink } from '../../support/backups'
import {
  aChange,
  aKey,
  anImport,
  HERE,
  packageOf,
  sourceRows,
  withManifest,
  type Content,
} from '../../support/packages'

const CONTENT: Content = {
  changes: [aChange(HERE, 1), ...anImport(HERE, 2, 'b1', 3)],
  rows: sourceRows('b1', 2),
  files: [new TextEncoder().encode('一张照片')],
}

const folder = mkdtempSync(join(tmpdir(), 'inspect-'))
const file = (name: string): string => join(folder, name)

beforeAll(async () => {
  const bytes = await packageOf(CONTENT, await aKey())
  writeFileSync(file('good.fracas'), bytes)
  writeFileSync(file('altered.fracas'), await withManifest(bytes, { build: 'another' }))
  const sink = memorySink()
  const sealing = await sealedSink(sink, '口令')
  await sealing.write(bytes)
  await sealing.finish()
  writeFileSync(file('sealed.fracas'), sink.bytes())
})
afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})

test('a good package is told with its manifest, signature and fingerprint', async () => {
  const report = await inspectPackage(file('good.fracas'))
  expect(report).toMatchObject({ isSealed: false, signature: 'good', problems: [] })
  expect(report.manifest?.counts).toEqual({ changes: 4, rows: 2, files: 1 })
  expect(report.fingerprint).toMatch(/^(?:[2-9A-Z]{4}-){3}[2-9A-Z]{4}$/u)
})

test('an altered one is told as well, with what is wrong in both languages', async () => {
  const { manifest, signature, problems } = await inspectPackage(file('altered.fracas'))
  expect([manifest?.build, signature, problems.length]).toEqual(['another', 'bad', 1])
  expect(problems[0]).toMatchObject({ problem: 'packageTampered', where: 'manifest.sig' })
  expect(problems[0]?.zh).toContain('签名')
  expect(problems[0]?.en).toContain('signature')
})

test('a sealed one opens with its passphrase, and leaves nothing behind', async () => {
  vi.stubEnv('TMPDIR', folder)
  const before = readdirSync(folder)
  const report = await inspectPackage(file('sealed.fracas'), '口令')
  expect(report).toMatchObject({ isSealed: true, signature: 'good', problems: [] })
  for (const [passphrase, problem] of [
    ['', 'packageNeedsPassphrase'],
    ['口令2', 'packageWrongPassphrase'],
  ] as const) {
    const refused = await inspectPackage(file('sealed.fracas'), passphrase)
    expect(refused).toMatchObject({ isSealed: true, manifest: null, problems: [{ problem }] })
  }
  expect(readdirSync(folder)).toEqual(before)
  vi.unstubAllEnvs()
})

test('the command prints JSON, and ends with 1 and the sentence when the file is refused', () => {
  const run = (...words: readonly string[]): { readonly code: number; readonly out: string; readonly err: string } => {
    try {
      const out = execFileSync('node_modules/.bin/tsx', ['src/headless/package.ts', ...words], { stdio: 'pipe' })
      return { code: 0, out: String(out), err: '' }
    } catch (error) {
      const { status, stdout, stderr } = error as { status: number; stdout: Buffer; stderr: Buffer }
      return { code: status, out: String(stdout), err: String(stderr) }
    }
  }
  const good = run('inspect', file('sealed.fracas'), '--passphrase', '口令')
  expect([good.code, JSON.parse(good.out)]).toMatchObject([
    0,
    { file: 'sealed.fracas', signature: 'good', problems: [] },
  ])
  const altered = run('inspect', file('altered.fracas'))
  expect([altered.code, JSON.parse(altered.out)]).toMatchObject([
    1,
    { signature: 'bad', manifest: { build: 'another' } },
  ])
  expect(altered.err).toContain('altered.fracas: The signature')
  expect(run('inspect', file('missing')).code).toBe(1)
  expect(run('unpack').err).toContain('usage')
})
