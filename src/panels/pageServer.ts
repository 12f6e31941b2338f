/** The server this page came from, as a screen asks it, and what went wrong as a sentence. */
import { useCallback, useState } from 'react'
import type { Messages } from '../i18n/messages'
import { NoServer, ServerAway, ServerRefused, teamServer } from '../sync/teamServer'
import { PROBLEM_CODES } from '../domain/team/protocol'
import { isPlainObject } from '../domain/plainObject'
import { isOneOf } from '../domain/closedSet'
import { useText } from '../ui/LanguageContext'

export const pageServer = teamServer((path, init) => fetch(path, init))

/** Also of an error that came from a thread, of which nothing is left but name and message. */
function serverTrouble(error: unknown, t: Messages): string {
  const { name, message } = error instanceof Error ? error : { name: '', message: String(error) }
  if (error instanceof NoServer || name === 'NoServer') return t.teamNoServer
  if (error instanceof ServerAway || name === 'ServerAway') return t.teamAway
  if (name === 'NoKey') return t.teamNoKey
  if (error instanceof ServerRefused) return t.teamProblem(error.problem.code)
  if (name === 'ServerRefused') {
    const problem: unknown = JSON.parse(message)
    if (isPlainObject(problem) && isOneOf(PROBLEM_CODES, problem['code'])) return t.teamProblem(problem['code'])
  }
  return t.teamProblem('malformed')
}

export interface Asking {
  readonly isPending: boolean
  /** Empty while nothing is wrong. */
  readonly trouble: string
  /** @returns undefined when it went wrong, which `trouble` says then */
  readonly ask: <T>(question: () => Promise<T>) => Promise<T | undefined>
}

export function useAsking(): Asking {
  const { t } = useText()
  const [isPending, setPending] = useState(false)
  const [trouble, setTrouble] = useState('')
  const ask = useCallback(
    async <T>(question: () => Promise<T>): Promise<T | undefined> => {
      setPending(true)
      setTrouble('')
      try {
        return await question()
      } catch (error) {
        setTrouble(serverTrouble(error, t))
        return undefined
      } finally {
        setPending(false)
      }
    },
    [t],
  )
  return { isPending, trouble, ask }
}
