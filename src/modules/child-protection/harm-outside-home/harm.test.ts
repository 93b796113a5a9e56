import { beforeAll, describe, expect, test } from 'vitest'
import { openWithReason } from '#modules/access'
import { type Actor, serviceActor } from '#platform/db'
import { makeUuid, type Uuid } from '#platform/ids'
import { testRecord } from '#test/record.ts'
import { registerModules } from '../../../main/modules.ts'
import { askPage, contentOf } from '../../casework/testing/askPage.ts'
import { harmRoutes } from './harmRoutes.ts'
import { harmOf } from './queries/harmOf.ts'
import { networks, places } from './queries/shared.ts'

const record = await testRecord()
registerModules()
const { makers } = record
const ask = askPage(record.as, harmRoutes)
let teamId: Uuid
let worker: Actor
let other: Actor
let child: Uuid
let peer: Uuid

const day = (name: string) => ({ [`${name}-day`]: '3', [`${name}-month`]: '3', [`${name}-year`]: '2025' })
const said = {
  role: 'at_risk',
  ...day('since'),
  source: 'school',
  certainty: 'likely',
  words: 'Seen with the others',
}
const tie = (actor: Actor, personId: Uuid, kind: string, sent: Record<string, unknown>) =>
  ask(actor, 'POST', '/people/:personId/harm/ties/new/:kind', { params: { personId, kind }, sent })
const page = async (actor: Actor, personId: Uuid) =>
  contentOf(await ask(actor, 'GET', '/people/:personId/harm', { params: { personId } }))
const networkIn = async (actor: Actor, name: string) => {
  const found = (await record.as(actor, networks)).find(one => one.name === name)
  if (found === undefined) throw new Error(`No network ${name}`)
  return found
}

beforeAll(async () => {
  teamId = await makers.team()
  ;[worker, other] = [await makers.worker(), await makers.worker()]
  child = await makers.person({ given: 'Sorrel', family: 'Madeup', born: '2010-01-01' })
  peer = await makers.person({ given: 'Bracken', family: 'Inventley', born: '2010-02-02' })
  await makers.allocation({ personId: child, teamId, workerId: worker.id })
  await makers.allocation({ personId: peer, teamId: await makers.team(), workerId: other.id })
})

describe('a network', () => {
  test('is shared by its reference, and tells nobody of ties that they may not see', async () => {
    expect(
      await tie(worker, child, 'network', { networkName: 'Riverside', networkKind: 'criminal', ...said }),
    ).toMatchObject({ kind: 'redirect' })
    const network = await networkIn(worker, 'Riverside')
    expect(await record.as(other, networks)).toEqual([])
    expect(contentOf(await tie(other, peer, 'network', { reference: 'ZZZZZZZZZZ', ...said }))).toContain(
      'No network has this reference',
    )
    expect(
      await tie(other, peer, 'network', {
        reference: network.reference.toLowerCase(),
        ...said,
        words: 'Chased by them',
      }),
    ).toMatchObject({ kind: 'redirect' })
    const params = { networkId: network.id }
    const seen = async (actor: Actor) =>
      contentOf(await ask(actor, 'GET', '/harm/networks/:networkId', { params }))
    const [mine, theirs] = [await seen(worker), await seen(other)]
    expect(mine).toContain('Sorrel')
    expect(mine).not.toMatch(/Bracken|Chased|2 ties/)
    expect(mine).toContain('1 ties around')
    expect(theirs).toContain('Bracken')
    expect(theirs).not.toMatch(/Sorrel|Seen with/)
    const list = await ask(worker, 'GET', '/harm', { query: { format: 'csv' } })
    expect(list.kind === 'csv' ? [...list.rows] : []).toEqual([
      ['Riverside', 'Criminal exploitation', expect.any(String), ''],
    ])
    expect(await ask(await makers.worker(), 'GET', '/harm/networks/:networkId', { params })).toEqual({
      kind: 'not_found',
    })
  })

  test('goes with the child who is restricted', async () => {
    const hidden = await makers.person({ born: '2011-01-01' })
    await makers.allocation({ personId: hidden, teamId, workerId: worker.id })
    await tie(worker, hidden, 'network', { networkName: 'Northgate', networkKind: 'sexual', ...said })
    const { id } = await networkIn(worker, 'Northgate')
    await makers.restriction({ subjectId: hidden })
    expect(await ask(worker, 'GET', '/harm/networks/:networkId', { params: { networkId: id } })).toEqual({
      kind: 'not_found',
    })
    expect((await record.as(worker, networks)).map(({ name }) => name)).toEqual(['Riverside'])
  })

  test('is renamed in the version that was opened, by who writes a child of it', async () => {
    const { id } = await networkIn(worker, 'Riverside')
    const send = (actor: Actor, name: string, version: string) =>
      ask(actor, 'POST', '/harm/networks/:networkId', {
        params: { networkId: id },
        sent: { name, kind: 'criminal', version },
      })
    expect(await send(await makers.worker(), 'Mine', '1')).toEqual({ kind: 'not_found' })
    expect(await send(worker, 'Riverside estate', '1')).toMatchObject({ kind: 'redirect' })
    const stale = await send(worker, 'Quayside', '1')
    expect(stale).toMatchObject({ status: 409 })
    expect(contentOf(stale)).toMatch(/Quayside[\s\S]*Riverside estate/)
  })
})

