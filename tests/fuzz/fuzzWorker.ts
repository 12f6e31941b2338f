/** Judges one file after another, apart from the watchdog, so that a hang can be ended from outside. */
import { judge, type Verdict } from './judge'

process.on('message', ({ bytes, name }: { readonly bytes: Uint8Array; readonly name: string }) => {
  let verdict: Verdict
  try {
    verdict = judge(bytes, name)
  } catch (error) {
    verdict = {
      outcome: 'read',
      records: 0,
      violation: `threw ${error instanceof Error ? (error.stack ?? error.message).split('\n').slice(0, 3).join(' ') : String(error)}`,
    }
  }
  process.send?.(verdict)
})
