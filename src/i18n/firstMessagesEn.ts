/** What the frame and the first page say in English: part of the first load. */
import { commandsEn } from './commands'
import { shellEn } from './shell'

export const firstMessagesEn = {
  ...commandsEn,
  ...shellEn,
}
