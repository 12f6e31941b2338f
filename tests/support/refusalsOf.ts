/** Why a command was refused, as codes; empty when it was not. Any other error is thrown on. */
import { CommandRefused } from '../../src/domain/commandTrouble'

export const refusalsOf = async (command: Promise<unknown>): Promise<readonly string[]> => {
  try {
    await command
    return []
  } catch (error) {
    if (error instanceof CommandRefused) return error.reasons.map(({ code }) => code)
    throw error
  }
}
