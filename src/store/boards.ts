/** Boards people put together: settings, one each, for everybody who works on the same data. */
import { boardValue, readBoard, type Board } from '../domain/board'
import type { Change } from '../domain/change'
import type { Person } from '../domain/person'
import { commit } from './commit'
import { database, type FracasDatabase } from './database'

/** Settings of this name hold the boards, one each, so that two people who make one each lose neither. */
const SETTING = 'board'

/** By name. */
export async function boards(db: FracasDatabase = database): Promise<readonly Board[]> {
  const rows = await db.recordsOf('settings').toArray()
  return rows
    .flatMap(({ id, name, value, deleted }) =>
      name === SETTING && deleted !== true ? (readBoard(id, value) ?? []) : [],
    )
    .sort((a, b) => a.name.localeCompare(b.name, 'zh') || (a.id < b.id ? -1 : 1))
}

/** @returns null when nothing differs */
export const saveBoard = (board: Board, person: Person, db: FracasDatabase = database): Promise<Change | null> =>
  commit(
    { name: 'save-board', person },
    async () => [
      { table: 'settings', record: board.id, fields: { name: SETTING, value: boardValue(board), deleted: null } },
    ],
    db,
  )

export const removeBoard = (id: string, person: Person, db: FracasDatabase = database): Promise<Change | null> =>
  commit(
    { name: 'remove-board', person },
    async () => [{ table: 'settings', record: id, fields: { deleted: true } }],
    db,
  )
