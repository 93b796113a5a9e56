import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { type Actor, serviceActor, type Work } from '#platform/db'
import { makeUuid, type Uuid } from '#platform/ids'
import { testRecord } from '#test/record.ts'
import { searchPeople } from '../queries/searchPeople.ts'
import { askMerge, confirmMerge, undoMerge } from './commands/mergeCommands.ts'
import { sayNotSame, withdrawNotSame } from './commands/notSame.ts'
import { mergedInto } from './followMerges.ts'
import { comparison } from './queries/comparison.ts'
import { duplicatesOf } from './queries/duplicatesOf.ts'
import { rowsSince } from './queries/mergeLines.ts'
import { mergeMark } from './queries/mergeMark.ts'
import { mergeChoices } from './rules/mergeChoices.ts'
import { bothRecords } from './testing/bothRecords.ts'
import { joinRecords } from './testing/joinRecords.ts'

const record = await testRecord()
const { makers } = record
const teamId = await makers.team()
const [manager, worker] = [await makers.worker(), await makers.worker()]
await makers.post({ workerId: manager.id, teamId, role: 'team_manager' })
await makers.post({ workerId: worker.id, teamId })
const people = { asker: worker, manager }

/** Two records of one child, held by one worker. */
async function pair(given = 'Jo') {
  const one = await makers.person({ given, family: 'Twicely' })
  const other = await makers.person({ given: `${given}anna`, family: 'Twicely' })
  const held = [
    await makers.allocation({ personId: one, teamId, workerId: worker.id }),
    await makers.allocation({ personId: other, teamId, workerId: worker.id }),
  ] as const
  return { one, other, held }
}

const write = (
  actor: Actor,
  table: 'significant_event' | 'person_identifier',
  values: Record<string, unknown>,
) =>
  record.as(actor, async work => {
    const id = makeUuid()
    await work
      .db<Record<string, Record<string, unknown>>>()
      .insertInto(table)
      .values({ id, ...values })
      .execute()
    return id
  })
const number = (person_id: Uuid, value: string) =>
  write(worker, 'person_identifier', { person_id, kind: 'nhs_number', value, check_passed: true })
const event = (person_id: Uuid) =>
  write(worker, 'significant_event', { person_id, happened_on: '2024-02-03', description: 'An event' })
const ask = (actor: Actor, one: Uuid, other: Uuid, choices = {}) =>
  record.as(actor, async work =>
    askMerge(work, {
      survivorId: one,
      mergedId: other,
      evidence: 'Seen in the papers',
      evidenceKinds: ['other'],
      choices: mergeChoices.parse(choices),
      mark: (await mergeMark(work, one, other)) ?? '',
      isOnePerson: true,
    }),
  )
const undo = (
  given: { id: Uuid; survivorId: Uuid; mergedId: Uuid },
  assigned: Parameters<typeof undoMerge>[1]['assigned'] = [],
) => record.as(manager, work => undoMerge(work, { ...given, reason: 'Two children', assigned }))
const one = async <T>(fn: (work: Work) => Promise<{ rows: T[] }>) => (await record.as(worker, fn)).rows[0]

test('joins two records, finds the one by both names, and makes two of them again byte for byte', async () => {
  const p = await pair('Zeb')
  await event(p.other)
  const before = await bothRecords(record.ownerUrl, [p.one, p.other])
  const merge = await joinRecords(record, { ...people, ...p, chosen: { holdings: [p.held[1]] } })
  expect(merge.outcome).toBe('merged')
  for (const text of ['Zeb Twicely', 'Zebanna Twicely']) {
    const { rows } = await record.as(worker, work => searchPeople(work, { text, page: 1 }))
    expect(
      rows.map(row => (row.held ? row.person.id : row.id)),
      text,
    ).toContain(p.one)
    expect(
      rows.map(row => (row.held ? row.person.id : row.id)),
      text,
    ).not.toContain(p.other)
  }
  expect(await record.as(worker, work => mergedInto(work, p.other))).toBe(p.one)
  expect(await undo(merge)).toBe('undone')
  expect(await bothRecords(record.ownerUrl, [p.one, p.other])).toEqual(before)
  const { rows } = await record.as(worker, work => searchPeople(work, { text: 'Zebanna Twicely', page: 1 }))
  expect(rows.map(row => (row.held ? row.person.id : row.id))).toContain(p.other)
  expect(await record.as(worker, work => mergedInto(work, p.other))).toBeNull()
})

test('shows the survivor as it was on a day before, and to its holders the merged record’s past', async () => {
  const p = await pair()
  const before = await record.settled()
  await joinRecords(record, { ...people, ...p, chosen: { holdings: [p.held[0]] } })
  const names = (id: Uuid) => (work: Work) =>
    sql<{ given: string }>`select given from person_name where person_id = ${id} order by 1`.execute(
      work.db(),
    )
  const at = { knownAt: before }
  expect((await record.as(worker, names(p.one), at)).rows).toEqual([{ given: 'Jo' }])
  expect((await record.as(worker, names(p.other), at)).rows).toEqual([{ given: 'Joanna' }])
  expect((await record.as(worker, names(p.one))).rows).toEqual([{ given: 'Jo' }, { given: 'Joanna' }])
  expect(await record.as(worker, work => mergedInto(work, p.other), at)).toBeNull()
})

