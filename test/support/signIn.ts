import type { FastifyInstance, LightMyRequestResponse } from 'fastify'
import { serviceActor, type UserClass } from '#platform/db'
import { CSRF_FIELD, csrfToken, SUBMISSION_FIELD } from '#platform/http'
import { makeUuid, type Uuid } from '#platform/ids'
import { cookieName, openSession, readSession } from '#platform/sign-in'
import { partsOf } from '../../src/main/web/index.ts'

type Headers = Readonly<Record<string, string>>
/** A file that a form carries. */
export type SentFile = { readonly fileName: string; readonly bytes: Uint8Array }
type FormValue = string | number | readonly string[] | SentFile

/** Someone signed in, as their browser would go on. */
export interface Visitor {
  /** The value of the Cookie header. */
  readonly cookie: string
  /** The token that their forms carry. */
  readonly csrf: string
  get(url: string, headers?: Headers): Promise<LightMyRequestResponse>
  /** Sends a form, with its token and a fresh submission key unless the fields hold others. */
  post(
    url: string,
    fields?: Readonly<Record<string, FormValue>>,
    headers?: Headers,
  ): Promise<LightMyRequestResponse>
}

/** Signs a worker in, in the class that the directory gives them, without the way over the identity provider. */
export async function signInAs(
  server: FastifyInstance,
  workerId: Uuid,
  host = 'localhost',
): Promise<Visitor> {
  const { authorities, clock, sessionLimits, isSecure } = partsOf(server)
  const database = authorities.get(host)?.database
  if (database === undefined) throw new Error(`This server has no authority at ${host}`)
  const userClass = await database.as(serviceActor('porter'), 'sign_in', async work => {
    const worker = await work
      .db<{ worker: { id: Uuid; class: UserClass } }>()
      .selectFrom('worker')
      .select('class')
      .where('id', '=', workerId)
      .executeTakeFirstOrThrow()
    return worker.class
  })
  const token = await openSession(database, clock, sessionLimits, { workerId, class: userClass })
  const session = await readSession(database, clock, sessionLimits, token)
  if (session === null) throw new Error('This worker cannot be signed in: they have left')
  return visitor(server, host, `${cookieName('session', isSecure)}=${token}`, csrfToken(session.csrfSecret))
}

function visitor(server: FastifyInstance, host: string, cookie: string, csrf: string): Visitor {
  return {
    cookie,
    csrf,
    get: (url, headers = {}) => server.inject({ url, headers: { host, cookie, ...headers } }),
    post: (url, fields = {}, headers = {}) => {
      const sent = { [CSRF_FIELD]: csrf, [SUBMISSION_FIELD]: makeUuid(), ...fields }
      const [type, payload] = Object.values(sent).some(isFile)
        ? multipartBody(sent)
        : [URL_ENCODED, formBody(sent)]
      return server.inject({
        method: 'POST',
        url,
        headers: { host, cookie, 'content-type': type, ...headers },
        payload,
      })
    },
  }
}

const URL_ENCODED = 'application/x-www-form-urlencoded'

const isFile = (value: FormValue): value is SentFile => typeof value === 'object' && 'bytes' in value

/** A form with a file as browsers encode it (RFC 7578). */
function multipartBody(fields: Readonly<Record<string, FormValue>>): readonly [string, Buffer] {
  const boundary = `kith-${makeUuid()}`
  const parts = Object.entries(fields).flatMap(([name, value]) => {
    const head = `--${boundary}\r\nContent-Disposition: form-data; name="${name}"`
    if (isFile(value))
      return [
        Buffer.from(
          `${head}; filename="${value.fileName}"\r\nContent-Type: application/octet-stream\r\n\r\n`,
        ),
        value.bytes,
        Buffer.from('\r\n'),
      ]
    return [value].flat().map(one => Buffer.from(`${head}\r\n\r\n${String(one)}\r\n`))
  })
  return [
    `multipart/form-data; boundary=${boundary}`,
    Buffer.concat([...parts, Buffer.from(`--${boundary}--\r\n`)]),
  ]
}

/** A form as browsers encode it. */
export function formBody(fields: Readonly<Record<string, FormValue>>): string {
  const pairs = Object.entries(fields).flatMap(([name, value]) =>
    [value].flat().map((one): [string, string] => [name, String(one)]),
  )
  return new URLSearchParams(pairs).toString()
}
