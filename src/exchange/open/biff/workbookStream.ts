/** The stream of an old .xls that holds its workbook, and what else lies in the file. */
import * as XLSX from 'xlsx'
import { hasSoundChains } from '../compoundChains'
import { withoutDefaultPassword } from './defaultPassword'
import { documentProperties, type DocumentProperties } from './documentProperties'
import { BOF } from './records'

const BIFF8 = 0x0600
const FILE_PASS = 0x2f
const END_OF_GLOBALS = 0x0a

export interface WorkbookStream {
  readonly stream: Uint8Array
  /** Written by Excel 97 or later; older ones have other records. */
  readonly isBiff8: boolean
  readonly hasMacros: boolean
  readonly properties: DocumentProperties
}

export const isCompoundFile = (bytes: Uint8Array): boolean =>
  bytes[0] === 0xd0 && bytes[1] === 0xcf && bytes[2] === 0x11 && bytes[3] === 0xe0

type Compound = ReturnType<typeof XLSX.CFB.read>

/** @returns null when it cannot be opened. Its chains must be sound. */
export function openCompound(bytes: Uint8Array): Compound | null {
  try {
    return XLSX.CFB.read(bytes, { type: 'array' })
  } catch {
    return null
  }
}

/** @returns null for a container without a workbook */
export function streamOf(container: Compound): Uint8Array | null {
  const content = (XLSX.CFB.find(container, 'Workbook') ?? XLSX.CFB.find(container, 'Book'))?.content
  return content === undefined || content === null ? null : withoutDefaultPassword(Uint8Array.from(content))
}

/** @returns null for a file that is no readable .xls */
export function workbookStream(bytes: Uint8Array): WorkbookStream | null {
  const container = isCompoundFile(bytes) && hasSoundChains(bytes) ? openCompound(bytes) : null
  const stream = container === null ? null : streamOf(container)
  if (container === null || stream === null || stream.length < 8 || isEncryptedStream(stream)) return null
  const view = new DataView(stream.buffer)
  const named = (name: string): Uint8Array => Uint8Array.from(XLSX.CFB.find(container, name)?.content ?? [])
  return {
    stream,
    isBiff8: view.getUint16(0, true) === BOF && view.getUint16(4, true) === BIFF8,
    hasMacros: container.FullPaths.some((path: string) => /\/_VBA_PROJECT_CUR\//i.test(path)),
    properties: documentProperties(named('/\u0005SummaryInformation'), named('/\u0005DocumentSummaryInformation')),
  }
}

/** A record among the first ones says that the rest is encrypted. */
export function isEncryptedStream(stream: Uint8Array): boolean {
  const view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength)
  for (let at = 0; at + 4 <= view.byteLength; at += 4 + view.getUint16(at + 2, true)) {
    const record = view.getUint16(at, true)
    if (record === FILE_PASS) return true
    if (record === END_OF_GLOBALS) return false
  }
  return false
}
