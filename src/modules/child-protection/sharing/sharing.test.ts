import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { clockDifferences, storedClocks } from '#modules/casework'
import type { PeopleTables } from '#modules/people'
import { type Actor, type ServiceTables, serviceActor } from '#platform/db'
import { makeUuid, type Uuid } from '#platform/ids'
import { addWorkingDays } from '#reference'
import { testRecord } from '#test/record.ts'
import { registerModules } from '../../../main/modules.ts'
import { askPage, contentOf } from '../../casework/testing/askPage.ts'
import { invite, planMeeting } from '../meeting/index.ts'
import type { ChildProtectionTables } from '../tables.ts'
import { approveCopy, composeFor } from './commands/copies.ts'
import { decideShowings } from './commands/decideShowings.ts'
import { finishPaper } from './commands/finishPaper.ts'
import { makeWall } from './commands/walls.ts'
import { addParts, beginPaper, type PartWanted } from './commands/writePaper.ts'
import { toCompose } from './queries/composing.ts'
import { type Copy, copiesOf, copyOf } from './queries/readCopies.ts'
import { paperOf, partsOfPaper } from './queries/readPapers.ts'
import { recipientsOf } from './queries/recipientsOf.ts'
import { wallsAround } from './queries/walls.ts'
import { sharingRoutes } from './sharingRoutes.ts'

const record = await testRecord()
registerModules()
const { makers } = record
const ask = askPage(record.as, sharingRoutes)
const tell = <R>(fn: Parameters<typeof record.as<R>>[1]) => record.as(serviceActor('storyteller'), fn)

let worker: Actor
let manager: Actor
let clerk: Actor
let teamId: Uuid
type Family = { mother: Uuid; father: Uuid; girl: Uuid; boy: Uuid; meetingId: Uuid }

beforeAll(async () => {
  teamId = await makers.team()
  ;[worker, manager, clerk] = [await makers.worker(), await makers.worker(), await makers.worker()]
  await makers.post({ workerId: manager.id, teamId, role: 'team_manager' })
  await makers.post({ workerId: clerk.id, teamId, role: 'business_support' })
})

const part = (heading: string, words: string, more: Partial<PartWanted> = {}): PartWanted => ({
  heading,
  words,
  personIds: [],
  source: 'own_work',
  sourceWords: null,
  isThirdParty: false,
  offeredTo: [],
  dataClass: 'B3',
  line: null,
  origin: null,
  pairs: [],
  ...more,
})

/** A conference so many working days ahead: a first one is never on a weekend. */
async function family(workingDays = 14): Promise<Family> {
  const mother = await makers.person({ given: 'Ebba', family: 'Madeup', born: '1990-01-01' })
  const father = await makers.person({ given: 'Rolf', family: 'Madeup', born: '1988-01-01' })
  const girl = await makers.person({ given: 'Signe', family: 'Madeup', born: '2011-01-01' })
  const boy = await makers.person({ given: 'Torvald', family: 'Madeup', born: '2018-01-01' })
  await makers.family({ children: [girl, boy], adults: [mother, father] })
  await tell(work =>
    work
      .db<PeopleTables>()
      .insertInto('relationship')
      .values(
        [mother, father].flatMap(adult =>
          [girl, boy].map(child => ({
            id: makeUuid(),
            person_id: adult,
            other_id: child,
            kind: 'parent' as const,
            has_parental_responsibility: true,
          })),
        ),
      )
      .execute(),
  )
  for (const personId of [girl, boy]) await makers.allocation({ personId, teamId, workerId: worker.id })
  const planned = await record.as(worker, work =>
    planMeeting(work, {
      kind: 'initial',
      personIds: [girl, boy],
      reason: 'An invented reason',
      plannedAt: addWorkingDays(work.today, workingDays)
        .toZonedDateTime({ timeZone: 'Europe/London', plainTime: '10:00' })
        .toInstant(),
      minutes: 90,
      how: 'in_person',
      place: 'Invented Hall',
      chairId: null,
      administratorId: clerk.id,
      invitees: [
        { side: 'family', personId: mother, standing: 'mother' },
        { side: 'family', personId: father, standing: 'father' },
        { side: 'family', personId: girl, standing: 'child' },
      ],
    }),
  )
  if (planned.outcome !== 'planned') throw new Error(planned.because)
  return { mother, father, girl, boy, meetingId: planned.meetingId }
}