describe('a place', () => {
  const park = {
    placeName: 'Old quarry',
    placeKind: 'open_space',
    known: 'Unlit, and out of sight',
    placeRisk: 'high',
  }
  const at = { ...said, role: 'meets_at' }

  test('anybody can go to is known to who works with any child, and is referred to, not copied', async () => {
    expect(await tie(worker, child, 'place', { ...park, ...at })).toMatchObject({ kind: 'redirect' })
    const [known] = await record.as(other, places)
    expect(known?.name).toBe('Old quarry')
    expect(await tie(other, peer, 'place', { place: known?.id, ...at })).toMatchObject({ kind: 'redirect' })
    expect(await record.as(worker, places)).toHaveLength(1)
    const shown = contentOf(
      await ask(worker, 'GET', '/harm/places/:placeId', { params: { placeId: known?.id ?? '' } }),
    )
    expect(shown).toContain('Sorrel')
    expect(shown).not.toContain('Bracken')
    expect(await record.as(await makers.worker(), places)).toEqual([])
  })

  test('that is a private address is known through a child alone', async () => {
    await tie(worker, child, 'place', {
      ...park,
      placeName: 'Flat above the shop',
      placeKind: 'address',
      ...at,
    })
    expect((await record.as(worker, places)).map(({ name }) => name)).toContain('Flat above the shop')
    expect((await record.as(other, places)).map(({ name }) => name)).not.toContain('Flat above the shop')
  })

  test('needs what makes it a risk', async () => {
    const refused = contentOf(await tie(worker, child, 'place', { placeName: 'Somewhere', ...at }))
    for (const message of [
      'Select what kind of place it is',
      'Enter what makes it a risk',
      'Select how great the risk is there',
    ])
      expect(refused).toContain(message)
    expect(refused).toContain('Somewhere')
  })
})

describe('people', () => {
  test('an adult who is a risk is named to who holds the child, and to nobody who opened the record', async () => {
    const sent = {
      adultName: 'A man called Tee',
      ...said,
      role: 'suspected_of_harm',
      source: 'police',
      certainty: 'suspected',
    }
    expect(await tie(worker, child, 'adult', sent)).toMatchObject({ kind: 'redirect' })
    expect(await page(worker, child)).toContain('A man called Tee')
    const opener = await makers.worker()
    await record.as(opener, work =>
      openWithReason(work, {
        personId: child,
        code: 'check_before_visit',
        reason: 'I visit the family tomorrow',
      }),
    )
    const opened = await page(opener, child)
    expect(opened).toContain('Riverside')
    expect(opened).not.toContain('Tee')
  })

  test('another child is tied to only by who reads both, and shows to those alone', async () => {
    const sent = { peer, ...said, role: 'friends' }
    expect(contentOf(await tie(worker, child, 'peer', sent))).toContain('Select the other child')
    const sibling = await makers.person({ given: 'Teasel', family: 'Madeup', born: '2012-01-01' })
    await makers.allocation({ personId: sibling, teamId, workerId: worker.id })
    expect(await tie(worker, child, 'peer', { ...sent, peer: sibling })).toMatchObject({ kind: 'redirect' })
    expect(await page(worker, child)).toContain('Teasel')
    await makers.restriction({ subjectId: sibling })
    expect(await page(worker, child)).not.toContain('Teasel')
  })
})

