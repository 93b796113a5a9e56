import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { serviceActor } from '#platform/db'
import { makeUuid, type Uuid } from '#platform/ids'
import type { TestRecord } from '#test/record.ts'
import type { ToldPerson, ToldVisit } from '../rules/told.ts'
import { readVisit } from '../visits/readVisit.ts'

/** A hospital that sends, the teams that answer, and a way to say what it tells. */
export type Hospital = Awaited<ReturnType<typeof openHospital>>

const person: ToldPerson = {
  nhsNumber: null,
  nhsPassed: null,
  family: 'Marrowby',
  given: 'Tansy',
  birth: Temporal.PlainDate.from('2024-05-02'),
  birthAs: null,
  sex: 'F',
  address: '1 Invented Row',
  postcode: 'NM1 2AB',
  practice: null,
  school: null,
  isSensitive: false,
}

/** Sets up a hospital with teams of health visitors, school nurses and paediatric liaison. */
export async function openHospital({ database, makers }: Pick<TestRecord, 'database' | 'makers'>) {
  const [visiting, schoolNursing, liaison] = [await makers.team(), await makers.team(), await makers.team()]
  const nurse = async (teamId: Uuid, role: 'health_visitor' | 'school_nurse' | 'team_manager') => {
    const worker = await makers.worker()
    await makers.post({ workerId: worker.id, teamId, role })
    return worker
  }
  const people = {
    visitor: await nurse(visiting, 'health_visitor'),
    visitorsLead: await nurse(visiting, 'team_manager'),
    schoolNurse: await nurse(schoolNursing, 'school_nurse'),
    liaisonNurse: await nurse(liaison, 'health_visitor'),
  }
  const admin = await makers.worker({ class: 'administrator' })
  const senderId = makeUuid()
  await database.as(admin, 'test', async work => {
    const organisation = makeUuid()
    await sql`insert into organisation (id, name, kind) values (${organisation}, ${`Invented hospital ${senderId}`}, 'nhs')`.execute(
      work.db(),
    )
    await sql`insert into health_sender (id, organisation_id, facility, liaison_team_id, started_on)
      values (${senderId}, ${organisation}, ${`H${senderId.slice(-6)}`}, ${liaison}, '2020-01-01')`.execute(
      work.db(),
    )
    await sql`insert into nursing_area (team_id, serves, by_what, value, started_on) values
      (${visiting}, 'health_visiting', 'council', 'ALL', '2020-01-01'), (${schoolNursing}, 'school_nursing', 'council', 'ALL', '2020-01-01')`.execute(
      work.db(),
    )
  })
  let sent = 0
  /** Sends one message and reads it. */
  const send = (told: Partial<Omit<ToldVisit, 'person'>> & { readonly person?: Partial<ToldPerson> } = {}) =>
    database.as(serviceActor('listener'), 'test', async work => {
      sent += 1
      const messageId = makeUuid()
      await sql`insert into app.message_in (id, sender_id, channel, control_id, sha256, sealed, answer_code, answer)
        values (${messageId}, ${senderId}, 'mllp', ${String(sent)}, ${createHash('sha256').update(messageId).digest()}, ''::bytea, 'AA', ''::bytea)`.execute(
        work.db(),
      )
      const visit: ToldVisit = {
        kind: 'registered',
        visitKey: 'V1',
        sentAt: work.now,
        siteCode: null,
        place: 'Emergency department',
        arrivedAt: work.now,
        leftAt: null,
        complaint: 'Fall',
        ...{ cameFrom: null, accompaniedBy: null, procedures: null, outcome: null },
        ...{ dischargeStatus: null, narrative: null, concerns: [] },
        ...told,
        person: { ...person, ...told.person },
      }
      return await readVisit(work, { messageId, senderId, receivedAt: work.now }, visit)
    })
  return { ...people, admin, senderId, visiting, schoolNursing, liaison, send }
}