async function report(of: Family, parts: readonly PartWanted[]): Promise<Uuid> {
  const id = makeUuid()
  await record.as(worker, async work => {
    await beginPaper(work, {
      id,
      kind: 'social_work_report',
      meetingId: of.meetingId,
      personIds: [of.girl, of.boy],
      inviteeId: null,
    })
    await addParts(work, id, parts)
    const paper = await paperOf(work, id)
    if (paper) await finishPaper(work, paper)
  })
  return id
}

/** Shows these headings to these people, and composes everybody's copy. */
async function composed(
  paperId: Uuid,
  shown: Readonly<Record<Uuid, readonly string[]>>,
): Promise<readonly Copy[]> {
  return record.as(worker, async work => {
    const paper = await paperOf(work, paperId)
    if (paper === null) throw new Error('No paper')
    const parts = await partsOfPaper(work, paperId)
    const recipients = await recipientsOf(work, paper)
    await decideShowings(
      work,
      paperId,
      recipients.flatMap(recipient =>
        parts
          .filter(({ heading }) => shown[recipient.personId ?? ('' as Uuid)]?.includes(heading))
          .map(one => ({ partId: one.id, recipient, shows: true, ground: null, why: null })),
      ),
    )
    const from = await toCompose(work, paper)
    if (from === null) throw new Error('No meeting')
    for (const recipient of from.recipients) await composeFor(work, from, recipient, 'plain')
    return copiesOf(work, { paperId })
  })
}

const copyFor = (copies: readonly Copy[], personId: Uuid): Copy => {
  const found = copies.find(({ recipientId, status }) => recipientId === personId && status === 'composed')
  if (found === undefined) throw new Error('No copy')
  return found
}
const plain = { findingsAnswer: null, sharedBecause: null, inPortal: true, isWalled: false }
const approve = (actor: Actor, copy: Copy, more: Partial<typeof plain> | { findingsAnswer: string } = {}) =>
  record.as(actor, async work => {
    const now = await copyOf(work, copy.id)
    return now === null ? null : approveCopy(work, now, { ...plain, ...more })
  })

const toldOf = (actor: Actor) =>
  record.as(actor, async work => {
    const rows = await work
      .db<ServiceTables>()
      .selectFrom('app.notice')
      .select('path')
      .where('worker_id', '=', actor.id)
      .where('kind', '=', 'copy_waits')
      .execute()
    return rows.map(({ path }) => path)
  })

