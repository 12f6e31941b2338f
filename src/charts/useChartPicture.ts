/** A drawing taken along: to the clipboard as a picture, or as a file, and what became of it. */
import { useState, type RefObject } from 'react'
import { useText } from '../ui/LanguageContext'
import { saveFile } from '../ui/saveFile'
import { fileNameOf } from './fileNameOf'
import { pictureOfChart, pngOf, type Caption, type Picture } from './pictureOfChart'

const PICTURE_SCALE = 2

export interface ChartPicture {
  readonly said: { readonly text: string; readonly isTrouble: boolean } | null
  readonly forget: () => void
  readonly copy: () => Promise<void>
  readonly save: () => Promise<void>
}

export function useChartPicture(card: RefObject<HTMLElement | null>, caption: Caption): ChartPicture {
  const { t } = useText()
  const [said, setSaid] = useState<ChartPicture['said']>(null)
  const { title } = caption
  const take = (): Picture => {
    const picture = card.current === null ? null : pictureOfChart(card.current, caption)
    if (picture === null) throw new Error(t.chartNoDrawing)
    return picture
  }
  const attempt = async (work: () => Promise<string>): Promise<void> => {
    setSaid(null)
    try {
      setSaid({ text: await work(), isTrouble: false })
    } catch (error) {
      setSaid({ text: t.chartExportFailed(error instanceof Error ? error.message : String(error)), isTrouble: true })
    }
  }
  const copy = (): Promise<void> =>
    attempt(async () => {
      const png = pngOf(take(), PICTURE_SCALE, t.chartPictureTooLarge)
      if (await copied(png)) return t.chartCopied
      saveFile(await png, fileNameOf(title, 'png'), 'image/png')
      return t.chartPictureSaved
    })
  const save = (): Promise<void> =>
    attempt(async () => {
      saveFile(new Blob([take().svg], { type: 'image/svg+xml' }), fileNameOf(title, 'svg'), 'image/svg+xml')
      return t.chartSvgSaved
    })
  return { said, forget: () => setSaid(null), copy, save }
}

/** The promise goes to the clipboard unresolved: some browsers only allow it within the click itself. */
async function copied(png: Promise<Blob>): Promise<boolean> {
  if (typeof ClipboardItem === 'undefined' || typeof navigator.clipboard?.write !== 'function') return false
  try {
    await navigator.clipboard.write([new ClipboardItem({ 'image/png': png })])
    return true
  } catch {
    return false
  }
}
