import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { type Actor, serviceActor, userClasses } from '#platform/db'
import type { Uuid } from '#platform/ids'
import { testRecord } from '#test/record.ts'
import { markRead, shareNotice } from './notices/commands/markRead.ts'
import { noticesFor, sentNotices } from './notices/queries/noticesFor.ts'
import { waitingQuestions } from './notices/queries/questions.ts'
import { openNotice } from './notices/queries/readNoticePage.ts'
import { encompass, notification, openPolice, referral } from './testing/openPolice.ts'

// docs/access.md, "Police and schools", rule by rule.
const record = await testRecord()
const { makers } = record
const police = await openPolice(record)
const { send, officer, lead, otherLead, decider, manager, school, otherSchool } = police
const tell = (text: ReturnType<typeof sql>) =>
  record.database.as(serviceActor('storyteller'), 'demo', work => text.execute(work.db()))
const seen = (actor: Actor, id: Uuid) => record.as(actor, work => openNotice(work, id))
const isSeen = async (actor: Actor, id: Uuid) => (await seen(actor, id)) !== null
let sent = 0
const theirs = () => {
  sent += 1
  return { policeReference: `NM/${sent}/26` }
}

/** A child of the record with a number and a case. */
async function known() {
  const personId = await makers.person({ given: 'Tansy', family: 'Marrowby', born: '2016-05-02' })
  const nhsNumber = numberOf(900_000_000 + Math.floor(Math.random() * 9_999_999))
  await tell(
    sql`insert into person_identifier (person_id, kind, value) values (${personId}, 'nhs_number', ${nhsNumber})`,
  )
  const teamId = await makers.team()
  const [worker, stranger] = [await makers.worker(), await makers.worker()]
  await makers.post({ workerId: worker.id, teamId, holdsCases: true })
  await makers.post({ workerId: stranger.id, teamId })
  await makers.allocation({ personId, teamId, workerId: worker.id })
  return {
    personId,
    worker,
    stranger,
    child: { given: 'Tansy', family: 'Marrowby', born: '2016-05-02', nhsNumber },
  }
}
/** Nine digits with the tenth that the check wants; the next nine where there is none. */
function numberOf(nine: number): string {
  const rest =
    11 - ([...String(nine)].reduce((sum, digit, place) => sum + Number(digit) * (10 - place), 0) % 11)
  return rest === 10 ? numberOf(nine + 1) : `${nine}${rest === 11 ? 0 : rest}`
}
const enrol = (personId: Uuid, leadId: Uuid, schoolId: Uuid, endedOn: string | null = null) =>
  tell(sql`insert into involvement (person_id, worker_id, organisation_id, role, started_on, ended_on)
    values (${personId}, ${leadId}, ${schoolId}, 'designated_safeguarding_lead', '2024-01-01', ${endedOn}::date)`)

describe('an Encompass notice of a child nobody knows', async () => {
  const { id, reference } = await send('encompass', encompass(school, theirs()))

  test('is read by the named school’s lead, the front door and its sender, and by no other school', async () => {
    for (const actor of [lead, decider, manager, officer]) expect(await isSeen(actor, id)).toBe(true)
    expect(await isSeen(otherLead, id)).toBe(false)
    for (const kind of userClasses) {
      const answer = await isSeen(await makers.worker({ class: kind }), id).catch((error: Error) =>
        error.message.includes('permission denied') ? false : error,
      )
      expect(answer, kind).toBe(false)
    }
  })
  test('is due before the school day, and its sender sees that it was read', async () => {
    const [line] = await record.as(lead, work => noticesFor(work, { show: 'unread', limit: 9, offset: 0 }))
    expect(line).toMatchObject({ reference, readAt: null })
    expect(line?.readBefore).not.toBeNull()
    await record.as(lead, work => markRead(work, id))
    const [own] = await record.as(officer, work => sentNotices(work))
    expect(own?.seenAt).not.toBeNull()
    expect((await seen(officer, id))?.readers).toEqual([]) // whom it reached tells of the record
  })
  test('waits in the front door’s queue, which a school does not see', async () => {
    const reasons = (actor: Actor) =>
      record.as(actor, async work => (await waitingQuestions(work)).map(({ reason }) => reason))
    expect(await reasons(decider)).toContain('no_match')
    expect(await reasons(lead)).toEqual([])
  })
  test('is one, however often it is sent', async () => {
    const again = { ...theirs(), place: 'Twice' }
    const first = await send('encompass', encompass(school, again))
    const second = await send('encompass', encompass(school, again))
    expect([second.reference, second.isNew]).toEqual([first.reference, false])
  })
})

