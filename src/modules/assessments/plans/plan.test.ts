import { describe, expect, test } from 'vitest'
import type { CaseworkTables } from '#modules/casework'
import { registries } from '#modules/casework'
import { type Actor, serviceActor, type Work } from '#platform/db'
import { makeUuid, type Uuid } from '#platform/ids'
import { londonDate } from '#reference'
import { testRecord } from '#test/record.ts'
import { expectTagged } from '#test/taggedPdf.ts'
import { askPage, contentOf } from '../../casework/testing/askPage.ts'
import { assessmentClockSource } from '../clocks/assessmentClockSource.ts'
import type { AssessmentsTables } from '../tables.ts'
import { closureApproval } from './closureApproval.ts'
import { planModule } from './planModule.ts'

registries.episodeSource = async () => []
registries.clockSources.push(assessmentClockSource)
const record = await testRecord()
const { makers } = record
const ask = askPage(record.as, planModule.routes)
const today = londonDate(Temporal.Now.instant())
const dated = (name: string, on = today) => ({
  [`${name}-day`]: String(on.day),
  [`${name}-month`]: String(on.month),
  [`${name}-year`]: String(on.year),
})
const base = '/people/:personId/plan'

type Stage = {
  readonly manager: Actor
  readonly worker: Actor
  readonly children: readonly Uuid[]
  readonly teamId: Uuid
}

/** Brother and sister held by one worker, each with a plan that began a while ago. */
async function stage(startedOn = today.subtract({ days: 20 })): Promise<Stage> {
  const teamId = await makers.team()
  const [manager, worker] = [await makers.worker(), await makers.worker()]
  await makers.post({ workerId: manager.id, teamId, role: 'team_manager' })
  await makers.post({ workerId: worker.id, teamId })
  const children = [await makers.person({ given: 'Ash' }), await makers.person({ given: 'Bea' })]
  await makers.family({ children })
  for (const personId of children) {
    await makers.allocation({ personId, teamId, workerId: worker.id, startedOn: startedOn.toString() })
    await record.as(manager, async work => {
      const referralId = makeUuid()
      await work
        .db<{ referral: { id: Uuid; person_id: Uuid; received_on: Temporal.PlainDate } }>()
        .insertInto('referral')
        .values({ id: referralId, person_id: personId, received_on: startedOn })
        .execute()
      await work
        .db<AssessmentsTables>()
        .insertInto('cin_plan')
        .values({ id: makeUuid(), person_id: personId, referral_id: referralId, started_on: startedOn })
        .execute()
    })
  }
  return { manager, worker, children, teamId }
}

const personParams = ({ children }: Stage) => ({ personId: children[0] ?? '' })
const planText = async (who: Actor, personId: Uuid | undefined) =>
  contentOf(await ask(who, 'GET', base, { params: { personId: personId ?? '' } }))

test('an outcome is written once for both children, and each has their own', async () => {
  const at = await stage()
  const sent = {
    outcome: 'Bedtime is calm',
    child: at.children,
    what: 'Ring the health visitor',
    owner: `worker:${at.worker.id}`,
    ...dated('due', today.add({ days: 7 })),
  }
  const reply = await ask(at.worker, 'POST', `${base}/outcomes/new`, { params: personParams(at), sent })
  expect(reply.kind).toBe('redirect')
  for (const personId of at.children) {
    const text = await planText(at.worker, personId)
    expect(text).toContain('Bedtime is calm')
    expect(text).toContain('Ring the health visitor')
  }
})

test('keeps what was typed beside the errors', async () => {
  const at = await stage()
  const sent = { outcome: '', child: at.children, what: 'Find a bed', owner: 'name', ownerName: '' }
  const reply = await ask(at.worker, 'POST', `${base}/outcomes/new`, { params: personParams(at), sent })
  const text = contentOf(reply)
  expect(text).toContain('Enter what should be different')
  expect(text).toContain('Enter the name of whoever does it')
  expect(text).toContain('Enter by when')
  expect(text).toContain('Find a bed')
})

async function outcomeOf(at: Stage): Promise<{ readonly outcomeId: Uuid; readonly actionId: Uuid }> {
  const sent = {
    outcome: 'School goes well',
    child: at.children,
    what: 'Walk together',
    owner: 'name',
    ownerName: 'Aunt Jo',
    ...dated('due'),
  }
  await ask(at.worker, 'POST', `${base}/outcomes/new`, { params: personParams(at), sent })
  return record.as(at.worker, async work => {
    const db = work.db<CaseworkTables>()
    const row = await db
      .selectFrom('plan_action')
      .select(['id', 'outcome_id'])
      .where('person_id', '=', at.children[0] as Uuid)
      .executeTakeFirstOrThrow()
    return { outcomeId: row.outcome_id, actionId: row.id }
  })
}

