import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import type { CaseworkTables } from '#modules/casework'
import type { Actor, Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import { testRecord } from '#test/record.ts'
import { registerModules } from '../../../main/modules.ts'
import { askPage, contentOf } from '../../casework/testing/askPage.ts'
import { familySafeguardingModule } from '../module.ts'
import { noteNeed, type TeamFamily, teamFamily } from '../testing/teamFamily.ts'
import { tellPlan } from '../testing/tellPlan.ts'
import { dayParts, wordsOf as text } from '../testing/typed.ts'
import type { Part } from './supervision.ts'
import { partsOf } from './supervisionsOf.ts'

const record = await testRecord()
registerModules()
const ask = askPage(record.as, familySafeguardingModule.routes)
const base = '/families/:familyId/safeguarding/supervision'
const today = Temporal.Now.plainDateISO('Europe/London')
let family: TeamFamily
let outcomeId: Uuid
let siblingsOutcome: Uuid
let supervisionId: string

const at = () => ({ familyId: family.familyId, supervisionId })
const hold = (actor: Actor, sent: Record<string, unknown>) =>
  ask(actor, 'POST', `${base}/new`, { params: { familyId: family.familyId }, sent })
const change = (actor: Actor, sent: Record<string, unknown>) =>
  ask(actor, 'POST', `${base}/:supervisionId/change`, { params: at(), sent })
const form = async (actor: Actor) =>
  contentOf(await ask(actor, 'GET', `${base}/:supervisionId/change`, { params: at() }))
const parts = (): Promise<readonly Part[]> =>
  record.as(family.manager, work => partsOf(work, family.familyId, supervisionId as Uuid))
const partOf = async (kind: Part['kind'], words?: string): Promise<Part> => {
  const found = (await parts()).find(one => one.kind === kind && (words === undefined || one.words === words))
  if (found === undefined) throw new Error(`No ${kind}`)
  return found
}
const actions = (work: Work) =>
  work
    .db<CaseworkTables>()
    .selectFrom('plan_action')
    .selectAll()
    .where('outcome_id', '=', outcomeId)
    .execute()

/** Everything as the form shows it, as a browser would send it. */
async function shown(actor: Actor): Promise<Record<string, unknown>> {
  const html = await form(actor)
  const version = /name="version" value="([^"]*)"/.exec(html)?.[1] ?? ''
  const values: Record<string, unknown> = { version }
  for (const part of await parts()) {
    values[`words-${part.id}`] = part.words
    if (part.task === null || part.dueOn === null) continue
    Object.assign(values, { [`task-${part.id}`]: part.task, [`owner-${part.id}`]: 'stays' })
    Object.assign(values, dayParts(`due-${part.id}`, part.dueOn))
  }
  return values
}

beforeAll(async () => {
  family = await teamFamily(record)
  await noteNeed(record, family, { adultId: family.mother, kind: 'substance_misuse' })
  outcomeId = (await tellPlan(record, family.child, 'Wakes rested')).outcomeId
  siblingsOutcome = (await tellPlan(record, family.sibling, 'Is at school every day')).outcomeId
})

