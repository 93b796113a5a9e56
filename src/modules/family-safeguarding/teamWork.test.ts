import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { chronologyOf, recordVisit, seenVisits, storedClocks } from '#modules/casework'
import type { Actor, Work } from '#platform/db'
import { makeUuid, type Uuid } from '#platform/ids'
import { testRecord } from '#test/record.ts'
import { registerModules } from '../../main/modules.ts'
import { askPage, contentOf } from '../casework/testing/askPage.ts'
import { familySafeguardingModule } from './module.ts'
import { noteNeed, type TeamFamily, teamFamily, tellRow } from './testing/teamFamily.ts'
import { dayParts, earlierToday, momentOf, wordsOf as text } from './testing/typed.ts'
import { strandsOf } from './workbook/queries/strandsOf.ts'

const record = await testRecord()
registerModules()
const ask = askPage(record.as, familySafeguardingModule.routes)
const base = '/families/:familyId/safeguarding'
let family: TeamFamily
let params: { familyId: string }

const get = async (
  actor: Actor,
  rest = '',
  more: Record<string, string> = {},
  query: Record<string, string> = {},
) => text(contentOf(await ask(actor, 'GET', `${base}${rest}`, { params: { ...params, ...more }, query })))
const send = (
  actor: Actor,
  rest: string,
  sent: Record<string, unknown>,
  more: Record<string, string> = {},
  query: Record<string, string> = {},
) => ask(actor, 'POST', `${base}${rest}`, { params: { ...params, ...more }, sent, query })
const strandOf = async (kind: string, personId?: string) => {
  const found = (await record.as(family.lead, work => strandsOf(work, family.familyId))).find(
    one => one.needKind === kind && (personId === undefined || one.personId === personId),
  )
  if (found === undefined) throw new Error(`No strand of ${kind}`)
  return found
}
const session = (more: Record<string, unknown> = {}) => ({
  ...momentOf('at', earlierToday({ minutes: 30 })),
  kind: 'session',
  words: 'We looked at the mornings and what gets in the way',
  ownWords: 'I want them to wake up to me, not to the bottle',
  readiness: '7',
  changeTalk: ['desire', 'commitment'],
  significant: 'yes',
  ...more,
})

const linesOf = async (work: Work, personIds: readonly Uuid[]) =>
  (await chronologyOf(work, personIds, { isFull: false })).lines

beforeAll(async () => {
  family = await teamFamily(record)
  params = { familyId: family.familyId }
  await noteNeed(record, family, { adultId: family.mother, kind: 'substance_misuse' })
  await noteNeed(record, family, { adultId: family.father, kind: 'mental_health' })
})

