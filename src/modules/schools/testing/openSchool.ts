import { sql } from 'kysely'
import { type Actor, serviceActor } from '#platform/db'
import { makeUuid, type Uuid } from '#platform/ids'
import { makeUpn } from '#reference'
import type { TestRecord } from '#test/record.ts'

/** A child at the school, with a pupil number unless told otherwise. */
export type Pupil = {
  readonly id: Uuid
  readonly number: string
  readonly born: string
  readonly name: { given: string; family: string }
}

let serial = 200

/** A school with its lead, a worker who holds children, one who does not, and pupils. */
export async function openSchool({ as, makers }: TestRecord, school: Uuid = makeUuid()) {
  const tell = (text: ReturnType<typeof sql>) =>
    as(serviceActor('storyteller'), work => text.execute(work.db()))
  await tell(
    sql`insert into organisation (id, name, kind) values (${school}, 'Invented School', 'school') on conflict do nothing`,
  )
  const lead = await makers.worker()
  await tell(sql`update worker set organisation_id = ${school} where id = ${lead.id}`)
  await makers.post({ workerId: lead.id, role: 'designated_safeguarding_lead' })
  const teamId = await makers.team()
  const [holder, stranger]: [Actor, Actor] = [await makers.worker(), await makers.worker()]
  await makers.post({ workerId: holder.id, teamId, holdsCases: true })
  await makers.post({ workerId: stranger.id, teamId })
  const pupil = async ({
    hasWork = true,
    hasNumber = true,
    leftOn = null as string | null,
  } = {}): Promise<Pupil> => {
    const id = await makers.person()
    serial += 1
    const number = makeUpn({ authority: 938, school: 2001, year: 2020, serial })
    const name = { given: `Given${serial}`, family: `Family${serial}` }
    await tell(
      sql`update person set date_of_birth = '2015-03-02', date_of_birth_precision = 'day' where id = ${id}`,
    )
    await tell(sql`update person_name set is_main = false where person_id = ${id}`)
    await tell(
      sql`insert into person_name (person_id, kind, given, family, is_main) values (${id}, 'legal', ${name.given}, ${name.family}, true)`,
    )
    if (hasNumber)
      await tell(sql`insert into person_identifier (person_id, kind, value) values (${id}, 'upn', ${number})`)
    await tell(sql`insert into involvement (person_id, organisation_id, professional_name, role, started_on, ended_on)
      values (${id}, ${school}, 'Head Madeup', 'designated_safeguarding_lead', '2025-09-01', ${leftOn}::date)`)
    if (hasWork) await makers.allocation({ personId: id, teamId, workerId: holder.id })
    return { id, number, born: '2015-03-02', name }
  }
  return { school, lead, holder, stranger, pupil }
}
