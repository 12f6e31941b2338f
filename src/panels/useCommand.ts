/**
 * The boundary between screens and the store: every command a person gives is run through it. It says when the command is
 * pending, runs it once however often it is asked for, and nothing a command throws escapes it.
 */
import { useCallback, useState, useSyncExternalStore } from 'react'
import type { Change } from '../domain/change'
import type { Trouble } from '../domain/commandTrouble'
import { useText } from '../ui/LanguageContext'
import { useToast } from '../ui/Toasts'
import { createCommandRunner, type CommandRunner, type RunnerState } from './commandRunner'
import { usePerson } from './usePerson'

export interface Command extends RunnerState {
  readonly run: CommandRunner['run']
  readonly forget: () => void
}

/**
 * @param said where trouble is told: in a message of the frame that stays until it is closed, or `here`, by the caller
 * with `CommandTrouble` (a dialog has to: what lies under it cannot be read)
 */
export function useCommand(said: 'in-frame' | 'here' = 'in-frame'): Command {
  const [runner] = useState(createCommandRunner)
  const { isPending, trouble } = useSyncExternalStore(runner.subscribe, runner.state)
  const say = useSayTrouble()
  const run = useCallback<CommandRunner['run']>(
    async (command, afterwards) => {
      const end = await runner.run(command, afterwards)
      if (said === 'in-frame' && end.ended === 'stopped') say(end.trouble)
      return end
    },
    [runner, said, say],
  )
  return { isPending, trouble, run, forget: runner.forget }
}

/** Tells a trouble in the frame. */
export function useSayTrouble(): (trouble: Trouble) => void {
  const { t } = useText()
  const toast = useToast()
  return useCallback(
    (trouble) =>
      toast(
        trouble.kind === 'failed' && trouble.code === 'unknown'
          ? `${t.commandTrouble(trouble)} ${t.commandDetails}${t.colon}${trouble.detail}`
          : t.commandTrouble(trouble),
        undefined,
        'trouble',
      ),
    [t, toast],
  )
}

/**
 * Says what was done and offers to take it back. Taking it back is a command like any other: it runs once, and when it is
 * refused or fails, that is said.
 * @returns says `message`; without a change there is nothing to take back
 */
export function useSayDone(): (message: string, change?: Change | null, onUndone?: () => void) => void {
  const { t } = useText()
  const toast = useToast()
  const say = useSayTrouble()
  const person = usePerson()
  return useCallback(
    (message, change = null, onUndone) => {
      if (change === null) {
        toast(message)
        return
      }
      const { run } = createCommandRunner()
      const takeBack = async (): Promise<void> => {
        // The database library is not part of the first load; it comes with the first thing that needs it.
        const end = await run(async () => (await import('../store/commit')).undo(change.id, person, t.undoAtOnce))
        if (end.ended === 'stopped') say(end.trouble)
        if (end.ended === 'done') {
          const result = end.value
          if (result.ok) {
            toast(t.undone)
            onUndone?.()
          } else toast(t.undoRefused(result.why), undefined, 'trouble')
        }
      }
      toast(message, { label: t.undo, run: () => void takeBack() })
    },
    [t, toast, say, person],
  )
}