describe('a session written once by a practitioner', () => {
  beforeAll(async () => {
    const { id } = await strandOf('substance_misuse')
    const reply = await send(family.recovery, '/strands/:strandId/sessions/new', session(), { strandId: id })
    expect(reply).toMatchObject({ kind: 'redirect' })
  })

  test('is the strand’s first contact and shows on the family’s page and the readiness line', async () => {
    const strand = await strandOf('substance_misuse')
    expect(strand.firstContactOn).not.toBeNull()
    expect(await get(family.lead)).toContain('1 contact')
    expect(await get(family.lead, '/strands/:strandId', { strandId: strand.id })).toContain('7 of 10')
    expect(await get(family.mentalHealth, '/modules')).toContain('Readiness of')
  })

  test('stands in its chapter, in the agenda of group supervision in the person’s own words, and in the chronology', async () => {
    expect(await get(family.mentalHealth, '/chapters/:chapter', { chapter: 'substance_misuse' })).toContain(
      'what gets in the way',
    )
    const agenda = await get(family.manager, '/supervision')
    expect(agenda).toContain('“I want them to wake up to me, not to the bottle”')
    expect(agenda).toContain('what gets in the way')
    const lines = await record.as(family.lead, work => linesOf(work, [family.mother]))
    expect(lines.some(({ source }) => source.startsWith('Session by'))).toBe(true)
  })

  test('is in nobody’s chronology who may not read the team’s work, and never changes', async () => {
    const visitor = await record.makers.worker()
    await record.makers.involvement({ personId: family.child, workerId: visitor.id })
    const lines = await record.as(visitor, work => linesOf(work, [family.mother]))
    expect(lines.filter(({ source }) => source.startsWith('Session by'))).toEqual([])
    await expect(
      record.as(family.recovery, work => sql`update practice_session set words = 'Other'`.execute(work.db())),
    ).rejects.toThrow(/permission denied/)
  })

  test('is corrected by another row beside it', async () => {
    const strand = await strandOf('substance_misuse')
    const page = contentOf(
      await ask(family.recovery, 'GET', `${base}/strands/:strandId`, {
        params: { ...params, strandId: strand.id },
      }),
    )
    const sessionId = /session-([0-9a-f-]{36})/.exec(page)?.[1] ?? ''
    const where = { strandId: strand.id, sessionId }
    expect(
      contentOf(
        await send(family.recovery, '/strands/:strandId/sessions/:sessionId/correct', session(), where),
      ),
    ).toContain('Enter why it is corrected')
    const sent = session({ reason: 'The mark was hers of last week', readiness: '5' })
    expect(
      await send(family.mentalHealth, '/strands/:strandId/sessions/:sessionId/correct', sent, where),
    ).toEqual({ kind: 'not_found' })
    expect(
      await send(family.recovery, '/strands/:strandId/sessions/:sessionId/correct', sent, where),
    ).toMatchObject({ kind: 'redirect' })
    expect(await get(family.lead, '/strands/:strandId', { strandId: strand.id })).toContain('5 of 10')
    expect(await get(family.lead, '/strands/:strandId', { strandId: strand.id })).not.toContain('7 of 10')
  })

  test('says what is missing and keeps what was typed; nobody else of the team records it', async () => {
    const { id } = await strandOf('substance_misuse')
    const refused = await send(
      family.recovery,
      '/strands/:strandId/sessions/new',
      { kind: 'attempted', readiness: '3', ownWords: 'Not now' },
      { strandId: id },
    )
    expect(contentOf(refused)).toContain('Enter what happened')
    expect(contentOf(refused)).toContain('Not now')
    expect(
      await send(family.mentalHealth, '/strands/:strandId/sessions/new', session(), { strandId: id }),
    ).toEqual({ kind: 'not_found' })
  })
})

test('a visit of the social worker is not typed again: clock, chronology, chapter and agenda have it', async () => {
  const { lead, child, sibling } = family
  const about = (personId: typeof child, ownWords: string | null) => ({
    personId,
    wasSeen: true,
    wasSeenAlone: true,
    whyNotAlone: null,
    bedroomSeen: null,
    ownWords,
    observations: null,
  })
  const written = await record.as(lead, work =>
    recordVisit(work, {
      kind: 'visit',
      purpose: 'cin_visit',
      happenedAt: earlierToday({ hours: 2 }),
      place: 'Home',
      outcome: 'held',
      body: 'Both children were at home and made pancakes',
      children: [about(child, 'Mum was up before me today'), about(sibling, null)],
      impact: 'Mornings are calmer',
      nextVisitOn: null,
      corrects: null,
      submission: makeUuid(),
    }),
  )
  expect(written.outcome).toBe('recorded')
  expect((await record.as(lead, work => seenVisits(work, [child]))).get(child)).toHaveLength(1)
  const lines = await record.as(lead, work => linesOf(work, [child]))
  expect(lines.some(({ isSignificant, source }) => isSignificant && !source.startsWith('Session by'))).toBe(
    true,
  )
  expect(await get(lead, '/chapters/:chapter', { chapter: 'social_work' })).toContain('made pancakes')
  const agenda = await get(family.manager, '/supervision')
  expect(agenda).toContain('made pancakes')
  expect(agenda).toContain('“Mum was up before me today”')
  expect(await get(family.recovery, '/chapters/:chapter', { chapter: 'social_work' })).toContain(
    'not yours to read',
  )
})

