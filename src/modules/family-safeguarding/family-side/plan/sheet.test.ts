import { beforeAll, describe, expect, test } from 'vitest'
import { type CaseworkTables, storedClocks, writeActions } from '#modules/casework'
import type { Actor } from '#platform/db'
import type { Uuid } from '#platform/ids'
import { testRecord } from '#test/record.ts'
import { expectTagged } from '#test/taggedPdf.ts'
import { registerModules } from '../../../../main/modules.ts'
import { askPage, contentOf } from '../../../casework/testing/askPage.ts'
import { familySafeguardingModule } from '../../module.ts'
import { noteNeed, type TeamFamily, teamFamily } from '../../testing/teamFamily.ts'
import { tellPlan } from '../../testing/tellPlan.ts'

const record = await testRecord()
registerModules()
const ask = askPage(record.as, familySafeguardingModule.routes)
const base = '/families/:familyId/safeguarding'
const today = Temporal.Now.plainDateISO('Europe/London')
let family: TeamFamily
let outcomes: { readonly childs: Uuid; readonly siblings: Uuid }

const params = () => ({ familyId: family.familyId })
const text = (html: string) => html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')
const page = async (actor: Actor, query: Record<string, string> = {}) =>
  contentOf(await ask(actor, 'GET', `${base}/family/plan`, { params: params(), query }))
const send = (rest: string, sent: Record<string, unknown>, actor = family.lead) =>
  ask(actor, 'POST', `${base}/family/plan/${rest}`, { params: params(), query: { for: family.mother }, sent })
const shares = () =>
  record.as(family.lead, work =>
    work.db<CaseworkTables>().selectFrom('plan_share').selectAll().orderBy('person_id').execute(),
  )
const pagesOf = (bytes: Uint8Array) =>
  Buffer.from(bytes)
    .toString('latin1')
    .match(/\/Type\s*\/Page\b/g)
const pdf = async (query: Record<string, string>) => {
  const reply = await ask(family.lead, 'GET', `${base}/family/plan.pdf`, { params: params(), query })
  if (reply.kind !== 'file') throw new Error(reply.kind)
  return reply.bytes
}

const act = (what: string, on: readonly { outcomeId: Uuid; personId: Uuid }[], days = 14) =>
  record.as(family.lead, work =>
    writeActions(work, on, {
      what,
      owner: { kind: 'person', id: family.mother },
      dueOn: today.add({ days }),
    }),
  )

beforeAll(async () => {
  family = await teamFamily(record)
  await noteNeed(record, family, { adultId: family.mother, kind: 'substance_misuse' })
  const childs = (await tellPlan(record, family.child, 'Calm mornings')).outcomeId
  const siblings = (await tellPlan(record, family.sibling, 'calm mornings.')).outcomeId
  outcomes = { childs, siblings }
  const both = [
    { outcomeId: childs, personId: family.child },
    { outcomeId: siblings, personId: family.sibling },
  ]
  await act('Lay the table the evening before', both)
  await act('Bed by eight', both.slice(0, 1))
})

