import { type Actor, serviceActor, type Work } from '#platform/db'
import type { Reply, Route } from '#platform/http'
import { makeUuid, type Uuid } from '#platform/ids'
import type { TestRecord } from '#test/record.ts'

/** A family with open referrals, the worker who holds its children, and the manager of the team. */
export type AssessedFamily = {
  readonly familyId: Uuid
  readonly children: readonly Uuid[]
  readonly adult: Uuid
  readonly worker: Actor
  readonly manager: Actor
  readonly teamId: Uuid
}

type AnyTables = Record<string, Record<string, unknown>>

/** Writes a row as the storyteller does. */
export async function tellRow(record: TestRecord, table: string, values: object): Promise<Uuid> {
  const id = makeUuid()
  await record.as(serviceActor('storyteller'), work =>
    work
      .db<AnyTables>()
      .insertInto(table)
      .values({ id, ...values })
      .execute(),
  )
  return id
}

/** Makes the family; each child was referred so many working days ago. */
export async function assessedFamily(
  record: TestRecord,
  given: { readonly children?: number; readonly receivedOn?: Temporal.PlainDate } = {},
): Promise<AssessedFamily> {
  const { makers } = record
  const family = await makers.family({ children: given.children ?? 2, adults: 1 })
  const teamId = await makers.team()
  const worker = await makers.worker()
  const manager = await makers.worker()
  await makers.post({ workerId: worker.id, teamId })
  await makers.post({ workerId: manager.id, teamId, role: 'team_manager' })
  const [adult] = family.adults
  if (adult === undefined) throw new Error('A family without an adult was made')
  const receivedOn = given.receivedOn ?? Temporal.Now.plainDateISO('Europe/London').subtract({ days: 10 })
  for (const personId of family.children) {
    await makers.allocation({ personId, teamId, workerId: worker.id })
    await tellRow(record, 'referral', {
      person_id: personId,
      received_on: receivedOn.toString(),
      decided_on: receivedOn.toString(),
      is_no_further_action: false,
    })
    await tellRow(record, 'relationship', {
      person_id: adult,
      other_id: personId,
      kind: 'mother',
      has_parental_responsibility: true,
    })
  }
  return { familyId: family.familyId, children: family.children, adult, worker, manager, teamId }
}

type As = <R>(actor: Actor, fn: (work: Work) => Promise<R>) => Promise<R>

/** Calls a route as the actor, as the server does: path and query parsed by the route's own schemas. */
export function askRoute(as: As, routes: readonly Route[]) {
  return (
    actor: Actor,
    method: 'GET' | 'POST',
    url: string,
    asked: {
      readonly params?: Readonly<Record<string, string>>
      readonly query?: Readonly<Record<string, string>>
      readonly sent?: Readonly<Record<string, unknown>>
    } = {},
  ): Promise<Reply> => {
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
        path: url,
        form: { csrf: 'token', submission: makeUuid() },
      }),
    )
  }
}

/** The page's HTML, or an error that says what was answered instead. */
export function contentOf(reply: Reply): string {
  if (reply.kind !== 'page') throw new Error(`Answered ${JSON.stringify(reply)}`)
  return String(reply.content)
}

/** The value of a hidden field of a page. */
export function hiddenField(reply: Reply, name: string): string {
  const found = new RegExp(`name="${name}" value="([^"]*)"`).exec(contentOf(reply))
  if (found?.[1] === undefined) throw new Error(`No field ${name} on the page`)
  return found[1]
}
