/**
 * Brings this device and the company's server to the same state: what was done here goes up until nothing waits, what others did
 * comes down until the end. Whatever is interrupted is done again: every step notes in one transaction what it did, and the server
 * and the log both know an entry they have had.
 */
import type { LoggedChange } from '../domain/loggedChange'
import type { Pull, PushAnswer } from '../domain/team/protocol'
import { announce } from '../store/changeFeed'
import { database, type FracasDatabase } from '../store/database'
import { refuseChanges } from '../store/refuseChanges'
import { sha256Of } from '../store/sha256Of'
import { takeIn } from '../store/takeIn'
import { noteTeam, teamState, type TeamState } from '../store/teamState'
import { missingFiles, thinnedFiles } from '../store/thinnedFiles'
import { registerAgain, type OwnDevice } from './joinTeam'
import { StrangeAnswer } from './readAnswers'
import { ServerRefused, type TeamServer } from './teamServer'
import { waitingChanges } from './waitingChanges'

/** A server that asks again and again for what it was sent is not asked for ever. */
const MOST_GAPS = 5

const isProblem = (error: unknown, code: ServerRefused['problem']['code']): error is ServerRefused =>
  error instanceof ServerRefused && error.problem.code === code

/**
 * @throws ServerAway, ServerRefused, StrangeAnswer, NoKey
 * @throws SameDeviceTwice when another store writes under the id of this one
 */
export async function syncOnce(server: TeamServer, own: OwnDevice, db: FracasDatabase = database): Promise<void> {
  const team = await teamState(db)
  if (team === null) return
  if ((await db.device.get('device'))?.id !== team.device) await registerAgain(server, own, team, db)
  try {
    await exchange(server, db)
  } catch (error) {
    if (!isProblem(error, 'unknown-device')) throw error
    await registerAgain(server, own, team, db)
    await exchange(server, db)
  }
  if (team.halt !== null) await noteTeam({ halt: null }, db)
}

async function exchange(server: TeamServer, db: FracasDatabase): Promise<void> {
  await pushWaiting(server, db)
  let isAtEnd = false
  while (!isAtEnd) isAtEnd = await pullPage(server, 0, undefined, db)
  await fetchFiles(server, db)
}

async function pushWaiting(server: TeamServer, db: FracasDatabase): Promise<void> {
  for (let gaps = 0; ;) {
    const team = await teamState(db)
    if (team === null) return
    const waiting = await waitingChanges(team.device, team.decided, db)
    if (waiting === null) return
    for (const sha256 of waiting.files) await sendFile(sha256, server, db)
    let answer: PushAnswer
    try {
      answer = await server.push({ device: team.device, changes: waiting.changes, rows: waiting.rows })
    } catch (error) {
      if (!isProblem(error, 'gap') || error.problem.from === undefined || gaps >= MOST_GAPS) throw error
      gaps += 1
      await noteTeam({ decided: Math.max(0, error.problem.from - 1) }, db)
      continue
    }
    await noteAnswer(team, answer, db)
    if (answer.waits !== undefined) return
    if (answer.decided <= team.decided) throw new StrangeAnswer('decided')
  }
}

/** What the server decided, and what that makes of the records, in one transaction. */
async function noteAnswer(team: TeamState, answer: PushAnswer, db: FracasDatabase): Promise<void> {
  const now = Date.now()
  await db.transaction('rw', db.tables, async () => {
    await refuseChanges(team.device, answer.refused, now, db)
    await noteTeam(
      {
        decided: answer.decided,
        head: Math.max(team.head, answer.head),
        lastContact: now,
        isServerOlder: answer.waits !== undefined,
      },
      db,
    )
  })
  announce()
}

/** One the server will not have does not hold up the changes that name it. */
async function sendFile(sha256: string, server: TeamServer, db: FracasDatabase): Promise<void> {
  const blob = await db.blobs.get(sha256)
  if (blob === undefined || (await server.hasFile(sha256))) return
  try {
    await server.sendFile(sha256, blob.bytes)
  } catch (error) {
    if (!isProblem(error, 'too-large')) throw error
  }
}

/**
 * Takes one page of what others did, together with how far it reaches.
 * @param wait seconds the server may wait for news before it answers
 * @returns whether nothing is left to fetch
 */
export async function pullPage(
  server: TeamServer,
  wait: number,
  signal: AbortSignal | undefined,
  db: FracasDatabase = database,
): Promise<boolean> {
  const team = await teamState(db)
  if (team === null) return true
  const pull = await server.pull(team.cursor, team.device, wait, signal)
  if (pull.upTo < team.cursor) throw new StrangeAnswer('upTo')
  const isAtEnd = pull.upTo >= pull.head
  if (!isAtEnd && pull.upTo === team.cursor) throw new StrangeAnswer('upTo')
  await take(pull, db)
  return isAtEnd
}

async function take({ arrivals, head, upTo }: Pull, db: FracasDatabase): Promise<void> {
  const known = { cursor: upTo, head, lastContact: Date.now() }
  if (arrivals.length === 0) return noteTeam(known, db)
  const changes: readonly LoggedChange[] = arrivals.flatMap(({ entries }) => entries)
  await takeIn(
    { changes: [changes], rows: arrivals.map(({ rows = [] }) => rows) },
    { alongside: () => noteTeam(known, db) },
    db,
  )
}

/** Attached files that are on record and not here, unless they were given up here on purpose. */
async function fetchFiles(server: TeamServer, db: FracasDatabase): Promise<void> {
  const away = await thinnedFiles(db)
  for (const sha256 of await missingFiles(db)) {
    if (away.has(sha256)) continue
    const bytes = await server.file(sha256)
    // What is not what its name says is as good as not there.
    if (bytes !== null && (await sha256Of(bytes)) === sha256) await db.blobs.put({ sha256, bytes })
  }
}
