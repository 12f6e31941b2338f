/** A finished package on its way: the share sheet of the system where it takes such a file, else a file to save. */
import { saveFile } from '../../../ui/saveFile'

const MIME = 'application/zip'

/** @returns how it went; 'dismissed' when the person closed the share sheet */
export async function givePackage(content: Blob, name: string): Promise<'shared' | 'saved' | 'dismissed'> {
  const file = new File([content], name, { type: MIME })
  if (isTouch() && navigator.canShare?.({ files: [file] }) === true)
    try {
      await navigator.share({ files: [file], title: name })
      return 'shared'
    } catch (error) {
      if (error instanceof DOMException && error.name === 'AbortError') return 'dismissed'
    }
  saveFile(content, name, MIME)
  return 'saved'
}

/** On a desk a file to save is what people expect. */
const isTouch = (): boolean => window.matchMedia('(pointer: coarse)').matches

/** A name people can tell apart in a mail: whose device, when. */
export const packageName = (code: string, at: string, kind: 'package' | 'receipt' | 'backup'): string =>
  `fracas-${kind === 'package' ? '' : `${kind}-`}${code}-${at.slice(0, 16).replace(/[-:T]/gu, '')}.fracas`
