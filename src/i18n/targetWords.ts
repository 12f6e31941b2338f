/** How a target is judged by its bounds: the same four answers on screens, in workbooks and in reports. */
import type { Met } from '../metrics/metTarget'
import type { Translation } from './translation'

export const targetWordsZh = {
  targetJudged: (met: Met, confidence: string) =>
    ({
      met: `达标（界限）：单侧 ${confidence} 界限达到目标`,
      point: `仅点估计达到：单侧 ${confidence} 界限没有达到，尚未证明`,
      'not-met': `未达标（界限）：连最有利的单侧 ${confidence} 界限也达不到目标`,
      open: '无法判断：区间含目标而点估计没有达到，或没有故障而里程还不够',
    })[met],
}

export const targetWordsEn: Translation<typeof targetWordsZh> = {
  targetJudged: (met, confidence) =>
    ({
      met: `Met (bound): the one-sided ${confidence} bound reaches the target`,
      point: `Point only: the estimate reaches the target, its one-sided ${confidence} bound does not`,
      'not-met': `Not met (bound): not even the most favourable one-sided ${confidence} bound reaches the target`,
      open: 'Cannot be told: the estimate misses the target but its bounds include it, or without a failure too little was run',
    })[met],
}
