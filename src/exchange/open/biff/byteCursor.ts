/** Reads little-endian values of one record; whoever reads past its end is told so, never given what lies behind. */

/** A record is shorter than what it says it holds. */
export class RecordEnd extends Error {
  constructor() {
    super('record ends early')
    this.name = 'RecordEnd'
  }
}

/** Reads what may be left out when its record is cut short. */
export function tolerant(read: () => void): void {
  try {
    read()
  } catch (error) {
    if (!(error instanceof RecordEnd)) throw error
  }
}

export class ByteCursor {
  at = 0
  /** The first of the joins not passed yet. */
  private join = 0
  private readonly view: DataView

  /** @param joins where the record was continued; a text broken there says anew how wide its characters are */
  constructor(
    readonly data: Uint8Array,
    private readonly joins: readonly number[] = [],
  ) {
    this.view = new DataView(data.buffer, data.byteOffset, data.byteLength)
  }

  get left(): number {
    return this.data.length - this.at
  }

  private take(count: number): number {
    if (count < 0 || this.at + count > this.data.length) throw new RecordEnd()
    this.at += count
    return this.at - count
  }

  skip(count: number): void {
    this.take(count)
  }

  u8(): number {
    return this.view.getUint8(this.take(1))
  }

  u16(): number {
    return this.view.getUint16(this.take(2), true)
  }

  i16(): number {
    return this.view.getInt16(this.take(2), true)
  }

  u32(): number {
    return this.view.getUint32(this.take(4), true)
  }

  i32(): number {
    return this.view.getInt32(this.take(4), true)
  }

  f64(): number {
    return this.view.getFloat64(this.take(8), true)
  }

  bytes(count: number): Uint8Array {
    const from = this.take(count)
    return this.data.subarray(from, from + count)
  }

  /** Characters of one or two bytes each. */
  characters(count: number, isWide: boolean): string {
    let text = ''
    let wide = isWide
    for (let left = count; left > 0;) {
      while ((this.joins[this.join] ?? Infinity) < this.at) this.join += 1
      if (this.joins[this.join] === this.at) {
        wide = (this.u8() & 1) === 1
        this.join += 1
      }
      const end = this.joins[this.join] ?? this.data.length
      const room = Math.min(left, Math.floor((end - this.at) / (wide ? 2 : 1)))
      if (room <= 0) throw new RecordEnd()
      text += decoded(this.bytes(room * (wide ? 2 : 1)), wide)
      left -= room
    }
    return text
  }

  /** A text that says how long it is in two bytes, or in one. */
  text(lengthBytes: 1 | 2 = 2): string {
    const count = lengthBytes === 1 ? this.u8() : this.u16()
    return this.characters(count, (this.u8() & 1) === 1)
  }
}

const MOST_AT_ONCE = 8_192

function decoded(bytes: Uint8Array, wide: boolean): string {
  const codes = wide
    ? Uint16Array.from({ length: bytes.length / 2 }, (_, at) => (bytes[at * 2] ?? 0) | ((bytes[at * 2 + 1] ?? 0) << 8))
    : bytes
  let text = ''
  for (let at = 0; at < codes.length; at += MOST_AT_ONCE)
    text += String.fromCharCode(...codes.subarray(at, at + MOST_AT_ONCE))
  return text
}