test('takes two people: whoever asked does not confirm, and whoever confirms directs both cases', async () => {
  const p = await pair()
  const self = await joinRecords(record, { asker: manager, manager, ...p })
  expect(self.outcome).toBe('not_found')
  const q = await pair()
  const colleague = await makers.worker()
  await makers.allocation({ personId: q.one, teamId, workerId: colleague.id, role: 'co_worker' })
  expect((await joinRecords(record, { asker: worker, manager: colleague, ...q })).outcome).toBe('not_found')
})

test('answers a restricted, a barred and an absent person alike', async () => {
  const p = await pair()
  await makers.restriction({ subjectId: p.other, members: [manager.id] })
  const q = await pair()
  await record.as(worker, work =>
    sql`select access.declare_conflict(${q.other}, ${worker.id}, 'own_family', null)`.execute(work.db()),
  )
  for (const [who, whom] of [
    [p.one, p.other],
    [q.one, q.other],
    [q.one, makeUuid()],
    [q.one, q.one],
  ] as const)
    expect(await ask(worker, who, whom)).toEqual({ outcome: 'not_found' })
})

test('refuses two valid NHS numbers unless one is said to be wrong, which then ends', async () => {
  const p = await pair()
  const right = await number(p.one, '9434765919')
  const wrong = await number(p.other, '9434765870')
  expect(await ask(worker, p.one, p.other)).toEqual({ outcome: 'numbers_differ' })
  const merge = await joinRecords(record, {
    ...people,
    ...p,
    chosen: { right_number: right, holdings: [p.held[0]] },
  })
  expect(merge.outcome).toBe('merged')
  const row = await one(work =>
    sql<{
      ended: boolean
      person_id: Uuid
    }>`select ended_on is not null as ended, person_id from person_identifier where id = ${wrong}`.execute(
      work.db(),
    ),
  )
  expect(row).toEqual({ ended: true, person_id: p.one })
})

test('takes a number of either record as the right one, where one record holds two', async () => {
  const p = await pair()
  await number(p.one, '9434765919')
  const right = await number(p.one, '9434765870')
  await number(p.other, '9449305552')
  expect(await ask(worker, p.one, p.other)).toEqual({ outcome: 'numbers_differ' })
  expect((await ask(worker, p.one, p.other, { right_number: right })).outcome).toBe('asked')
})

test('neither asks nor confirms past a sign of two people without the words, page or no page', async () => {
  const one = await makers.person({ given: 'Ash', family: 'Twinsley', born: '2019-05-05' })
  const other = await makers.person({ given: 'Beech', family: 'Twinsley', born: '2019-05-05' })
  for (const personId of [one, other]) await makers.allocation({ personId, teamId, workerId: worker.id })
  const wanted = async (work: Work) => ({
    survivorId: one,
    mergedId: other,
    evidence: 'Seen in the papers',
    evidenceKinds: ['other'] as const,
    choices: mergeChoices.parse({}),
    mark: (await mergeMark(work, one, other)) ?? '',
  })
  expect(await record.as(worker, async work => askMerge(work, await wanted(work)))).toEqual({
    outcome: 'unconfirmed',
  })
  const asked = await record.as(worker, async work =>
    askMerge(work, { ...(await wanted(work)), isOnePerson: true }),
  )
  if (!('id' in asked)) throw new Error(asked.outcome)
  const confirm = (isOnePerson: boolean) =>
    record.as(manager, async work =>
      confirmMerge(work, { id: asked.id, ...(await wanted(work)), isOnePerson }),
    )
  expect(await confirm(false)).toBe('unconfirmed')
  expect(await confirm(true)).toBe('merged')
})

test('closes no referral that ended in no further action: its work never went on', async () => {
  const p = await pair()
  const referral = (person_id: Uuid, isNfa: boolean) =>
    record.as(serviceActor('storyteller'), async work => {
      const id = makeUuid()
      await sql`insert into referral (id, person_id, received_on, is_no_further_action)
        values (${id}, ${person_id}, '2026-01-05', ${isNfa})`.execute(work.db())
      return id
    })
  const open = await referral(p.one, false)
  const ended = await referral(p.other, true)
  const view = await record.as(worker, work => comparison(work, p.one, p.other))
  expect(view?.referrals).toEqual([])
  await joinRecords(record, { ...people, ...p, chosen: { holdings: [p.held[0]], referral: open } })
  const row = await one(work =>
    sql`select closed_on, person_id from referral where id = ${ended}`.execute(work.db()),
  )
  expect(row).toEqual({ closed_on: null, person_id: p.one })
})

