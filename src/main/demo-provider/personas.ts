import { type Database, serviceActor } from '#platform/db'
import type { Uuid } from '#platform/ids'
import { personas as cast } from '../demo/index.ts'

interface PersonaTables {
  worker: { id: Uuid; display_name: string; sign_in_subject: string | null; left_at: Temporal.Instant | null }
  post: {
    worker_id: Uuid
    team_id: Uuid | null
    role: string
    started_on: Temporal.PlainDate
    ended_on: Temporal.PlainDate | null
  }
  team: { id: Uuid; name: string }
}

/** An invented worker of the demo county whom anyone may be. */
export interface Persona {
  /** The name by which the sign-in knows them. */
  readonly subject: string
  readonly name: string
  readonly role: string | null
  readonly team: string | null
  readonly hasLeft: boolean
}

/** The demo's workers who can sign in, by role and name. Whoever has left cannot, and is not offered. */
export async function listPersonas(database: Database): Promise<Persona[]> {
  return (await knownPersonas(database)).filter(({ hasLeft }) => !hasLeft)
}

/** Everyone whom the sign-in knows: a provider may know people whom the record turns away, such as leavers. */
export async function knownPersonas(database: Database): Promise<Persona[]> {
  const rows = await database.as(serviceActor('porter'), 'sign_in', work =>
    work
      .db<PersonaTables>()
      .selectFrom('worker')
      .leftJoin('post', join =>
        join
          .onRef('post.worker_id', '=', 'worker.id')
          .on('post.started_on', '<=', work.today)
          .on(eb => eb.or([eb('post.ended_on', 'is', null), eb('post.ended_on', '>=', work.today)])),
      )
      .leftJoin('team', 'team.id', 'post.team_id')
      .select(['worker.sign_in_subject', 'worker.display_name', 'post.role', 'team.name as team'])
      .select(eb =>
        eb.and([eb('worker.left_at', 'is not', null), eb('worker.left_at', '<=', work.now)]).as('has_left'),
      )
      .where('worker.sign_in_subject', 'is not', null)
      .orderBy('post.role')
      .orderBy('worker.display_name')
      .execute(),
  )
  const personas = rows.map(row => ({
    subject: row.sign_in_subject ?? '',
    name: row.display_name,
    role: row.role,
    team: row.team,
    hasLeft: Boolean(row.has_left),
  }))
  const distinct = [...new Map(personas.map(persona => [persona.subject, persona])).values()]
  return distinct.toSorted((a, b) => castPlace(a) - castPlace(b))
}

/** The county's own cast comes first, in its own order; the sort keeps the others as they were. */
function castPlace({ subject }: Persona): number {
  const place = cast.findIndex(one => one.subject === subject)
  return place === -1 ? cast.length : place
}
