/**
 * Keeps what is being typed on disk, for one open form: a moment after the last key, and at once when asked. Knows no
 * component, so that it is tested without one. A form nobody touched is no draft, and a draft is edited in one tab only.
 */
import { allDrafts, dropDraft, saveDraft } from '../store/drafts'
import type { Draft, FracasDatabase } from '../store/database'
import { newId } from '../store/newId'

export type DraftFields = Record<string, unknown>

export interface DraftState {
  readonly fields: DraftFields
  /** When the text on the screen was last known to be on disk. */
  readonly savedAt: number | null
  /** `failed`: the text is on the screen only. */
  readonly status: 'loading' | 'saved' | 'saving' | 'failed'
  /** When the draft found at the start was saved; null when the form began empty. */
  readonly recoveredFrom: number | null
  /** Whether anything was typed since the form was opened. */
  readonly isTouched: boolean
  readonly id: string
}

/** What the list of drafts says of a form. */
export type DraftLabel = Pick<Draft, 'title' | 'about' | 'href'>

export interface DraftKeeper {
  readonly state: () => DraftState
  readonly subscribe: (listener: () => void) => () => void
  /** Looks for a draft of this form; the newest that no other tab holds is continued. */
  readonly open: () => Promise<void>
  /** What is typed now follows from what is typed now; nothing that answers late can write old words back. */
  readonly change: (update: (fields: DraftFields) => DraftFields) => void
  readonly flush: () => Promise<void>
  /** Back to what the form held when it was opened, which may be the words of an earlier session. */
  readonly revert: () => void
  /** Forgets the draft and begins anew, after it was submitted or thrown away. */
  readonly drop: (next?: DraftFields) => Promise<void>
  /** Keeps the draft for later and begins anew. */
  readonly setAside: (next: DraftFields) => Promise<void>
}

interface Options {
  /** Undefined: the form that files a failure. */
  readonly form: string | undefined
  readonly initial: DraftFields
  readonly label?: () => DraftLabel
  /** This draft and no other. */
  readonly wanted?: string | undefined
  readonly db?: FracasDatabase
  readonly claim?: (id: string) => Promise<boolean>
  readonly pauseMs?: number
}

const PAUSE_MS = 250

/** Drafts this tab holds; leaving the form and coming back finds them again. */
const held = new Set<string>()

/** Holds a lock until the page goes; false when another tab holds it. */
export async function claimDraft(id: string): Promise<boolean> {
  if (navigator.locks === undefined || held.has(id)) return true
  return new Promise((resolve) => {
    void navigator.locks.request(`draft:${id}`, { ifAvailable: true }, (lock) => {
      if (lock !== null) held.add(id)
      resolve(lock !== null)
      return lock === null ? undefined : new Promise(() => undefined)
    })
  })
}

const isSame = (a: DraftFields, b: DraftFields): boolean => JSON.stringify(a) === JSON.stringify(b)

/** The newest of the wanted drafts that no other tab holds; from now on this one does. */
async function findDraft(
  isWanted: (draft: Draft) => boolean,
  claim: (id: string) => Promise<boolean>,
  db: FracasDatabase | undefined,
): Promise<Draft | null> {
  const drafts = (await allDrafts(db)).filter(isWanted).sort((a, b) => b.savedAt - a.savedAt)
  for (const draft of drafts) if (await claim(draft.id)) return draft
  return null
}

export function createDraftKeeper({
  form,
  initial,
  label,
  wanted,
  db,
  claim = claimDraft,
  pauseMs = PAUSE_MS,
}: Options): DraftKeeper {
  let state: DraftState = {
    fields: initial,
    savedAt: null,
    status: 'loading',
    recoveredFrom: null,
    isTouched: false,
    id: '',
  }
  let base = initial
  let opened = initial
  let isDirty = false
  let isOnDisk = false
  let timer: ReturnType<typeof setTimeout> | null = null
  const listeners = new Set<() => void>()
  const become = (next: Partial<DraftState>): void => {
    state = { ...state, ...next }
    for (const listener of listeners) listener()
  }
  const begin = async (fields: DraftFields): Promise<void> => {
    const id = newId()
    await claim(id)
    base = fields
    opened = fields
    isDirty = false
    isOnDisk = false
    become({ id, fields, savedAt: null, recoveredFrom: null, status: 'saved', isTouched: false })
  }
  const isWanted = (draft: Draft): boolean =>
    wanted === undefined ? draft.form === form && draft.isSetAside !== true : draft.id === wanted
  const stopTimer = (): void => {
    if (timer !== null) clearTimeout(timer)
    timer = null
  }

  const flush = async (): Promise<void> => {
    stopTimer()
    if (!isDirty || state.status === 'loading') return
    isDirty = false
    const { id, fields } = state
    const savedAt = Date.now()
    const isEmpty = isSame(fields, base)
    try {
      if (!isEmpty) {
        const named = form === undefined ? {} : { form }
        await saveDraft({ id, savedAt, fields, base, ...named, ...label?.() }, db)
        isOnDisk = true
      } else if (isOnDisk) {
        await dropDraft(id, db)
        isOnDisk = false
      }
      if (!isDirty && id === state.id) become({ savedAt: isEmpty ? null : savedAt, status: 'saved' })
    } catch {
      isDirty = true
      become({ status: 'failed' })
    }
  }

  const write = (fields: DraftFields): void => {
    isDirty = true
    // A full disk stays said until something was written again.
    become({ fields, isTouched: !isSame(fields, opened), status: state.status === 'failed' ? 'failed' : 'saving' })
    stopTimer()
    timer = setTimeout(() => void flush(), pauseMs)
  }

  return {
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
    open: async () => {
      if (state.status !== 'loading') return
      try {
        const draft = await findDraft(isWanted, claim, db)
        if (draft === null) {
          await begin(initial)
          return
        }
        base = draft.base
        opened = draft.fields
        isOnDisk = true
        const { id, fields, savedAt } = draft
        become({ id, fields, savedAt, recoveredFrom: savedAt, status: 'saved', isTouched: false })
      } catch {
        become({ id: newId(), status: 'failed' })
      }
    },
    change: (update) => write(update(state.fields)),
    flush,
    revert: () => write(opened),
    drop: async (next = initial) => {
      stopTimer()
      isDirty = false
      const { id } = state
      await begin(next)
      // A draft that cannot be removed now is offered once more; nothing is lost by that.
      await dropDraft(id, db).catch(() => undefined)
    },
    setAside: async (next) => {
      await flush()
      const { id } = state
      const stored = (await allDrafts(db)).find((draft) => draft.id === id)
      if (stored !== undefined) await saveDraft({ ...stored, isSetAside: true }, db)
      await begin(next)
    },
  }
}
