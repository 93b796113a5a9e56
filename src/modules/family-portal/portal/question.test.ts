import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { SAVE_DRAFT } from '#platform/drafts'
import { makeUuid, type Uuid } from '#platform/ids'
import { testRecord } from '#test/record.ts'
import { registerModules } from '../../../main/modules.ts'
import { askPage, contentOf } from '../../casework/testing/askPage.ts'
import { familySafeguardingModule } from '../../family-safeguarding/index.ts'
import { type PortalBrowser, portalBrowser } from '../testing/portalBrowser.ts'
import { openAccount, portalServer, portalStage, WORD } from '../testing/portalStage.ts'

const record = await testRecord()
registerModules()
const stage = await portalStage(record)
const server = await portalServer(record)
const mother = await openAccount(record, { of: stage.mother, children: stage.children })
const father = await openAccount(record, { of: stage.father, children: stage.children })
const ask = askPage(record.as, familySafeguardingModule.routes)
const side = '/families/:familyId/safeguarding/family'
let familyId: Uuid

const inside = async ({ number, card }: typeof mother, place: number): Promise<PortalBrowser> => {
  const browser = portalBrowser(server)
  await browser.send('/sign-in', { number, word: WORD, once: card[place] ?? '' })
  return browser
}
const question = async (browser: PortalBrowser): Promise<string | undefined> =>
  /href="(\/questions\/[^"]+)"/.exec((await browser.get('/')).body)?.[1]
const askThem = (person: Uuid, occasion: string) =>
  ask(stage.holder, 'POST', `${side}/ask`, { params: { familyId }, sent: { person, occasion } })
const shown = async (path = side) =>
  contentOf(await ask(stage.holder, 'GET', path, { params: { familyId } })).replaceAll(/\s+/g, ' ')

beforeAll(async () => {
  const { rows } = await record.as(stage.holder, work =>
    sql<{ id: Uuid; team: Uuid }>`select m.family_id as id, a.team_id as team from family_member m
      join allocation a on a.person_id = m.person_id where m.person_id = ${stage.boy}`.execute(work.db()),
  )
  familyId = rows[0]?.id ?? makeUuid()
  await record.as(stage.holder, work =>
    sql`insert into record.workbook (id, family_id, team_id, opened_on) values (${makeUuid()}, ${familyId}, ${rows[0]?.team}, current_date)`.execute(
      work.db(),
    ),
  )
})

