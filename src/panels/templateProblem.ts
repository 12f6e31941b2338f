/** Why a template could not be filled, in a sentence. Errors of the worker arrive with their code as message. */
import type { Messages } from '../i18n/messages'

export const templateProblem = (error: unknown, t: Messages): string => {
  const message = error instanceof Error ? error.message : String(error)
  return message.startsWith('template-') ? t.templateProblem(message) : message
}