describe('an Encompass notice of a child of the record', () => {
  test('reaches the school on the roll and no other, whatever school the police name', async () => {
    const { personId, worker, stranger, child } = await known()
    await enrol(personId, otherLead.id, otherSchool)
    const { id } = await send('encompass', encompass(school, { ...theirs(), child }))
    expect(await isSeen(lead, id)).toBe(false)
    expect(await isSeen(otherLead, id)).toBe(true)
    expect((await seen(worker, id))?.personIds).toEqual([personId])
    expect(await isSeen(stranger, id)).toBe(false)
  })
  test('is the school’s no more once the child has left its roll', async () => {
    const { personId, child } = await known()
    await enrol(personId, lead.id, school)
    const { id } = await send('encompass', encompass(school, { ...theirs(), child }))
    expect(await isSeen(lead, id)).toBe(true)
    await tell(sql`update involvement set ended_on = '2025-01-01' where person_id = ${personId}`)
    expect(await isSeen(lead, id)).toBe(false)
  })
  test('of a restricted child reaches no school by rule', async () => {
    const { personId, child } = await known()
    await makers.restriction({ subjectId: personId, members: [] })
    const { id } = await send('encompass', encompass(school, { ...theirs(), child }))
    expect(await isSeen(lead, id)).toBe(false)
    expect((await seen(decider, id))?.personIds).toEqual([])
  })
})

describe('a police notification', () => {
  test('is a contact at the front door that does not repeat it, and is read there alone until the police say more', async () => {
    const { worker, child } = await known()
    const { id, reference } = await send(
      'police_notification',
      notification({ ...theirs(), children: [child] }),
    )
    for (const [actor, may] of [
      [decider, true],
      [worker, false],
      [lead, false],
    ] as const)
      expect(await isSeen(actor, id)).toBe(may)
    const contacts = await record.as(decider, work =>
      sql<{ worries: string }>`select worries from contact where worries like ${`%${reference}%`}`.execute(
        work.db(),
      ),
    )
    expect(contacts.rows).toHaveLength(1)
    expect(contacts.rows[0]?.worries).not.toContain('railway')
    expect(await record.as(decider, work => shareNotice(work, id, 'record'))).toBe(false)
    expect(await record.as(officer, work => shareNotice(work, id, 'record'))).toBe(true)
    expect(await isSeen(worker, id)).toBe(true)
  })
  test('is not let go by whoever reads it at the front door, by no statement of theirs', async () => {
    const { id } = await send('police_notification', notification(theirs()))
    const spoof = record.as(decider, work =>
      sql`update partner_notice set sharing = 'record', sharing_by = ${officer.id} where id = ${id}`.execute(
        work.db(),
      ),
    )
    await expect(spoof).rejects.toThrow('originator')
  })
})

describe('a MARAC referral', () => {
  test('is read by the front door’s decision makers and whom their managers name, never by who holds the case', async () => {
    const { worker, child } = await known()
    const { id } = await send('marac', referral({ ...theirs(), children: [child] }))
    const advocate = await makers.worker()
    const name = (by: Actor) =>
      record.as(by, work =>
        sql`insert into partner_notice_reader (notice_id, kind, worker_id, named_by) values (${id}, 'named', ${advocate.id}, ${by.id})`.execute(
          work.db(),
        ),
      )
    for (const actor of [worker, advocate, lead]) expect(await isSeen(actor, id)).toBe(false)
    expect(await isSeen(decider, id)).toBe(true)
    // That there is one tells the story: whom of the record it names is for nobody who holds them.
    const matched = await record.as(worker, work =>
      sql`select from partner_notice_match where notice_id = ${id}`.execute(work.db()),
    )
    expect(matched.rows).toEqual([])
    await expect(name(decider)).rejects.toThrow('row-level security')
    await name(manager)
    expect(await isSeen(advocate, id)).toBe(true)
  })
})

test('an Encompass notice of a child educated at home is read by the officers of the education team and by nobody else there', async () => {
  const { id } = await send('encompass', encompass(school, theirs()))
  const teamId = await makers.team()
  await tell(
    sql`insert into partner_notice_reader (notice_id, kind, team_id) values (${id}, 'home_education', ${teamId})`,
  )
  for (const [role, reads] of [
    ['social_worker', true],
    ['business_support', false],
    ['family_help_practitioner', false],
  ] as const) {
    const actor = await makers.worker()
    await makers.post({ workerId: actor.id, teamId, role })
    expect(await isSeen(actor, id), role).toBe(reads)
  }
})

describe('sending', () => {
  test('leaves nothing to whoever has gone to another organisation since', async () => {
    const sender = await police.member(police.police, 'mash_partner')
    const { id } = await send('marac', referral(theirs()), sender)
    expect(await isSeen(sender, id)).toBe(true)
    await tell(sql`update worker set organisation_id = ${otherSchool} where id = ${sender.id}`)
    expect(await isSeen(sender, id)).toBe(false)
  })
  test('is for one’s own organisation alone, and for nobody of the council', async () => {
    await expect(send('encompass', encompass(school, theirs()), decider)).rejects.toThrow(
      'row-level security',
    )
    await expect(send('police_notification', notification(theirs()), lead, police.police)).rejects.toThrow(
      'row-level security',
    )
  })
  test('leaves no message that its sender or anybody else could open', async () => {
    for (const actor of [officer, decider])
      await expect(
        record.as(actor, work => sql`select sealed from app.message_in`.execute(work.db())),
      ).rejects.toThrow('permission denied')
  })
})
