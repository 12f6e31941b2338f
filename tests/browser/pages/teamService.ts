/** The company's server as a process of its own, with a PostgreSQL of its own, for one test. */
import { spawn, type ChildProcess } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export interface TeamService {
  readonly address: string
  /** The link that makes the first administrator. */
  readonly firstLink: string
  readonly stop: () => Promise<void>
}

export async function startTeamService(): Promise<TeamService> {
  const data = mkdtempSync(join(tmpdir(), 'fracas-team-service-'))
  chmodSync(data, 0o711)
  const service = spawn(process.execPath, ['src/headless/team.mjs', '--no-build', '--port', '0', '--data', data], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const said = await saidBy(service, /once: (\S+)/u)
  const ended = new Promise((resolve) => service.once('exit', resolve))
  return {
    address: /TEAM (\S+?)\/?\s/u.exec(said)?.[1] ?? '',
    firstLink: /once: (\S+)/u.exec(said)?.[1] ?? '',
    stop: async () => {
      service.kill('SIGTERM')
      await ended
      rmSync(data, { recursive: true, force: true })
    },
  }
}

const saidBy = (service: ChildProcess, awaited: RegExp): Promise<string> =>
  new Promise((resolve, reject) => {
    let said = ''
    service.stdout?.on('data', (chunk: Buffer) => {
      said += chunk.toString()
      if (awaited.test(said)) resolve(said)
    })
    service.once('exit', (code) => reject(new Error(`the service ended with ${code ?? 'a signal'}: ${said}`)))
  })
