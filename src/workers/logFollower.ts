/**
 * What the background thread holds: the columns of all failures and the fleet they are measured against, brought up to the
 * end of the log whenever it grows. What cannot be read or stored now is tried again later; meanwhile there is what was
 * read before, and the state says how far behind it is.
 */
import { COLUMN_MEANING } from '../metrics/columnMeaning'
import { TEXT_FIELDS } from '../metrics/columnDescriptions'
import { liveRows } from '../metrics/failureColumns'
import { searchPreparations } from '../metrics/failureFilter'
import { fleetOf } from '../metrics/fleet'
import { database, type FracasDatabase } from '../store/database'
import { NO_REFERENCE, readNames, readReference, type Reference } from '../store/reference'
import { STARTING, type EngineState, type EngineTrouble } from './engineAnswers'
import { labelsFrom, type EngineView } from './engineView'
import { FailureColumnCache } from './failureColumnCache'
import { pinyinInitials } from './pinyin'
import { Retrying, type Later } from './retrying'
import { TableAnswers } from './tableAnswers'

export class LogFollower {
  private readonly kept: FailureColumnCache
  protected readonly table = new TableAnswers()
  private reference: Reference = NO_REFERENCE
  private view: EngineView
  private state: EngineState = STARTING
  private loading: Promise<void> | null = null
  private isLoaded = false
  /** What was taken in but not published yet, because something after it failed. */
  private hasNews = false
  private isReferenceOld = true
  /** Readings are read when a figure first needs them: a table needs none, and they are most of the reference. */
  private readings: Promise<void> | null = null
  private readonly following: Retrying
  private readonly saving: Retrying

  constructor(
    private readonly tell: (state: EngineState) => void,
    protected readonly db: FracasDatabase = database,
    private readonly later: Later = (work, delayMs) => void setTimeout(work, delayMs),
  ) {
    this.kept = new FailureColumnCache(db)
    this.view = this.viewOf(0, new Uint32Array())
    this.following = new Retrying(
      () => this.catchUp(),
      (error) => this.sayNotRead(error),
      later,
    )
    this.saving = new Retrying(
      () => this.save(),
      (error) => this.sayNotStored(error),
      later,
    )
  }

  /**
   * Loads the snapshot, or builds it, and reads what the log has gained since.
   * @throws what the browser says when the database cannot be read; the next question tries again
   */
  open(): Promise<void> {
    if (this.loading === null) {
      const loading = this.load()
      this.loading = loading
      loading.catch(() => {
        if (this.loading === loading) this.loading = null
      })
    }
    return this.loading
  }

  /** Brings the columns up to the end of the log; resolves after the attempt, whether or not it succeeded. */
  async follow(): Promise<void> {
    await this.following.run()
    if (this.kept.isWorthSaving) await this.saving.run()
  }

  private async load(): Promise<void> {
    await this.kept.load((done, total) => this.say({ ready: false, done, total }))
    await this.takeNews()
    this.isLoaded = true
    this.publish()
    this.prepareQuestions()
  }

  private async catchUp(): Promise<void> {
    await this.open()
    if ((await this.kept.behind()) < 0) {
      // Not the log the columns were read from: everything was deleted, or another state was restored.
      this.isLoaded = false
      this.isReferenceOld = true
      this.loading = null
      await this.open()
    }
    await this.takeNews()
    if (this.hasNews) this.publish()
  }

  private async takeNews(): Promise<void> {
    for (;;) {
      const page = await this.kept.catchUp()
      if (!page.hasGrown) break
      this.hasNews = true
      this.isReferenceOld ||= page.touchesReference
    }
    if (!this.isReferenceOld) return
    const names = await readNames(this.db)
    this.isReferenceOld = false
    this.readings = null
    this.hasNews = true
    this.takeReference(names)
  }

  private async save(): Promise<void> {
    await this.open()
    if (this.kept.isWorthSaving) await this.kept.save()
  }

  private takeReference(reference: Reference): void {
    this.reference = reference
    this.table.forgetLabels()
    this.view = this.viewOf(this.state.version, this.view.live)
  }

  private viewOf(version: number, live: Uint32Array): EngineView {
    const { columns } = this.kept
    const fleet = fleetOf(this.reference)
    return { version, columns, live, fleet, reference: this.reference, labelOf: labelsFrom(this.reference, fleet) }
  }

  private publish(): void {
    this.hasNews = false
    this.table.forgetRows()
    const undone = new Set(this.reference.batches.filter((batch) => batch.state === 'undone').map((batch) => batch.id))
    const { columns } = this.kept
    const live = liveRows(columns, undone)
    const version = this.state.version + 1
    this.view = { ...this.view, columns, live, version }
    this.say({ version, ready: true, done: live.length, total: live.length })
  }

  private say(change: Partial<EngineState>): void {
    this.state = { ...this.state, ...change }
    this.tell(this.state)
  }

  private sayTrouble(kind: EngineTrouble['kind'], error: unknown, changes: number | null): void {
    const { trouble } = this.state
    // Figures that are behind matter more than a snapshot that is.
    if (error === null ? trouble?.kind === kind : trouble?.kind !== 'not-read' || kind === 'not-read')
      this.say({
        trouble:
          error === null ? null : { kind, changes, reason: error instanceof Error ? error.message : String(error) },
      })
  }

  private async sayNotRead(error: unknown): Promise<void> {
    const changes = error === null || !this.isLoaded ? null : await this.kept.behind().catch(() => null)
    this.sayTrouble('not-read', error, changes)
    if (error === null && this.kept.isWorthSaving) void this.saving.run()
  }

  private sayNotStored(error: unknown): void {
    this.sayTrouble('not-stored', error, this.kept.unsavedRows)
  }

  /** What the first search and the first sort by a column would have to wait for, done step by step once the first screen is there. */
  private prepareQuestions(): void {
    const written = TEXT_FIELDS.filter((field) => COLUMN_MEANING[field].kind === 'text')
    const steps = [
      ...searchPreparations(this.kept.columns),
      () => void pinyinInitials().catch(() => undefined),
      ...written.map((field) => () => void this.table.ranksOf(this.view, field, 'zh')),
    ]
    for (const [at, step] of steps.entries()) this.later(step, 1500 + 150 * at)
  }

  protected async now(): Promise<EngineView> {
    await this.open()
    return this.view
  }

  /** With the readings that distances are worked out from. */
  protected async withReadings(): Promise<EngineView> {
    await this.open()
    if (this.readings === null) {
      const reading: Promise<void> = readReference(this.db).then((reference) => {
        // Readings asked for before the reference changed are not taken; the next question reads them anew.
        if (this.readings === reading) this.takeReference(reference)
      })
      this.readings = reading
      reading.catch(() => {
        if (this.readings === reading) this.readings = null
      })
    }
    await this.readings
    return this.view
  }
}
