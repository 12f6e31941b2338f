/**
 * Background work with its progress, while it lasts. Progress comes over a channel of its own and may arrive after the
 * answer, or after the work was cancelled; a screen told then would show work that is over.
 */
import { proxy, type ProxyMarked } from 'comlink'

type Tell<Stage extends readonly unknown[]> = (...stage: Stage) => void

/**
 * @param tell called with each stage until the work has answered or failed
 * @param work is handed what it may send to another thread
 */
export async function followed<Stage extends readonly unknown[], Result>(
  tell: Tell<Stage>,
  work: (onStage: Tell<Stage> & ProxyMarked) => Promise<Result>,
): Promise<Result> {
  let isOver = false
  const onStage: Tell<Stage> = (...stage) => {
    if (!isOver) tell(...stage)
  }
  try {
    return await work(proxy(onStage))
  } finally {
    isOver = true
  }
}
