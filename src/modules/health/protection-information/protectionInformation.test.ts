import { sql } from 'kysely'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Uuid } from '#platform/ids'
import { makeUuid } from '#platform/ids'
import { testRecord } from '#test/record.ts'
import { closeWork } from './commands/closeWork.ts'
import { accessText, acknowledgementText, inactiveText } from './message/nhsText.ts'
import { all, xmlTree } from './message/xmlTree.ts'
import { sendAgain } from './tasks.ts'
import { openProtection } from './testing/openProtection.ts'

const record = await testRecord()
const stage = await openProtection(record)
const { planned, number, follow, answer, arrive, rows, openWorks, listen, tell } = stage

/** Whatever went before is loaded, and nothing waits. */
beforeEach(async () => {
  await tell(
    sql`update protection_work set closed_at = now(), closed_how = 'success' where closed_at is null`,
  )
  await follow()
  await answer('CPF02')
  await follow()
  await answer('CPF02')
  await tell(
    sql`update protection_work set closed_at = now(), closed_how = 'success' where closed_at is null`,
  )
})

const changesOf = async (personId: Uuid) =>
  (
    await rows(
      sql<{ what: string }>`select what from protection_change where person_id = ${personId} order by number`,
    )
  ).map(({ what }) => what)
const inFlight = async () => {
  const [file] = await rows(sql<{ id: Uuid; sequence: number; sealed: Buffer }>`
    select f.id, f.sequence, b.sealed from protection_file f join protection_file_body b on b.file_id = f.id where f.answered_at is null and f.given_up_at is null`)
  if (file === undefined) return null
  const tree = xmlTree(
    (await stage.sealer.open(`protection file ${file.id}`, file.sealed)) ?? Buffer.alloc(0),
  )
  if (tree === null) throw new Error('A file is XML')
  return { sequence: file.sequence, lines: all(tree, 'component') }
}

describe('the queue', () => {
  test('holds each change of a plan once, and one file tells of it', async () => {
    const { personId, planId } = await planned()
    await number(personId)
    expect(await follow()).toMatchObject({ changes: 1 })
    expect(await follow()).toMatchObject({ changes: 0, sequence: null })
    expect((await inFlight())?.lines).toHaveLength(1)
    await answer('CPF02')
    await tell(sql`update cp_plan set ended_on = '2026-09-01' where id = ${planId}`)
    await follow()
    expect(await changesOf(personId)).toEqual(['started', 'ended'])
    expect(
      all((await inFlight())?.lines[0] ?? { name: '', attributes: {}, children: [], text: '' }, 'high'),
    ).toHaveLength(1)
  })

  test('tells the plan of an unborn child of the mother, until the day of birth', async () => {
    const mother = await record.makers.person({ born: '1995-01-01' })
    const motherNumber = await number(mother)
    const { personId } = await planned()
    await tell(
      sql`update person set is_unborn = true, date_of_birth = null, mother_id = ${mother}, expected_delivery_on = '2026-12-01' where id = ${personId}`,
    )
    await follow()
    expect(
      await rows(sql`select kind, nhs_number from protection_status where person_id = ${personId}`),
    ).toEqual([{ kind: 'unborn_plan', nhs_number: motherNumber }])
    await answer('CPF02')
    await tell(sql`update person set is_unborn = false, date_of_birth = '2026-10-10' where id = ${personId}`)
    await number(personId)
    await follow()
    expect(await changesOf(personId)).toEqual(['started', 'ended', 'started'])
    expect((await inFlight())?.lines).toHaveLength(2)
  })

  test('tells nothing of what ended longer ago than the NHS shows', async () => {
    const { personId, planId } = await planned('2020-01-01')
    await number(personId)
    await tell(sql`update cp_plan set ended_on = '2021-01-01' where id = ${planId}`)
    await follow()
    expect(await changesOf(personId)).toEqual([])
  })

  test('asks for a number, and closes that by itself when the record has one', async () => {
    const { personId } = await planned()
    await follow()
    expect(await openWorks()).toEqual(['no_number'])
    expect(await inFlight()).toBeNull()
    await number(personId)
    await follow()
    expect(await openWorks()).toEqual([])
    expect((await inFlight())?.lines).toHaveLength(1)
  })
})

