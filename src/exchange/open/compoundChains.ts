/**
 * Are the sector chains of an old .xls file sound? A chain that runs in a circle, or into another, would be followed
 * without end. Checked before anything else reads the container.
 *
 * @source [MS-CFB] Compound File Binary File Format, 2.2 to 2.6
 */
const HEADER_BYTES = 512
const HEADER_DIFAT = 109
const LAST_SPECIAL = 0xfffffffa
const DIRECTORY_ENTRY_BYTES = 128

export function hasSoundChains(bytes: Uint8Array): boolean {
  if (bytes.length < HEADER_BYTES) return false
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const shift = view.getUint16(30, true)
  if (shift !== 9 && shift !== 12) return false
  const sectorBytes = 1 << shift
  const sectors = Math.ceil(bytes.length / sectorBytes)
  const at = (sector: number): number => (sector + 1) * sectorBytes
  const tables = allocationTables(view, sectorBytes, sectors)
  if (tables === null) return false
  const next = (sector: number): number => {
    const place = tables[Math.floor(sector / (sectorBytes / 4))]
    const offset = place === undefined ? -1 : at(place) + (sector % (sectorBytes / 4)) * 4
    return offset < 0 || offset + 4 > bytes.length ? LAST_SPECIAL : view.getUint32(offset, true)
  }
  const chain = (start: number): number[] | null => {
    const found: number[] = []
    for (let sector = start; sector < LAST_SPECIAL; sector = next(sector)) {
      if (sector >= sectors || found.length > sectors) return null
      found.push(sector)
    }
    return found
  }
  const directory = chain(view.getUint32(48, true))
  if (directory === null || chain(view.getUint32(60, true)) === null) return false
  const smallest = view.getUint32(56, true)
  for (const sector of directory) {
    for (
      let entry = at(sector);
      entry < at(sector) + sectorBytes && entry + DIRECTORY_ENTRY_BYTES <= bytes.length;
      entry += DIRECTORY_ENTRY_BYTES
    ) {
      const type = bytes[entry + 66]
      const isLarge = type === 5 || (type === 2 && view.getUint32(entry + 120, true) >= smallest)
      if (isLarge && chain(view.getUint32(entry + 116, true)) === null) return false
    }
  }
  return hasSoundMiniChains(view, chain(view.getUint32(60, true)) ?? [], sectorBytes)
}

/** Sectors that hold the allocation table; null when their own list does not end. */
function allocationTables(view: DataView, sectorBytes: number, sectors: number): number[] | null {
  const tables: number[] = []
  const add = (offset: number): boolean => {
    if (offset + 4 > view.byteLength) return false
    const sector = view.getUint32(offset, true)
    if (sector < LAST_SPECIAL) tables.push(sector)
    return sector < LAST_SPECIAL
  }
  for (let entry = 0; entry < HEADER_DIFAT; entry++) if (!add(76 + entry * 4)) break
  let more = view.getUint32(68, true)
  for (let seen = 0; more < LAST_SPECIAL; seen++) {
    const offset = (more + 1) * sectorBytes
    if (seen > sectors || offset + sectorBytes > view.byteLength) return null
    for (let entry = 0; entry < sectorBytes / 4 - 1; entry++) if (!add(offset + entry * 4)) break
    more = view.getUint32(offset + sectorBytes - 4, true)
  }
  return tables.length > sectors ? null : tables
}

/** Small streams have a table of their own; no two of its links may lead to the same place, nor back. */
function hasSoundMiniChains(view: DataView, tables: readonly number[], sectorBytes: number): boolean {
  const entries = (tables.length * sectorBytes) / 4
  const reached = new Uint8Array(entries)
  for (let entry = 0; entry < entries; entry++) {
    const offset = (tables[Math.floor(entry / (sectorBytes / 4))]! + 1) * sectorBytes + (entry % (sectorBytes / 4)) * 4
    const next = offset + 4 > view.byteLength ? LAST_SPECIAL : view.getUint32(offset, true)
    if (next >= LAST_SPECIAL) continue
    if (next >= entries || next <= entry - entries || reached[next] === 1) return false
    reached[next] = 1
    if (next === entry) return false
  }
  return true
}
