/** A package on disk, read by range; a sealed one is opened first. */
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ByteSource } from '../exchange/open/byteSource'
import { isSealed } from '../exchange/package/seal/sealHeader'
import { unseal } from '../exchange/package/seal/unseal'
import { fileSource } from './fileSource'

/**
 * @throws PackageRefused when it is sealed with another passphrase
 * @throws the error of the system when the file cannot be opened
 */
export async function openPackageFile<T>(
  path: string,
  passphrase: string,
  look: (source: ByteSource, wasSealed: boolean) => Promise<T>,
): Promise<T> {
  const source = fileSource(path)
  try {
    const wasSealed = isSealed(source)
    return wasSealed ? await unsealed(source, passphrase, (opened) => look(opened, true)) : await look(source, false)
  } finally {
    source.close()
  }
}

/** What was sealed stands on disk only while it is looked at, readable by nobody else. */
async function unsealed<T>(
  source: ByteSource,
  passphrase: string,
  look: (opened: ByteSource) => Promise<T>,
): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'package-'))
  const path = join(folder, 'opened')
  try {
    const file = openSync(path, 'wx', 0o600)
    const write = (bytes: Uint8Array): Promise<void> => {
      for (let at = 0; at < bytes.length;) at += writeSync(file, bytes, at)
      return Promise.resolve()
    }
    await unseal(source, passphrase, { write }).finally(() => closeSync(file))
    const opened = fileSource(path)
    return await look(opened).finally(() => opened.close())
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
