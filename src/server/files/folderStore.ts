/** Files of records in a folder of this machine: `aa/bb/aabb…`, written beside and moved there once their hash is right. */
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open, opendir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { ProblemError } from '../problemError'
import { LARGEST_FILE, type FileStore, type Upload } from './fileStore'

export function folderStore(root: string): FileStore {
  const placeOf = (sha256: string): string => join(root, sha256.slice(0, 2), sha256.slice(2, 4), sha256)
  const besideOf = (sha256: string, account: string): string => join(root, 'incoming', `${sha256}-${account}`)
  /** Two uploads of the same bytes by one person would write into each other. */
  const receiving = new Set<string>()

  async function finish(beside: string, sha256: string): Promise<void> {
    if ((await hashOf(beside)) !== sha256) {
      await rm(beside, { force: true })
      throw new ProblemError('malformed')
    }
    const place = placeOf(sha256)
    await mkdir(join(place, '..'), { recursive: true, mode: 0o700 })
    await rename(beside, place)
    await syncFolder(join(place, '..'))
  }

  return {
    sizeOf: (sha256) => sizeAt(placeOf(sha256)),
    begun: async (sha256, account) => (await sizeAt(besideOf(sha256, account))) ?? 0,
    receive: async (upload, bytes) => {
      const { sha256, account, total } = upload
      if (total > LARGEST_FILE) throw new ProblemError('too-large')
      const beside = besideOf(sha256, account)
      if (receiving.has(beside)) throw new ProblemError('slow-down', { after: 2 })
      receiving.add(beside)
      try {
        await mkdir(join(root, 'incoming'), { recursive: true, mode: 0o700 })
        const size = await append(beside, upload, bytes)
        if (size === total) await finish(beside, sha256)
        return size
      } finally {
        receiving.delete(beside)
      }
    },
    read: async (sha256) => {
      const size = await sizeAt(placeOf(sha256))
      return size === null ? null : { size, bytes: createReadStream(placeOf(sha256)) }
    },
    extent: () => extentOf(root),
  }
}

async function sizeAt(path: string): Promise<number | null> {
  return stat(path).then(
    ({ size }) => size,
    () => null,
  )
}

/** What arrived before the connection broke stays, so that the next try goes on from there. */
async function append(path: string, { from, total }: Upload, bytes: Readable): Promise<number> {
  const there = from === 0 ? 0 : ((await sizeAt(path)) ?? 0)
  if (there !== from) throw new ProblemError('gap', { from: there })
  const file = await open(path, from === 0 ? 'w' : 'a', 0o600)
  let size = from
  try {
    for await (const chunk of bytes as AsyncIterable<Buffer>) {
      size += chunk.length
      if (size > total) throw new ProblemError('too-large')
      await file.writeFile(chunk)
    }
    await file.sync()
    return size
  } finally {
    await file.close()
  }
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer)
  return hash.digest('hex')
}

/** The name is on disk too before anybody is told; Windows opens no folders. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r').catch(() => null)
  await folder?.sync().catch(() => undefined)
  await folder?.close()
}

async function extentOf(root: string): Promise<{ readonly count: number; readonly bytes: number }> {
  let count = 0
  let bytes = 0
  const folder = await opendir(root, { recursive: true }).catch(() => null)
  if (folder !== null)
    for await (const entry of folder)
      if (entry.isFile()) {
        count += 1
        bytes += (await sizeAt(join(entry.parentPath, entry.name))) ?? 0
      }
  return { count, bytes }
}