describe('answers', () => {
  test('each code of a line is a work item of its own, and a later success closes it', async () => {
    const children = await Promise.all(
      ['CPR01', 'CPR03', 'CPR07'].map(async code => [(await planned()).personId, code] as const),
    )
    for (const [personId] of children) await number(personId)
    await follow()
    await answer('CPF03', new Map(children))
    expect(await openWorks()).toEqual(['CPR01', 'CPR03', 'CPR07'])
    await follow()
    expect(await inFlight()).toBeNull() // nothing changed: nothing goes again by itself
    const [first] = children
    if (first === undefined) throw new Error('There are three')
    await number(first[0])
    await follow()
    expect((await inFlight())?.lines).toHaveLength(1)
    await answer('CPF02')
    expect(await openWorks()).toEqual(['CPR03', 'CPR07'])
  })

  test('a child whom the NHS keeps hidden is never sent again, whatever changes', async () => {
    const { personId, planId } = await planned()
    await number(personId)
    await follow()
    await answer('CPF03', new Map([[personId, 'CPR02']]))
    await tell(sql`update cp_plan set started_on = '2026-03-03' where id = ${planId}`)
    await number(personId)
    await follow()
    expect(await inFlight()).toBeNull()
    expect(await openWorks()).toEqual(['CPR02'])
  })

  test('a file that the NHS could not look at goes again under the next number', async () => {
    const { personId } = await planned()
    await number(personId)
    await follow()
    const first = await inFlight()
    await answer('CPF05')
    expect(await openWorks()).toEqual(['CPF05'])
    await follow()
    expect(await inFlight()).toMatchObject({ sequence: (first?.sequence ?? 0) + 1, lines: [{}] })
    await answer('CPF02')
    expect(await openWorks()).toEqual([])
  })

  test('a file that was refused holds the queue until somebody has looked', async () => {
    const { personId } = await planned()
    await number(personId)
    await follow()
    await answer('CPF01')
    await follow()
    expect(await inFlight()).toBeNull()
    const [item] = await rows(sql<{ id: Uuid }>`select id from protection_work where closed_at is null`)
    if (item === undefined) throw new Error('There is a work item')
    expect(
      await record.as(stage.sender, work => closeWork(work, item.id, { note: 'Mended', again: false })),
    ).toBe(true)
    await follow()
    expect((await inFlight())?.lines).toHaveLength(1)
  })

  test('an answer to another file, or to none, is an alarm of the sequence and answers nothing', async () => {
    const { personId } = await planned()
    await number(personId)
    await follow()
    await stage.markSent()
    await arrive(acknowledgementText(999, 'CPF02'))
    expect(await openWorks()).toEqual(['sequence'])
    expect(await inFlight()).not.toBeNull()
    expect(await arrive(acknowledgementText(999, 'CPF02'))).toBe('again')
  })

  test('somebody sends again what was mended', async () => {
    const { personId } = await planned()
    await number(personId)
    await follow()
    await answer('CPF03', new Map([[personId, 'CPR03']]))
    const [item] = await rows(
      sql<{ id: Uuid }>`select id from protection_work where closed_at is null and code = 'CPR03'`,
    )
    if (item === undefined) throw new Error('There is a work item')
    await record.as(stage.sender, work =>
      closeWork(work, item.id, { note: 'Traced with the GP', again: true }),
    )
    await listen(work => sendAgain(work, item.id))
    await follow()
    expect((await inFlight())?.lines).toHaveLength(1)
    expect(await changesOf(personId)).toEqual(['started', 'again'])
  })

  test('a number no longer in use stops sending until another is in the record', async () => {
    const { personId, planId } = await planned()
    const old = await number(personId)
    await follow()
    await answer('CPF02')
    await arrive(inactiveText(old))
    await tell(sql`update cp_plan set ended_on = '2026-09-01' where id = ${planId}`)
    await follow()
    expect(await inFlight()).toBeNull()
    expect(await openWorks()).toEqual(['inactive_number'])
    await number(personId)
    await follow()
    expect(await openWorks()).toEqual([])
    expect((await inFlight())?.lines).toHaveLength(1)
  })
})

