import type { UserClass, Work } from '#platform/db'
import type { Reply } from '#platform/http'
import { makeUuid } from '#platform/ids'
import { peopleModule } from '../peopleModule.ts'

/** A request for a page of this module, in a test's transaction. */
export type Asked = {
  readonly method?: 'GET' | 'POST'
  readonly path: string
  /** A form's fields, or a JSON body. */
  readonly sent?: Readonly<Record<string, unknown>>
}

/**
 * Answers as the module's route does, parsing with its schemas as the server would.
 * @throws when no route answers the address or the class of user is not admitted
 */
export async function askRoute(work: Work, asked: Asked): Promise<Reply> {
  const { method = 'GET', path, sent = {} } = asked
  const [place = '', search = ''] = path.split('?')
  const fitting = peopleModule.routes
    .filter(route => route.method === method)
    .map(route => ({ route, given: paramsOf(route.url, place) }))
    .filter(({ given }) => given !== null)
    .sort((one, other) => one.route.url.split(':').length - other.route.url.split(':').length) // words before parameters
  const [first] = fitting
  if (!first) throw new Error(`No route answers ${method} ${path}`)
  const { route, given } = first
  const userClass = work.actor.class as UserClass // tests act as people
  if (Array.isArray(route.admits) && !route.admits.includes(userClass))
    throw new Error(`${path} does not admit ${userClass}`)
  return await route.handle({
    work,
    me: { id: work.actor.id, class: userClass, name: 'Somebody Madeup' },
    params: route.params?.parse(given) ?? {},
    query: route.query?.parse(Object.fromEntries(new URLSearchParams(search))) ?? {},
    body: route.body?.parse(sent) ?? {},
    sent,
    path,
    form: { csrf: 'token', submission: makeUuid() },
  })
}

function paramsOf(url: string, place: string): Record<string, string> | null {
  const names = [...url.matchAll(/:(\w+)/g)].map(([, name = '']) => name)
  const found = new RegExp(`^${url.replaceAll(/:\w+/g, '([^/]+)')}$`).exec(place)
  return found ? Object.fromEntries(names.map((name, index) => [name, found[index + 1] ?? ''])) : null
}

/** The content of a page as text of HTML. @throws when the reply is no page */
export function pageOf(reply: Reply): string {
  if (reply.kind !== 'page') throw new Error(`Not a page: ${JSON.stringify(reply)}`)
  return String(reply.content)
}
