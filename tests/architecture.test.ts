/** Who may know whom. A wrong import fails here with the sentence that says so. */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { expect, test } from 'vitest'

/** The map of src/: each folder, and the folders it may import from. Imported types count too. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  domain: [],
  reliability: [],
  metrics: ['domain', 'reliability'],
  i18n: ['domain', 'reliability', 'metrics'],
  store: ['domain'],
  exchange: ['domain', 'reliability', 'metrics', 'i18n'],
  // What a device exchanges with the company's server.
  sync: ['domain', 'store'],
  workers: ['domain', 'metrics', 'store', 'exchange', 'i18n', 'sync'],
  ui: ['i18n'],
  charts: ['domain', 'reliability', 'metrics', 'i18n', 'ui'],
  panels: ['domain', 'reliability', 'metrics', 'store', 'sync', 'exchange', 'workers', 'i18n', 'ui', 'charts'],
  screens: [
    'domain',
    'reliability',
    'metrics',
    'store',
    'sync',
    'exchange',
    'workers',
    'i18n',
    'ui',
    'charts',
    'panels',
  ],
  app: ['i18n', 'store', 'sync', 'ui', 'panels', 'screens'],
  headless: ['domain', 'reliability', 'metrics', 'store', 'exchange', 'workers'],
  // The company's server: the rules of domain/ and PostgreSQL, nothing of the browser.
  server: ['domain'],
}

/** The rooms of exchange/, in the order a workbook walks through them; each may import from the rooms named. */
const ROOMS_OF_EXCHANGE: Readonly<Record<string, readonly string[]>> = {
  open: [],
  cells: ['open'],
  tables: ['open', 'cells'],
  plan: ['open', 'cells', 'tables'],
  write: ['open', 'cells', 'tables', 'plan'],
  // No workbook comes here: what every zip of ours is made of, the backup file, and what is handed over.
  archive: ['open'],
  backup: ['open', 'archive'],
  package: ['open', 'archive'],
}

/** Packages with a home. Pure folders use none, except statistics from simple-statistics. */
const HOME: Readonly<Record<string, readonly string[]>> = {
  dexie: ['store'],
  'dexie-react-hooks': ['panels'],
  react: ['ui', 'charts', 'panels', 'screens', 'app'],
  recharts: ['charts'],
  xlsx: ['exchange'],
  fflate: ['exchange'],
  pg: ['server'],
  fastify: ['server'],
  comlink: ['workers', 'panels', 'screens'],
}
const PURE = ['domain', 'reliability', 'metrics']
const IN_PURE_FOLDERS: readonly string[] = ['simple-statistics']

const root = resolve('src')
const files = (folder: string): string[] =>
  readdirSync(folder).flatMap((name) => {
    const path = join(folder, name)
    return statSync(path).isDirectory() ? files(path) : /\.tsx?$/u.test(name) && !name.endsWith('.d.ts') ? [path] : []
  })
