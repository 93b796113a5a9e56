import { sql } from 'kysely'
import { type Actor, serviceActor } from '#platform/db'
import { makeUuid, type Uuid } from '#platform/ids'
import type { TestRecord } from '#test/record.ts'
import { testFiles } from '#test/server.ts'
import { readNotice } from '../taking/readNotice.ts'
import { takeNotice } from '../taking/takeNotice.ts'
import type { NoticeKind } from '../told/kinds.ts'

export const encompass = (schoolId: Uuid | null, more: Readonly<Record<string, unknown>> = {}) => ({
  policeReference: 'NM/4471/26',
  child: { given: 'Tansy', family: 'Marrowby', born: '2016-05-02' },
  schooling: 'school',
  schoolId,
  happenedAt: '2026-03-10T22:15:00Z',
  place: '1 Invented Row',
  wasPresent: 'yes',
  childsVoice: 'I hid with the cat.',
  circumstances: 'Shouting was heard, and a door was broken.',
  ...more,
})
export const notification = (more: Readonly<Record<string, unknown>> = {}) => ({
  policeReference: 'NM/4472/26',
  happenedAt: '2026-03-10T22:15:00Z',
  place: '1 Invented Row',
  grading: 'high',
  isDanger: 'no',
  children: [{ given: 'Tansy', family: 'Marrowby', born: '2016-05-02' }],
  whatHappened: 'Found alone at the railway station.',
  ...more,
})
export const referral = (more: Readonly<Record<string, unknown>> = {}) => ({
  policeReference: 'NM/4473/26',
  victim: { given: 'Ursa', family: 'Marrowby' },
  perpetrator: { given: 'Dorn', family: 'Marrowby' },
  children: [{ given: 'Tansy', family: 'Marrowby', born: '2016-05-02' }],
  dashScore: 17,
  why: 'He has said that he will find her.',
  ...more,
})

/** A police force, two schools with safeguarding leads and a front door, and a way to send. */
export async function openPolice({ database, makers }: TestRecord) {
  const { sealer } = testFiles()
  const admin = await makers.worker({ class: 'administrator' })
  const organisation = async (kind: 'police' | 'school') => {
    const id = makeUuid()
    await database.as(admin, 'test', work =>
      sql`insert into organisation (id, name, kind) values (${id}, ${`Invented ${kind} ${id}`}, ${kind})`.execute(
        work.db(),
      ),
    )
    return id
  }
  const member = async (organisationId: Uuid, role: 'designated_safeguarding_lead' | 'mash_partner') => {
    const worker = await makers.worker()
    await database.as(admin, 'test', work =>
      sql`update worker set organisation_id = ${organisationId} where id = ${worker.id}`.execute(work.db()),
    )
    await makers.post({ workerId: worker.id, role })
    return worker
  }
  const [police, school, otherSchool] = [
    await organisation('police'),
    await organisation('school'),
    await organisation('school'),
  ]
  const frontDoor = await makers.team({ kind: 'front_door' })
  const [decider, manager] = [await makers.worker(), await makers.worker()]
  await makers.post({ workerId: decider.id, teamId: frontDoor, role: 'social_worker' })
  await makers.post({ workerId: manager.id, teamId: frontDoor, role: 'team_manager' })
  const officer = await member(police, 'mash_partner')
  /** Sends as somebody who filled in the form, and has the listener read it. */
  const send = async (kind: NoticeKind, body: unknown, by: Actor = officer, organisationId = police) => {
    const taken = await database.as(by, 'test', work =>
      takeNotice(work, sealer, { kind, body, sender: { organisationId, sentBy: by.id } }),
    )
    if (taken.kind === 'refused') throw new Error(JSON.stringify(taken.issues))
    await read(taken.messageId)
    return taken
  }
  const read = (messageId: Uuid) =>
    database.as(serviceActor('listener'), 'messages', async work => {
      const { rows } = await sql<{
        sealed: Buffer
      }>`select sealed from app.message_in where id = ${messageId}`.execute(work.db())
      const bytes = rows[0] ? await sealer.open(`message ${messageId}`, rows[0].sealed) : null
      if (bytes === null) throw new Error('The message is sealed wrongly')
      await readNotice(work, { id: messageId, bytes })
    })
  return {
    ...{
      admin,
      police,
      school,
      otherSchool,
      frontDoor,
      decider,
      manager,
      officer,
      send,
      read,
      member,
      sealer,
    },
    lead: await member(school, 'designated_safeguarding_lead'),
    otherLead: await member(otherSchool, 'designated_safeguarding_lead'),
  }
}