test('a form that has grown stale is refused and shows both texts', async () => {
  const at = await stage()
  const { outcomeId } = await outcomeOf(at)
  const params = { ...personParams(at), outcomeId }
  const sent = { outcome: 'School is fun', status: 'open', version: '1' }
  expect((await ask(at.worker, 'POST', `${base}/outcomes/:outcomeId`, { params, sent })).kind).toBe(
    'redirect',
  )
  const stale = await ask(at.manager, 'POST', `${base}/outcomes/:outcomeId`, {
    params,
    sent: { ...sent, outcome: 'School is safe' },
  })
  expect(stale).toMatchObject({ kind: 'page', status: 409 })
  expect(contentOf(stale)).toContain('School is fun')
  expect(contentOf(stale)).toContain('School is safe')
})

test('an action is done with its result, and never tomorrow', async () => {
  const at = await stage()
  const { actionId } = await outcomeOf(at)
  const params = { ...personParams(at), actionId }
  const sent = { what: 'Walk together', owner: 'name', ownerName: 'Aunt Jo', ...dated('due'), version: '1' }
  const early = await ask(at.worker, 'POST', `${base}/actions/:actionId`, {
    params,
    sent: { ...sent, ...dated('done', today.add({ days: 1 })), result: 'Went well' },
  })
  expect(contentOf(early)).toContain('Date must be today or in the past')
  const done = await ask(at.worker, 'POST', `${base}/actions/:actionId`, {
    params,
    sent: { ...sent, ...dated('done'), result: 'Went well' },
  })
  expect(done.kind).toBe('redirect')
  expect(await planText(at.worker, at.children[0])).toContain('Went well')
})

test('needs become outcomes with one click, and are offered once', async () => {
  const at = await stage()
  await record.as(at.worker, work =>
    work
      .db<CaseworkTables>()
      .insertInto('need')
      .values({
        person_id: at.children[0] as Uuid,
        kind: 'housing',
        description: 'Four in one room',
        noted_on: today,
        noted_by_discipline: 'social_work',
      })
      .execute(),
  )
  const text = await planText(at.worker, at.children[0])
  const source = /value="(need:[^"]+)"/.exec(text)?.[1]
  expect(source).toBeDefined()
  const sent = { source: [source], child: [at.children[0]] }
  await ask(at.worker, 'POST', `${base}/pull`, { params: personParams(at), sent })
  const after = await planText(at.worker, at.children[0])
  expect(after).toContain('Four in one room')
  expect(after).not.toContain('value="need:')
})

test('a review says what each child and the parents say, and moves the clock of each', async () => {
  const at = await stage(today.subtract({ months: 2 }))
  const [one, other] = at.children
  const child = (id: Uuid | undefined, decision: string) => ({
    [`progress-${id}`]: 'Sleeps better',
    [`view-${id}`]: 'I like my bed',
    [`decision-${id}`]: decision,
  })
  const sent = {
    child: at.children,
    ...dated('held'),
    ...child(one, 'continue'),
    ...child(other, 'continue'),
    ...dated('next', today.add({ months: 2 })),
  }
  const params = personParams(at)
  const unheard = await ask(at.worker, 'POST', `${base}/review`, { params, sent })
  expect(contentOf(unheard)).toContain(
    'Enter what the parents or carers say, or why they have not been asked',
  )
  const reply = await ask(at.worker, 'POST', `${base}/review`, {
    params,
    sent: { ...sent, parentView: 'It helps' },
  })
  expect(reply).toMatchObject({ kind: 'redirect', success: 'Review saved for 2 children' })
  const again = await ask(at.worker, 'POST', `${base}/review`, {
    params,
    sent: { ...sent, parentView: 'It helps' },
  })
  expect(contentOf(again)).toContain('A review of this day is recorded already')
  const clocks = await record.as(at.worker, work =>
    work
      .db<CaseworkTables>()
      .selectFrom('clock')
      .select(['person_id', 'due_on'])
      .where('definition_id', '=', 'CIN_REVIEW')
      .where('outcome', '=', 'open')
      .where('person_id', 'in', [...at.children])
      .execute(),
  )
  expect(clocks.map(({ due_on }) => due_on)).toEqual([today.add({ months: 3 }), today.add({ months: 3 })])
})

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

