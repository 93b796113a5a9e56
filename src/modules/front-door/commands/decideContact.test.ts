import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import type { CaseworkTables } from '#modules/casework'
import { storedClocks } from '#modules/casework'
import { serviceActor } from '#platform/db'
import type { Uuid } from '#platform/ids'
import { born, doorStage } from '../testing/doorStage.ts'

const stage = await doorStage()
const { social, makers, record, team } = stage

const twoChildren = {
  'person-0-role': 'child',
  'person-0-given': 'Ada',
  'person-0-family': 'Fenwickle',
  ...born(0, '2017', '3', '4'),
  'person-0-ethnicity': 'WBRI',
  'person-0-disability': 'HEAR',
  'person-1-role': 'adult',
  'person-1-given': 'Nell',
  'person-1-family': 'Fenwickle',
  'person-1-relation': 'mother',
}

/** Adds everyone a contact names to the record, as new people. */
async function matchAll(id: Uuid): Promise<readonly Uuid[]> {
  const people = (await stage.read(id))?.people ?? []
  for (const { id: named } of people)
    await social.visitor.post(`/front-door/contacts/${id}/people/${named}`, { act: 'new_after_looking' })
  return ((await stage.read(id))?.people ?? []).flatMap(({ person_id }) => person_id ?? [])
}

const decide = async (
  id: Uuid,
  fields: Readonly<Record<string, string | readonly string[]>>,
  by = social.visitor,
) => {
  const read = await stage.read(id)
  const [child] = read?.people.filter(({ role }) => role !== 'adult') ?? []
  return by.post(`/front-door/contacts/${id}/decide`, {
    version: String(read?.contact.version),
    reasons: 'Bruises that nobody can explain',
    primary_need: 'N1',
    source: '6',
    ...(child ? { [`outcome-${child.id}`]: 'assessment' } : {}),
    ...fields,
  })
}

const clocksOf = (personId: Uuid) =>
  record.as(serviceActor('verifier'), work => storedClocks(work, [personId]))

describe('a decision to assess', async () => {
  const id = await stage.contact(twoChildren)
  const [child, mother] = await matchAll(id)
  if (!child || !mother) throw new Error('Nobody was matched')
  const answer = await decide(id, { needs: ['neglect', 'domestic_abuse'] })

  test('opens a referral with each item of the census', async () => {
    expect(answer.statusCode).toBe(303)
    const [referral] = await stage.referrals(child)
    expect(referral).toMatchObject({ source: '6', primary_need: 'N1', is_no_further_action: false })
    expect(referral?.decided_on).toEqual(Temporal.Now.plainDateISO('Europe/London'))
  })

  test('gives the new record what the census asks of the child', async () => {
    const asked = await record.as(serviceActor('verifier'), work =>
      sql`select p.ethnicity, d.code from person p join person_disability d on d.person_id = p.id
        where p.id = ${child}`.execute(work.db()),
    )
    expect(asked.rows).toEqual([{ ethnicity: 'WBRI', code: 'HEAR' }])
  })

  test('satisfies the decision’s clock and starts the answer’s', async () => {
    const clocks = new Map((await clocksOf(child)).map(clock => [clock.definitionId, clock.outcome]))
    expect(clocks.get('REF_DECISION')).toBe('on_time')
    expect(clocks.get('REF_FEEDBACK')).toBe('open')
  })

  test('puts the child into the front door’s queue, notes the needs and makes the family', async () => {
    const rows = await record.as(serviceActor('verifier'), async work => {
      const db = work.db<CaseworkTables>()
      return {
        held: await db
          .selectFrom('allocation')
          .select(['team_id', 'role'])
          .where('person_id', '=', child)
          .execute(),
        needs: await db
          .selectFrom('need')
          .select(['kind', 'noted_by_discipline'])
          .where('person_id', '=', child)
          .orderBy('kind')
          .execute(),
      }
    })
    expect(rows.held).toEqual([{ team_id: team, role: 'queue' }])
    expect(rows.needs.map(({ kind, noted_by_discipline }) => [kind, noted_by_discipline])).toEqual([
      ['domestic_abuse', 'police'],
      ['neglect', 'police'],
    ])
  })

  test('ends the contact’s tie to the mother, but not the maker’s own', async () => {
    const read = await stage.read(id)
    expect(read?.contact.decided_at).not.toBeNull()
    const again = await social.visitor.post(`/front-door/contacts/${id}/rate`, {
      version: '1',
      rag: 'red',
      rag_reason: 'x',
    })
    expect(again.statusCode).toBe(409)
  })

  test('is answered later by one form, which stops the answer’s clock', async () => {
    const page = await social.visitor.get(`/front-door/contacts/${id}/feedback`)
    expect(page.body).toContain('will assess what the children need')
    await social.visitor.post(`/front-door/contacts/${id}/feedback`, {
      channel: 'telephone',
      body: 'We will assess.',
    })
    const clock = (await clocksOf(child)).find(({ definitionId }) => definitionId === 'REF_FEEDBACK')
    expect(clock?.outcome).toBe('on_time')
    expect((await stage.referrals(child))[0]?.feedback_sent_on).not.toBeNull()
  })
})

