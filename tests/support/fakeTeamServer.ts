/** A company's server in memory that keeps to the interface, and a network between it and a device that does not. */
import type { LoggedChange } from '../../src/domain/loggedChange'
import type { Account, Arrival, Push, PushAnswer, RefusedChange, TeamRefusal } from '../../src/domain/team/protocol'
import { SCHEMA_VERSION } from '../../src/store/database'
import type { Fetch } from '../../src/sync/teamServer'

export type Fault = 'drop' | 'cut' | 'twice' | '500' | 'none'

export class FakeTeamServer {
  private readonly log: (Arrival & { readonly device: string })[] = []
  private readonly decided = new Map<string, number>()
  readonly files = new Map<string, ArrayBuffer>()
  /** Answers instead of what was asked, once each. */
  readonly problems: {
    readonly status: number
    readonly code: string
    readonly from?: number
    readonly to?: number
  }[] = []
  /** Why a change is not taken; null takes it. */
  judge: (change: LoggedChange) => TeamRefusal | null = () => null
  schema = SCHEMA_VERSION
  pushes = 0

  constructor(readonly account: Account) {}

  forget(device: string, upTo: number): void {
    this.decided.set(device, upTo)
  }

  get session(): unknown {
    return {
      account: this.account,
      team: { id: 'team', name: '北方制动' },
      server: { build: 'fake', schema: this.schema, protocol: 1 },
      leaseDays: 30,
    }
  }

  /** @param next what happens to the next request */
  network(next: () => Fault = () => 'none'): Fetch {
    return async (path, init) => {
      const fault = next()
      if (fault === 'drop') throw new TypeError('the request was lost')
      const response = await this.answer(path, init)
      if (fault === 'twice') await this.answer(path, init)
      if (fault === 'cut') throw new TypeError('the answer was lost')
      return fault === '500' ? new Response('oops', { status: 500 }) : response
    }
  }

  private async answer(path: string, { method = 'GET', body = null }: RequestInit): Promise<Response> {
    const problem = this.problems.shift()
    if (problem !== undefined) {
      const { status, ...rest } = problem
      return Response.json(rest, { status })
    }
    const url = new URL(path, 'http://team.test')
    const [, , what = '', name = ''] = url.pathname.split('/')
    if (what === 'me') return Response.json(this.session)
    if (what === 'devices') {
      const { id } = JSON.parse(String(body)) as { readonly id: string }
      return Response.json({ id, decided: this.decided.get(id) ?? 0 })
    }
    if (what === 'files') return this.file(method, name, body)
    if (method === 'POST') return this.push(JSON.parse(String(body)) as Push)
    const [after, device] = [Number(url.searchParams.get('after')), url.searchParams.get('device')]
    const page = this.log.filter(({ seq }) => seq > after).slice(0, 3)
    const upTo = page.at(-1)?.seq ?? after
    const arrivals = page.filter((one) => one.device !== device).map(({ device: _device, ...arrival }) => arrival)
    return Response.json({ arrivals, head: this.log.length, upTo })
  }

  private file(method: string, sha256: string, body: unknown): Response {
    const held = this.files.get(sha256)
    if (method === 'PUT') this.files.set(sha256, body as ArrayBuffer)
    if (method === 'PUT') return Response.json({}, { status: 201 })
    return held === undefined
      ? Response.json({ code: 'not-found' }, { status: 404 })
      : new Response(method === 'HEAD' ? null : held)
  }

  private push({ device, changes, rows }: Push): Response {
    this.pushes += 1
    const refused: RefusedChange[] = []
    let waits: Pick<PushAnswer, 'waits'> = {}
    for (let at = 0; at < changes.length;) {
      const { number = 0, v = 0 } = changes[at] ?? {}
      const entries = changes.filter((entry) => entry.number === number)
      at += entries.length
      const last = this.decided.get(device) ?? 0
      if (number > last + 1) return Response.json({ code: 'gap', from: last + 1, to: number - 1 }, { status: 409 })
      if (v > this.schema) {
        waits = { waits: 'server-older' }
        break
      }
      const [first] = entries as [LoggedChange]
      const reason = this.judge(first)
      if (reason !== null)
        refused.push({ id: first.id, number, command: first.command, reasons: [reason], mayInstead: ['赵工'] })
      if (number <= last) continue
      this.decided.set(device, number)
      if (reason !== null) continue
      const batches = new Set(entries.map(({ batchId }) => batchId))
      this.log.push({
        seq: this.log.length + 1,
        device,
        entries,
        rows: rows.filter(({ batchId }) => batches.has(batchId)),
      })
    }
    const answer: PushAnswer = { decided: this.decided.get(device) ?? 0, refused, ...waits, head: this.log.length }
    return Response.json(answer)
  }
}