describe('a monthly summary', () => {
  const month = Temporal.Now.plainDateISO('Europe/London').toString().slice(0, 7)
  const chapter = { chapter: 'substance_misuse' }

  test('begins as what was written, is shared with the team, and is refused with both texts when stale', async () => {
    const begun = await get(family.recovery, '/chapters/:chapter/summary', chapter, { month })
    expect(begun).toContain('what gets in the way')
    const sent = { version: '0', words: 'She is ready to reduce', about: [family.mother] }
    expect(await send(family.recovery, '/chapters/:chapter/summary', sent, chapter, { month })).toMatchObject(
      { kind: 'redirect' },
    )
    expect(await get(family.mentalHealth, '/chapters/:chapter', chapter)).toContain('She is ready to reduce')
    expect(await get(family.lead, '/assessment')).toContain('She is ready to reduce')
    const stale = await send(
      family.recovery,
      '/chapters/:chapter/summary',
      { ...sent, words: 'Another text' },
      chapter,
      { month },
    )
    expect(stale).toMatchObject({ status: 409 })
    expect(contentOf(stale)).toContain('Another text')
    expect(contentOf(stale)).toContain('She is ready to reduce')
    expect(await send(family.mentalHealth, '/chapters/:chapter/summary', sent, chapter, { month })).toEqual({
      kind: 'not_found',
    })
  })

  test('is missing from a chapter that is silent: the agenda and the list say so', async () => {
    const other = await teamFamily(record)
    await noteNeed(record, other, { adultId: other.father, kind: 'mental_health' })
    const today = Temporal.Now.plainDateISO('Europe/London')
    await tellRow(record, 'workbook', {
      id: makeUuid(),
      family_id: (await record.makers.family()).familyId,
      team_id: other.teamId,
      opened_on: today,
    })
    const silent = await tellSilent(other, today.subtract({ days: 50 }))
    const page = text(
      contentOf(await ask(other.manager, 'GET', `${base}/chapters`, { params: { familyId: silent } })),
    )
    expect(page).toContain('Silent')
    const list = contentOf(await ask(other.recovery, 'GET', '/safeguarding', { query: { show: 'waiting' } }))
    expect(text(list)).toContain('Silent: substance misuse (yours)')
    expect(text(list)).toContain('Group supervision is late')
  })

  /** A workbook of weeks ago in which the recovery worker has written nothing. */
  async function tellSilent({ teamId, recovery, lead }: TeamFamily, on: Temporal.PlainDate): Promise<string> {
    const { familyId, children, adults } = await record.makers.family({ children: 1, adults: 1 })
    const [child] = children
    const [adult] = adults
    if (child === undefined || adult === undefined) throw new Error('The family has two')
    await record.makers.allocation({ personId: child, teamId, workerId: lead.id })
    const workbookId = makeUuid()
    await tellRow(record, 'workbook', { id: workbookId, family_id: familyId, team_id: teamId, opened_on: on })
    await tellRow(record, 'strand', {
      id: makeUuid(),
      workbook_id: workbookId,
      family_id: familyId,
      team_id: teamId,
      person_id: adult,
      need_kind: 'substance_misuse',
      need_noted_on: on,
      discipline: 'substance_misuse',
      worker_id: recovery.id,
      offered_on: on,
    })
    return familyId
  }
})

describe('group supervision', () => {
  const today = Temporal.Now.plainDateISO('Europe/London')
  const held = () => ({
    version: 'none',
    ...dayParts('held', today),
    'said-social_work': 'The children are calmer',
    'said-substance_misuse': 'She has cut down',
    'decision-1': 'Mornings are watched together',
    'about-1': 'all',
    'task-1': 'Meet at school before nine',
    'owner-1': `worker:${family.recovery.id}`,
    ...dayParts('due-1', today.add({ days: 7 })),
  })

  test('is led by whoever holds the case, on one screen, and saved as one record', async () => {
    expect(await send(family.recovery, '/supervision/new', held())).toEqual({ kind: 'not_found' })
    expect(
      contentOf(
        await send(family.manager, '/supervision/new', { version: 'none', ...dayParts('held', today) }),
      ),
    ).toContain('Enter what a role says')
    const reply = await send(family.manager, '/supervision/new', held())
    if (reply.kind !== 'redirect') throw new Error(text(contentOf(reply)))
    const supervisionId = reply.location.split('/').at(-1) ?? ''
    const shown = await get(family.recovery, '/supervision/:supervisionId', { supervisionId })
    expect(shown).toContain('She has cut down')
    expect(shown).toContain('Meet at school before nine')
    expect(shown).toContain('Not checked yet')
  })

  test('starts the clock of the next for each child', async () => {
    const clocks = await record.as(family.lead, work => storedClocks(work, [family.child, family.sibling]))
    const own = clocks.filter(
      ({ definitionId, outcome }) => definitionId === 'GROUP_SUPERVISION' && outcome === 'open',
    )
    expect(own).toHaveLength(2)
  })

  test('that two people edit is refused to the second, with both texts', async () => {
    const reply = await send(family.lead, '/supervision/new', {
      ...held(),
      'said-substance_misuse': 'She drinks at weekends',
    })
    expect(reply).toMatchObject({ status: 409 })
    expect(contentOf(reply)).toContain('She drinks at weekends')
    expect(contentOf(reply)).toContain('She has cut down')
  })

  test('asks next time what became of its tasks', async () => {
    const form = contentOf(await ask(family.manager, 'GET', `${base}/supervision/new`, { params }))
    const [, task = ''] = /name="checked-([0-9a-f-]{36})"/.exec(form) ?? []
    const [, version = ''] = /name="version" value="([0-9a-f-]{36})"/.exec(form) ?? []
    const sent = {
      version,
      ...dayParts('held', today),
      'said-social_work': 'All well',
      [`checked-${task}`]: 'done',
      [`result-${task}`]: 'They met twice',
    }
    expect(await send(family.manager, '/supervision/new', sent)).toMatchObject({ kind: 'redirect' })
    expect(contentOf(await ask(family.manager, 'GET', `${base}/supervision/new`, { params }))).not.toContain(
      'name="checked-',
    )
  })
})

