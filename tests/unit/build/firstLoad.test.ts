/** What a first visit downloads before anything works, measured on a build of its own. */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, posix } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { firstMessagesZh } from '../../../src/i18n/firstMessagesZh'
import { PAGE_POLICY, SECURITY_HEADERS } from '../../../src/server/pages/securityHeaders.mjs'
import { startServer } from '../../support/startServer'

const LIMIT_KB = 200
const out = join(mkdtempSync(join(tmpdir(), 'first-load-')), 'dist')
let html = ''

beforeAll(() => {
  // A process of its own: inside a test runner the bundler would take its packages for development.
  const { NODE_ENV: _mode, VITEST: _vitest, ...env } = process.env
  execFileSync(
    process.execPath,
    ['node_modules/vite/bin/vite.js', 'build', '--outDir', out, '--emptyOutDir', '--logLevel', 'error'],
    { env: { ...env, NODE_ENV: 'production' } },
  )
  html = readFileSync(join(out, 'index.html'), 'utf8')
}, 180_000)

afterAll(() => {
  rmSync(dirname(out), { recursive: true, force: true })
})

const policyInPage = (): string =>
  (/<meta http-equiv="Content-Security-Policy" content="([^"]+)"/u.exec(html)?.[1] ?? '').replaceAll('&#39;', "'")
const scriptTags = (): readonly string[] => html.match(/<script\b[^>]*>[\s\S]*?<\/script>/gu) ?? []
const code = (file: string): string => readFileSync(join(out, file), 'utf8')

/** `import … from "./x.js"`, `export … from "./x.js"` and `import "./x.js"`, but not `import("./x.js")`. */
const staticImports = (file: string): readonly string[] =>
  [...code(file).matchAll(/(?:\bfrom|\bimport)\s*["'](\.{1,2}\/[^"']+\.js)["']/gu)].map((match) =>
    posix.join(posix.dirname(file), match[1] ?? ''),
  )

const workersNamedIn = (file: string): readonly string[] =>
  [...code(file).matchAll(/assets\/(engine\.worker-[\w-]+\.js)/gu)].map((match) => `assets/${match[1]}`)

function firstLoad(): ReadonlySet<string> {
  const entries = [...html.matchAll(/(?:src|href)="\/(assets\/[^"]+\.js)"/gu)].map((match) => match[1] ?? '')
  const found = new Set<string>()
  const visit = (file: string): void => {
    if (found.has(file)) return
    found.add(file)
    for (const next of [...staticImports(file), ...workersNamedIn(file)]) visit(next)
  }
  for (const entry of entries) visit(entry)
  return found
}

test('the first load is at most 200 KB of gzipped script, the engine included', () => {
  // The sentences of the first page come by a dynamic import, one language of the two: the larger counts.
  const packs = readdirSync(join(out, 'assets'))
    .filter((file) => /^firstMessages(?:Zh|En)-.*\.js$/u.test(file))
    .map((file) => `assets/${file}`)
  expect(packs).toHaveLength(2)
  const [pack = ''] = packs.sort((a, b) => code(b).length - code(a).length)
  const sizes = [...firstLoad(), pack].map((file) => ({
    file,
    kb: gzipSync(readFileSync(join(out, file)), { level: 9 }).length / 1024,
  }))
  const total = sizes.reduce((sum, { kb }) => sum + kb, 0)
  const report = `${total.toFixed(1)} KB: ${sizes
    .sort((a, b) => b.kb - a.kb)
    .map(({ file, kb }) => `${file} ${kb.toFixed(1)}`)
    .join(', ')}`
  expect(
    sizes.some(({ file }) => file.includes('engine.worker')),
    report,
  ).toBe(true)
  expect(total, report).toBeLessThanOrEqual(LIMIT_KB)
})

