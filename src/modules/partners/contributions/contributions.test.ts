import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Actor, Work } from '#platform/db'
import { makeUuid, type Uuid } from '#platform/ids'
import { testRecord } from '#test/record.ts'
import { registerModules } from '../../../main/modules.ts'
import { askPage, contentOf } from '../../casework/testing/askPage.ts'
import { openAgency } from '../testing/openAgency.ts'
import { contribute } from './commands/contribute.ts'
import { answerSource, askSource, letFamilyKnow, markContributionRead } from './commands/keepContribution.ts'
import { contributionNews } from './contributionNews.ts'
import { contributionWork } from './contributionWork.ts'
import { contributionRoutes } from './index.ts'
import { agencyTie } from './queries/agencyTie.ts'
import { contributionsOf } from './queries/readContributions.ts'

const record = await testRecord()
registerModules()
const ask = askPage(record.as, contributionRoutes)
const stage = await openAgency(record)
const { nurse, colleague, worker, stranger } = stage
const path = '/people/:personId/contributions'

const sent = (worries: string) => ({ worries, goingWell: '', childSays: '', nextStep: 'I see her on Monday' })
const tellOf = (personId: Uuid, worries: string, actor: Actor = nurse) =>
  ask(actor, 'POST', `${path}/new`, { params: { personId }, sent: sent(worries) })
const read = (actor: Actor, personId: Uuid) => record.as(actor, work => contributionsOf(work, personId))
const first = async (personId: Uuid, actor: Actor = nurse) => {
  const [one] = await read(actor, personId)
  if (one === undefined) throw new Error('Nothing was told')
  return one
}
const telling =
  (personId: Uuid, more: object = {}) =>
  (work: Work) =>
    contribute(work, {
      ...{
        personId,
        organisationId: stage.trust,
        role: 'health_visitor',
        seenOn: null,
        goingWell: 'Eats well',
      },
      ...{ worries: null, childSays: null, nextStep: null, corrects: null, submission: makeUuid(), ...more },
    })

describe('a health visitor', () => {
  test('tells what she knows without opening the record, and sees that it was read', async () => {
    const personId = await stage.child()
    const form = contentOf(await ask(nurse, 'GET', `${path}/new`, { params: { personId } }))
    expect(form).toContain('The family is told only when you agree')
    expect(await tellOf(personId, 'Lost weight')).toMatchObject({ kind: 'redirect' })
    expect(contentOf(await ask(nurse, 'GET', path, { params: { personId } }))).toContain('Not read yet')
    const { id } = await first(personId)
    await ask(worker, 'POST', `${path}/:contributionId/read`, { params: { personId, contributionId: id } })
    expect((await first(personId)).readAt).not.toBeNull()
  })
  test('is told what to do about an empty form, which keeps nothing', async () => {
    const personId = await stage.child()
    const reply = await ask(nurse, 'POST', `${path}/new`, { params: { personId }, sent: {} })
    expect(contentOf(reply)).toContain('Fill in at least one of the four texts')
    const late = { ...sent('x'), 'seenOn-day': '1', 'seenOn-month': '1', 'seenOn-year': '2999' }
    const wrong = await ask(nurse, 'POST', `${path}/new`, { params: { personId }, sent: late })
    expect(contentOf(wrong)).toContain('must be today or before')
    expect(await read(nurse, personId)).toEqual([])
  })
  test('tells once, however often the form is sent', async () => {
    const personId = await stage.child()
    const submission = makeUuid()
    expect(await record.as(nurse, telling(personId, { submission }))).toBe(true)
    expect(await record.as(nurse, telling(personId, { submission }))).toBe(false)
    expect(await read(nurse, personId)).toHaveLength(1)
  })
  test('tells on the last day of her work with the child too', async () => {
    const personId = await stage.child()
    await stage.tell(
      sql`update involvement set ended_on = (now() at time zone 'Europe/London')::date where person_id = ${personId}`,
    )
    expect(await record.as(nurse, telling(personId))).toBe(true)
  })
  test('keeps her own words when her work with the child ends, and tells no more', async () => {
    const personId = await stage.child()
    await tellOf(personId, 'Lost weight')
    await stage.end(personId, nurse.id)
    expect(await record.as(nurse, work => agencyTie(work, personId))).toBeNull()
    expect(await tellOf(personId, 'Again')).toEqual({ kind: 'not_found' })
    await expect(record.as(nurse, telling(personId))).rejects.toThrow('row-level security')
    expect(await read(nurse, personId)).toHaveLength(1)
  })
})

