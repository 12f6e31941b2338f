/** Every command of the store that a screen or panel gives runs in the boundary: read from the sources. */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const files = (folder: string): string[] =>
  readdirSync(folder).flatMap((name) => {
    const path = join(folder, name)
    return statSync(path).isDirectory() ? files(path) : /\.tsx?$/u.test(name) ? [path] : []
  })

/** Exported functions of the store that take a person: those are the commands. */
const COMMANDS = files('src/store')
  .flatMap((path) =>
    readFileSync(path, 'utf8')
      .split(/^export /mu)
      .slice(1),
  )
  .flatMap((declared) => {
    const [head = ''] = declared.split(/\): (?:Promise|asserts|void)/u)
    const name = /^(?:async )?(?:function|const) (\w+)/u.exec(head)?.[1]
    return name !== undefined && declared.length > head.length && /\bperson: Person,/u.test(head) ? [name] : []
  })
  .filter((name) => name !== 'assertPermitted')

/** A function handed to the boundary, or to a dialog that hands it there. */
const IN_BOUNDARY = /\b(?:run|runLeaving|ends|give|onSave|commit|signed|redo)(?:<[^(]*>)?\s*[=(:{]/u

test('the commands of the store are known', () => {
  expect(COMMANDS.length).toBeGreaterThan(30)
  expect(COMMANDS).toEqual(
    expect.arrayContaining(['editFailure', 'takeStep', 'undo', 'saveTemplate', 'deleteTemplate']),
  )
})

test('no screen gives a command outside the boundary', () => {
  const calls = new RegExp(`(?<![.\\w])(${COMMANDS.join('|')})\\(`, 'u')
  const wrong = ['src/screens', 'src/panels', 'src/app'].flatMap(files).flatMap((path) => {
    const lines = readFileSync(path, 'utf8').split('\n')
    return lines.flatMap((line, at) => {
      if (!calls.test(line)) return []
      const statement = lines.slice(Math.max(0, at - 14), at + 1).join('\n')
      const isDropped = new RegExp(`\\bvoid (?:${COMMANDS.join('|')})\\(`, 'u').test(line)
      return isDropped || !IN_BOUNDARY.test(statement) ? [`${path}:${at + 1} ${line.trim()}`] : []
    })
  })
  expect(wrong).toEqual([])
})