describe('children of one contact who stand in two families', () => {
  const named = {
    'person-0-role': 'child',
    'person-0-given': 'Wilf',
    'person-0-family': 'Quarrington',
    ...born(0, '2015', '2', '3'),
    'person-1-role': 'child',
    'person-1-given': 'Edie',
    'person-1-family': 'Marlpit',
    ...born(1, '2016', '4', '5'),
    'person-2-role': 'adult',
    'person-2-given': 'Rona',
    'person-2-family': 'Quarrington',
    'person-2-relation': 'mother',
  }
  async function apart() {
    const people = {
      wilf: await makers.person({ given: 'Wilf', family: 'Quarrington', born: '2015-02-03' }),
      edie: await makers.person({ given: 'Edie', family: 'Marlpit', born: '2016-04-05' }),
      rona: await makers.person({ given: 'Rona', family: 'Quarrington' }),
    }
    const north = await makers.team()
    for (const id of Object.values(people)) await makers.allocation({ personId: id, teamId: north })
    const first = await makers.family({ children: [people.wilf], adults: [people.rona] })
    const second = await makers.family({ children: [people.edie], adults: [] })
    const id = await stage.contact(named)
    const rows = (await stage.read(id))?.people ?? []
    for (const [index, personId] of Object.values(people).entries())
      await record.as(social.worker, work =>
        sql`select access.match_contact(${rows[index]?.id}, ${personId})`.execute(work.db()),
      )
    return { id, people, first: first.familyId, second: second.familyId }
  }
  const facts = (ids: readonly Uuid[]) =>
    record.as(serviceActor('verifier'), async work => {
      const families = await sql<{ person_id: Uuid; family_id: Uuid }>`
        select person_id, family_id from family_member where person_id = any (${[...ids]})`.execute(work.db())
      const bonds = await sql<{ other_id: Uuid }>`
        select other_id from relationship where person_id = any (${[...ids]})`.execute(work.db())
      return {
        families: families.rows.map(({ person_id, family_id }) => `${person_id} ${family_id}`).toSorted(),
        bonds: bonds.rows.map(({ other_id }) => other_id),
      }
    })
  const outcomeAll = { 'outcome-all': 'assessment' }

  test('are said to, and the decision waits until somebody says whether they are one', async () => {
    const { id } = await apart()
    const page = await social.visitor.get(`/front-door/contacts/${id}/decide`)
    expect(page.body).toContain('stand in 2 families')
    const refused = await decide(id, outcomeAll)
    expect(refused.statusCode).toBe(422)
    expect(refused.body).toContain('Say whether the children are one family')
  })

  test('stay apart, and no child gets the other’s mother', async () => {
    const { id, people, first, second } = await apart()
    expect((await decide(id, { ...outcomeAll, families: 'apart' })).statusCode).toBe(303)
    const told = await facts(Object.values(people))
    expect(told.families).toEqual(
      [`${people.wilf} ${first}`, `${people.rona} ${first}`, `${people.edie} ${second}`].toSorted(),
    )
    expect(told.bonds).toEqual([people.wilf])
  })

  test('are brought into the family that was chosen', async () => {
    const { id, people, first, second } = await apart()
    expect((await decide(id, { ...outcomeAll, families: first })).statusCode).toBe(303)
    const told = await facts(Object.values(people))
    expect(told.families).toContain(`${people.edie} ${first}`)
    expect(told.families).toContain(`${people.edie} ${second}`)
    expect(told.bonds.toSorted()).toEqual([people.wilf, people.edie].toSorted())
  })
})

