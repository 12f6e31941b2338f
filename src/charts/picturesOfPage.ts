/** Every drawing of a page as a picture, with the title, subtitle and remarks that stand with it. */
import { pictureOfChart, pngOf } from './pictureOfChart'

export interface PagePicture {
  readonly title: string
  readonly svg: string
  readonly png: Uint8Array
}

const SCALE = 2

const textOf = (card: Element, selector: string): readonly string[] =>
  [...card.querySelectorAll(selector)].map((element) => element.textContent?.trim() ?? '')

/** @param whyNot what is said when the browser cannot paint one */
export async function picturesOfPage(page: Element, whyNot: string): Promise<readonly PagePicture[]> {
  const pictures: PagePicture[] = []
  for (const card of page.querySelectorAll<HTMLElement>('.chart-card')) {
    const [title = ''] = textOf(card, '.chart-head h3')
    const [subtitle = ''] = textOf(card, '.chart-subtitle')
    const picture = pictureOfChart(card, { title, subtitle, notes: textOf(card, ':scope > .note.warn') })
    // A card that is empty or shows its table has no drawing.
    if (picture === null) continue
    const png = await pngOf(picture, SCALE, whyNot)
    pictures.push({ title, svg: picture.svg, png: new Uint8Array(await png.arrayBuffer()) })
  }
  return pictures
}
