import type { Pool } from 'pg'
import type { Team } from '../accounts/firstAdministrator'
import type { ChangeService } from '../changes/changeService'
import type { FileStore } from '../files/fileStore'

/** What the routes work with. */
export interface Services {
  readonly pool: Pool
  readonly team: Team
  /** Version of the program. */
  readonly build: string
  readonly changes: ChangeService
  readonly files: FileStore
  /** Folder with the build of the app. */
  readonly pages: string
  /** Aborted when the service stops. */
  readonly stopping: AbortSignal
}
