/** A package on disk, read by range; a sealed one is opened first. */
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ByteSource } from '../exchange/open/byteSource'
import { isSealed } from '../exchange/package/seal/sealHeader'
import { unseal } from '../exchange/package/seal/unseal'
import { fileSource, sourceOfOpenFile } from './fileSource'

/**
 * @throws PackageRefused when it is sealed with another passphrase
 * @throws the error of the system when the file cannot be opened
 */
export async function openPackageFile<T>(
  path: string,
  passphrase: string,
  look: (source: ByteSource) => Promise<T>,
): Promise<T> {
  const source = fileSource(path)
  try {
    return isSealed(source) ? await unsealed(source, passphrase, look) : await look(source)
  } finally {
    source.close()
  }
}

export function isSealedFile(path: string): boolean {
  const source = fileSource(path)
  try {
    return isSealed(source)
  } finally {
    source.close()
  }
}

/** What was sealed is on disk only while it is looked at, readable by nobody else. */
async function unsealed<T>(
  source: ByteSource,
  passphrase: string,
  look: (opened: ByteSource) => Promise<T>,
): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'package-'))
  const file = openSync(join(folder, 'opened'), 'wx+', 0o600)
  try {
    // Without a name it is gone with this process, however that ends.
    remove(folder)
  } catch {
    // Some systems keep the name of an open file; there it goes at the end.
  }
  try {
    const write = (bytes: Uint8Array): Promise<void> => {
      for (let at = 0; at < bytes.length;) at += writeSync(file, bytes, at)
      return Promise.resolve()
    }
    await unseal(source, passphrase, { write })
    return await look(sourceOfOpenFile(file))
  } finally {
    closeSync(file)
    remove(folder)
  }
}

const remove = (folder: string): void => rmSync(folder, { recursive: true, force: true })
