import type { UserClass, Work } from '#platform/db'
import type { Reply, Route, Visit } from '#platform/http'
import { makeUuid, type Uuid } from '#platform/ids'

/**
 * Asks the route for an address as the server would, in the transaction given; for tests of pages.
 * @param sent the form's fields, for a POST
 * @throws when no route of these answers the address, or the actor's class is not admitted
 */
export async function askRoute(
  routes: readonly Route[],
  work: Work,
  method: 'GET' | 'POST',
  path: string,
  sent: Readonly<Record<string, unknown>> = {},
): Promise<Reply> {
  const [place = '', search = ''] = path.split('?')
  for (const route of routes.filter(one => one.method === method)) {
    const given = paramsOf(route.url, place)
    if (given === null) continue
    const { admits } = route
    if (Array.isArray(admits) && !admits.includes(work.actor.class))
      throw new Error(`${path} does not admit ${work.actor.class}`)
    const visit: Visit<unknown, unknown, unknown> = {
      work,
      me: { id: work.actor.id, class: work.actor.class as UserClass, name: 'Somebody Madeup' }, // tests act as people
      params: route.params ? route.params.parse(given) : given,
      query: route.query?.parse(Object.fromEntries(new URLSearchParams(search))) ?? {},
      body: {},
      sent,
      path,
      form: { csrf: 'token', submission: makeUuid() as Uuid },
    }
    return await route.handle(visit)
  }
  throw new Error(`No route answers ${method} ${path}`)
}

function paramsOf(url: string, place: string): Record<string, string> | null {
  const names = [...url.matchAll(/:(\w+)/g)].map(([, name = '']) => name)
  const found = new RegExp(`^${url.replace(/:\w+/g, '([^/]+)')}$`).exec(place)
  return found ? Object.fromEntries(names.map((name, index) => [name, found[index + 1] ?? ''])) : null
}
