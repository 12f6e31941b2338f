/**
 * A button that opens the form of a command, or gives it. Whoever may not give it reads why on the button, and is told
 * when they press it: a finger has no pointer to hold still over it.
 */
import type { ReactNode } from 'react'
import type { CommandName } from '../domain/workflow/commands'
import { permits, type PermitRecords } from '../domain/workflow/permits'
import { useText } from '../ui/LanguageContext'
import { useToast } from '../ui/Toasts'
import { usePerson } from './usePerson'

interface Props {
  readonly command: CommandName
  /** What it is about, where that decides who may. */
  readonly records?: PermitRecords
  readonly isQuiet?: boolean
  /** Why not at this moment, whoever asks. */
  readonly busyWhy?: string | undefined
  readonly onPress: () => void
  readonly children: ReactNode
}

export function CommandButton({ command, records, isQuiet = false, busyWhy, onPress, children }: Props) {
  const { t } = useText()
  const toast = useToast()
  const [reason] = permits(command, usePerson(), records)
  const refused = reason === undefined ? busyWhy : t.commandRefusal(reason)
  return (
    <button
      type="button"
      className={isQuiet ? 'button quiet' : 'button'}
      aria-disabled={refused !== undefined}
      title={refused}
      onClick={() => (refused === undefined ? onPress() : toast(refused))}
    >
      {children}
    </button>
  )
}
