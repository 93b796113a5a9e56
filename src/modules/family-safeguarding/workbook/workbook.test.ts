import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '#platform/db'
import type { Uuid } from '#platform/ids'
import { testRecord } from '#test/record.ts'
import { registerModules } from '../../../main/modules.ts'
import { askPage, contentOf } from '../../casework/testing/askPage.ts'
import { familySafeguardingModule } from '../module.ts'
import { workbookSection } from '../record/workbookSection.ts'
import { noteNeed, type TeamFamily, teamFamily } from '../testing/teamFamily.ts'
import { strandsOfLeavers } from './queries/leavers.ts'
import { strandsOf } from './queries/strandsOf.ts'

const record = await testRecord()
registerModules()
const ask = askPage(record.as, familySafeguardingModule.routes)
const base = '/families/:familyId/safeguarding'
let family: TeamFamily
let params: { familyId: string }

beforeAll(async () => {
  family = await teamFamily(record)
  params = { familyId: family.familyId }
  await noteNeed(record, family, { adultId: family.mother, kind: 'mental_health' })
  await noteNeed(record, family, { adultId: family.father, kind: 'substance_misuse' })
  await noteNeed(record, family, { adultId: family.mother, kind: 'domestic_abuse' })
})

const strands = (actor: Actor) => record.as(actor, work => strandsOf(work, family.familyId))
const strandOf = async (kind: string) => {
  const found = (await strands(family.lead)).find(one => one.needKind === kind)
  if (found === undefined) throw new Error(`No strand of ${kind}`)
  return found
}
const page = async (actor: Actor) => contentOf(await ask(actor, 'GET', base, { params }))
const change = (actor: Actor, strandId: string, sent: Record<string, unknown>) =>
  ask(actor, 'POST', `${base}/strands/:strandId/change`, { params: { ...params, strandId }, sent })

test('the record of a child held by the team leads to opening a workbook, for whoever may', async () => {
  const { familyId, children } = await record.makers.family({ children: 1, adults: 1 })
  const personId = children[0] as Uuid // the one just made
  await record.makers.allocation({ personId, teamId: family.teamId, workerId: family.lead.id })
  const shown = async (actor: Actor) =>
    `${await record.as(actor, work => workbookSection.show(work, personId))}`
  expect(await shown(family.lead)).toContain(`/families/${familyId}/safeguarding`)
  expect(await shown(family.recovery)).toBe('null')
})

describe('a need that is noted', () => {
  test('is offered to the team at once, without a form, and reaches the specialist', async () => {
    const found = await strands(family.lead)
    expect(found.map(({ needKind, workerId }) => [needKind, workerId]).toSorted()).toEqual(
      [
        ['domestic_abuse', null],
        ['mental_health', family.mentalHealth.id],
        ['substance_misuse', family.recovery.id],
      ].toSorted(),
    )
    expect(await page(family.recovery)).toContain('Record a session: substance misuse')
  })

  test('stands first while nobody works on it and nobody has said why', async () => {
    const shown = await page(family.lead)
    expect(shown).toContain('Nobody works on 1 need')
    expect(shown.indexOf('Nobody works on 1 need')).toBeLessThan(shown.indexOf('Who is doing what this week'))
    const strand = await strandOf('domestic_abuse')
    const refused = await change(family.lead, strand.id, { version: '1' })
    expect(contentOf(refused)).toContain('Select a worker, or enter why nobody works on it')
    const reply = await change(family.lead, strand.id, {
      version: '1',
      whyNobody: 'The post is vacant until March',
    })
    expect(reply).toMatchObject({ kind: 'redirect' })
    expect(await page(family.lead)).not.toContain('Nobody works on 1 need')
    expect(await page(family.lead)).toContain('Nobody: The post is vacant until March')
  })
})

