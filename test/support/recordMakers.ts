import pg from 'pg'
import { type Actor, type Database, serviceActor, type UserClass, type Work } from '#platform/db'
import { makeUuid, type Uuid } from '#platform/ids'
import type { AccessTables } from '../../src/modules/access/tables.ts'
import type { AgenciesTables } from '../../src/modules/agencies/tables.ts'
import type { CaseworkTables } from '../../src/modules/casework/tables.ts'
import type { PeopleTables } from '../../src/modules/people/tables.ts'

type Dates = { readonly startedOn?: string; readonly endedOn?: string | null }
type Code<T, K extends keyof T> = Exclude<T[K], null>

/** Facts for a test's database, each by its few telling parts. Everything else is plainly invented. */
export type Makers = ReturnType<typeof makersOver>

const day = (text: string | null | undefined) => (text ? Temporal.PlainDate.from(text) : null)
const dates = (given: Dates) => ({
  started_on: Temporal.PlainDate.from(given.startedOn ?? '2020-01-01'),
  ended_on: day(given.endedOn),
})

/**
 * Makers that write as the storyteller (and, what only the gatekeeper may, as the owner in its place). Dates without a value
 * begin in 2020 and have no end.
 */
export function makersOver(database: Database, ownerUrl: string) {
  const keepAccess = (text: string, values: unknown[]) => asGatekeeper(ownerUrl, text, values)
  let count = 0
  type Tables = AgenciesTables & CaseworkTables & PeopleTables
  const tell = <R>(fn: (work: Work) => Promise<R>) => database.as(serviceActor('storyteller'), 'demo', fn)
  const insert = async <T extends keyof Tables & string>(table: T, values: object): Promise<Uuid> => {
    const id = makeUuid()
    // The makers below are typed; one insert for all of them is not worth Kysely's types.
    await tell(work =>
      work
        .db<Record<string, Record<string, unknown>>>()
        .insertInto(table)
        .values({ id, ...values })
        .execute(),
    )
    return id
  }

  const person = async (
    given: { readonly born?: string; readonly given?: string; readonly family?: string } = {},
  ) => {
    count += 1
    const id = await insert('person', { date_of_birth: day(given.born ?? '2018-05-05'), created_by: null })
    await insert('person_name', {
      person_id: id,
      given: given.given ?? `Childe${count}`,
      family: given.family ?? `Inventley${count}`,
    })
    return id
  }
  const member = (given: { familyId: Uuid; personId: Uuid; role: 'child' | 'adult' } & Dates) =>
    insert('family_member', {
      family_id: given.familyId,
      person_id: given.personId,
      role: given.role,
      ...dates(given),
    })

  return {
    person,
    member,

    /** A worker who may sign in, as an actor. */
    async worker(
      given: { readonly class?: UserClass; readonly leftAt?: string | null } = {},
    ): Promise<Actor> {
      count += 1
      const userClass = given.class ?? 'practitioner'
      const id = await insert('worker', {
        display_name: `Worker Madeup${count}`,
        class: userClass,
        left_at: given.leftAt ?? null,
      })
      return { id, class: userClass }
    },
    area() {
      count += 1
      return insert('service_area', { name: `Area ${count}`, districts: [] })
    },
    team(
      given: { readonly kind?: Code<AgenciesTables['team'], 'kind'>; readonly areaId?: Uuid | null } = {},
    ) {
      count += 1
      return insert('team', {
        name: `Team ${count}`,
        kind: given.kind ?? 'family_safeguarding',
        service_area_id: given.areaId ?? null,
      })
    },
    post(
      given: { readonly workerId: Uuid; readonly teamId?: Uuid; readonly areaId?: Uuid } & Dates & {
          readonly role?: Code<AgenciesTables['post'], 'role'>
          readonly holdsCases?: boolean
        },
    ) {
      const { workerId, teamId = null, areaId = null, role = 'social_worker' } = given
      return insert('post', {
        worker_id: workerId,
        team_id: teamId,
        service_area_id: areaId,
        role,
        holds_cases: given.holdsCases ?? false,
        ...dates(given),
      })
    },
    shift(given: {
      readonly workerId: Uuid
      readonly startsAt: Temporal.Instant
      readonly endsAt: Temporal.Instant
    }) {
      return insert('duty_shift', {
        worker_id: given.workerId,
        starts_at: given.startsAt,
        ends_at: given.endsAt,
      })
    },

    /** A family of so many new children and adults, or of people already there. */
    async family(
      given: {
        readonly children?: number | readonly Uuid[]
        readonly adults?: number | readonly Uuid[]
      } = {},
    ) {
      count += 1
      const familyId = await insert('family', { reference: `F${count}` })
      const people = async (who: number | readonly Uuid[], born: string) =>
        typeof who === 'number' ? await inTurn(who, () => person({ born })) : who
      const children = await people(given.children ?? 1, '2018-05-05')
      const adults = await people(given.adults ?? 1, '1990-02-02')
      for (const personId of children) await member({ familyId, personId, role: 'child' })
      for (const personId of adults) await member({ familyId, personId, role: 'adult' })
      return { familyId, children, adults }
    },
    /** Case holding; in the team's queue when no worker is named. */
    allocation(
      given: { readonly personId: Uuid; readonly teamId: Uuid; readonly workerId?: Uuid | null } & Dates & {
          readonly role?: Code<CaseworkTables['allocation'], 'role'>
        },
    ) {
      const { personId, teamId, workerId = null } = given
      const role = given.role ?? (workerId === null ? 'queue' : 'lead_social_worker')
      return insert('allocation', {
        person_id: personId,
        team_id: teamId,
        worker_id: workerId,
        role,
        ...dates(given),
      })
    },
    involvement(given: { readonly personId: Uuid; readonly workerId: Uuid; readonly role?: string } & Dates) {
      const { personId, workerId, role = 'health_visitor' } = given
      return insert('involvement', { person_id: personId, worker_id: workerId, role, ...dates(given) })
    },
    /** A record that only the members of its named list may know of. */
    async restriction(given: {
      readonly subjectId: Uuid
      readonly members?: readonly Uuid[]
    }): Promise<Uuid> {
      const id = makeUuid()
      await keepAccess(`insert into access.restriction (id, subject_id, reason) values ($1, $2, 'other')`, [
        id,
        given.subjectId,
      ])
      await keepAccess(
        'insert into access.restriction_member (restriction_id, actor_id) select $1, unnest($2::uuid[])',
        [id, given.members ?? []],
      )
      return id
    },
    /** A record opened with a reason, for two hours when nothing else is said. */
    async opening(given: {
      readonly actorId: Uuid
      readonly subjectId: Uuid
      readonly kind?: AccessTables['access.opening']['kind']
      readonly endsAt?: Temporal.Instant
    }): Promise<Uuid> {
      const id = makeUuid()
      await keepAccess(
        `insert into access.opening (id, actor_id, subject_id, kind, reason_code, reason, ends_at)
         values ($1, $2, $3, $4, 'other', 'An invented reason', coalesce($5::timestamptz, now() + interval '2 hours'))`,
        [id, given.actorId, given.subjectId, given.kind ?? 'break_glass', given.endsAt?.toString()],
      )
      return id
    },
    /** Looks at a child's record that nothing explains. */
    async unexplained(given: { readonly actorId: Uuid; readonly subjectId: Uuid }): Promise<Uuid> {
      const id = makeUuid()
      await keepAccess(
        `insert into access.unexplained (id, week_of, actor_id, subject_id, times, first_at, last_at, resources)
         values ($1, current_date - 7, $2, $3, 1, now() - interval '7 days', now() - interval '7 days', array['person'])`,
        [id, given.actorId, given.subjectId],
      )
      return id
    },
    /** Moves an opening into the past, with its end. */
    async openedAt(openingId: Uuid, at: Temporal.Instant): Promise<void> {
      await keepAccess(
        'update access.opening set ends_at = $2::timestamptz + (ends_at - opened_at), opened_at = $2 where id = $1',
        [openingId, at.toString()],
      )
    },
  }
}

async function inTurn<R>(times: number, make: () => Promise<R>): Promise<R[]> {
  const made: R[] = []
  while (made.length < times) made.push(await make())
  return made
}

/** Nobody acts as the gatekeeper: only the owner of the schema can take its place. */
async function asGatekeeper(ownerUrl: string, text: string, values: unknown[]): Promise<void> {
  const client = new pg.Client(ownerUrl)
  await client.connect()
  try {
    await client.query("select set_config('role', platform.role_name('gatekeeper')::text, false)")
    await client.query(text, values)
  } finally {
    await client.end()
  }
}
