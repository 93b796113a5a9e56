import { describe, expect, test } from 'vitest'
import type { CaseworkTables } from '#modules/casework'
import { serviceActor } from '#platform/db'
import { makeUuid, type Uuid } from '#platform/ids'
import { testRecord } from '#test/record.ts'
import { expectTagged } from '#test/taggedPdf.ts'
import { contentOf } from '../../casework/testing/askPage.ts'
import {
  base,
  dated,
  type PlanStage,
  personParams,
  planStage,
  registerForPlans,
  today,
} from './testing/planStage.ts'

registerForPlans()
const record = await testRecord()
const { makers } = record
const { ask, outcomeOf, planText, stage } = planStage(record)

test('the plan in plain words is one side of paper, and sharing it stops the clock', async () => {
  const at = await stage(today.subtract({ days: 4 }))
  await outcomeOf(at)
  const [personId] = at.children
  const query = { for: personId ?? '' }
  const page = contentOf(await ask(at.worker, 'GET', `${base}/plain`, { params: personParams(at), query }))
  expect(page).toContain('Walk together')
  const file = await ask(at.worker, 'GET', `${base}/plain.pdf`, { params: personParams(at), query })
  if (file.kind !== 'file') throw new Error(file.kind)
  expect(
    Buffer.from(file.bytes)
      .toString('latin1')
      .match(/\/Type\s*\/Page\b/g),
  ).toHaveLength(1)
  expectTagged(file.bytes, {
    title: 'Our plan',
    says: ['Our plan', 'Walk together'],
    tags: ['H2', 'L', 'LI'],
  })
  const whole = await ask(at.worker, 'GET', `${base}/print`, { params: personParams(at) })
  if (whole.kind !== 'file') throw new Error(whole.kind)
  expectTagged(whole.bytes, {
    title: 'Child in need plan',
    says: ['Child in need plan', 'Where it stands', 'Who does what', 'Walk together'],
    tags: ['H2', 'H3', 'P'],
  })
  const sent = { ...dated('shared'), how: 'read_together', lang: 'pl' }
  expect(
    (await ask(at.worker, 'POST', `${base}/shares`, { params: personParams(at), query, sent })).kind,
  ).toBe('redirect')
  expect(await planText(at.worker, personId)).toContain('Shared with the family')
  const shareId = await record.as(at.worker, async work => {
    const db = work.db<CaseworkTables>()
    return (
      await db
        .selectFrom('plan_share')
        .select('id')
        .where('person_id', '=', personId as Uuid)
        .executeTakeFirstOrThrow()
    ).id
  })
  const words = { understood: 'yes', agrees: 'no', words: 'Nobody asked me', version: '1' }
  const params = { ...personParams(at), shareId }
  expect((await ask(at.worker, 'POST', `${base}/shares/:shareId`, { params, sent: words })).kind).toBe(
    'redirect',
  )
  const after = contentOf(await ask(at.worker, 'GET', `${base}/plain`, { params: personParams(at) }))
  expect(after).toContain('Understands the plan, disagrees with it.')
  expect(after).toContain('Nobody asked me')
})

test('the plain words say when all that was agreed is done, and nothing of what a copy leaves out', async () => {
  const at = await stage()
  const params = personParams(at)
  const { actionId } = await outcomeOf(at)
  const plain = async (query = {}) =>
    contentOf(await ask(at.worker, 'GET', `${base}/plain`, { params, query }))
  const [agreeing, done] = ['We are still agreeing who does what.', 'Everything we agreed for this is done.']
  const left = await plain({ leave: actionId })
  for (const words of [agreeing, done]) expect(left).not.toContain(words)
  await record.as(at.worker, work =>
    work
      .db<CaseworkTables>()
      .updateTable('plan_action')
      .set({ done_on: today, result: 'They walked' })
      .where('id', '=', actionId)
      .execute(),
  )
  expect(await plain()).toContain(done)
  expect(await plain()).not.toContain(agreeing)
  await record.as(at.worker, work =>
    work
      .db<CaseworkTables>()
      .updateTable('plan_outcome')
      .set({ status: 'achieved', ended_on: today })
      .where('person_id', '=', params.personId as Uuid)
      .execute(),
  )
  const sent = { outcome: 'Bedtime is calm', child: at.children }
  await ask(at.worker, 'POST', `${base}/outcomes/new`, { params, sent })
  expect(await plain()).toContain(agreeing)
})