describe('a strand', () => {
  test('is chosen by whoever holds the case, with the side of domestic abuse', async () => {
    const strand = await strandOf('domestic_abuse')
    const sent = { version: `${strand.version}`, worker: family.withVictim.id, aim: 'Safe at home' }
    expect(contentOf(await change(family.lead, strand.id, sent))).toContain('Select with whom the work is')
    expect(await change(family.lead, strand.id, { ...sent, side: 'victim' })).toMatchObject({
      kind: 'redirect',
    })
    expect(await strandOf('domestic_abuse')).toMatchObject({ worksWith: 'victim', aim: 'Safe at home' })
    expect(await page(family.withVictim)).toContain('Domestic abuse, with the person harmed')
  })

  test('of the other side is not given to the same worker', async () => {
    const sent = {
      person: family.father,
      need: 'domestic_abuse',
      discipline: 'domestic_abuse',
      side: 'perpetrator',
    }
    const reply = await ask(family.lead, 'POST', `${base}/strands/new`, {
      params,
      sent: { ...sent, worker: family.withVictim.id },
    })
    expect(contentOf(reply)).toContain('works with the other side')
    expect(
      await ask(family.lead, 'POST', `${base}/strands/new`, {
        params,
        sent: { ...sent, worker: family.withPerpetrator.id },
      }),
    ).toMatchObject({ kind: 'redirect' })
  })

  test('keeps the answer and the first contact that whoever works on it notes, and counts the days', async () => {
    const strand = await strandOf('substance_misuse')
    const day = Temporal.Now.plainDateISO('Europe/London')
    const on = (name: string) => ({
      [`${name}-day`]: `${day.day}`,
      [`${name}-month`]: `${day.month}`,
      [`${name}-year`]: `${day.year}`,
    })
    const sent = {
      version: `${strand.version}`,
      aim: 'Sober mornings',
      answer: 'accepted',
      ...on('answered'),
      ...on('first'),
    }
    expect(await change(family.recovery, strand.id, sent)).toMatchObject({ kind: 'redirect' })
    expect(await strandOf('substance_misuse')).toMatchObject({
      answer: 'accepted',
      aim: 'Sober mornings',
      workerId: family.recovery.id,
    })
    expect(await page(family.lead)).toMatch(/Drinking or drugs[\s\S]*?<td[^>]*>(?:<[^>]+>|\s|[A-Za-z ])*0/)
  })

  test('is refused when it was changed meanwhile, with both texts', async () => {
    const strand = await strandOf('substance_misuse')
    const reply = await change(family.recovery, strand.id, { version: '1', aim: 'Another aim' })
    expect(reply).toMatchObject({ kind: 'page', status: 409 })
    expect(contentOf(reply)).toContain('Another aim')
    expect(contentOf(reply)).toContain('Sober mornings')
  })

  test('is changed by nobody else of the team, and shown to nobody outside', async () => {
    const strand = await strandOf('substance_misuse')
    const params2 = { ...params, strandId: strand.id }
    expect(
      await ask(family.mentalHealth, 'GET', `${base}/strands/:strandId/change`, { params: params2 }),
    ).toEqual({ kind: 'not_found' })
    const stranger = await record.makers.worker()
    expect(await ask(stranger, 'GET', base, { params })).toEqual({ kind: 'not_found' })
    expect(await ask(stranger, 'GET', `${base}/strands/:strandId`, { params: params2 })).toEqual({
      kind: 'not_found',
    })
    expect(
      await ask(family.mentalHealth, 'GET', `${base}/strands/:strandId`, { params: params2 }),
    ).toMatchObject({ kind: 'page' })
  })

  test('whose person has left the family asks what becomes of it', async () => {
    const other = await teamFamily(record)
    await noteNeed(record, other, { adultId: other.mother, kind: 'mental_health' })
    await record.as({ id: other.lead.id, class: 'practitioner' }, work =>
      work
        .db<Record<string, Record<string, unknown>>>()
        .updateTable('family_member')
        .set({ ended_on: work.today.subtract({ days: 1 }) })
        .where('person_id', '=', other.mother)
        .execute(),
    )
    const shown = contentOf(await ask(other.lead, 'GET', base, { params: { familyId: other.familyId } }))
    expect(shown).toContain('Work goes on with somebody who has left the family')
    expect(shown).not.toContain('Nobody works on')
    const [left] = await record.as(other.lead, work => strandsOfLeavers(work, other.familyId))
    const end = (actor: Actor, sent: Record<string, unknown>) =>
      ask(actor, 'POST', `${base}/leavers/:strandId`, {
        params: { familyId: other.familyId, strandId: `${left?.id}` },
        sent,
      })
    const sent = { version: `${left?.version}`, [`reason-${left?.id}`]: 'person_left_household' }
    expect(await end(other.recovery, sent)).toEqual({ kind: 'not_found' })
    expect(await end(other.lead, { version: '1' })).toMatchObject({ status: 422 })
    expect(await end(other.lead, sent)).toMatchObject({ kind: 'redirect' })
    expect(await record.as(other.lead, work => strandsOfLeavers(work, other.familyId))).toEqual([])
  })
})

