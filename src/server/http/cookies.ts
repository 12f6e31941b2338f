/** The two cookies a browser keeps for the server; no script of a page can read them, and no other site can make it send them. */
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { SignedIn } from '../accounts/signIn'
import type { SignInPlace } from '../accounts/signInAttempts'

const SESSION = 'fracas-session'
const BROWSER = 'fracas-browser'

/** How long a browser keeps them, in seconds: longer than the server honours them. */
const KEPT = 400 * 24 * 3600

/** With HTTPS under a name that no other host of the same domain can set. */
const nameFor = (request: FastifyRequest, name: string): string =>
  request.protocol === 'https' ? `__Host-${name}` : name

function valueOf(request: FastifyRequest, name: string): string | null {
  const wanted = `${nameFor(request, name)}=`
  const found = (request.headers.cookie ?? '').split(';').find((pair) => pair.trim().startsWith(wanted))
  const value = found?.trim().slice(wanted.length) ?? ''
  return /^[\w-]{43}$/u.test(value) ? value : null
}

function cookie(request: FastifyRequest, name: string, value: string, seconds: number): string {
  const secure = request.protocol === 'https' ? '; Secure' : ''
  return `${nameFor(request, name)}=${value}; Path=/; HttpOnly; SameSite=Strict; Max-Age=${seconds}${secure}`
}

export const sessionToken = (request: FastifyRequest): string | null => valueOf(request, SESSION)

export const placeOf = (request: FastifyRequest): SignInPlace => ({
  address: networkOf(request.ip),
  browserToken: valueOf(request, BROWSER),
})

/** One customer of an IPv6 provider has a whole network of 2^64 addresses. */
export function networkOf(ip: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/iu.exec(ip)
  if (mapped !== null) return mapped[1] ?? ip
  if (!ip.includes(':')) return ip
  const [head = '', tail = ''] = ip.split('::')
  const [before, after] = [head, tail].map((part) => part.split(':').filter((group) => group !== ''))
  const missing = 8 - (before?.length ?? 0) - (after?.length ?? 0)
  const groups = [...(before ?? []), ...Array.from({ length: Math.max(0, missing) }, () => '0'), ...(after ?? [])]
  return `${groups.slice(0, 4).join(':')}::/64`
}

export function keepSignedIn(request: FastifyRequest, reply: FastifyReply, { token, browserToken }: SignedIn): void {
  reply.header('set-cookie', [cookie(request, SESSION, token, KEPT), cookie(request, BROWSER, browserToken, KEPT)])
}

export function forgetSignedIn(request: FastifyRequest, reply: FastifyReply): void {
  reply.header('set-cookie', cookie(request, SESSION, '', 0))
}
