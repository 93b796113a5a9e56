import type { FastifyInstance, LightMyRequestResponse } from 'fastify'
import { formBody } from './signIn.ts'

type Fields = Readonly<Record<string, string>>

/** Just enough of a browser: keeps cookies by host and path, follows redirects, fills in forms. */
export interface Browser {
  /** Address of the page shown. */
  readonly address: string
  get(url: string): Promise<LightMyRequestResponse>
  post(url: string, fields?: Fields): Promise<LightMyRequestResponse>
  /** Follows redirects until there is a page. */
  follow(answer: LightMyRequestResponse): Promise<LightMyRequestResponse>
  /** The value of a cookie that the browser holds for any path, if it does. */
  cookie(name: string): string | undefined
}

interface Kept {
  readonly value: string
  readonly path: string
}

/** Opens a browser at a host of the server, with cookies that it already holds. */
export function openBrowser(
  server: FastifyInstance,
  host = 'localhost',
  cookies: Readonly<Record<string, string>> = {},
): Browser {
  const jar = new Map<string, Kept>(
    Object.entries(cookies).map(([name, value]) => [name, { value, path: '/' }]),
  )
  let shown = new URL(`http://${host}/`)
  const ask = async (method: 'GET' | 'POST', address: string, fields?: Fields) => {
    shown = new URL(address, shown)
    const answer = await server.inject({
      method,
      url: `${shown.pathname}${shown.search}`,
      headers: {
        host: shown.host,
        cookie: cookiesFor(jar, shown.pathname),
        ...(method === 'POST' ? { 'content-type': 'application/x-www-form-urlencoded' } : {}),
      },
      ...(fields === undefined ? {} : { payload: formBody(fields) }),
    })
    keepCookies(jar, answer)
    return answer
  }
  return {
    get address() {
      return shown.href
    },
    get: url => ask('GET', url),
    post: (url, fields = {}) => ask('POST', url, fields),
    cookie: name => jar.get(name)?.value,
    async follow(answer) {
      let last = answer
      for (let step = 0; step < 10 && last.statusCode >= 300 && last.statusCode < 400; step += 1)
        last = await ask('GET', String(last.headers.location))
      return last
    },
  }
}

const cookiesFor = (jar: ReadonlyMap<string, Kept>, path: string): string =>
  [...jar]
    .filter(([, kept]) => path.startsWith(kept.path))
    .map(([name, kept]) => `${name}=${kept.value}`)
    .join('; ')

function keepCookies(jar: Map<string, Kept>, answer: LightMyRequestResponse): void {
  for (const cookie of answer.cookies) {
    const ended =
      cookie.expires !== undefined &&
      Temporal.Instant.compare(cookie.expires.toTemporalInstant(), Temporal.Now.instant()) <= 0
    if (ended || cookie.maxAge === 0) jar.delete(cookie.name)
    else jar.set(cookie.name, { value: cookie.value, path: cookie.path ?? '/' })
  }
}
