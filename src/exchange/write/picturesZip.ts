/** Pictures of charts as one zip file, numbered in the order they stand on the page. */
import { strToU8, zipSync, type Zippable } from 'fflate'

export interface NamedPicture {
  readonly title: string
  readonly svg: string
  readonly png: Uint8Array
}

const NOT_IN_NAMES = /[\\/:*?"<>|\p{Cc}]+/gu

/** Two charts of one title are told apart by their number. */
export function picturesZip(pictures: readonly NamedPicture[]): Uint8Array {
  const files: Zippable = {}
  for (const [at, { title, svg, png }] of pictures.entries()) {
    const name = `${String(at + 1).padStart(2, '0')} ${title.replace(NOT_IN_NAMES, ' ').trim().slice(0, 80)}`
    files[`${name}.svg`] = strToU8(svg)
    // A PNG is compressed already.
    files[`${name}.png`] = [png, { level: 0 }]
  }
  return zipSync(files)
}
