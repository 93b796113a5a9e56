import { registries } from '#modules/casework'
import { type Actor, serviceActor } from '#platform/db'
import type { Uuid } from '#platform/ids'
import { testRecord } from '#test/record.ts'
import { testServer } from '#test/server.ts'
import { signInAs, type Visitor } from '#test/signIn.ts'
import { lendRegistries } from '../../casework/testing/lendRegistries.ts'
import { referralClockSource } from '../clocks/referralClockSource.ts'
import { frontDoorModule } from '../module.ts'
import { episodesOf } from '../queries/episodesOf.ts'
import { type Contact, readContact } from '../queries/readContact.ts'
import type { FrontDoorTables } from '../tables.ts'

/** A front door with its people, over a test's own record and a server: call it at the top of a test file. */
export async function doorStage() {
  lendRegistries()
  if (registries.clockSources.length === 0) registries.clockSources.push(referralClockSource)
  registries.episodeSource = episodesOf
  const record = await testRecord()
  const { makers } = record
  const server = await testServer(record.database, [frontDoorModule])
  const team = await makers.team({ kind: 'front_door' })
  const member = async (role: 'social_worker' | 'duty_manager' | 'mash_partner' | 'business_support') => {
    const worker = await makers.worker()
    await makers.post({ workerId: worker.id, teamId: team, role })
    return { worker, visitor: await signInAs(server, worker.id) }
  }
  const social = await member('social_worker')
  return {
    record,
    makers,
    server,
    team,
    member,
    social,
    outsider: async () => {
      const worker = await makers.worker()
      return { worker, visitor: await signInAs(server, worker.id) }
    },
    /** Writes a contact by the worker's form. @returns its id */
    contact: async (
      fields: Readonly<Record<string, string>> = {},
      by: Visitor = social.visitor,
    ): Promise<Uuid> => {
      const sent = { channel: 'telephone', worries: 'Nobody collected the child', source: '6', ...fields }
      const answer = await by.post('/front-door/contacts/new', sent)
      const id = /contacts\/([0-9a-f-]{36})$/.exec(String(answer.headers.location))?.[1]
      if (!id) throw new Error(`${answer.statusCode} ${answer.body.slice(0, 3000)}`)
      return id as Uuid // the address was matched as one
    },
    read: (id: Uuid, as: Actor = social.worker): Promise<Contact | null> =>
      record.as(as, work => readContact(work, id)),
    referrals: (personId: Uuid) =>
      record.as(serviceActor('verifier'), work =>
        work
          .db<FrontDoorTables>()
          .selectFrom('referral')
          .select([
            'id',
            'received_on',
            'source',
            'primary_need',
            'is_no_further_action',
            'decided_on',
            'feedback_sent_on',
          ])
          .where('person_id', '=', personId)
          .orderBy('received_on')
          .execute(),
      ),
  }
}

/** A date of birth as a row of the form sends it. */
export const born = (row: number, year: string, month: string, day: string) => ({
  [`person-${row}-born-day`]: day,
  [`person-${row}-born-month`]: month,
  [`person-${row}-born-year`]: year,
})