const importsOf = (path: string): string[] =>
  [...readFileSync(path, 'utf8').matchAll(/(?:from\s+|import\s+|import\(\s*)['"]([^'"]+)['"]/gu)].map(
    (match) => match[1] ?? '',
  )
/** Files that start a page, a thread or a command: nobody imports them. */
const STARTS = ['app/main.tsx', 'headless/import.ts', 'headless/kpi.ts', 'headless/package.ts', 'server/main.ts']

const all = files(root).map((path) => ({
  path,
  name: relative(root, path),
  folder: relative(root, path).split('/')[0] ?? '',
  imports: importsOf(path),
}))

test('every folder of src is on the map', () => {
  expect([...new Set(all.map(({ folder }) => folder))].filter((folder) => !(folder in MAY_IMPORT))).toEqual([])
})

test('imports follow the map', () => {
  const wrong = all.flatMap(({ path, name, folder, imports }) =>
    imports
      .filter((target) => target.startsWith('.'))
      .flatMap((target) => {
        const to = relative(root, resolve(dirname(path), target))
        if (to.startsWith('..'))
          return /^\.\.\/fixtures\/(?:demo|datasets)\//u.test(to) ? [] : [`${name} may not import ${target}`]
        const [other = ''] = to.split('/')
        return other === folder || MAY_IMPORT[folder]?.includes(other) === true
          ? []
          : [`${name} may not import ${target}`]
      }),
  )
  expect(wrong).toEqual([])
})

test('a workbook walks through the rooms of exchange one way', () => {
  const within = all.filter(({ folder }) => folder === 'exchange')
  const roomOf = (name: string): string => name.split('/')[1] ?? ''
  expect([...new Set(within.map(({ name }) => roomOf(name)))].toSorted()).toEqual(
    Object.keys(ROOMS_OF_EXCHANGE).toSorted(),
  )
  const wrong = within.flatMap(({ path, name, imports }) =>
    imports
      .filter((target) => target.startsWith('.'))
      .flatMap((target) => {
        const to = relative(root, resolve(dirname(path), target))
        const from = roomOf(name)
        const isOpen =
          !to.startsWith('exchange/') || roomOf(to) === from || ROOMS_OF_EXCHANGE[from]?.includes(roomOf(to)) === true
        return isOpen ? [] : [`${name} may not import ${target}`]
      }),
  )
  expect(wrong).toEqual([])
})

test('screens do not import each other', () => {
  const wrong = all
    .filter(({ folder }) => folder === 'screens')
    .flatMap(({ path, name, imports }) =>
      imports
        .filter((target) => target.startsWith('.'))
        .flatMap((target) => {
          const to = relative(root, resolve(dirname(path), target)).split('/')
          return to[0] === 'screens' && to[1] !== name.split('/')[1] ? [`${name} may not import ${target}`] : []
        }),
    )
  expect(wrong).toEqual([])
})

test('packages stay at home', () => {
  const wrong = all.flatMap(({ name, folder, imports }) =>
    imports
      .filter((target) => !target.startsWith('.') && !target.startsWith('node:') && !target.startsWith('virtual:'))
      .flatMap((target) => {
        const bare = target.startsWith('@') ? target.split('/').slice(0, 2).join('/') : (target.split('/')[0] ?? '')
        if (PURE.includes(folder))
          return IN_PURE_FOLDERS.includes(bare) ? [] : [`${name} is pure and may not import ${target}`]
        const home = HOME[bare]
        return home === undefined || home.includes(folder)
          ? []
          : [`${name} may not import ${target}; it lives in ${home.join(', ')}`]
      }),
  )
  expect(wrong).toEqual([])
})

test('the pure folders ask no clock and no chance', () => {
  const wrong = all
    .filter(({ folder }) => PURE.includes(folder))
    .flatMap(({ path, name }) => {
      const found = /\bDate\.now\(|\bMath\.random\(|\bnew Date\(\)/u.exec(readFileSync(path, 'utf8'))
      return found === null ? [] : [`${name} uses ${found[0]}`]
    })
  expect(wrong).toEqual([])
})

test('no file is called utils, helpers or index', () => {
  expect(
    all.map(({ name }) => name).filter((name) => /(?:^|\/)(?:utils?|helpers?|index|common|misc)\.tsx?$/u.test(name)),
  ).toEqual([])
})

/** The files of src a file imports, also those it starts as a thread or loads later. */
const neighboursOf = ({ path, imports }: (typeof all)[number]): readonly string[] =>
  [...imports, ...threadsOf(path)]
    .filter((target) => target.startsWith('.'))
    .flatMap((target) => {
      const to = relative(root, resolve(dirname(path), target))
      return [to, `${to}.ts`, `${to}.tsx`].filter((name) => all.some((file) => file.name === name))
    })
const threadsOf = (path: string): string[] =>
  [...readFileSync(path, 'utf8').matchAll(/new URL\(\s*'(\.[^']+)'/gu)].map((match) => match[1] ?? '')

test('every file is reached from a start, or is a method kept on purpose and named as one', () => {
  const reached = new Set(STARTS)
  const open = [...STARTS]
  for (let name = open.pop(); name !== undefined; name = open.pop())
    for (const next of neighboursOf(all.find((file) => file.name === name) ?? all[0]!))
      if (!reached.has(next)) {
        reached.add(next)
        open.push(next)
      }
  const unreached = all.map(({ name }) => name).filter((name) => !reached.has(name))
  const [, section = ''] = readFileSync('src/reliability/README.md', 'utf8').split('## Library on purpose')
  const kept = [...(section.split('`special/` holds')[0] ?? '').matchAll(/`([\w/]+)`(?=[^|]*\|[^|]*\|$)/gmu)].map(
    (match) => `reliability/${match[1]}.ts`,
  )
  expect(unreached.toSorted()).toEqual(kept.toSorted())
})