const ending = (at: Stage, more: Readonly<Record<string, unknown>> = {}) => ({
  child: at.children,
  why: 'outcomes_met',
  ...dated('ends'),
  achieved: 'Calm bedtimes',
  next: 'School goes on helping',
  turnsTo: 'Mr Madeup at school',
  case: 'open',
  ...more,
})
const decide = (who: Actor, at: Stage, closingId: Uuid, outcome: 'authorised' | 'returned') =>
  record.as(who, work =>
    closureApproval.decided(
      work,
      {
        id: makeUuid(),
        subjectId: closingId,
        personIds: at.children,
        submittedBy: at.worker.id,
        submittedAt: work.now,
      },
      outcome,
    ),
  )
async function handedIn(at: Stage, more = {}): Promise<Uuid> {
  const reply = await ask(at.worker, 'POST', `${base}/close`, {
    params: personParams(at),
    sent: ending(at, more),
  })
  if (reply.kind !== 'redirect') throw new Error(contentOf(reply))
  return reply.location.split('/').at(-1) as Uuid
}

test('a closing that a manager authorises ends both plans with the case, its census reason, holding and clocks', async () => {
  const at = await stage()
  const closed: string[] = []
  registries.episodeSource = async (_work, ids) =>
    ids.map(personId => ({
      id: personId,
      personId,
      receivedOn: today,
      decidedOn: null,
      isNoFurtherAction: false,
      primaryNeed: null,
      source: null,
      closedOn: null,
      closureReason: null,
    }))
  registries.episodeCloser = async (_work, { personId, reason }) => closed.push(`${personId} ${reason}`) > 0
  try {
    const closingId = await handedIn(at, { case: 'closes', reason: 'RC7' })
    expect(await planText(at.worker, at.children[0])).toContain('waits for a manager')
    expect(
      contentOf(
        await ask(at.worker, 'POST', `${base}/close`, { params: personParams(at), sent: ending(at) }),
      ),
    ).toContain('waits for a decision already')
    await expect(decide(at.worker, at, closingId, 'authorised')).rejects.toThrow('row-level security')
    expect(await decide(at.manager, at, closingId, 'authorised')).toBeNull()
  } finally {
    registries.episodeSource = async () => []
    registries.episodeCloser = null
  }
  expect(closed.toSorted()).toEqual(at.children.map(id => `${id} RC7`).toSorted())
  const open = await record.as(at.manager, async work => {
    const db = work.db<CaseworkTables>()
    const held = await db
      .selectFrom('allocation')
      .select('id')
      .where('person_id', 'in', [...at.children])
      .where('ended_on', 'is', null)
      .execute()
    const clocks = await db
      .selectFrom('clock')
      .select('id')
      .where('person_id', 'in', [...at.children])
      .where('outcome', '=', 'open')
      .where('definition_id', 'like', 'CIN_%')
      .execute()
    return [...held, ...clocks]
  })
  expect(open).toEqual([])
  expect(await planText(at.manager, at.children[0])).toContain('No child in need plan is running')
})

test('a closing is refused while something is open, with a sentence for that child, and again at the decision', async () => {
  const at = await stage()
  const [, second] = at.children
  const bar = async (_work: unknown, ids: readonly Uuid[]) =>
    second && ids.includes(second)
      ? [{ personId: second, sentence: 'A section 47 enquiry is open: finish it first.', href: '/x' }]
      : []
  registries.closureBars.push(bar)
  const refused = await ask(at.worker, 'POST', `${base}/close`, {
    params: personParams(at),
    sent: ending(at),
  })
  expect(contentOf(refused)).toContain('A section 47 enquiry is open: finish it first.')
  registries.closureBars.pop()
  const closingId = await handedIn(at)
  registries.closureBars.push(bar)
  expect(await decide(at.manager, at, closingId, 'authorised')).toContain('A section 47 enquiry is open')
  registries.closureBars.pop()
  expect(await decide(at.manager, at, closingId, 'returned')).toBeNull()
  expect(await planText(at.worker, at.children[0])).toContain('Started')
})

test('stepping up tells the manager with a task for today, and the plan stays', async () => {
  const at = await stage()
  const sent = { child: at.children, reason: 'Bruises that nobody can explain' }
  const reply = await ask(at.worker, 'POST', `${base}/step-up`, { params: personParams(at), sent })
  expect(reply.kind).toBe('redirect')
  const tasks = await record.as(at.manager, work =>
    work
      .db<CaseworkTables>()
      .selectFrom('task')
      .select(['title', 'due_on'])
      .where('worker_id', '=', at.manager.id)
      .execute(),
  )
  expect(tasks).toHaveLength(2)
  expect(tasks[0]?.due_on).toEqual(today)
  expect(await planText(at.worker, at.children[0])).toContain('Started')
})

