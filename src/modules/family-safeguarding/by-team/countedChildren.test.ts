import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { type Actor, serviceActor } from '#platform/db'
import { makeUuid, type Uuid } from '#platform/ids'
import { testRecord } from '#test/record.ts'
import { registerModules } from '../../../main/modules.ts'
import { askPage, contentOf } from '../../casework/testing/askPage.ts'
import { familySafeguardingModule } from '../module.ts'
import { noteNeed, type TeamFamily, teamFamily } from '../testing/teamFamily.ts'
import { wordsOf as text } from '../testing/typed.ts'
import { childrenCounted } from './teamFacts.ts'

const record = await testRecord()
registerModules()
const { makers } = record
const ask = askPage(record.as, familySafeguardingModule.routes)
const url = '/safeguarding/by-team/:teamId/children'
const open = (actor: Actor, teamId: string, query: Record<string, string> = {}) =>
  ask(actor, 'GET', url, { params: { teamId }, query })
const byTeam = async (actor: Actor) => contentOf(await ask(actor, 'GET', '/safeguarding/by-team'))

/** Families of one team, of two children each, in which help is offered with somebody’s drinking. */
async function offered(families: number) {
  const first = await teamFamily(record)
  const made: Pick<TeamFamily, 'child' | 'sibling' | 'mother'>[] = []
  for (let at = 0; at < families; at += 1) {
    const one = at === 0 ? first : await another(first)
    await noteNeed(
      record,
      { lead: first.lead, child: one.child },
      { adultId: one.mother, kind: 'substance_misuse' },
    )
    made.push(one)
  }
  return { team: first, families: made }
}

async function another({ teamId, lead }: TeamFamily) {
  const { familyId, children, adults } = await makers.family({ children: 2, adults: 2 })
  for (const personId of children) await makers.allocation({ personId, teamId, workerId: lead.id })
  const [child, sibling, mother] = [children[0], children[1], adults[0]] as [Uuid, Uuid, Uuid]
  return { familyId, child, sibling, mother }
}

test('five families behind a count open their children, and tell of no adult, need or discipline', async () => {
  const { team, families } = await offered(5)
  const director = await makers.worker({ class: 'director' })
  expect(await byTeam(director)).toContain(`/safeguarding/by-team/${team.teamId}/children?of=needs`)
  const reply = await open(director, team.teamId)
  const page = contentOf(reply)
  for (const { child, sibling, mother } of families) {
    expect(page).toContain(`/people/${child}"`)
    expect(page).toContain(`/people/${sibling}"`)
    expect(page).not.toContain(mother)
  }
  expect(text(page)).toContain('10 children whom you may see')
  expect(text(page)).not.toMatch(/drink|alcohol|substance|more are counted/i)
  expect(reply).toMatchObject({ shown: { resource: 'team_counts', action: 'list' } })
  const kept = await open(director, team.teamId, { format: 'csv' })
  expect(kept).toMatchObject({ kind: 'csv', shown: { action: 'export' } })
  expect(text(contentOf(await open(director, team.teamId, { of: 'given' })))).toContain(
    'Fewer than 5 families',
  )
})

test('fewer than five families open nobody, and answer as none does', async () => {
  const director = await makers.worker({ class: 'director' })
  const four = (await offered(4)).team
  const none = await teamFamily(record)
  const [ofFour, ofNone] = [
    contentOf(await open(director, four.teamId)),
    contentOf(await open(director, none.teamId)),
  ]
  expect(text(ofFour)).toContain('Fewer than 5 families stand behind this number')
  expect(ofFour.replace(/<span class="govuk-caption-l">.*?<\/span>/, '')).toBe(
    ofNone.replace(/<span class="govuk-caption-l">.*?<\/span>/, ''),
  )
  expect(await byTeam(director)).not.toContain(`/by-team/${four.teamId}/children`)
  expect(await record.as(director, work => childrenCounted(work, four.teamId, 'needs'))).toEqual([])
})

test('who is restricted from the director is neither counted nor shown', async () => {
  const director = await makers.worker({ class: 'director' })
  const { team, families } = await offered(6)
  const [first, second] = families as [(typeof families)[0], (typeof families)[0]]
  await makers.restriction({ subjectId: first.child, members: [team.lead.id] })
  const page = contentOf(await open(director, team.teamId))
  expect(page).not.toContain(first.child)
  expect(text(page)).toContain('11 children whom you may see')
  await makers.restriction({ subjectId: first.mother, members: [team.lead.id] })
  expect(text(contentOf(await open(director, team.teamId)))).toContain('10 children whom you may see')
  await makers.restriction({ subjectId: second.mother, members: [team.lead.id] })
  expect(text(contentOf(await open(director, team.teamId)))).toContain('Fewer than 5 families')
  expect(await byTeam(director)).not.toContain(`${team.teamId}/children`)
})

test('practitioners and ids of no team find no page, and the database answers directors in post alone', async () => {
  const { team } = await offered(5)
  const director = await makers.worker({ class: 'director' })
  expect(await open(team.manager, team.teamId)).toMatchObject({ kind: 'not_found' })
  expect(await open(director, makeUuid())).toMatchObject({ kind: 'not_found' })
  expect(await byTeam(team.manager)).not.toContain(`${team.teamId}/children`)
  await expect(record.as(team.manager, work => childrenCounted(work, team.teamId, 'needs'))).rejects.toThrow(
    /permission denied/,
  )
  expect(await record.as(director, work => childrenCounted(work, team.teamId, 'needs'))).toHaveLength(10)
  await record.as(serviceActor('storyteller'), work =>
    sql`update record.worker set left_at = now() where id = ${director.id}`.execute(work.db()),
  )
  expect(await record.as(director, work => childrenCounted(work, team.teamId, 'needs'))).toEqual([])
})
