/**
 * Work that may fail, such as reading the log or storing the snapshot: done one at a time, and after a failure again and
 * again, each time a little later, until it succeeds. Whoever asks meanwhile waits for the next attempt; nothing a
 * failed attempt leaves behind stops the ones after it.
 */
export type Later = (work: () => void, delayMs: number) => void

const FIRST_DELAY_MS = 1000
const LONGEST_DELAY_MS = 60_000

export class Retrying {
  private current: Promise<void> | null = null
  private next: Promise<void> | null = null
  private failures = 0
  private isScheduled = false

  /**
   * @param work     throws when it did not succeed
   * @param told     called after every attempt with its error, or with null when it succeeded
   * @param later    how time passes
   */
  constructor(
    private readonly work: () => Promise<void>,
    private readonly told: (error: unknown | null) => void | Promise<void>,
    private readonly later: Later,
  ) {}

  /** Resolves, and never rejects, after an attempt that began no earlier than this call. */
  run(): Promise<void> {
    if (this.current === null) {
      this.current = this.attempt().finally(() => {
        this.current = null
      })
      return this.current
    }
    this.next ??= this.current.then(() => {
      this.next = null
      return this.run()
    })
    return this.next
  }

  private async attempt(): Promise<void> {
    try {
      await this.work()
      this.failures = 0
      await this.told(null)
    } catch (error) {
      this.failures += 1
      this.scheduleRetry()
      await this.told(error)
    }
  }

  private scheduleRetry(): void {
    if (this.isScheduled) return
    this.isScheduled = true
    this.later(
      () => {
        this.isScheduled = false
        if (this.failures > 0) void this.run()
      },
      Math.min(LONGEST_DELAY_MS, FIRST_DELAY_MS * 2 ** (this.failures - 1)),
    )
  }
}