describe('what the census counts of a decision (docs/adr/0014)', () => {
  test.each([
    ['advice', null],
    ['early_help', true],
    ['no_further_action', true],
    ['assessment', false],
    ['strategy_discussion', false],
  ] as const)('%s: no further action is %s', async (outcome, isNfa) => {
    const id = await stage.contact({
      'person-0-role': 'child',
      'person-0-given': 'Pip',
      'person-0-family': outcome,
      ...born(0, '2018', '1', '9'),
    })
    const [child] = await matchAll(id)
    const [named] = (await stage.read(id))?.people ?? []
    const fields = { [`outcome-${named?.id}`]: outcome, signposted_to: 'The family hub' }
    expect((await decide(id, fields)).statusCode).toBe(303)
    const referrals = child ? await stage.referrals(child) : []
    expect(referrals.map(({ is_no_further_action }) => is_no_further_action)).toEqual(
      isNfa === null ? [] : [isNfa],
    )
  })
})

test('of two who decide at once the second is told, with both texts', async () => {
  const id = await stage.contact(twoChildren)
  await matchAll(id)
  const [first, second] = await Promise.all([
    decide(id, { reasons: 'The first reasons' }),
    stage
      .member('duty_manager')
      .then(({ visitor }) => decide(id, { reasons: 'The second reasons' }, visitor)),
  ])
  expect([first.statusCode, second.statusCode].toSorted()).toEqual([303, 409])
  const refused = first.statusCode === 409 ? first : second
  expect(refused.body).toContain('The first reasons')
  expect(refused.body).toContain('The second reasons')
})

test('a child who is open already gets no second referral: the worker and manager are told', async () => {
  const north = await makers.team()
  const { worker: lead } = await stage.outsider()
  const { worker: manager } = await stage.outsider()
  await makers.post({ workerId: lead.id, teamId: north })
  await makers.post({ workerId: manager.id, teamId: north, role: 'team_manager' })
  const child = await makers.person({ given: 'Otto', family: 'Brindlemire', born: '2016-06-06' })
  await makers.allocation({ personId: child, teamId: north, workerId: lead.id })
  await record.as(lead, work =>
    work
      .db<{
        referral: {
          id: Uuid
          person_id: Uuid
          received_on: Temporal.PlainDate
          is_no_further_action: boolean
        }
      }>()
      .insertInto('referral')
      .values({
        id: crypto.randomUUID() as Uuid,
        person_id: child,
        received_on: Temporal.PlainDate.from('2026-01-05'),
        is_no_further_action: false,
      })
      .execute(),
  )
  const id = await stage.contact({
    'person-0-role': 'child',
    'person-0-given': 'Otto',
    'person-0-family': 'Brindlemire',
    ...born(0, '2016', '6', '6'),
  })
  const [named] = (await stage.read(id))?.people ?? []
  const page = await social.visitor.get(`/front-door/contacts/${id}`)
  expect(page.body).not.toContain('Otto Brindlemire</a>') // not the front door's yet: initials and the year alone
  expect(page.body).toContain('2016')
  await social.visitor.post(`/front-door/contacts/${id}/people/${named?.id}`, { act: `same:${child}` })
  expect((await decide(id, {})).body).toContain('This child is open already')
  const passed = await decide(id, { [`outcome-${named?.id}`]: 'passed_to_open_work' })
  expect(passed.statusCode).toBe(303)
  expect(await stage.referrals(child)).toHaveLength(1)
  for (const told of [lead, manager]) {
    const kinds = await record.as(told, work =>
      work
        .db<{ 'app.notice': { kind: string; worker_id: Uuid } }>()
        .selectFrom('app.notice')
        .select('kind')
        .where('worker_id', '=', told.id)
        .execute(),
    )
    expect(kinds.map(({ kind }) => kind)).toContain('contact_passed')
  }
  expect((await stage.read(id, lead))?.decisions).toHaveLength(1)
})