describe('the plan in the act of group supervision', () => {
  const sent = () => ({
    version: 'none',
    ...dayParts('held', today),
    'said-social_work': 'The children are calmer',
    'said-substance_misuse': 'She has cut down',
    'voice-1': 'Mum gets up first now',
    'voice-of-1': family.sibling,
    'decision-1': 'Mornings are watched together',
    'about-1': 'all',
    'task-1': 'Meet at school before nine',
    'owner-1': `worker:${family.recovery.id}`,
    ...dayParts('due-1', today.add({ days: 7 })),
    'outcome-1': outcomeId,
    [`seen-${siblingsOutcome}`]: '1',
  })

  test('asks why an outcome is closed that was not achieved, and writes nothing meanwhile', async () => {
    const refused = await hold(family.manager, { ...sent(), [`stands-${siblingsOutcome}`]: 'dropped' })
    expect(contentOf(refused)).toContain('Enter why it is closed')
    expect(contentOf(refused)).toContain('She has cut down')
  })

  test('asks whose words they are, and keeps them', async () => {
    const refused = contentOf(await hold(family.manager, { ...sent(), 'voice-of-1': '' }))
    expect(refused).toContain('Select who says it')
    expect(refused).toContain('Mum gets up first now')
  })

  test('is refused where somebody changed the outcome meanwhile, with both texts', async () => {
    const stale = await hold(family.manager, {
      ...sent(),
      [`seen-${siblingsOutcome}`]: '0',
      [`stands-${siblingsOutcome}`]: 'achieved',
    })
    expect(stale).toMatchObject({ status: 409 })
    expect(contentOf(stale)).toContain('Is at school every day')
    expect(contentOf(stale)).toContain('The children are calmer')
  })

  test('gains the action and closes the outcome, with the supervision in one transaction', async () => {
    const reply = await hold(family.manager, { ...sent(), [`stands-${siblingsOutcome}`]: 'achieved' })
    if (reply.kind !== 'redirect') throw new Error(text(contentOf(reply)))
    supervisionId = reply.location.split('/').at(-1) ?? ''
    const { outcome, added } = await record.as(family.lead, async work => ({
      outcome: await work
        .db<CaseworkTables>()
        .selectFrom('plan_outcome')
        .selectAll()
        .where('id', '=', siblingsOutcome)
        .executeTakeFirstOrThrow(),
      added: await actions(work),
    }))
    expect(outcome).toMatchObject({ status: 'achieved', version: 2 })
    expect(added.map(({ what }) => what)).toEqual(['Meet at school before nine'])
  })
})

