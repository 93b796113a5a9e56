import type { Actor, Work } from '#platform/db'
import type { Reply, Route, Upload } from '#platform/http'
import { makeUuid } from '#platform/ids'

/** What a test asks of a page. */
export type PageAsked = {
  readonly params?: Readonly<Record<string, string>>
  readonly query?: Readonly<Record<string, string>>
  readonly sent?: Readonly<Record<string, unknown>>
  readonly uploads?: readonly Upload[]
}

type As = <R>(actor: Actor, fn: (work: Work) => Promise<R>) => Promise<R>

/** Calls a route as the actor in one transaction, parsing path and query with the route's own schemas, as the server does. */
export function askPage(as: As, routes: readonly Route[]) {
  return (actor: Actor, method: 'GET' | 'POST', url: string, asked: PageAsked = {}): Promise<Reply> => {
    const found = routes.find(route => route.method === method && route.url === url)
    if (found === undefined) throw new Error(`No route ${method} ${url}`)
    const params = found.params?.safeParse(asked.params ?? {})
    if (params?.success === false) return Promise.resolve({ kind: 'not_found' })
    return as(actor, work =>
      found.handle({
        work,
        me: { id: actor.id, class: 'practitioner', name: 'Worker Madeup' },
        params: params?.data,
        query: found.query?.parse(asked.query ?? {}) ?? {},
        body: undefined,
        sent: asked.sent ?? {},
        uploads: asked.uploads ?? [],
        path: url,
        form: { csrf: 'token', submission: makeUuid() },
      }),
    )
  }
}

/** The page's HTML, or an error that says what was answered instead. */
export function contentOf(reply: Reply): string {
  if (reply.kind !== 'page') throw new Error(`Answered ${JSON.stringify(reply)}`)
  return `${reply.before ?? ''}${reply.content}`
}