/** A worker of a school who leads the plan of the first child. */
async function withLead(at: Stage): Promise<Actor> {
  const lead = await makers.worker()
  await record.as(at.manager, work =>
    work
      .db<CaseworkTables>()
      .updateTable('allocation')
      .set({ ended_on: today })
      .where('person_id', '=', at.children[0] as Uuid)
      .execute(),
  )
  await makers.allocation({
    personId: at.children[0] as Uuid,
    teamId: at.teamId,
    workerId: lead.id,
    role: 'lead_practitioner',
    startedOn: today.toString(),
  })
  return lead
}

test('a lead practitioner writes the plan of their child, and nothing of the brother or sister', async () => {
  const at = await stage()
  const lead = await withLead(at)
  const sent = {
    outcome: 'Reads at home',
    child: at.children,
    what: 'Lend books',
    owner: `worker:${lead.id}`,
    ...dated('due'),
  }
  expect((await ask(lead, 'POST', `${base}/outcomes/new`, { params: personParams(at), sent })).kind).toBe(
    'redirect',
  )
  expect(await planText(lead, at.children[0])).toContain('Reads at home')
  expect(await planText(at.manager, at.children[1])).not.toContain('Reads at home')
  const theirs = { personId: at.children[1] ?? '' }
  expect((await ask(lead, 'POST', `${base}/outcomes/new`, { params: theirs, sent })).kind).toBe('forbidden')
  const review = {
    child: [at.children[0]],
    ...dated('held'),
    [`progress-${at.children[0]}`]: 'Reads more',
    [`view-${at.children[0]}`]: 'I like the dog book',
    [`decision-${at.children[0]}`]: 'continue',
    parentView: 'She asks for stories',
    ...dated('next', today.add({ months: 2 })),
  }
  expect((await ask(lead, 'POST', `${base}/review`, { params: personParams(at), sent: review })).kind).toBe(
    'redirect',
  )
  const share = { ...dated('shared'), how: 'by_hand', lang: 'en' }
  const query = { for: at.children[0] ?? '' }
  expect(
    (await ask(lead, 'POST', `${base}/shares`, { params: personParams(at), query, sent: share })).kind,
  ).toBe('redirect')
  const closing = await ask(lead, 'POST', `${base}/close`, {
    params: personParams(at),
    sent: ending(at, { child: [at.children[0]] }),
  })
  expect(closing.kind).toBe('redirect')
  const up = await ask(lead, 'POST', `${base}/step-up`, {
    params: personParams(at),
    sent: { child: at.children[0], reason: 'Hungry' },
  })
  expect(up.kind).toBe('redirect')
})

test('a lead practitioner cannot end the plan or write the record', async () => {
  const at = await stage()
  const lead = await withLead(at)
  const [personId] = at.children as [Uuid]
  const end = (work: Work) =>
    work
      .db<AssessmentsTables>()
      .updateTable('cin_plan')
      .set({ ended_on: today })
      .where('person_id', '=', personId)
      .execute()
  await expect(record.as(lead, end)).rejects.toThrow('row-level security')
  const event = (work: Work) =>
    work
      .db<CaseworkTables>()
      .insertInto('significant_event')
      .values({ person_id: personId, happened_on: today, description: 'x' })
      .execute()
  await expect(record.as(lead, event)).rejects.toThrow('row-level security')
})

test('strangers find nothing, and ids of another family change nothing', async () => {
  const at = await stage()
  const other = await stage()
  const { outcomeId, actionId } = await outcomeOf(other)
  expect((await ask(other.worker, 'GET', base, { params: personParams(at) })).kind).toBe('not_found')
  const sent = { outcome: 'Theirs', status: 'open', version: '1' }
  const mixed = { ...personParams(at), outcomeId }
  expect((await ask(at.worker, 'POST', `${base}/outcomes/:outcomeId`, { params: mixed, sent })).kind).toBe(
    'not_found',
  )
  const action = { params: { ...personParams(at), actionId }, sent }
  expect((await ask(at.worker, 'POST', `${base}/actions/:actionId`, action)).kind).toBe('not_found')
  const tick = { outcome: 'For all', child: [...at.children, other.children[0]] }
  await ask(at.worker, 'POST', `${base}/outcomes/new`, { params: personParams(at), sent: tick })
  expect(await planText(other.worker, other.children[0])).not.toContain('For all')
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
  const agreed = async (at: Stage, what: string) => {
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