describe('the sheet for the family', () => {
  test('says once what stands in the plans of several children', async () => {
    const shown = text(await page(family.lead))
    expect(shown.match(/calm mornings/gi)).toHaveLength(1)
    expect(shown.match(/Lay the table the evening before\. /g)).toHaveLength(1)
    expect(shown).toMatch(/Bed by eight \(Childe\d+ Inventley\d+\)\./)
  })

  test('is one side of paper, tagged, for one reader', async () => {
    const bytes = await pdf({ for: family.mother })
    expect(pagesOf(bytes)).toHaveLength(1)
    expectTagged(bytes, {
      title: 'Our plan',
      says: ['Calm mornings', 'Bed by eight'],
      tags: ['H2', 'L', 'LI'],
    })
  })

  test('leaves out what its reader must not know of', async () => {
    const html = await page(family.lead, { for: family.father })
    const [, key = ''] = /name="leave"[^>]*value="([0-9a-f-]{36})"/.exec(html) ?? []
    const shown = text(await page(family.lead, { for: family.father, leave: key }))
    const lines = ['Lay the table the evening before', 'Bed by eight']
    expect(lines.filter(line => shown.includes(`${line}. `) || shown.includes(`${line} (`))).toHaveLength(1)
  })

  test('is given by who writes the record of each child on it: a specialist reads it', async () => {
    expect(text(await page(family.recovery))).toContain('Calm mornings')
    const query = { for: family.mother }
    expect(await ask(family.recovery, 'GET', `${base}/family/plan.pdf`, { params: params(), query })).toEqual(
      {
        kind: 'not_found',
      },
    )
    expect(await send('shares', { how: 'post' }, family.recovery)).toEqual({ kind: 'not_found' })
  })

  test('counts as shared for the plan of each child, and stops its time limit', async () => {
    expect(contentOf(await send('shares', {}))).toContain('Select how it was shared')
    const day = {
      'shared-day': `${today.day}`,
      'shared-month': `${today.month}`,
      'shared-year': `${today.year}`,
    }
    expect(await send('shares', { ...day, how: 'read_together', lang: 'pl' })).toMatchObject({
      kind: 'redirect',
    })
    expect(await shares()).toMatchObject([
      { recipient_id: family.mother, lang: 'pl' },
      { recipient_id: family.mother, lang: 'pl' },
    ])
    const { rows, clocks } = await record.as(family.lead, async work => ({
      rows: await work
        .db<{ cin_plan: { person_id: Uuid; shared_on: Temporal.PlainDate | null } }>()
        .selectFrom('cin_plan')
        .select('shared_on')
        .execute(),
      clocks: await storedClocks(work, [family.child, family.sibling]),
    }))
    expect(rows.map(({ shared_on: on }) => on?.toString())).toEqual([today.toString(), today.toString()])
    expect(
      clocks.filter(({ definitionId, outcome }) => /SHARE/.test(definitionId) && outcome === 'open'),
    ).toEqual([])
  })

  test('takes what is said of it for each plan, once in the agenda; a stale answer is refused', async () => {
    const seen = Object.fromEntries((await shares()).map(({ id, version }) => [`seen-${id}`, `${version}`]))
    const sent = { understood: 'yes', agrees: 'partly', words: 'Not on Tuesdays', ...seen }
    expect(await send('heard', sent)).toMatchObject({ kind: 'redirect' })
    expect((await shares()).map(({ words }) => words)).toEqual(['Not on Tuesdays', 'Not on Tuesdays'])
    const stale = contentOf(await send('heard', { ...sent, words: 'Other words' }))
    expect(stale).toContain('Other words')
    expect(stale).toContain('“Not on Tuesdays”')
    const agenda = contentOf(await ask(family.manager, 'GET', `${base}/supervision`, { params: params() }))
    expect(agenda.match(/Not on Tuesdays/g)).toHaveLength(1)
  })

  test('never runs over one side: what has no room is counted, with where it stands', async () => {
    const long =
      'We ask the school to ring as soon as somebody is not there and then we ring the grandmother too '
    for (let at = 0; at < 40; at += 1)
      await act(
        `${long.repeat((at % 4) + 1)}${at}`,
        [{ outcomeId: outcomes.childs, personId: family.child }],
        20 + at,
      )
    const shown = text(await page(family.lead))
    expect(shown).toMatch(/One side of paper has no room for \d+ actions/)
    expect(pagesOf(await pdf({ for: family.mother }))).toHaveLength(1)
  })

  test('is one side of short lines too, however many', async () => {
    for (let at = 0; at < 60; at += 1)
      await act(`Ring ${at}`, [{ outcomeId: outcomes.siblings, personId: family.sibling }], 2)
    expect(pagesOf(await pdf({ for: family.mother }))).toHaveLength(1)
    expect(pagesOf(await pdf({ for: family.mother, child: family.sibling }))).toHaveLength(1)
  })
})