describe('a record opened in unscheduled care', () => {
  test('is an entry of the child, told to who works with them, beside the visit of that day', async () => {
    const { personId, worker } = await planned()
    const nhsNumber = await number(personId)
    await follow()
    await answer('CPF02')
    const at = Temporal.Now.instant().subtract({ hours: 3 })
    await arrive(accessText(makeUuid(), [{ nhsNumber, at }]))
    const seen = await record.as(worker, work =>
      sql`select role, organisation, attendance_id from protection_access where person_id = ${personId}`.execute(
        work.db(),
      ),
    )
    expect(seen.rows).toEqual([
      { role: 'Emergency nurse', organisation: 'Invented General Hospital', attendance_id: null },
    ])
    const notices = await record.as(worker, work =>
      sql`select kind, path from app.notice where worker_id = ${worker.id}`.execute(work.db()),
    )
    expect(notices.rows).toEqual([{ kind: 'opened_at_nhs', path: `/people/${personId}/nhs` }])
    await tell(sql`update protection_access set notice = 'N-9 1' where person_id = ${personId}`)
    await arrive(accessText('N-9', [{ nhsNumber, at: at.subtract({ minutes: 1 }) }])) // the same notice, written otherwise
    const twice = await rows(sql`select 1 from protection_access where person_id = ${personId}`)
    expect(twice).toHaveLength(1)
    const other = await record.as(await record.makers.worker(), work =>
      sql`select 1 from protection_access`.execute(work.db()),
    )
    expect(other.rows).toEqual([])
  })

  test('of nobody whom the record shows, or of nobody at all, is a work item', async () => {
    await arrive(accessText(makeUuid(), [{ nhsNumber: '9990009999', at: Temporal.Now.instant() }]))
    await arrive(accessText(makeUuid(), []))
    expect(await openWorks()).toEqual(['notice_empty', 'notice_unmatched'])
  })
})

test('alarms tell of a change that waits a day and a file unanswered for two, while it is so', async () => {
  const { personId } = await planned()
  await number(personId)
  await follow()
  await tell(sql`update protection_file set made_at = now() - interval '25 hours' where answered_at is null`)
  await follow()
  expect(await openWorks()).toEqual(['unsent_late'])
  await tell(
    sql`update protection_file set sent_at = now() - interval '49 hours', sent_how = 'mesh' where answered_at is null`,
  )
  await follow()
  expect(await openWorks()).toEqual(['unconfirmed_late'])
  await answer('CPF02')
  await follow()
  expect(await openWorks()).toEqual([])
})

test('a time in care is told when it begins, ends, was an error, and at 18 whether or not anybody says so', async () => {
  const { personId } = await planned()
  await number(personId)
  const periodId = makeUuid()
  await tell(
    sql`insert into period_of_care (id, person_id, started_on, began_under) values (${periodId}, ${personId}, '2026-04-01', 'V2')`,
  )
  const told = () =>
    rows(sql`select what, c.ended_on::text as "endedOn" from protection_change c join protection_status s on s.id = c.status_id
      where s.source_id = ${periodId} order by c.number`)
  await follow()
  expect((await inFlight())?.lines).toHaveLength(2)
  await tell(sql`update period_of_care set ended_on = '2026-05-05', ended_why = 'E4A' where id = ${periodId}`)
  await follow()
  await tell(sql`update period_of_care set ended_on = null, ended_why = null where id = ${periodId}`)
  await tell(sql`update person set date_of_birth = '2008-06-06' where id = ${personId}`)
  await follow()
  await tell(
    sql`update period_of_care set withdrawn_at = now(), withdrawn_reason = 'Another child' where id = ${periodId}`,
  )
  await follow()
  expect(await told()).toEqual([
    { what: 'started', endedOn: null },
    { what: 'ended', endedOn: '2026-05-05' },
    { what: 'corrected', endedOn: '2026-06-06' },
    { what: 'deleted', endedOn: '2026-06-06' },
  ])
})
