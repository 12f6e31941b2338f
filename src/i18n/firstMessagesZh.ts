/** What the frame and the first page say in Chinese: part of the first load. */
import { commandsZh } from './commands'
import { shellZh } from './shell'

export const firstMessagesZh = {
  ...commandsZh,
  ...shellZh,
}
