/** Secrets the server gives out: it keeps only their hashes, so that whoever reads the database cannot sign in with it. */
import { createHash, randomBytes } from 'node:crypto'

const BYTES = 32

export const newToken = (): string => randomBytes(BYTES).toString('base64url')

/** A secret of 256 bits needs no slow hash. */
export const hashOfToken = (token: string): Buffer => createHash('sha256').update(token).digest()
