import { sql } from 'kysely'
import { type Actor, serviceActor } from '#platform/db'
import { makeUuid, type Uuid } from '#platform/ids'
import type { TestRecord } from '#test/record.ts'

/** A child whom a social worker holds and a health visitor of another agency works with, and people around them. */
export async function openAgency({ database, makers }: TestRecord) {
  const tell = (text: ReturnType<typeof sql>) =>
    database.as(serviceActor('storyteller'), 'demo', work => text.execute(work.db()))
  const organisation = async (kind: string): Promise<Uuid> => {
    const id = makeUuid()
    await tell(
      sql`insert into organisation (id, name, kind) values (${id}, ${`Invented ${kind} ${id}`}, ${kind})`,
    )
    return id
  }
  const member = async (organisationId: Uuid): Promise<Actor> => {
    const actor = await makers.worker()
    await tell(sql`update worker set organisation_id = ${organisationId} where id = ${actor.id}`)
    return actor
  }
  const [trust, council] = [await organisation('nhs'), await organisation('council')]
  const [nurse, colleague] = [await member(trust), await member(trust)]
  const [worker, stranger] = [await member(council), await member(council)]
  const teamId = await makers.team()
  await makers.post({ workerId: worker.id, teamId, holdsCases: true })
  const involve = (personId: Uuid, workerId: Uuid, role = 'health_visitor') =>
    tell(
      sql`insert into involvement (person_id, worker_id, role, started_on) values (${personId}, ${workerId}, ${role}, '2024-01-01')`,
    )
  const child = async (): Promise<Uuid> => {
    const personId = await makers.person()
    await makers.allocation({ personId, teamId, workerId: worker.id })
    await involve(personId, nurse.id)
    return personId
  }
  /** Ends what ties a worker to a child, as of the day before. */
  const end = (personId: Uuid, workerId: Uuid) =>
    tell(
      sql`update involvement set ended_on = '2024-02-01' where person_id = ${personId} and worker_id = ${workerId}`,
    )
  return { trust, nurse, colleague, worker, stranger, tell, involve, child, end }
}
