/** The folder of everything the service keeps: nobody else looks into it. */
import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'

/** Folders above it that are made with it are as open as others of this machine, because PostgreSQL may have to pass through. */
export function makeDataFolder(path: string): void {
  mkdirSync(dirname(path), { recursive: true })
  mkdirSync(path, { recursive: true, mode: 0o700 })
}
