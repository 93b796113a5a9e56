import { beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '#platform/db'
import { testRecord } from '#test/record.ts'
import { expectTagged } from '#test/taggedPdf.ts'
import { askPage, contentOf } from '../../casework/testing/askPage.ts'
import { familySafeguardingModule } from '../module.ts'
import { noteNeed, type TeamFamily, teamFamily, tellRow } from '../testing/teamFamily.ts'
import { strandsOf } from '../workbook/queries/strandsOf.ts'
import { chapterWritingSource } from './writingSource.ts'

const record = await testRecord()
const ask = askPage(record.as, familySafeguardingModule.routes)
const base = '/families/:familyId/safeguarding'
const today = Temporal.Now.plainDateISO('Europe/London')
const thisMonth = today.with({ day: 1 })
let family: TeamFamily

const at = (daysAgo: number): string =>
  today
    .subtract({ days: daysAgo })
    .toZonedDateTime({ timeZone: 'Europe/London', plainTime: '00:05' })
    .toInstant()
    .toString()
const plain = (html: string) => html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')
const get = async (actor: Actor, rest: string) =>
  plain(contentOf(await ask(actor, 'GET', `${base}${rest}`, { params: { familyId: family.familyId } })))
const offers = (actor: Actor) => record.as(actor, work => chapterWritingSource.offers(work, family.familyId))

beforeAll(async () => {
  family = await teamFamily(record)
  await noteNeed(record, family, { adultId: family.mother, kind: 'substance_misuse' })
  await noteNeed(record, family, { adultId: family.father, kind: 'mental_health' })
  const strands = await record.as(family.lead, work => strandsOf(work, family.familyId))
  const ofKind = (kind: string) => strands.find(one => one.needKind === kind)?.id
  const common = { family_id: family.familyId, kind: 'session' }
  const drinking = {
    ...common,
    strand_id: ofKind('substance_misuse'),
    person_ids: [family.mother],
    author_id: family.recovery.id,
    discipline: 'substance_misuse',
  }
  const sessions = [
    { happened_at: at(3), words: 'The first talk', readiness: 3, change_talk: ['desire'] },
    { happened_at: at(2), words: 'The second talk', change_talk: ['desire', 'taking_steps'] },
    { happened_at: at(1), words: 'The third talk', readiness: 7, change_talk: [] },
  ]
  for (const session of sessions) await tellRow(record, 'practice_session', { ...drinking, ...session })
  await tellRow(record, 'practice_session', {
    ...common,
    strand_id: ofKind('mental_health'),
    person_ids: [family.father],
    author_id: family.mentalHealth.id,
    discipline: 'mental_health',
    happened_at: at(1),
    words: 'He came on his own',
  })
  await tellRow(record, 'chapter_summary', {
    family_id: family.familyId,
    discipline: 'substance_misuse',
    month: today.subtract({ days: 2 }).with({ day: 1 }).toString(),
    person_ids: [family.mother],
    author_id: family.recovery.id,
    words: 'She sees what drinking does to the mornings',
    shared_on: today.toString(),
  })
  for (const [module, state] of [
    [1, 'finished'],
    [2, 'begun'],
  ] as const)
    await tellRow(record, 'module_progress', {
      family_id: family.familyId,
      person_ids: [family.mother],
      author_id: family.recovery.id,
      module,
      state,
      on_day: today.toString(),
    })
})

describe('the parenting assessment', () => {
  test('is composed of marks, change talk, modules and what each discipline shared, by parent', async () => {
    const page = await get(family.lead, '/parenting')
    expect(page).toMatch(/first 3 of 10 on .+, last 7 of 10 on .+, 2 marks in all/)
    expect(page).toContain('wants to change twice, takes steps once')
    expect(page).toContain('Modules finished: Module 1')
    expect(page).toContain('Modules begun: Module 2')
    expect(page).toContain('She sees what drinking does to the mornings')
  })

  test('says what nobody wrote, and invents nothing', async () => {
    const page = await get(family.lead, '/parenting')
    expect(page).toContain('No mark of readiness to change is written')
    expect(page).toContain('No change talk is written')
    expect(page).toContain('No module is finished')
  })

  test('and its print are absent for those who work with another family', async () => {
    const params = { familyId: (await teamFamily(record)).familyId }
    for (const rest of ['/parenting', '/parenting/print', '/assessment/print'])
      expect(await ask(family.lead, 'GET', `${base}${rest}`, { params })).toEqual({ kind: 'not_found' })
  })
})

describe('prints', () => {
  test.each([
    ['/assessment/print', 'Integrated assessment: draft', 'workbook_draft'],
    ['/parenting/print', 'Parenting assessment: draft', 'parenting_draft'],
  ])(
    '%s is a tagged PDF with the words in it, kept in the audit as an export',
    async (rest, title, resource) => {
      const reply = await ask(family.lead, 'GET', `${base}${rest}`, { params: { familyId: family.familyId } })
      if (reply.kind !== 'file') throw new Error(JSON.stringify(reply))
      expect(reply.shown).toMatchObject({ resource, action: 'export' })
      expect(reply.shown).toHaveProperty('subjectIds', expect.arrayContaining([family.mother]))
      const bytes = reply.bytes as Uint8Array // not a stream: a draft is short
      expectTagged(bytes, { title, says: ['She sees what drinking does'], tags: ['H2', 'H3'] })
    },
  )
})

describe('what the workbook offers to an assessment', () => {
  test('is each parent’s capacity to change, each summary, and what nobody has summed up yet', async () => {
    const found = await offers(family.lead)
    expect(found.map(({ chapter, title }) => `${chapter}: ${title.replace(/ of .+/, '')}`)).toContain(
      'Substance misuse: Summary',
    )
    expect(found.find(({ key }) => key === `parenting-${family.mother}`)).toMatchObject({
      chapter: 'Parenting',
      job: null,
      caution: null,
    })
    const unsummed = found.find(({ words }) => words === 'He came on his own')
    expect(unsummed?.title).toContain('not summed up yet')
    expect(unsummed).toMatchObject({ job: 'mental health practitioner', personIds: [family.father] })
  })

  test('leaves out what stands in a summary', async () => {
    const month = today.subtract({ days: 2 }).with({ day: 1 })
    const words = (await offers(family.lead)).map(one => one.words)
    expect(words.includes('The second talk')).toBe(false)
    if (month.equals(thisMonth)) expect(words).not.toContain('The third talk')
  })

  test('is nothing for a stranger', async () => {
    expect(await offers(await record.makers.worker())).toEqual([])
  })
})