describe('the workbook', () => {
  test('is closed by whoever holds the case, and ends its strands', async () => {
    const other = await teamFamily(record)
    await noteNeed(record, other, { adultId: other.mother, kind: 'mental_health' })
    const where = { params: { familyId: other.familyId } }
    expect(
      await ask(other.mentalHealth, 'POST', `${base}/close`, { ...where, sent: { version: '1' } }),
    ).toEqual({ kind: 'not_found' })
    const stale = await ask(other.lead, 'POST', `${base}/close`, { ...where, sent: { version: '7' } })
    expect(stale).toMatchObject({ status: 409 })
    expect(
      await ask(other.lead, 'POST', `${base}/close`, { ...where, sent: { version: '1' } }),
    ).toMatchObject({ kind: 'redirect' })
    const [strand] = await record.as(other.lead, work => strandsOf(work, other.familyId))
    expect(strand?.endReason).toBe('case_closed')
    expect(contentOf(await ask(other.lead, 'GET', base, where))).toContain('No workbook is open')
    expect(await ask(other.lead, 'POST', `${base}/open`, { ...where, sent: {} })).toMatchObject({
      kind: 'redirect',
    })
  })
})

describe('whoever works with the one who harms', () => {
  test('learns nothing of the one harmed, in whatever order the two strands began, and nobody had to raise a wall', async () => {
    const own = await teamFamily(record)
    await noteNeed(record, own, { adultId: own.father, kind: 'domestic_abuse' })
    const at = { familyId: own.familyId }
    const strandsSeen = (actor: Actor) => record.as(actor, work => strandsOf(work, own.familyId))
    const choose = async (personId: string, side: string, worker: Actor) => {
      const strand = (await strandsSeen(own.lead)).find(one => one.personId === personId)
      const sent = { version: `${strand?.version}`, worker: worker.id, side, aim: 'Safe' }
      const reply = await ask(own.lead, 'POST', `${base}/strands/:strandId/change`, {
        params: { ...at, strandId: strand?.id ?? '' },
        sent,
      })
      expect(reply).toMatchObject({ kind: 'redirect' })
    }
    await choose(own.father, 'perpetrator', own.withPerpetrator)
    expect(contentOf(await ask(own.withPerpetrator, 'GET', base, { params: at }))).toContain(
      'Record a session',
    )
    const names = async () =>
      contentOf(await ask(own.withPerpetrator, 'GET', base, { params: at })).includes(own.mother)
    await noteNeed(record, own, { adultId: own.mother, kind: 'domestic_abuse' })
    await choose(own.mother, 'victim', own.withVictim)
    expect((await strandsSeen(own.withPerpetrator)).map(one => one.personId)).toEqual([own.father])
    expect(await names()).toBe(false)
    expect((await strandsSeen(own.withVictim)).map(one => one.personId).toSorted()).toEqual(
      [own.father, own.mother].toSorted(),
    )
    const { rows } = await record.as(own.withPerpetrator, work =>
      sql`select id from person where id = ${own.mother}`.execute(work.db()),
    )
    expect(rows).toEqual([])
  })
})
