/**
 * The order in which one thread answers several tabs: one question begins per turn, the tabs by turns, so that no tab
 * waits for all that another has asked, and a question nobody waits for any more is never begun.
 */
export interface TabTurns {
  /** @param token what the question can be called off by */
  readonly ask: <A>(token: number, question: () => Promise<A>) => Promise<A>
  readonly cancel: (token: number) => void
  /** The tab is gone, with all it still waits for. */
  readonly leave: () => void
}

export class QuestionCancelled extends Error {
  override name = 'QuestionCancelled'
}

interface Waiting {
  readonly begin: () => void
  readonly refuse: (reason: Error) => void
}

export class QuestionTurns {
  private readonly tabs: Map<number, Waiting>[] = []
  private isTurning = false

  /** @param nextTurn calls its work after what has arrived meanwhile was taken in */
  constructor(private readonly nextTurn: (work: () => void) => void) {}

  tab(): TabTurns {
    const waiting = new Map<number, Waiting>()
    this.tabs.push(waiting)
    const cancel = (token: number): void => {
      waiting.get(token)?.refuse(new QuestionCancelled('nobody waits for the answer'))
      waiting.delete(token)
    }
    return {
      ask: (token, question) =>
        new Promise((resolve, reject) => {
          waiting.set(token, { begin: () => void question().then(resolve, reject), refuse: reject })
          this.turn()
        }),
      cancel,
      leave: () => {
        for (const token of waiting.keys()) cancel(token)
        const at = this.tabs.indexOf(waiting)
        if (at >= 0) this.tabs.splice(at, 1)
      },
    }
  }

  private turn(): void {
    if (this.isTurning) return
    this.isTurning = true
    this.nextTurn(() => {
      this.isTurning = false
      this.beginOne()
    })
  }

  private beginOne(): void {
    const at = this.tabs.findIndex((waiting) => waiting.size > 0)
    const tab = this.tabs[at]
    const [first] = tab ?? []
    if (tab === undefined || first === undefined) return
    const [token, { begin }] = first
    tab.delete(token)
    // The tab that was served goes to the end of the row.
    this.tabs.push(...this.tabs.splice(at, 1))
    begin()
    if (this.tabs.some((waiting) => waiting.size > 0)) this.turn()
  }
}