describe('who reads it', () => {
  let personId: Uuid
  beforeAll(async () => {
    personId = await stage.child()
    await tellOf(personId, 'Lost weight')
  })
  test('the holder of the case, with its source, and nobody without a tie', async () => {
    const [one] = await read(worker, personId)
    expect(one).toMatchObject({ worries: 'Lost weight', role: 'health_visitor', readAt: null })
    for (const actor of [stranger, colleague]) expect(await read(actor, personId)).toEqual([])
  })
  test('a colleague of the same agency while they work with the child too', async () => {
    await stage.involve(personId, colleague.id)
    expect(await read(colleague, personId)).toHaveLength(1)
    await stage.end(personId, colleague.id)
    expect(await read(colleague, personId)).toEqual([])
  })
  test('not somebody of another agency who works with the child', async () => {
    const { nurse: other } = await openAgency(record)
    await stage.involve(personId, other.id, 'school_nurse')
    expect(await read(other, personId)).toEqual([])
  })
  test('nobody, its author neither, of a child from whom they are kept', async () => {
    const hidden = await stage.child()
    await tellOf(hidden, 'Lost weight')
    await record.makers.restriction({ subjectId: hidden })
    for (const actor of [nurse, worker]) expect(await read(actor, hidden)).toEqual([])
  })
  test('stands on the holder’s own work until somebody has read it', async () => {
    const works = () => record.as(worker, work => contributionWork.items(work, worker.id))
    const mine = async () => (await works()).filter(item => item.personId === personId)
    expect(await mine()).toHaveLength(1)
    const { id } = await first(personId)
    await record.as(worker, work => markContributionRead(work, id))
    expect(await mine()).toEqual([])
  })
})

describe('what is wrong in it', () => {
  test('is asked of its source, who corrects it beside what stood, which answers the question', async () => {
    const personId = await stage.child()
    await tellOf(personId, 'Born in May')
    const one = await first(personId)
    expect(await record.as(worker, work => askSource(work, one, 'Was it not June?'))).toBe(true)
    expect(await record.as(worker, work => askSource(work, one, 'Again'))).toBe(false)
    const news = await record.as(nurse, work => contributionNews(work, [personId]))
    expect(news.get(personId)?.text).toBe('A correction is asked of you')
    const params = { personId, contributionId: one.id }
    const correct = (reason: string) =>
      ask(nurse, 'POST', `${path}/:contributionId/correct`, {
        params,
        sent: { ...sent('Born in June'), reason },
      })
    expect(contentOf(await correct(''))).toContain('Enter why it is corrected')
    expect(await correct('I looked again')).toMatchObject({ kind: 'redirect' })
    expect(await correct('Twice')).toEqual({ kind: 'not_found' })
    const [newest, before] = await read(worker, personId)
    expect(newest).toMatchObject({ worries: 'Born in June', correctsId: one.id })
    expect(before?.queries[0]).toMatchObject({ answer: 'Corrected' })
    const page = contentOf(await ask(worker, 'GET', path, { params: { personId } }))
    expect(page).toContain('What stood before')
  })
  test('stands when its source says why', async () => {
    const personId = await stage.child()
    await tellOf(personId, 'Born in May')
    const one = await first(personId)
    await record.as(worker, work => askSource(work, one, 'Was it not June?'))
    const [query] = (await first(personId)).queries
    const params = { personId, queryId: query?.id ?? '' }
    expect(contentOf(await ask(nurse, 'POST', `${path}/queries/:queryId`, { params }))).toContain(
      'Enter why it stands',
    )
    await ask(nurse, 'POST', `${path}/queries/:queryId`, { params, sent: { answer: 'The card says May' } })
    expect((await first(personId)).queries[0]).toMatchObject({ answer: 'The card says May' })
    expect(await record.as(nurse, work => answerSource(work, query?.id ?? one.id, 'Twice'))).toBe(false)
  })
  test('is changed by nobody else, and only its author says what the family may know', async () => {
    const personId = await stage.child()
    await tellOf(personId, 'Lost weight')
    const one = await first(personId)
    expect(await record.as(worker, work => letFamilyKnow(work, one.id, true))).toBe(false)
    const asWorker = { params: { personId, contributionId: one.id }, sent: { family: 'yes' } }
    expect(await ask(worker, 'POST', `${path}/:contributionId/family`, asWorker)).toEqual({
      kind: 'not_found',
    })
    await ask(nurse, 'POST', `${path}/:contributionId/family`, asWorker)
    expect((await first(personId)).familyMayKnow).toBe(true)
    const forged = telling(personId, { corrects: { id: one.id, reason: 'Not mine' } })
    await stage.involve(personId, colleague.id)
    expect(
      await ask(colleague, 'GET', `${path}/:contributionId/correct`, { params: asWorker.params }),
    ).toEqual({
      kind: 'not_found',
    })
    await expect(record.as(worker, forged)).rejects.toThrow('Its author alone')
    await expect(record.as(colleague, forged)).rejects.toThrow('Its author alone')
  })
})