describe('a wall between those who work with the one harmed and the one who harms', () => {
  test('keeps words of each side from the other, and the lead reads both', async () => {
    await noteNeed(record, family, { adultId: family.mother, kind: 'domestic_abuse' })
    const harmed = await strandOf('domestic_abuse', family.mother)
    await send(
      family.lead,
      '/strands/:strandId/change',
      { version: `${harmed.version}`, side: 'victim', worker: family.withVictim.id },
      { strandId: harmed.id },
    )
    const other = {
      person: family.father,
      need: 'domestic_abuse',
      discipline: 'domestic_abuse',
      side: 'perpetrator',
      worker: family.withPerpetrator.id,
    }
    expect(await send(family.lead, '/strands/new', other)).toMatchObject({ kind: 'redirect' })
    await record.as(family.lead, work =>
      sql`select access.make_wall(${family.father}::uuid, ${[family.mother]}::uuid[], 'He has followed her')`.execute(
        work.db(),
      ),
    )
    const words = session({
      words: 'She plans to stay with her aunt',
      ownWords: '',
      readiness: '',
      changeTalk: [],
    })
    expect(
      await send(family.withVictim, '/strands/:strandId/sessions/new', words, { strandId: harmed.id }),
    ).toMatchObject({ kind: 'redirect' })
    expect(await get(family.lead, '/strands/:strandId', { strandId: harmed.id })).toContain(
      'stay with her aunt',
    )
    expect(
      await ask(family.withPerpetrator, 'GET', `${base}/strands/:strandId`, {
        params: { ...params, strandId: harmed.id },
      }),
    ).toEqual({ kind: 'not_found' })
    for (const page of ['', '/chapters', '/supervision', '/assessment', '/modules'])
      expect(await get(family.withPerpetrator, page)).not.toContain('stay with her aunt')
    expect(await get(family.withPerpetrator)).not.toContain('with the person harmed')
  })
})

describe('what a practitioner’s own service keeps', () => {
  test('is read by that service alone, and is nowhere in the family’s record', async () => {
    const organisationId = makeUuid()
    await tellRow(record, 'organisation', {
      id: organisationId,
      name: 'Invented recovery service',
      kind: 'voluntary',
    })
    await tellOrganisation(family.recovery, organisationId)
    const { id } = await strandOf('substance_misuse')
    const note = { ...momentOf('at', earlierToday({ hours: 3 })), body: 'Dose is reviewed next week' }
    expect(
      await send(family.recovery, '/strands/:strandId/clinical-notes', note, { strandId: id }),
    ).toMatchObject({ kind: 'redirect' })
    expect(await get(family.recovery, '/strands/:strandId/clinical-notes', { strandId: id })).toContain(
      'Dose is reviewed',
    )
    expect(
      await ask(family.lead, 'GET', `${base}/strands/:strandId/clinical-notes`, {
        params: { ...params, strandId: id },
      }),
    ).toEqual({ kind: 'not_found' })
    for (const page of ['', '/chapters/:chapter', '/supervision', '/assessment'])
      expect(await get(family.lead, page, { chapter: 'substance_misuse' })).not.toContain('Dose is reviewed')
    expect(
      JSON.stringify(await record.as(family.recovery, work => linesOf(work, [family.mother]))),
    ).not.toContain('Dose is reviewed')
  })
})