describe('a copy', () => {
  test('holds what was decided for its recipient, numbered without a gap', async () => {
    const of = await family()
    const id = await report(of, [
      part('One', 'First words'),
      part('Two', 'Second words'),
      part('Three', 'Third words'),
    ])
    const copies = await composed(id, { [of.mother]: ['One', 'Three'], [of.father]: ['Two'] })
    expect(copyFor(copies, of.mother).content.parts.map(({ number, heading }) => [number, heading])).toEqual([
      [1, 'One'],
      [2, 'Three'],
    ])
    expect(copyFor(copies, of.father).content.parts.map(({ heading }) => heading)).toEqual(['Two'])
    expect(JSON.stringify(copyFor(copies, of.father).content)).not.toContain('First words')
  })

  test('never holds safety data, and the database refuses what was not decided', async () => {
    const of = await family()
    const id = await report(of, [part('One', 'Words'), part('Safe', 'Where she is', { dataClass: 'C3' })])
    const [copy] = await composed(id, { [of.mother]: ['One'] })
    expect(copy?.content.parts).toHaveLength(1)
    const undecided = record.as(worker, async work => {
      const [first] = await partsOfPaper(work, id)
      await work
        .db<ChildProtectionTables>()
        .insertInto('paper_copy')
        .values({
          paper_id: id,
          meeting_id: of.meetingId,
          person_ids: [of.boy],
          recipient_id: of.father,
          content: '{}',
          content_hash: Buffer.from('x'),
          part_ids: [first?.id ?? makeUuid()],
        })
        .execute()
    })
    await expect(undecided).rejects.toMatchObject({ constraint: 'copy_decided' })
  })

  test('goes after one approval where the checks met nothing, and not before', async () => {
    const of = await family()
    const id = await report(of, [part('One', 'Plain words')])
    const copy = copyFor(await composed(id, { [of.mother]: ['One'] }), of.mother)
    const give = () =>
      ask(clerk, 'POST', '/copies/:copyId/give', { params: { copyId: copy.id }, sent: { way: 'by_hand' } })
    expect((await give()).kind).toBe('not_found') // business support does not see what is not approved
    expect(await approve(worker, copy)).toBe('approved')
    expect(await give()).toMatchObject({ kind: 'redirect', success: 'Given' })
    expect((await record.as(worker, work => copyOf(work, copy.id)))?.status).toBe('released')
  })

  test('of a child about a sibling needs a decision, and two people', async () => {
    const of = await family()
    const id = await report(of, [part('Boy', 'His matters', { personIds: [of.boy] })])
    const copy = copyFor(await composed(id, { [of.girl]: ['Boy'] }), of.girl)
    expect(copy.findings.map(({ kind }) => kind)).toContain('not_theirs')
    const page = contentOf(
      await ask(worker, 'POST', '/copies/:copyId/approve', {
        params: { copyId: copy.id },
        sent: { answer: 'They are close' },
      }),
    )
    expect(page).toContain('no parental responsibility for every child')
    const because = { answer: 'They are close', because: 'She looks after him' }
    expect(
      await ask(worker, 'POST', '/copies/:copyId/approve', { params: { copyId: copy.id }, sent: because }),
    ).toMatchObject({ success: expect.stringContaining('second person') })
    expect(
      await ask(manager, 'POST', '/copies/:copyId/approve', { params: { copyId: copy.id }, sent: {} }),
    ).toMatchObject({ success: 'Approved' })
  })

  test('is not given when its reader has lost parental responsibility, or a wall was raised, since it was approved', async () => {
    const of = await family()
    const id = await report(of, [part('One', 'Plain words')])
    const copies = await composed(id, { [of.mother]: ['One'], [of.father]: ['One'] })
    for (const person of [of.mother, of.father]) await approve(worker, copyFor(copies, person))
    await tell(work =>
      sql`update relationship set has_parental_responsibility = false where person_id = ${of.mother}::uuid`.execute(
        work.db(),
      ),
    )
    await record.as(worker, work => makeWall(work, of.father, [of.girl, of.boy], 'He must not find them'))
    for (const person of [of.mother, of.father]) {
      const params = { copyId: copyFor(copies, person).id }
      expect(
        contentOf(await ask(clerk, 'POST', '/copies/:copyId/give', { params, sent: { way: 'by_hand' } })),
      ).toContain('Something has changed')
    }
  })

  test('that names whoever told us, or a child whom it is not about, is met by the checks', async () => {
    const of = await family()
    await tell(async work => {
      const contactId = makeUuid()
      await sql`insert into contact (id, reference, team_id, channel, received_at, referrer_name, worries, person_ids)
        values (${contactId}::uuid, ${contactId}, ${teamId}::uuid, 'telephone', now(), 'Marla Madeupcaller', 'Shouting', ${[of.boy]}::uuid[])`.execute(
        work.db(),
      )
      await sql`insert into contact_person (contact_id, role, given, person_id, matched_at) values (${contactId}::uuid, 'child', 'Torvald', ${of.boy}::uuid, now())`.execute(
        work.db(),
      )
    })
    const about = { personIds: [of.girl] }
    const id = await report(of, [
      part('One', 'Marla Madeupcaller rang'),
      part('Two', 'She looks after Torvald', about),
    ])
    const copies = await composed(id, { [of.mother]: ['One'], [of.girl]: ['Two'] })
    expect(copyFor(copies, of.mother).findings).toContainEqual({ kind: 'referrer', parts: [1] })
    expect(copyFor(copies, of.girl).findings).toContainEqual({ kind: 'other_child', parts: [1] })
  })

  test('of a paper that was corrected meanwhile is replaced, and cannot be given', async () => {
    const of = await family()
    const id = await report(of, [part('One', 'Plain words')])
    const copy = copyFor(await composed(id, { [of.mother]: ['One'] }), of.mother)
    await approve(worker, copy)
    const begun = await ask(worker, 'POST', '/papers/:paperId/correct', {
      params: { paperId: id },
      sent: { reason: 'A date was wrong' },
    })
    const corrected = begun.kind === 'redirect' ? (begun.location.split('/').at(-1) as Uuid) : makeUuid()
    await ask(worker, 'POST', '/papers/:paperId/finish', {
      params: { paperId: corrected },
      sent: { version: '1' },
    })
    const now = await record.as(worker, work => copyOf(work, copy.id))
    expect([now?.status, now?.endedBecause]).toEqual(['replaced', 'A date was wrong'])
    expect((await record.as(worker, work => paperOf(work, id)))?.status).toBe('replaced')
  })
})