describe('concern and risk', () => {
  test('a concern stands once of a kind, and ends with its reason', async () => {
    const sent = {
      kind: 'criminal',
      ...day('noted'),
      source: 'police',
      words: 'Found with a second telephone',
    }
    const params = { personId: child }
    const add = () => ask(worker, 'POST', '/people/:personId/harm/concerns/new', { params, sent })
    expect(await add()).toMatchObject({ kind: 'redirect' })
    expect(contentOf(await add())).toContain('stands already')
    const [concern] = (await record.as(worker, work => harmOf(work, [child]))).concerns
    const end = {
      params: { ...params, concernId: concern?.id ?? '' },
      sent: { reason: 'It was a brother’s', version: '1' },
    }
    expect(await ask(worker, 'POST', '/people/:personId/harm/concerns/:concernId/end', end)).toMatchObject({
      kind: 'redirect',
    })
    expect(await ask(worker, 'POST', '/people/:personId/harm/concerns/:concernId/end', end)).toEqual({
      kind: 'not_found',
    })
    expect(await page(worker, child)).toContain('It was a brother’s')
  })

  test('the authority’s own kinds stand beside the usual ones', async () => {
    await record.as(serviceActor('storyteller'), work =>
      work
        .db<Record<string, Record<string, unknown>>>()
        .insertInto('setting')
        .values({ id: makeUuid(), key: 'harm.kinds', value: JSON.stringify({ own_1: 'Cuckooing' }) })
        .execute(),
    )
    expect(
      contentOf(
        await ask(worker, 'GET', '/people/:personId/harm/concerns/new', { params: { personId: child } }),
      ),
    ).toContain('Cuckooing')
  })

  test('a risk needs a day to look again, and the last stands beside those before', async () => {
    const url = '/people/:personId/harm/assessments/new'
    const params = { personId: child }
    const sent = {
      ...day('assessed'),
      kinds: ['criminal'],
      indicators: ['debts', 'missing'],
      level: 'moderate',
      reasons: 'Owes money to older boys',
    }
    expect(contentOf(await ask(worker, 'POST', url, { params, sent }))).toContain(
      'Enter when to look at it again',
    )
    const review = { 'review-day': '3', 'review-month': '4', 'review-year': '2025' }
    expect(await ask(worker, 'POST', url, { params, sent: { ...sent, ...review } })).toMatchObject({
      kind: 'redirect',
    })
    const shown = await page(worker, child)
    expect(shown).toMatch(/Moderate[\s\S]*Debts, or threats[\s\S]*overdue/)
  })

  test('a safety action stands in the plan', async () => {
    const params = { personId: child }
    const url = '/people/:personId/harm/actions/new'
    expect(await ask(worker, 'GET', url, { params })).toEqual({ kind: 'not_found' })
    const outcome = makeUuid()
    await record.as(serviceActor('storyteller'), work =>
      work
        .db<Record<string, Record<string, unknown>>>()
        .insertInto('plan_outcome')
        .values({
          id: outcome,
          person_id: child,
          plan_kind: 'cin_plan',
          plan_id: makeUuid(),
          outcome: 'Sorrel is safe after school',
        })
        .execute(),
    )
    const sent = { outcome, what: 'Met at the gate each day', owner: `worker:${worker.id}`, ...day('due') }
    expect(await ask(worker, 'POST', url, { params, sent })).toMatchObject({ kind: 'redirect' })
    expect(await page(worker, child)).toContain('Met at the gate each day')
  })
})

test('somebody else’s child, a restricted child and nobody answer alike', async () => {
  const asked = (actor: Actor, personId: Uuid) =>
    ask(actor, 'GET', '/people/:personId/harm', { params: { personId } })
  expect(await asked(other, child)).toEqual({ kind: 'not_found' })
  expect(await asked(worker, makeUuid())).toEqual({ kind: 'not_found' })
  await makers.restriction({ subjectId: child })
  expect(await asked(worker, child)).toEqual({ kind: 'not_found' })
})