test('says which contact must be decided first', async () => {
  const p = await pair()
  const doorTeam = await makers.team({ kind: 'front_door' })
  const [contact, named] = [makeUuid(), makeUuid()]
  await record.as(serviceActor('storyteller'), async work => {
    await sql`insert into contact (id, reference, team_id, channel, received_at, worries, person_ids)
      values (${contact}, 'KF-TEST-0001', ${doorTeam}, 'telephone', now(), 'Invented', ${[p.other]}::uuid[])`.execute(
      work.db(),
    )
    await sql`insert into contact_person (id, contact_id, role, person_id, matched_at)
      values (${named}, ${contact}, 'child', ${p.other}, now())`.execute(work.db())
  })
  const view = await record.as(worker, work => comparison(work, p.one, p.other))
  expect(view?.contacts.map(({ id }) => id)).toEqual([contact])
  expect(await ask(worker, p.one, p.other)).toEqual({ outcome: 'contact_waiting' })
})

test('refuses what changed after it was looked at', async () => {
  const p = await pair()
  const mark = await record.as(worker, work => mergeMark(work, p.one, p.other))
  await event(p.other)
  const asked = await record.as(worker, work =>
    askMerge(work, {
      survivorId: p.one,
      mergedId: p.other,
      evidence: 'Seen in the papers',
      evidenceKinds: ['other'],
      choices: mergeChoices.parse({}),
      mark: mark ?? '',
      isOnePerson: true,
    }),
  )
  expect(asked).toEqual({ outcome: 'changed' })
})

test('keeps "not the same person" until it is withdrawn: not offered, not merged', async () => {
  const p = await pair('Ivo')
  const candidates = async () => {
    const found = await record.as(worker, work => duplicatesOf(work, p.one))
    return found?.candidates.flatMap(row => (row.found.held ? row.found.person.id : []))
  }
  await write(worker, 'person_identifier', { person_id: p.one, kind: 'other', value: 'TWIN7' })
  await write(worker, 'person_identifier', { person_id: p.other, kind: 'other', value: 'TWIN7' })
  await record.as(worker, work => sayNotSame(work, { one: p.one, other: p.other, why: 'Cousins' }))
  expect(await candidates()).not.toContain(p.other)
  expect(await ask(worker, p.other, p.one)).toEqual({ outcome: 'not_same' })
  const said = await record.as(worker, work => duplicatesOf(work, p.other))
  const id = said?.notSame[0]?.id ?? makeUuid()
  expect(await record.as(await makers.worker(), work => withdrawNotSame(work, { id, why: 'Mistaken' }))).toBe(
    'not_found',
  )
  expect(await record.as(worker, work => withdrawNotSame(work, { id, why: 'Mistaken' }))).toBe('withdrawn')
  expect((await ask(worker, p.one, p.other)).outcome).toBe('asked')
})

test('undoes in reverse order, and gives what was written since to whom it belongs', async () => {
  const p = await pair()
  const third = await pair()
  const first = await joinRecords(record, { ...people, ...p, chosen: { holdings: [p.held[0]] } })
  const since = await event(p.one)
  const later = await joinRecords(record, {
    ...people,
    one: third.one,
    other: p.one,
    chosen: { holdings: [third.held[0]] },
  })
  expect(later.outcome).toBe('merged')
  expect(await undo(first)).toBe('later_merge')
  expect(await undo(later)).toBe('undone')
  const offered = await record.as(manager, work => rowsSince(work, first.id))
  expect(offered.map(({ rowId }) => rowId)).toEqual([since])
  expect(await undo(first, [{ table: 'significant_event', column: 'person_id', row: since }])).toBe('undone')
  expect(
    await one(work => sql`select person_id from significant_event where id = ${since}`.execute(work.db())),
  ).toEqual({
    person_id: p.other,
  })
})

test('says when something written since holds the place of what would come back', async () => {
  const p = await pair()
  const merge = await joinRecords(record, { ...people, ...p, chosen: { holdings: [p.held[1]] } })
  expect(merge.outcome).toBe('merged')
  await record.as(manager, work =>
    sql`update allocation set ended_on = ${work.today}::date where id = ${p.held[1]}`.execute(work.db()),
  )
  await makers.allocation({
    personId: p.one,
    teamId,
    workerId: worker.id,
    startedOn: Temporal.Now.plainDateISO('Europe/London').toString(),
  })
  expect(await undo(merge)).toBe('in_the_way')
})

test('ends openings, and lets nobody write to a merged record', async () => {
  const p = await pair()
  const passer = await makers.worker()
  await makers.opening({ actorId: passer.id, subjectId: p.one })
  await makers.opening({ actorId: passer.id, subjectId: p.other })
  await joinRecords(record, { ...people, ...p, chosen: { holdings: [p.held[0]] } })
  const seen = await record.as(passer, work =>
    sql`select id from person where id in (${p.one}, ${p.other})`.execute(work.db()),
  )
  expect(seen.rows).toEqual([])
  await expect(event(p.other)).rejects.toThrow(/row-level security/)
})