async function tellOrganisation(worker: Actor, organisationId: string): Promise<void> {
  const { serviceActor } = await import('#platform/db')
  await record.as(serviceActor('storyteller'), work =>
    work
      .db<Record<string, Record<string, unknown>>>()
      .updateTable('worker')
      .set({ organisation_id: organisationId })
      .where('id', '=', worker.id)
      .execute(),
  )
}

describe('the family’s side', () => {
  test('keeps silence as silence, and brings words to group supervision', async () => {
    const today = Temporal.Now.plainDateISO('Europe/London')
    const base2 = { person: family.mother, occasion: 'review', ...dayParts('on', today) }
    expect(contentOf(await send(family.lead, '/family/new', { ...base2, outcome: 'given' }))).toContain(
      'Select how it came',
    )
    expect(await send(family.lead, '/family/new', { ...base2, outcome: 'not_given' })).toMatchObject({
      kind: 'redirect',
    })
    expect(
      await send(family.lead, '/family/new', {
        ...base2,
        outcome: 'given',
        cameBy: 'spoken',
        score: '4',
        words: 'You came when you said',
      }),
    ).toMatchObject({ kind: 'redirect' })
    expect(await get(family.lead, '/family')).toContain('They were asked and said nothing')
    expect(await get(family.manager, '/supervision')).toContain('“You came when you said”')
  })

  test('has measures told before and after the first contact', async () => {
    const today = Temporal.Now.plainDateISO('Europe/London')
    const sent = {
      person: family.mother,
      measure: 'drinking',
      ...dayParts('on', today.subtract({ days: 20 })),
    }
    expect(contentOf(await send(family.recovery, '/outcomes/new', { ...sent, value: 'many' }))).toContain(
      'Enter a number',
    )
    expect(await send(family.recovery, '/outcomes/new', { ...sent, value: '40' })).toMatchObject({
      kind: 'redirect',
    })
    expect(
      await send(family.recovery, '/outcomes/new', { ...sent, ...dayParts('on', today), value: '22' }),
    ).toMatchObject({ kind: 'redirect' })
    const shown = await get(family.lead, '/outcomes')
    expect(shown).toMatch(/40 on .* 22 on /)
    expect(shown).toContain('does not prove')
  })

  test('has measures of the children on the same lines, told from the family’s first contact', async () => {
    const today = Temporal.Now.plainDateISO('Europe/London')
    const sent = {
      person: family.child,
      measure: 'attendance',
      ...dayParts('on', today.subtract({ days: 20 })),
    }
    const refused = async (more: Record<string, unknown>) =>
      contentOf(await send(family.lead, '/outcomes/new', { ...sent, value: '71', ...more }))
    expect(await refused({ measure: 'drinking' })).toContain('Select a measure of children')
    expect(await refused({ person: family.mother })).toContain('Select a measure of adults')
    expect(await refused({ value: '104' })).toContain('Attendance is from 0 to 100')
    for (const [on, value] of [
      [today.subtract({ days: 20 }), '71'],
      [today, '93'],
    ] as const)
      expect(
        await send(family.lead, '/outcomes/new', { ...sent, ...dayParts('on', on), value }),
      ).toMatchObject({ kind: 'redirect' })
    const shown = await get(family.lead, '/outcomes')
    expect(shown).toContain('Measures before and after the first contact')
    expect(shown).toMatch(/School attendance this term, in percent.*71 on .* 93 on /)
    expect(text(contentOf(await ask(family.lead, 'GET', '/safeguarding/by-team')))).toContain(
      'School attendance this term',
    )
  })

  test('has progress through modules in the authority’s words', async () => {
    const today = Temporal.Now.plainDateISO('Europe/London')
    expect(
      await send(family.recovery, '/modules/new', {
        person: family.mother,
        module: '3',
        state: 'begun',
        ...dayParts('on', today),
      }),
    ).toMatchObject({ kind: 'redirect' })
    expect(await get(family.recovery, '/modules')).toContain('Module 3')
  })
})

describe('the page by team', () => {
  test('counts needs, silence and measures of the whole authority for everybody alike, and shows no count under five', async () => {
    const shown = text(contentOf(await ask(family.lead, 'GET', '/safeguarding/by-team')))
    expect(shown).toContain('fewer than 5')
    expect(shown).toContain('Too few')
    expect(shown).toContain('Units of alcohol in a week')
    expect(shown).not.toContain('Inventley')
    const stranger = await record.makers.worker()
    expect(text(contentOf(await ask(stranger, 'GET', '/safeguarding/by-team')))).toBe(shown)
  })
})
