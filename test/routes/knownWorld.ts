import pg from 'pg'
import type { UserClass } from '#platform/db'
import type { Uuid } from '#platform/ids'
import type { World } from '../oracle/index.ts'

type Texts = Readonly<Record<string, string | null>>
type List = keyof Omit<World, 'now' | 'isPast' | keyof typeof toldFromOutside>

/** No page is judged by these: `whoSees.test.ts` of health and of partners is, and `supervision.test.ts` of schools. */
const toldFromOutside = { attendances: [], partnerNotices: [], leadSessions: [] } as const

/** Whom meetings ask, as text. */
const invitations = `select id, meeting_id as "meetingId", worker_id as "workerId", person_id as "personId",
  case when withdrawn_at is not null then 'yes' end as "isWithdrawn" from record.meeting_invitee`

/** Where the facts of the oracle's world stand in a record, as text. */
const queries: Readonly<Record<List, string>> = {
  workers: 'select id, class, left_at as "leftAt", organisation_id as "organisationId" from record.worker',
  organisations: 'select id, kind from record.organisation',
  teams: 'select id, service_area_id as "areaId", kind from record.team',
  posts: `select id, covers_post_id as "coversId", worker_id as "workerId", team_id as "teamId", service_area_id as "areaId", role, started_on as "startedOn",
    ended_on as "endedOn" from record.post`,
  shifts:
    'select worker_id as "workerId", starts_at as "startsAt", ends_at as "endsAt" from record.duty_shift',
  people: 'select id, created_by as "createdBy", created_at as "createdAt" from record.person',
  familyMembers: `select family_id as "familyId", person_id as "personId", role, coalesce(started_on, '1900-01-01') as "startedOn",
    ended_on as "endedOn" from record.family_member`,
  allocations: `select person_id as "personId", team_id as "teamId", worker_id as "workerId", role, started_on as "startedOn",
    ended_on as "endedOn" from record.allocation`,
  involvements: `select person_id as "personId", worker_id as "workerId", started_on as "startedOn", ended_on as "endedOn"
    from record.involvement where worker_id is not null`,
  protectionLeads: `select person_id as "personId", worker_id as "workerId", started_on as "startedOn", ended_on as "endedOn"
    from record.protection_lead`,
  strands: `select id, family_id as "familyId", person_id as "personId", team_id as "teamId", worker_id as "workerId", discipline,
    works_with as "worksWith", offered_on as "startedOn", ended_on as "endedOn" from record.strand`,
  openings: `select actor_id as "actorId", subject_id as "subjectId", kind, opened_at as "openedAt", ends_at as "endsAt"
    from access.opening`,
  conflicts: `select actor_id as "workerId", subject_id as "personId", starts_at as "startsAt",
    case when isfinite(ends_at) then ends_at else '9999-01-01Z' end as "endsAt" from access.conflict`,
  meetings: `select m.id, m.kind, m.chair_id as "chairId", m.administrator_id as "administratorId", m.papers_until as "papersUntilOn",
    case when m.status = 'cancelled' then 'yes' end as "isCancelled", p.id as member from record.meeting m, unnest(m.person_ids) p (id)`,
  walls: `select w.id, w.from_id as "fromId", w.starts_at as "startsAt",
    case when isfinite(w.ends_at) then w.ends_at else '9999-01-01Z' end as "endsAt", p.id as member
    from access.wall w, unnest(w.protected_ids) p (id)`,
  contacts: `select c.id, c.team_id as "teamId", c.created_by as "createdBy", c.received_at as "receivedAt",
    case when c.decided_at is not null then 'yes' end as "isDecided", m.id as member
    from record.contact c left join unnest(c.person_ids) m (id) on true`,
  transfers: `select person_id as "personId", to_team_id as "toTeamId", requested_by as "requestedBy",
    requested_at as "requestedAt", case when decided_at is not null then 'yes' end as "isDecided" from record.transfer`,
  restrictions: `select r.id, r.subject_id as "subjectId", r.starts_at as "startsAt",
    case when isfinite(r.ends_at) then r.ends_at else '9999-01-01Z' end as "endsAt", m.actor_id as member
    from access.restriction r left join access.restriction_member m on m.restriction_id = r.id`,
}

/** Reads from a record, past every rule, the plain facts that the oracle judges by. */
export async function knownWorld(superuserUrl: string): Promise<World> {
  const client = new pg.Client({
    connectionString: superuserUrl,
    types: { getTypeParser: () => (text: string) => text },
    options: '-c timezone=UTC -c datestyle=ISO',
  })
  await client.connect()
  try {
    const rows = async (list: List) => (await client.query<Texts>(queries[list])).rows.map(typed)
    const asked = (await client.query<Texts>(invitations)).rows.map(typed)
    const world = {
      ...toldFromOutside,
      now: Temporal.Now.instant(),
      meetings: joined(await rows('meetings'), 'personIds').map(one => ({
        ...one,
        papersUntil: one['papersUntilOn'],
        invitations: asked.filter(({ meetingId }) => meetingId === one['id']),
      })),
      walls: joined(await rows('walls'), 'protectedIds'),
      restrictions: joined(await rows('restrictions'), 'members'),
      contacts: joined(await rows('contacts'), 'personIds').map(one => ({ ...one, removedIds: [] })), // nobody was
    }
    const lists = Object.keys(queries).filter((list): list is List => !(list in world))
    const read: [string, unknown][] = []
    for (const list of lists) read.push([list, await rows(list)])
    // The columns above are those of the lists.
    return { ...world, ...Object.fromEntries(read) } as unknown as World
  } finally {
    await client.end()
  }
}

/** Days and instants out of their text. */
function typed(row: Texts): Readonly<Record<string, unknown>> {
  const values = Object.entries(row).map(([name, text]): [string, unknown] => {
    if (text === null) return [name, name.startsWith('is') ? false : null]
    if (name.startsWith('is')) return [name, true]
    if (name.endsWith('On')) return [name, Temporal.PlainDate.from(text)]
    return [name, name.endsWith('At') ? Temporal.Instant.from(text.replace(' ', 'T')) : text]
  })
  return Object.fromEntries(values)
}

/** One row for each id, with all its members under the name given. */
function joined(
  rows: readonly Readonly<Record<string, unknown>>[],
  name: string,
): readonly Readonly<Record<string, unknown>>[] {
  const byId = Map.groupBy(rows, row => row['id'])
  return [...byId.values()].map(group => ({
    ...group[0],
    [name]: group.flatMap(row => (row['member'] === null ? [] : [row['member']])),
  }))
}

/** Whom the world knows under this id. */
export function classOf(world: World, workerId: Uuid): UserClass {
  const worker = world.workers.find(one => one.id === workerId)
  if (worker === undefined) throw new Error(`No worker ${workerId}`)
  return worker.class
}