describe('somebody of the family who has the portal', () => {
  it('is asked once at a time by a worker, and nobody is asked who has none', async () => {
    expect(contentOf(await askThem(stage.grandmother, 'plan'))).toContain('Select whom you ask')
    expect(await askThem(stage.mother, 'plan')).toMatchObject({ kind: 'redirect' })
    expect(contentOf(await askThem(stage.mother, 'review'))).toContain('have not answered yet')
    expect(await shown()).toContain('Asked in the portal: no answer yet')
  })

  it('answers one’s own question on a scale and in own words, which land in the record', async () => {
    const [hers, his] = [await inside(mother, 0), await inside(father, 0)]
    expect(await question(his)).toBeUndefined()
    const path = (await question(hers)) ?? ''
    const nobodys = await his.get(`/questions/${makeUuid()}`)
    expect((await his.get(path)).body).toBe(nobodys.body)
    const later = await hers.send(path, { words: 'You came', [SAVE_DRAFT]: 'yes' }, path)
    expect(later.statusCode).toBe(303)
    expect((await hers.get(path)).body).toContain('You came')
    const nothing = await hers.send(path, {}, path)
    expect([nothing.statusCode, nothing.body.includes('Choose a number')]).toEqual([422, true])
    const both = await hers.send(path, { words: 'It helps', not: 'yes' }, path)
    expect([both.statusCode, both.body.includes('It helps')]).toEqual([422, true])
    const sent = await hers.send(path, { mark: '4', words: 'You came when you said' }, path)
    expect(sent.statusCode).toBe(303)
    expect((await hers.get(path)).statusCode).toBe(404)
    expect(await shown()).toMatch(/They said something, in the portal.*4 of 5.*“You came when you said”/)
    const told = await record.as(stage.holder, work =>
      sql<{ path: string }>`select path from app.notice where kind = 'family_answered'`.execute(work.db()),
    )
    expect(told.rows).toEqual([{ path: `/families/${familyId}/safeguarding/family` }])
  })

  it('may say that they would rather not, which is no satisfaction', async () => {
    expect(await askThem(stage.father, 'review')).toMatchObject({ kind: 'redirect' })
    const his = await inside(father, 1)
    const path = (await question(his)) ?? ''
    expect((await his.send(path, { not: 'yes' }, path)).statusCode).toBe(303)
    expect(await shown()).toContain('They would rather not say')
    const byTeam = contentOf(await ask(stage.holder, 'GET', '/safeguarding/by-team'))
    expect(byTeam).toContain('fewer than 5')
  })

  it('keeps what was answered: neither they nor a worker changes it, and no worker speaks for the portal', async () => {
    const { rows } = await record.as(stage.holder, work =>
      sql<{ id: Uuid }>`select id from family_feedback where outcome = 'given'`.execute(work.db()),
    )
    const again = await record.portal.as({ id: mother.id, class: 'family' }, 'portal', work =>
      sql<{
        kept: boolean
      }>`select access.answer_question(${rows[0]?.id}::uuid, 1, 'Other', false) as kept`.execute(work.db()),
    )
    expect(again.rows).toEqual([{ kept: false }])
    await expect(
      record.as(stage.holder, work => sql`update family_feedback set score = 5`.execute(work.db())),
    ).rejects.toThrow(/permission denied/)
    const forged = sql`insert into record.family_feedback (family_id, team_id, person_ids, occasion, outcome, came_by, score, on_day)
      select family_id, team_id, person_ids, 'plan', 'given', 'portal', 5, current_date from record.family_feedback limit 1`
    await expect(record.as(stage.holder, work => forged.execute(work.db()))).rejects.toThrow(
      /row-level security/,
    )
  })

  it('who does not answer stays asked, and counts as silent', async () => {
    expect(await askThem(stage.mother, 'closure')).toMatchObject({ kind: 'redirect' })
    const { saidOfTeams } = await import('../../family-safeguarding/by-team/teamFacts.ts')
    const said = await record.as(stage.holder, saidOfTeams)
    expect(said.map(({ outcome }) => outcome).toSorted()).toEqual(['given', 'not_given', 'not_given'])
  })

  it('who says on paper what they were asked is asked no longer, and is not silent besides', async () => {
    const hers = await inside(mother, 2)
    expect(await question(hers)).toBeDefined()
    const path = (await question(hers)) ?? ''
    const today = Temporal.Now.plainDateISO('Europe/London')
    const on = { 'on-day': `${today.day}`, 'on-month': `${today.month}`, 'on-year': `${today.year}` }
    const said = {
      person: stage.mother,
      outcome: 'given',
      cameBy: 'paper',
      score: '3',
      words: 'By letter',
      ...on,
    }
    const keep = (occasion: string) =>
      ask(stage.holder, 'POST', `${side}/new`, { params: { familyId }, sent: { ...said, occasion } })
    expect(await keep('review')).toMatchObject({ kind: 'redirect' })
    expect(await question(hers)).toBe(path)
    expect(await keep('closure')).toMatchObject({ kind: 'redirect' })
    expect(await question(hers)).toBeUndefined()
    expect((await hers.get(path)).statusCode).toBe(404)
    expect(await shown()).toContain('Asked in the portal: said another way')
    const { saidOfTeams } = await import('../../family-safeguarding/by-team/teamFacts.ts')
    const outcomes = (await record.as(stage.holder, saidOfTeams)).map(({ outcome }) => outcome)
    expect(outcomes.toSorted()).toEqual(['given', 'given', 'given', 'not_given'])
  })
})