describe('a group supervision that was held', () => {
  test('is changed by who led it or holds the case, and by nobody else', async () => {
    expect(await form(family.manager)).toContain('The children are calmer')
    expect(await form(family.lead)).toContain('The children are calmer')
    for (const other of [family.recovery, await record.makers.worker()])
      expect(await ask(other, 'GET', `${base}/:supervisionId/change`, { params: at() })).toEqual({
        kind: 'not_found',
      })
    const { id } = await partOf('contribution', 'She has cut down')
    const second = await record.makers.worker()
    await record.makers.post({ workerId: second.id, teamId: family.teamId, role: 'team_manager' })
    await expect(
      record.as(second, work =>
        sql`update supervision_part set words = 'Other' where id = ${id}`.execute(work.db()),
      ),
    ).rejects.toThrow(/whoever led it or holds the case/)
  })

  test('keeps the words before in its history', async () => {
    const { id } = await partOf('contribution', 'She has cut down')
    const sent = { ...(await shown(family.manager)), [`words-${id}`]: 'She has cut down by half' }
    expect(await change(family.manager, sent)).toMatchObject({ kind: 'redirect' })
    const { rows } = await record.as(family.manager, work =>
      sql<{ words: string }>`select words from history.supervision_part where id = ${id}`.execute(work.db()),
    )
    expect(rows.map(({ words }) => words)).toContain('She has cut down')
    expect((await partOf('contribution', 'She has cut down by half')).version).toBe(2)
  })

  test('that two people change is refused to the second, with both texts and nothing lost', async () => {
    const [mine, theirs] = [await shown(family.lead), await shown(family.manager)]
    const { id } = await partOf('contribution', 'The children are calmer')
    expect(
      await change(family.manager, { ...theirs, [`words-${id}`]: 'Effie sleeps through' }),
    ).toMatchObject({ kind: 'redirect' })
    const stale = await change(family.lead, { ...mine, [`words-${id}`]: 'Robin eats at the table' })
    expect(stale).toMatchObject({ status: 409 })
    expect(contentOf(stale)).toContain('Robin eats at the table')
    expect(contentOf(stale)).toContain('Effie sleeps through')
    expect((await partOf('contribution', 'Effie sleeps through')).words).toBe('Effie sleeps through')
  })

  test('changes a task and asks whether the plan changes too: never in silence', async () => {
    const { id } = await partOf('decision')
    const sent = { ...(await shown(family.lead)), [`task-${id}`]: 'Meet at school at half past eight' }
    expect(contentOf(await change(family.lead, sent))).toContain(
      'Select whether the action in the plan changes too',
    )
    expect(await change(family.lead, { ...sent, [`plan-${id}`]: 'keep' })).toMatchObject({ kind: 'redirect' })
    const plan = () => record.as(family.lead, actions)
    expect((await plan()).map(({ what }) => what)).toEqual(['Meet at school before nine'])
    const page = await ask(family.lead, 'GET', `${base}/:supervisionId`, { params: at() })
    expect(text(contentOf(page))).toContain('In the plan: Meet at school before nine')
    const again = {
      ...(await shown(family.lead)),
      [`task-${id}`]: 'Meet at the gate',
      [`owner-${id}`]: `worker:${family.mentalHealth.id}`,
      [`plan-${id}`]: 'change',
    }
    expect(await change(family.lead, again)).toMatchObject({ kind: 'redirect' })
    expect(await plan()).toMatchObject([
      { what: 'Meet at the gate', owner_worker_id: family.mentalHealth.id, version: 2 },
    ])
  })

  test('is added to by who led it and by the lead worker', async () => {
    for (const [actor, words] of [
      [family.lead, 'The step down is prepared'],
      [family.manager, 'School is told'],
    ] as const) {
      const added = { 'decision-1': words, 'about-1': 'all', 'said-mental_health': '' }
      await change(actor, { ...(await shown(actor)), ...added })
      expect((await parts()).some(part => part.words === words)).toBe(true)
    }
  })

  test('is added to by a manager of the team who did not lead it and changes none of it', async () => {
    const second = await record.makers.worker()
    await record.makers.post({ workerId: second.id, teamId: family.teamId, role: 'team_manager' })
    const { id, words } = await partOf('contribution')
    const [mine, theirs] = [await shown(second), await shown(family.lead)]
    const spoken = { 'voice-1': 'I like the mornings now', 'voice-of-1': family.child }
    expect(await change(second, { ...mine, ...spoken, [`words-${id}`]: 'Other words' })).toMatchObject({
      kind: 'redirect',
    })
    expect((await partOf('voice', 'I like the mornings now')).personIds).toEqual([family.child])
    expect((await parts()).find(part => part.id === id)?.words).toBe(words)
    const stale = await change(family.lead, {
      ...theirs,
      'decision-1': 'Typed in another room',
      'about-1': 'all',
    })
    expect(stale).toMatchObject({ status: 409 })
    expect(contentOf(stale)).toContain('Typed in another room')
    const page = await ask(family.recovery, 'GET', `${base}/:supervisionId`, { params: at() })
    expect(contentOf(page)).toContain('“I like the mornings now”')
  })

  test('is not added to by who works on a strand alone, nor by a colleague', async () => {
    const colleague = await record.makers.worker()
    await record.makers.post({ workerId: colleague.id, teamId: family.teamId, role: 'social_worker' })
    for (const actor of [family.recovery, colleague])
      await expect(
        record.as(actor, work =>
          sql`insert into supervision_part (supervision_id, family_id, person_ids, author_id, kind, words)
            values (${supervisionId}, ${family.familyId}, array[${family.mother}::uuid], ${actor.id}, 'decision', 'Mine')`.execute(
            work.db(),
          ),
        ),
      ).rejects.toThrow(/row-level security/)
  })

  test('does not lose what was said by leaving a field empty', async () => {
    const { id } = await partOf('contribution')
    const refused = await change(family.manager, { ...(await shown(family.manager)), [`words-${id}`]: ' ' })
    expect(contentOf(refused)).toContain('it can be corrected, not taken out')
  })

  test('of two who save at once the second is refused', async () => {
    const { id } = await partOf('contribution')
    const sent = await shown(family.manager)
    const replies = await Promise.all(
      [family.manager, family.lead].map((actor, at) =>
        change(actor, { ...sent, [`words-${id}`]: `At once ${at}` }),
      ),
    )
    expect(replies.map(({ kind }) => kind).toSorted()).toEqual(['page', 'redirect'])
  })

  test('stands from the day the next is held', async () => {
    const next = { version: supervisionId, ...dayParts('held', today), 'said-social_work': 'All well' }
    expect(await hold(family.manager, next)).toMatchObject({ kind: 'redirect' })
    expect(await ask(family.manager, 'GET', `${base}/:supervisionId/change`, { params: at() })).toEqual({
      kind: 'not_found',
    })
    const { id } = await partOf('contribution')
    await expect(
      record.as(family.manager, work =>
        sql`update supervision_part set words = 'Later' where id = ${id}`.execute(work.db()),
      ),
    ).rejects.toThrow(/until the next is held/)
  })
})
