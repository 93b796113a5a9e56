import { sql } from 'kysely'
import { serviceActor } from '#platform/db'
import { makeUuid, type Uuid } from '#platform/ids'
import { dated, letters, today } from './fills.ts'
import type { SendRoute, Stage } from './shapes.ts'

/** A worker of another organisation in post there, whom an invitation may serve. */
export async function partnerWorker({ record }: Stage): Promise<Uuid> {
  const [organisation, id] = [makeUuid(), makeUuid()]
  await record.as(serviceActor('storyteller'), async work => {
    const db = work.db()
    await sql`insert into organisation (id, name, kind) values (${organisation}, ${`Clinic ${letters()}`}, 'nhs')`.execute(
      db,
    )
    await sql`insert into worker (id, organisation_id, display_name, email, class)
      values (${id}, ${organisation}, ${`Worker ${letters()}`}, ${`${letters()}@kith.example`}, 'practitioner')`.execute(
      db,
    )
    await sql`insert into post (worker_id, role, started_on) values (${id}, 'health_visitor', '2020-01-01')`.execute(
      db,
    )
  })
  return id
}

/** As somebody who has set up their keys. */
async function joined(stage: Stage): Promise<Uuid> {
  const id = await partnerWorker(stage)
  await stage.record.as(serviceActor('porter'), work =>
    sql`insert into app.invited_key (worker_id, word_hash, joined_at, expires_at)
      values (${id}, 'none', now(), now() + interval '5 days')`.execute(work.db()),
  )
  return id
}

/** The forms by which partners are let in. */
export const invitedSends: Readonly<Record<string, SendRoute>> = {
  '/administration/invited': {
    repeats: 'a new invitation makes the one before void; its link is shown on the answer and nowhere else',
    leavesNoRow: true,
    async fill(stage) {
      const worker = await partnerWorker(stage)
      return { by: 'administrator', url: '/administration/invited', fields: { worker } }
    },
  },
  '/administration/invited/:workerId/withdraw': {
    leavesNoRow: true, // keys are no record; src/main/web/invited tests what becomes of them
    async fill(stage) {
      const url = `/administration/invited/${await joined(stage)}/withdraw`
      return { by: 'administrator', url, fields: {} }
    },
  },
  '/administration/access-ending': {
    leavesNoRow: true,
    fill: async stage => ({
      by: 'administrator',
      url: '/administration/access-ending',
      fields: {
        which: await joined(stage),
        reason: 'The work goes on',
        ...dated('last', today().add({ days: 90 })),
      },
    }),
  },
}
