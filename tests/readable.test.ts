/** What a person can read in a diff: lines that fit a screen, and functions that fit a head. */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { parseSync } from 'vite'
import { expect, test } from 'vitest'

const LONGEST_LINE = 140
const LONGEST_FUNCTION = 120
/** Syntax nodes of a function, everything inside it counted; ninety-nine in a hundred have no more. */
const NODES_OF_P99 = 400

const files = (folder: string): string[] =>
  readdirSync(folder).flatMap((name) => {
    const path = join(folder, name)
    return statSync(path).isDirectory() ? files(path) : /\.(?:tsx?|mjs)$/u.test(name) ? [path] : []
  })
const sources = files(resolve('src')).map((path) => ({
  name: relative(resolve('.'), path),
  code: readFileSync(path, 'utf8'),
}))

interface Measured {
  readonly name: string
  readonly nodes: number
  readonly lines: number
}

/** Every function of a file with its size; a function inside another counts for both. */
function functionsOf(name: string, code: string): readonly Measured[] {
  const found: Measured[] = []
  const lineAt = (offset: number): number => code.slice(0, offset).split('\n').length
  const nodesIn = (value: unknown): number => {
    if (Array.isArray(value)) return value.reduce<number>((sum, item) => sum + nodesIn(item), 0)
    if (typeof value !== 'object' || value === null) return 0
    const node = value as { readonly type?: unknown; readonly start?: number; readonly end?: number }
    const nodes = Object.values(value).reduce<number>((sum, child) => sum + nodesIn(child), 0)
    if (typeof node.type !== 'string') return nodes
    const isFunction = /^(?:Function|ArrowFunction)(?:Declaration|Expression)$/u.test(node.type)
    if (isFunction) {
      const [from, to] = [lineAt(node.start ?? 0), lineAt(node.end ?? 0)]
      found.push({ name: `${name}:${from}`, nodes: nodes + 1, lines: to - from + 1 })
    }
    return nodes + 1
  }
  nodesIn(parseSync(name, code).program)
  return found
}

test(`no line is longer than ${LONGEST_LINE} characters`, () => {
  const long = sources.flatMap(({ name, code }) =>
    code.split('\n').flatMap((line, at) => (line.length > LONGEST_LINE ? [`${name}:${at + 1}`] : [])),
  )
  expect(long).toEqual([])
})

test(`no function is longer than ${LONGEST_FUNCTION} lines, and few are large`, () => {
  const functions = sources.flatMap(({ name, code }) => functionsOf(name, code))
  expect(functions.length).toBeGreaterThan(5000)
  expect(functions.filter(({ lines }) => lines > LONGEST_FUNCTION)).toEqual([])
  const largest = functions.toSorted((a, b) => b.nodes - a.nodes)
  const p99 = largest[Math.floor(functions.length / 100)]
  expect(
    p99?.nodes ?? 0,
    `largest: ${largest
      .slice(0, 5)
      .map(({ name, nodes }) => `${name} ${nodes}`)
      .join(', ')}`,
  ).toBeLessThanOrEqual(NODES_OF_P99)
})