describe('a copy for the family', () => {
  const tell = (table: string, row: Record<string, unknown>) =>
    record.as(serviceActor('storyteller'), work =>
      work
        .db<Record<string, Record<string, unknown>>>()
        .insertInto(table)
        .values({ id: makeUuid(), ...row })
        .execute(),
    )
  const agreed = async (at: PlanStage, what: string) => {
    const sent = {
      outcome: 'Home is calm',
      child: at.children,
      what,
      owner: 'name',
      ownerName: 'Jo',
      ...dated('due'),
    }
    await ask(at.worker, 'POST', `${base}/outcomes/new`, { params: personParams(at), sent })
    return { params: personParams(at), query: { for: at.children[0] ?? '' } }
  }
  const given = { ...dated('shared'), how: 'by_hand' }

  test('that tells a protected address is neither printed nor given', async () => {
    const at = await stage()
    const aunt = await makers.person()
    await tell('relationship', { person_id: aunt, other_id: at.children[0], kind: 'aunt_or_uncle' })
    await tell('person_address', { person_id: aunt, lines: '12 Hiddenmere Lane', is_confidential: true })
    const asked = await agreed(at, 'Tea at 12 Hiddenmere Lane')
    const page = contentOf(await ask(at.worker, 'GET', `${base}/plain`, asked))
    expect(page).toContain('This copy tells a protected address')
    expect(page).not.toContain('plain.pdf')
    expect((await ask(at.worker, 'GET', `${base}/plain.pdf`, asked)).kind).toBe('redirect')
    const refused = contentOf(await ask(at.worker, 'POST', `${base}/shares`, { ...asked, sent: given }))
    expect(refused).toContain('leave it out, or change the plan’s words')
    const [, actionId = ''] = /name="leave"[^>]*value="([0-9a-f-]{36})"/.exec(page) ?? []
    const without = { ...asked, query: { ...asked.query, leave: actionId } }
    expect((await ask(at.worker, 'GET', `${base}/plain.pdf`, without)).kind).toBe('file')
  })

  test('with words of a note about somebody else is given for a reason that is kept', async () => {
    const at = await stage()
    const other = await makers.person()
    await makers.allocation({ personId: other, teamId: at.teamId, workerId: at.worker.id })
    const words = 'officers saw him wait near the school gates on three mornings in a row last week'
    const noteId = makeUuid()
    await tell('note', {
      id: noteId,
      person_ids: [other],
      kind: 'meeting',
      happened_at: Temporal.Now.instant().subtract({ hours: 30 }).toString(),
      author_id: at.worker.id,
      body: `Strategy meeting: ${words}.`,
    })
    const asked = await agreed(at, `Because ${words}`)
    expect(contentOf(await ask(at.worker, 'GET', `${base}/plain`, asked))).toContain(
      'a note about somebody else',
    )
    const share = (more: object) =>
      ask(at.worker, 'POST', `${base}/shares`, { ...asked, sent: { ...given, ...more } })
    expect(contentOf(await share({}))).toContain('Enter why this person may read words')
    expect((await share({ copied_reason: 'The police agreed' })).kind).toBe('redirect')
    const kept = await record.as(at.worker, work =>
      work
        .db<CaseworkTables>()
        .selectFrom('plan_share')
        .select(['copied_because', 'copied_notes'])
        .where('person_id', '=', at.children[0] as Uuid)
        .execute(),
    )
    expect(kept).toEqual([{ copied_because: 'The police agreed', copied_notes: [noteId] }])
  })
})