describe('before a wall', () => {
  async function walled() {
    const of = await family()
    await tell(async work => {
      await sql`insert into person_address (person_id, kind, lines, postcode, is_confidential, started_on)
        values (${of.mother}::uuid, 'refuge', '4 Hidden Yard, Farhaven', 'ZZ99 4QQ', true, '2026-01-01')`.execute(
        work.db(),
      )
      await sql`insert into person_contact (person_id, kind, value, is_safe) values (${of.mother}::uuid, 'mobile', '07700 900123', true)`.execute(
        work.db(),
      )
      await sql`insert into organisation (id, name, kind) values (${of.boy}::uuid, ${`Hidden Yard Primary School ${of.boy.slice(-4)}`}, 'school')`.execute(
        work.db(),
      )
      await sql`insert into involvement (person_id, organisation_id, professional_name, role, started_on)
        values (${of.boy}::uuid, ${of.boy}::uuid, 'Olla Madeupteacher', 'designated_safeguarding_lead', '2026-01-01')`.execute(
        work.db(),
      )
      await sql`insert into note (kind, happened_at, author_id, person_ids, body) values ('telephone', now(), ${worker.id}::uuid,
        array[${of.mother}::uuid], 'The new kitchen has a yellow door and two windows, she said')`.execute(
        work.db(),
      )
    })
    await record.as(worker, work =>
      makeWall(work, of.father, [of.mother, of.girl, of.boy], 'He must not find them'),
    )
    return of
  }

  test('everything that would tell where they are is met, for him alone', async () => {
    const of = await walled()
    const texts = {
      hidden_address: 'They live near 4 Hidden Yard now',
      hidden_contact: 'Ring her on 07700900123',
      hidden_place: `He goes to Hidden Yard Primary School ${of.boy.slice(-4)}`,
      hidden_worker: 'Olla Madeupteacher says that he settles',
      note: 'She said that the new kitchen has a yellow door and two windows',
    }
    const id = await report(
      of,
      Object.entries(texts).map(([heading, words]) => part(heading, words)),
    )
    const copies = await composed(id, { [of.father]: Object.keys(texts), [of.mother]: Object.keys(texts) })
    const his = copyFor(copies, of.father)
    for (const [at, kind] of Object.keys(texts).entries())
      expect(his.findings.find(one => one.kind === kind)?.parts, kind).toContain(at + 1)
    expect(copyFor(copies, of.mother).findings.map(({ kind }) => kind)).toEqual([])
  })

  test('two people approve what he is given, though nothing was met', async () => {
    const of = await walled()
    const id = await report(of, [part('One', 'Plain words')])
    const copy = copyFor(await composed(id, { [of.father]: ['One'] }), of.father)
    expect([copy.isWalled, copy.findings]).toEqual([true, []])
    expect(await approve(worker, copy)).toBe('waits')
    expect(await toldOf(manager)).toContain(`/copies/${copy.id}`)
    await expect(approve(worker, copy)).rejects.toMatchObject({ constraint: 'copy_approval' })
    expect(await approve(manager, copy)).toBe('approved')
  })

  test('stands until another, who directs the case, ends it with a reason', async () => {
    const of = await walled()
    const [wall] = await record.as(worker, work => wallsAround(work, of.mother))
    const end = (actor: Actor, reason: string) =>
      ask(actor, 'POST', '/people/:personId/walls/:wallId/end', {
        params: { personId: of.mother, wallId: wall?.id ?? makeUuid() },
        sent: { reason },
      })
    expect(contentOf(await end(worker, 'He has moved abroad'))).toContain('did not raise it')
    expect(contentOf(await end(manager, 'Because'))).toContain('ten characters')
    expect(await end(manager, 'He has moved abroad')).toMatchObject({
      kind: 'redirect',
      success: 'The wall was ended',
    })
  })

  test('the page of walls is absent for whoever has no safety data', async () => {
    const of = await walled()
    expect(
      contentOf(await ask(worker, 'GET', '/people/:personId/walls', { params: { personId: of.mother } })),
    ).toContain('He must not find them')
    expect(await ask(clerk, 'GET', '/people/:personId/walls', { params: { personId: of.mother } })).toEqual({
      kind: 'not_found',
    })
    expect(await ask(worker, 'GET', '/people/:personId/walls', { params: { personId: makeUuid() } })).toEqual(
      { kind: 'not_found' },
    )
  })
})