/** Source files the start needs before it can run: everything it imports, and what that imports. */
function sourcesOfFirstLoad(): ReadonlySet<string> {
  const found = new Set<string>()
  const visit = (file: string): void => {
    if (found.has(file)) return
    found.add(file)
    for (const [, words = '', source = ''] of readFileSync(file, 'utf8').matchAll(
      /^import ([^'"]*?)(?:from )?'(\.{1,2}\/[^']+)'/gmu,
    )) {
      if (words.startsWith('type ')) continue
      const next = ['.ts', '.tsx'].map((end) => posix.join(posix.dirname(file), source) + end).find(existsSync)
      if (next !== undefined) visit(next)
    }
  }
  visit('src/app/main.tsx')
  return found
}

test('a part of the first load says only what comes with the first sentences', () => {
  const files = [...sourcesOfFirstLoad()].filter((file) => !file.startsWith('src/i18n/'))
  expect(files).toContain('src/app/Frame.tsx')
  expect(files).not.toContain('src/screens/home/Dashboard.tsx')
  const said = files.flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/\bt\.(\w+)/gu)].map(([, key = '']) => ({ file, key })),
  )
  expect(said.length).toBeGreaterThan(60)
  expect(said.filter(({ key }) => !(key in firstMessagesZh)).map(({ file, key }) => `${file} ${key}`)).toEqual([])
})

test('neither drawings nor the spreadsheet reader are part of the first load', () => {
  const heavy = [...firstLoad()].filter((file) => /recharts-|SheetJS|sheetjs/u.test(code(file)))
  expect(heavy).toEqual([])
})

test('the page has no script of its own, and its policy allows none', () => {
  expect(scriptTags().length).toBeGreaterThan(0)
  for (const tag of scriptTags()) {
    expect(tag).toMatch(/\bsrc="\/[^"]+"/u)
    expect(tag.replace(/<[^>]*>/gu, '').trim()).toBe('')
  }
  expect(html).not.toMatch(/\son\w+=/u)
  const policy = policyInPage()
  expect(policy).toContain("default-src 'self'")
  expect(policy).toMatch(/script-src 'self'(?:;|$)/u)
  expect(policy).toContain("object-src 'none'")
  expect(policy).not.toContain('unsafe-eval')
})

test('the page, the file for static hosts, the server and the README name one policy', async () => {
  expect(policyInPage()).toBe(PAGE_POLICY)
  const readme = readFileSync('README.md', 'utf8')
  const hosts = code('_headers')
  for (const [name, value] of Object.entries(SECURITY_HEADERS)) {
    expect(hosts).toContain(`${name}: ${value}`)
    // nginx, Caddy, Apache
    expect(readme.split(`${name} "${value}"`)).toHaveLength(4)
  }
  const server = await startServer(out)
  const answer = await fetch(server.url, { headers: { connection: 'close' } })
  await server.stop()
  for (const [name, value] of Object.entries(SECURITY_HEADERS)) expect(answer.headers.get(name)).toBe(value)
  // What a page cannot carry is in the header alone.
  expect(SECURITY_HEADERS['content-security-policy']).toBe(`${PAGE_POLICY}; frame-ancestors 'none'`)
})

test('page translators are asked to leave the page alone', () => {
  expect(html).toMatch(/<html[^>]* translate="no"[^>]* class="notranslate"/u)
  expect(html).toContain('<meta name="google" content="notranslate"')
})

test('the manifest, its icons and the service worker are in the build', () => {
  const manifest = JSON.parse(code('manifest.webmanifest')) as { icons: { src: string }[] }
  for (const { src } of manifest.icons) expect(existsSync(join(out, src)), src).toBe(true)
  expect(existsSync(join(out, 'sw.js'))).toBe(true)
})

test('each language comes without the other', () => {
  const [zh, en] = ['Zh', 'En'].map((name) =>
    readdirSync(join(out, 'assets'))
      .filter((file) => new RegExp(`^(?:first|screen)Messages${name}-`, 'u').test(file))
      .map((file) => code(`assets/${file}`))
      .join(),
  )
  expect(zh).toContain('数据只在本机')
  expect(en).not.toContain('数据只在本机')
  expect(en).toContain('Failures expected over another')
  expect(zh).not.toContain('Failures expected over another')
})
