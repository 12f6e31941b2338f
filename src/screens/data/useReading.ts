/** Reading files in the background: those dropped or chosen, and those pasted here or elsewhere; it can be stopped. */
import { useEffect, useRef, useState } from 'react'
import { isPastedBlock, takePasted, usePaste } from '../../panels/pastedBlock'
import { reasonInWords } from '../../panels/reasonInWords'
import { useText } from '../../ui/LanguageContext'
import { useToast } from '../../ui/Toasts'
import { followed } from '../../workers/followed'
import type { ImportStage, Preview } from '../../workers/importAnswers'
import { endImporter, importer } from '../../workers/importClient'
import type { Progress } from './useImportSession'

export function useReading(onRead: (preview: Preview) => void) {
  const { t } = useText()
  const toast = useToast()
  const [progress, setProgress] = useState<Progress | null>(null)
  const [failure, setFailure] = useState<string | null>(null)
  /** The reading that is waited for; what one that was cancelled still reports is not told. */
  const current = useRef<object | null>(null)

  const readNow = useRef<(files: readonly File[]) => Promise<void>>(async () => undefined)
  const read = async (files: readonly File[]): Promise<void> => {
    if (files.length === 0) return
    const own = {}
    current.current = own
    const isAwaited = (): boolean => current.current === own
    setFailure(null)
    if (files.some(({ name }) => name.toLowerCase().endsWith('.fracas'))) {
      setFailure(t.importIsPackage)
      return
    }
    setProgress({ stage: 'opening', fraction: 0, file: files[0]?.name ?? '' })
    try {
      const opened = await Promise.all(
        files.map(async (file) => ({ name: file.name, bytes: await file.arrayBuffer(), isBlock: isPastedBlock(file) })),
      )
      if (!isAwaited()) return
      const preview = await followed(
        (stage: ImportStage, fraction: number, file: string) => {
          if (isAwaited()) setProgress({ stage, fraction, file })
        },
        (onStage) => importer().read(opened, onStage),
      )
      if (isAwaited()) onRead(preview)
    } catch (error) {
      if (isAwaited()) setFailure(reasonInWords(error, t))
    }
    if (isAwaited()) setProgress(null)
  }
  readNow.current = read
  usePaste((files) => void read(files))
  useEffect(() => {
    const pasted = takePasted()
    if (pasted.length > 0) void readNow.current(pasted)
  }, [])
  const cancel = (): void => {
    current.current = null
    endImporter()
    setProgress(null)
    toast(t.importCancelled)
  }
  return { progress, failure, read, cancel }
}