describe('time to answer', () => {
  test('a report later than the last day is given with a reason alone, which the sending page shows', async () => {
    const of = await family(2)
    const id = await report(of, [part('One', 'Plain words')])
    const copy = copyFor(await composed(id, { [of.mother]: ['One'] }), of.mother)
    await approve(worker, copy)
    const give = (sent: Record<string, string>) =>
      ask(clerk, 'POST', '/copies/:copyId/give', {
        params: { copyId: copy.id },
        sent: { way: 'by_hand', ...sent },
      })
    expect(contentOf(await give({}))).toContain('later than the last day')
    await give({ late: 'The printer broke' })
    expect(
      contentOf(
        await ask(worker, 'GET', '/meetings/:meetingId/send', { params: { meetingId: of.meetingId } }),
      ),
    ).toContain('The printer broke')
  })
})

describe('an invited agency', () => {
  test('writes its own report in parts, finishes it, and reads no other paper', async () => {
    const of = await family()
    const other = await report(of, [part('One', 'Plain words')])
    const police = await makers.worker()
    await record.as(worker, work =>
      invite(work, of.meetingId, [{ side: 'professional', agency: 'police', workerId: police.id }]),
    )
    const begun = await ask(police, 'POST', '/meetings/:meetingId/papers', {
      params: { meetingId: of.meetingId },
      sent: { kind: 'social_work_report' },
    })
    expect(begun).toEqual({ kind: 'not_found' })
    const own = await ask(police, 'POST', '/meetings/:meetingId/papers', {
      params: { meetingId: of.meetingId },
      sent: { kind: 'agency_report' },
    })
    const paperId = own.kind === 'redirect' ? (own.location.split('/').at(-1) ?? '') : ''
    const sent = { heading: 'What police know', words: 'Two calls', source: 'police' }
    expect(
      await ask(police, 'POST', '/papers/:paperId/parts/new', { params: { paperId }, sent }),
    ).toMatchObject({ success: 'Part added' })
    expect(
      await ask(police, 'POST', '/papers/:paperId/finish', { params: { paperId }, sent: { version: '1' } }),
    ).toMatchObject({ success: 'Finished' })
    expect(await ask(police, 'GET', '/papers/:paperId', { params: { paperId: other } })).toEqual({
      kind: 'not_found',
    })
    expect(await ask(police, 'GET', '/papers/:paperId/decide', { params: { paperId } })).toEqual({
      kind: 'not_found',
    })
    expect(contentOf(await ask(worker, 'GET', '/papers/:paperId', { params: { paperId } }))).toContain(
      'Two calls',
    )
  })
})

