/** A block copied in a spreadsheet and pasted here: on its way to the import, where it is reviewed like any file. */
import { useEffect, useRef } from 'react'
import { localMoment } from '../i18n/format'
import { useText } from '../ui/LanguageContext'

const BLOCK = 'text/tab-separated-values'
let waiting: readonly File[] = []

/** Keeps what was pasted on another screen until the import asks for it. */
export const handOverPasted = (files: readonly File[]): void => {
  waiting = files
}

export function takePasted(): readonly File[] {
  const files = waiting
  waiting = []
  return files
}

const isWriting = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target.closest('input, textarea, select, dialog') !== null)

/** Files, or a block of cells as one; text of a single cell is none. */
function filesOf({ clipboardData }: ClipboardEvent, nameOfBlock: () => string): readonly File[] {
  const files = [...(clipboardData?.files ?? [])].filter(({ type }) => !type.startsWith('image/'))
  if (files.length > 0) return files
  const text = clipboardData?.getData('text/plain') ?? ''
  return /[\t\n].*\S/u.test(text.trim()) && text.includes('\t')
    ? [new File([text], nameOfBlock(), { type: BLOCK })]
    : []
}

/** A file that holds a pasted block, which may have no header of its own. */
export const isPastedBlock = ({ type }: File): boolean => type === BLOCK

/** Calls `take` with what is pasted outside of fields. */
export function usePaste(take: (files: readonly File[]) => void): void {
  const { t } = useText()
  const nameOfBlock = (): string => `${t.pastedName(localMoment().slice(0, 16).replace('T', ' ').replace(':', ''))}.txt`
  const now = useRef({ nameOfBlock, take })
  now.current = { nameOfBlock, take }
  useEffect(() => {
    const onPaste = (event: ClipboardEvent): void => {
      if (isWriting(event.target)) return
      const files = filesOf(event, now.current.nameOfBlock)
      if (files.length === 0) return
      event.preventDefault()
      now.current.take(files)
    }
    document.addEventListener('paste', onPaste)
    return () => document.removeEventListener('paste', onPaste)
  }, [])
}
