/**
 * Runs commands of the store, one at a time: whatever they throw becomes an answer, and what is asked for while one is
 * running is not run. Knows no component, so that it is tested without one.
 */
import { troubleOf, type Trouble } from '../domain/commandTrouble'

/** How a command ended. `busy`: it was not run, because the one before is not answered yet. */
export type Ended<T> =
  | { readonly ended: 'done'; readonly value: T }
  | { readonly ended: 'stopped'; readonly trouble: Trouble }
  | { readonly ended: 'busy' }

export interface RunnerState {
  readonly isPending: boolean
  /** Why the last command did not end well; null when it did, and while one is running. */
  readonly trouble: Trouble | null
}

export interface CommandRunner {
  readonly state: () => RunnerState
  readonly subscribe: (listener: () => void) => () => void
  /**
   * Never rejects.
   * @param afterwards what belongs to the command though it cannot undo it, such as dropping the draft: until it is over
   * nothing else is run, so that a second click does not find the form open and the command answered
   */
  readonly run: <T>(command: () => Promise<T>, afterwards?: (value: T) => Promise<void>) => Promise<Ended<T>>
  /** Takes the trouble off the screen. */
  readonly forget: () => void
}

export function createCommandRunner(): CommandRunner {
  let state: RunnerState = { isPending: false, trouble: null }
  const listeners = new Set<() => void>()
  const become = (next: RunnerState): void => {
    state = next
    for (const listener of listeners) listener()
  }
  return {
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
    run: async (command, afterwards) => {
      if (state.isPending) return { ended: 'busy' }
      become({ isPending: true, trouble: null })
      try {
        const value = await command()
        await afterwards?.(value).catch(() => undefined)
        become({ isPending: false, trouble: null })
        return { ended: 'done', value }
      } catch (error) {
        const trouble = troubleOf(error)
        become({ isPending: false, trouble })
        return { ended: 'stopped', trouble }
      }
    },
    forget: () => become({ ...state, trouble: null }),
  }
}
