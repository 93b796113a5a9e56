import { beforeEach, describe, expect, test } from 'vitest'
import { type Actor, serviceActor } from '#platform/db'
import type { Uuid } from '#platform/ids'
import { testRecord } from '#test/record.ts'
import { registerModules } from '../../../main/modules.ts'
import { transferPages } from '../../casework/pages/transfers/index.ts'
import { closeCase } from '../../casework/plans/index.ts'
import { askPage, contentOf } from '../../casework/testing/askPage.ts'
import { familySafeguardingModule } from '../module.ts'
import type { FamilySafeguardingTables } from '../tables.ts'
import { noteNeed, type TeamFamily, teamFamily } from '../testing/teamFamily.ts'
import { strandsOf } from './queries/strandsOf.ts'

const record = await testRecord()
registerModules()
const ask = askPage(record.as, [...familySafeguardingModule.routes, ...transferPages])
const base = '/families/:familyId/safeguarding'
let family: TeamFamily
let other: TeamFamily

beforeEach(async () => {
  family = await teamFamily(record)
  other = await teamFamily(record)
  await noteNeed(record, family, { adultId: family.mother, kind: 'mental_health' })
})

const seen = (actor: Actor) => record.as(actor, work => strandsOf(work, family.familyId))
const told = (table: 'workbook' | 'strand') =>
  record.as(serviceActor('clockkeeper'), async work => {
    const db = work.db<FamilySafeguardingTables>()
    return await db.selectFrom(table).selectAll().where('family_id', '=', family.familyId).execute()
  })
const page = async (actor: Actor) =>
  contentOf(await ask(actor, 'GET', base, { params: { familyId: family.familyId } }))

const today = Temporal.Now.plainDateISO('Europe/London')
const moves = { 'moves-day': `${today.day}`, 'moves-month': `${today.month}`, 'moves-year': `${today.year}` }

/** The manager asks for a transfer. @returns its id */
async function asked(to: Record<string, unknown>): Promise<string> {
  const child = [family.child, family.sibling]
  const sent = { child, ...moves, handover: 'The dog bites', ...to }
  const params = { personId: family.child }
  const reply = await ask(family.manager, 'POST', '/people/:personId/transfers/new', { params, sent })
  if (reply.kind !== 'redirect') throw new Error(contentOf(reply))
  return reply.location.split('/').at(-1) ?? ''
}
const decide = (actor: Actor, transferId: string, how: 'accept' | 'answer', sent: Record<string, unknown>) =>
  ask(actor, 'POST', `/transfers/:transferId/${how}`, { params: { transferId }, sent })
const close = (personId: Uuid, reason: string) =>
  record.as(family.manager, work => closeCase(work, { personId, closedOn: work.today, reason }))

describe('a workbook', () => {
  test('stays open while one child of the family is held, and closes with the last one', async () => {
    await close(family.child, 'RC1')
    expect(await seen(family.mentalHealth)).toMatchObject([{ endedOn: null }])
    await close(family.sibling, 'RC1')
    expect(await told('workbook')).toMatchObject([{ closed_on: today }])
    expect(await told('strand')).toMatchObject([{ ended_on: today, end_reason: 'case_closed' }])
  })

  test('closes when the family’s case goes to another authority, and not before that authority has accepted it', async () => {
    const transferId = await asked({ to: 'authority', authority: '301', contact: 'Duty desk, 01632 960001' })
    expect(await seen(family.mentalHealth)).toMatchObject([{ endedOn: null }])
    expect(
      await decide(family.manager, transferId, 'answer', { outcome: 'accepted', reason: 'By telephone' }),
    ).toMatchObject({
      kind: 'redirect',
    })
    for (const personId of [family.child, family.sibling]) await close(personId, 'RC5')
    expect(await told('workbook')).toMatchObject([{ closed_on: today }])
    expect(await told('strand')).toMatchObject([{ ended_on: today, end_reason: 'case_closed' }])
  })

  test('goes with the family to another team, and every strand on with its worker until somebody takes it over', async () => {
    const transferId = await asked({ to: 'team', team: other.teamId })
    expect(await decide(other.manager, transferId, 'accept', { worker: other.lead.id })).toMatchObject({
      kind: 'redirect',
    })
    const shown = await page(other.lead)
    expect(shown).toContain('1 strand still with the team before')
    expect(await page(family.mentalHealth)).toContain('Record a session')
    const [strand] = await seen(other.lead)
    const params = { familyId: family.familyId, strandId: strand?.id ?? '' }
    const form = contentOf(await ask(other.lead, 'GET', `${base}/strands/:strandId/change`, { params }))
    expect(form).toContain(family.mentalHealth.id)
    expect(form).toContain(other.mentalHealth.id)
    const sent = { version: `${strand?.version}`, worker: other.mentalHealth.id }
    expect(await ask(other.lead, 'POST', `${base}/strands/:strandId/change`, { params, sent })).toMatchObject(
      {
        kind: 'redirect',
      },
    )
    expect(await seen(other.lead)).toMatchObject([{ teamId: other.teamId, workerId: other.mentalHealth.id }])
    expect(await page(other.lead)).not.toContain('still with the team before')
    expect(await seen(family.mentalHealth)).toEqual([])
  })
})
