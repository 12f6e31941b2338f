/**
 * The last net: an error that nothing caught is said in words, with what to do. Commands never come this far, because the
 * boundary of commands answers first.
 */
import { useEffect } from 'react'
import { troubleOf } from '../domain/commandTrouble'
import { useSayTrouble } from './useCommand'
import { useText } from '../ui/LanguageContext'
import { useToast } from '../ui/Toasts'

/** Browsers report these as errors of the page although nothing is wrong. */
const HARMLESS = /ResizeObserver loop|^Script error\.?$/u

export function LastNet() {
  const { t } = useText()
  const toast = useToast()
  const say = useSayTrouble()
  useEffect(() => {
    const tell = (error: unknown, message: string): void => {
      const trouble = troubleOf(error)
      if (trouble.kind !== 'failed' || trouble.code !== 'unknown') say(trouble)
      else if (!HARMLESS.test(message)) toast(t.unexpectedError(message), undefined, 'trouble')
    }
    const onError = ({ error, message }: ErrorEvent): void => tell(error, message)
    const onRejection = ({ reason }: PromiseRejectionEvent): void =>
      tell(reason, reason instanceof Error ? reason.message : String(reason))
    window.addEventListener('error', onError)
    window.addEventListener('unhandledrejection', onRejection)
    return () => {
      window.removeEventListener('error', onError)
      window.removeEventListener('unhandledrejection', onRejection)
    }
  }, [t, toast, say])
  return null
}