describe('the clock of a report', () => {
  test('is met by whoever sends the last copy, business support too, and agrees with the facts', async () => {
    const of = await family()
    const standing = async () => {
      const stored = await record.as(worker, work => storedClocks(work, [of.girl, of.boy]))
      return stored
        .filter(({ definitionId }) => definitionId === 'ICPC_REPORT_FAMILY')
        .map(({ outcome }) => outcome)
    }
    expect(await standing()).toEqual(['open', 'open'])
    const id = await report(of, [
      part('One', 'Plain words'),
      part('Hers', 'For her', { personIds: [of.girl] }),
    ])
    const copies = await composed(id, { [of.mother]: ['One'], [of.father]: ['One'], [of.girl]: ['Hers'] })
    for (const person of [of.mother, of.father, of.girl]) {
      const copy = copyFor(copies, person)
      await approve(worker, copy)
      await ask(clerk, 'POST', '/copies/:copyId/give', {
        params: { copyId: copy.id },
        sent: { way: 'by_hand' },
      })
    }
    expect(await standing()).toEqual(['on_time', 'on_time'])
    expect(await record.as(worker, work => clockDifferences(work, [of.girl, of.boy]))).toEqual([])
  })
})

describe('an answer', () => {
  test('is kept verbatim and stands beside the words that it answers', async () => {
    const of = await family()
    const id = await report(of, [part('One', 'We worry about the nights')])
    const copy = copyFor(await composed(id, { [of.mother]: ['One'] }), of.mother)
    await approve(worker, copy)
    await ask(clerk, 'POST', '/copies/:copyId/give', {
      params: { copyId: copy.id },
      sent: { way: 'by_hand' },
    })
    const sent = {
      'stance-1': 'disagrees',
      'say-1': 'That aint right ,  he sleeps',
      wants: 'Be heard',
      asks: ['wants_advocate'],
      how: 'in_person',
    }
    expect(
      await ask(worker, 'POST', '/copies/:copyId/answers', { params: { copyId: copy.id }, sent }),
    ).toMatchObject({ kind: 'redirect' })
    const page = contentOf(
      await ask(manager, 'GET', '/meetings/:meetingId/answers', { params: { meetingId: of.meetingId } }),
    )
    for (const words of [
      'We worry about the nights',
      'That aint right ,  he sleeps',
      'Does not agree',
      'Be heard',
      'Asks for an advocate',
    ])
      expect(page).toContain(words)
  })
})

describe('pages', () => {
  test('show the grid, keep quick acts, refuse withholding without a reason and a stale grid', async () => {
    const of = await family()
    const id = await report(of, [
      part('One', 'Plain words', { offeredTo: ['mother'] }),
      part('Two', 'Other words'),
    ])
    const decide = (sent: Record<string, unknown>) =>
      ask(worker, 'POST', '/papers/:paperId/decide', { params: { paperId: id }, sent })
    const version = async () =>
      /name="version" value="([^"]+)"/.exec(
        contentOf(await ask(worker, 'GET', '/papers/:paperId/decide', { params: { paperId: id } })),
      )?.[1] ?? ''
    const first = await version()
    expect(await decide({ version: first, quick: 'offered' })).toMatchObject({ kind: 'redirect' })
    expect(contentOf(await decide({ version: first, quick: 'rest' }))).toContain(
      'Somebody changed this paper',
    )
    expect(contentOf(await decide({ version: await version(), quick: 'rest' }))).toContain(
      'Select why parts are withheld',
    )
    expect(
      await decide({ version: await version(), quick: 'rest', ground: 'not_theirs', why: 'Not for them' }),
    ).toMatchObject({ kind: 'redirect' })
    expect(contentOf(await ask(worker, 'GET', '/papers/:paperId', { params: { paperId: id } }))).toContain(
      'Every part is decided',
    )
    expect(
      contentOf(await ask(worker, 'GET', '/papers/:paperId/preview', { params: { paperId: id } })),
    ).toContain('Plain words')
    for (const url of ['/meetings/:meetingId/papers', '/meetings/:meetingId/send'] as const)
      expect((await ask(worker, 'GET', url, { params: { meetingId: of.meetingId } })).kind).toBe('page')
    expect((await ask(worker, 'GET', '/sharing')).kind).toBe('page')
    const outsider = await makers.worker()
    for (const [url, params] of [
      ['/papers/:paperId', { paperId: id }],
      ['/papers/:paperId/decide', { paperId: id }],
      ['/meetings/:meetingId/papers', { meetingId: of.meetingId }],
    ] as const)
      expect(await ask(outsider, 'GET', url, { params })).toEqual({ kind: 'not_found' })
  })
})
