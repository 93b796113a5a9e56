import type { CaseworkTables } from '#modules/casework'
import { type Actor, serviceActor } from '#platform/db'
import { makeUuid, type Uuid } from '#platform/ids'
import type { testRecord } from '#test/record.ts'

type TestRecord = Awaited<ReturnType<typeof testRecord>>

/** A Family Safeguarding team with each discipline, and a family of two children and two adults that it holds. */
export async function teamFamily(record: TestRecord) {
  const { makers } = record
  const areaId = await makers.area()
  const teamId = await makers.team({ areaId })
  const inPost = async (role: Parameters<typeof makers.post>[0]['role']): Promise<Actor> => {
    const worker = await makers.worker()
    await makers.post({
      workerId: worker.id,
      teamId,
      ...(role === undefined ? {} : { role }),
      holdsCases: role === 'social_worker',
    })
    return worker
  }
  const lead = await inPost('social_worker')
  const manager = await inPost('team_manager')
  const mentalHealth = await inPost('mental_health_practitioner')
  const recovery = await inPost('substance_misuse_practitioner')
  const withVictim = await inPost('domestic_abuse_practitioner')
  const withPerpetrator = await inPost('domestic_abuse_practitioner')
  const { familyId, children, adults } = await makers.family({ children: 2, adults: 2 })
  const [child, sibling] = [...children] as [Uuid, Uuid]
  const [mother, father] = [...adults] as [Uuid, Uuid]
  for (const personId of children) await makers.allocation({ personId, teamId, workerId: lead.id })
  return {
    teamId,
    lead,
    manager,
    mentalHealth,
    recovery,
    withVictim,
    withPerpetrator,
    familyId,
    child,
    sibling,
    mother,
    father,
  }
}

export type TeamFamily = Awaited<ReturnType<typeof teamFamily>>

/** The lead social worker notes a need of an adult in a child's record: the database makes the team's offer of it. */
export const noteNeed = (
  record: TestRecord,
  { lead, child }: Pick<TeamFamily, 'lead' | 'child'>,
  need: { readonly adultId: Uuid; readonly kind: CaseworkTables['need']['kind']; readonly on?: string },
): Promise<unknown> =>
  record.as(lead, work =>
    work
      .db<CaseworkTables>()
      .insertInto('need')
      .values({
        id: makeUuid(),
        person_id: child,
        adult_id: need.adultId,
        kind: need.kind,
        noted_on: need.on === undefined ? work.today : Temporal.PlainDate.from(need.on),
        noted_by_discipline: 'social_work',
      })
      .execute(),
  )

/** Writes what only a demonstration tells: rows of the past. */
export const tellRow = (
  record: TestRecord,
  table: string,
  values: Readonly<Record<string, unknown>>,
): Promise<unknown> =>
  record.as(serviceActor('storyteller'), work =>
    work.db<Record<string, Record<string, unknown>>>().insertInto(table).values(values).execute(),
  )
