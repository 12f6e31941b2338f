/**
 * `npm run replay -- [--sessions 5000] [--from 1] [--length 10]`: random sessions over all commands, each taken in by empty
 * stores in three ways; prints the seeds of those whose stores differ, and ends with 1 if there are any.
 */
import '../support/memoryIndexedDb'
import { parseArgs } from 'node:util'
import { canonicalDump } from '../../src/store/canonicalDump'
import { replaySession } from '../support/replaySession'
import { worldAsChange } from '../support/randomSession'

const { values } = parseArgs({
  options: {
    sessions: { type: 'string', default: '5000' },
    from: { type: 'string', default: '1' },
    length: { type: 'string', default: '10' },
  },
})
const [sessions, from, length] = [Number(values.sessions), Number(values.from), Number(values.length)]
const world = await worldAsChange()
let [obeyed, differing] = [0, 0]
for (let seed = from; seed < from + sessions; seed += 1) {
  const session = await replaySession(world, seed, length)
  obeyed += session.obeyed
  const wanted = JSON.stringify(await canonicalDump(session.here))
  for (const [how, there] of session.copies)
    if (JSON.stringify(await canonicalDump(there)) !== wanted) {
      differing += 1
      console.log(`seed ${seed}: ${how} differs`)
    }
  const [followed, read] = await session.engines()
  if (JSON.stringify(followed) !== JSON.stringify(read)) {
    differing += 1
    console.log(`seed ${seed}: columns or figures differ`)
  }
  await session.end()
}
console.log(JSON.stringify({ sessions, commands: obeyed, differing }))
process.exit(differing === 0 ? 0 : 1)
