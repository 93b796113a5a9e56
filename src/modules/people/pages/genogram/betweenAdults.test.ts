import { beforeAll, describe, expect, test } from 'vitest'
import { type Actor, serviceActor, type Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import { testRecord } from '#test/record.ts'
import { expectTagged } from '#test/taggedPdf.ts'
import type { PeopleTables } from '../../tables.ts'
import { type Asked, askRoute, pageOf } from '../../testing/askRoute.ts'

const record = await testRecord()
const { makers } = record
let worker: Actor
let health: Actor
let stranger: Actor
let mother: Uuid
let father: Uuid
let twins: readonly [Uuid, Uuid]
let path: string

const ask = (asked: Asked, actor = worker) => record.as(actor, work => askRoute(work, asked))
const tell = <R>(fn: (work: Work) => Promise<R>) => record.as(serviceActor('storyteller'), fn)
const post = (url: string, sent: Record<string, string>, actor = worker) =>
  ask({ method: 'POST', path: url, sent }, actor)
const drawn = async (actor = worker, query = '?opinions=yes') =>
  pageOf(await ask({ path: `${path}${query}` }, actor))
const day = (name: string, at: string) => {
  const [year = '', month = '', dayOf = ''] = at.split('-')
  return { [`${name}-day`]: dayOf, [`${name}-month`]: month, [`${name}-year`]: year }
}
const form = (part: string, rowId = '') => `/people/${twins[0]}/details/${part}${rowId}`
const rowOf = (page: string, part: string) => new RegExp(`details/${part}(/[0-9a-f-]{36})`).exec(page)?.[1]
const versionOf = (page: string) => /name="recorded_from" value="([^"]+)"/.exec(page)?.[1] ?? ''

beforeAll(async () => {
  ;[worker, health, stranger] = [await makers.worker(), await makers.worker(), await makers.worker()]
  const teamId = await makers.team()
  mother = await makers.person({ given: 'Orla', family: 'Twyford', born: '1990-01-01' })
  father = await makers.person({ given: 'Ned', family: 'Twyford', born: '1989-01-01' })
  const born = { family: 'Twyford', born: '2019-03-01' }
  twins = [await makers.person({ given: 'Ada', ...born }), await makers.person({ given: 'Ivo', ...born })]
  const { familyId } = await makers.family({ children: [...twins], adults: [mother, father] })
  path = `/families/${familyId}/genogram`
  await tell(work =>
    work.db<PeopleTables>().updateTable('person').set({ sex: 'M' }).where('id', '=', father).execute(),
  )
  await makers.allocation({ personId: twins[0], teamId, workerId: worker.id })
  await makers.involvement({ personId: twins[0], workerId: health.id })
  const relate = (of: Uuid, kind: string, other_id: Uuid) =>
    post(`/people/${of}/details/relationship`, { kind, other_id })
  for (const child of twins) {
    expect(await relate(mother, 'mother', child)).toMatchObject({ kind: 'redirect' })
    expect(await relate(father, 'father', child)).toMatchObject({ kind: 'redirect' })
  }
  expect(await relate(twins[0], 'twin', twins[1])).toMatchObject({ kind: 'redirect' })
})

describe('how two adults stand with one another', () => {
  const opinion = () => ({
    adult_id: mother,
    other_adult_id: father,
    quality: 'conflict',
    remark: 'Shouting at each handover',
    ...day('noted_on', '2026-02-01'),
  })

  test('is refused without two different adults, and keeps what was typed', async () => {
    const twice = await post(form('adults'), { ...opinion(), other_adult_id: mother })
    expect(twice).toMatchObject({ kind: 'page', status: 422 })
    expect(pageOf(twice)).toContain('Select two different adults')
    expect(pageOf(twice)).toContain('Shouting at each handover')
    const ofChild = await post(form('adults'), { ...opinion(), adult_id: twins[1] })
    expect(pageOf(ofChild)).toContain('Select the first of the two adults')
  })

  test('stands in the record of a child, is drawn when asked for and told with its author and day', async () => {
    const saved = await post(form('adults'), opinion())
    expect(saved).toMatchObject({ kind: 'redirect', location: `${path}?opinions=yes` })
    expect(await drawn(worker, '')).not.toMatch(/data-quality|Shouting/)
    const page = await drawn()
    expect(page).toContain('data-quality="conflict"')
    expect(page).toMatch(
      /Orla Twyford and Ned Twyford: in conflict\. Shouting[\s\S]*Worker Madeup\d+, 1 February 2026/,
    )
    expect(await drawn(worker, '?opinions=yes&on=2026-01-31')).not.toContain('data-quality')
  })

  test('is not read by who has the summary, nor opened to who does not hold the child', async () => {
    expect(await drawn(health)).not.toMatch(/data-quality|Shouting/)
    expect(await ask({ path: form('adults') }, health)).toMatchObject({ kind: 'forbidden' })
    expect(await ask({ path: form('adults') }, stranger)).toEqual({ kind: 'not_found' })
    await makers.opening({ actorId: stranger.id, subjectId: twins[0] })
    expect(await drawn(stranger)).toContain('data-quality="conflict"')
    expect(await ask({ path: form('adults') }, stranger)).toMatchObject({ kind: 'forbidden' })
    expect(await post(form('adults'), opinion(), stranger)).toMatchObject({ kind: 'forbidden' })
  })

  test('is ended by its form, which says whom it is about; a stale one shows both texts', async () => {
    const row = rowOf(await drawn(), 'adults')
    const url = form('adults', row)
    const opened = pageOf(await ask({ path: url }))
    expect(opened).toMatch(/How does[\s\S]*Orla Twyford[\s\S]*stand with[\s\S]*Ned Twyford/)
    expect(opened).not.toContain('name="adult_id"')
    const recorded_from = versionOf(opened)
    const { adult_id: _one, other_adult_id: _other, ...words } = opinion()
    const mended = { ...words, recorded_from, remark: 'Only at handover' }
    expect(await post(url, mended)).toMatchObject({ kind: 'redirect' })
    const stale = await post(url, { ...words, recorded_from, ...day('ended_on', '2026-03-01') })
    expect(stale).toMatchObject({ kind: 'page', status: 409 })
    expect(pageOf(stale)).toMatch(/Shouting at each handover[\s\S]*Only at handover/)
    const again = versionOf(pageOf(stale))
    expect(
      await post(url, { ...words, recorded_from: again, ...day('ended_on', '2026-03-01') }),
    ).toMatchObject({ kind: 'redirect' })
    expect(await drawn()).not.toContain('data-quality')
    expect(await drawn(worker, '?opinions=yes&on=2026-02-15')).toContain('data-quality="conflict"')
  })

  test('is ended of an adult who has left the family', async () => {
    expect(await post(form('adults'), { ...opinion(), quality: 'distant' })).toMatchObject({
      kind: 'redirect',
    })
    const url = form('adults', rowOf(await drawn(), 'adults'))
    await tell(work =>
      work
        .db<PeopleTables>()
        .updateTable('family_member')
        .set({ ended_on: work.today.subtract({ days: 1 }) })
        .where('person_id', '=', father)
        .execute(),
    )
    const recorded_from = versionOf(pageOf(await ask({ path: url })))
    const { adult_id: _one, other_adult_id: _other, ...words } = opinion()
    expect(await post(url, { ...words, recorded_from, ...day('ended_on', '2026-03-01') })).toMatchObject({
      kind: 'redirect',
    })
  })
})

describe('a pregnancy that ended', () => {
  const ended = () => ({
    mother_id: mother,
    kind: 'miscarriage',
    'ended_on-month': '6',
    'ended_on-year': '2016',
    source: 'Orla, at home',
  })

  test('is refused without a date or with the sex of a miscarriage', async () => {
    const none = pageOf(
      await post(form('pregnancy'), { ...ended(), 'ended_on-month': '', 'ended_on-year': '' }),
    )
    expect(none).toContain('Enter when the pregnancy ended, or the year alone')
    expect(none).toContain('Orla, at home')
    const sexed = pageOf(await post(form('pregnancy'), { ...ended(), sex: 'F' }))
    expect(sexed).toContain('A sex is kept of a stillborn child only')
    const his = pageOf(await post(form('pregnancy'), { ...ended(), mother_id: father }))
    expect(his).toContain('Select whose pregnancy it was')
  })

  test('is drawn and told only when asked for, no more exactly than it is known', async () => {
    expect(await post(form('pregnancy'), ended())).toMatchObject({ kind: 'redirect' })
    expect(await drawn(worker, '')).not.toMatch(/data-pregnancy|miscarriage/i)
    const page = await drawn()
    expect(page).toContain('data-pregnancy="miscarriage"')
    expect(page).toMatch(/Orla Twyford: miscarriage, June 2016 \(Worker Madeup\d+\)\. Orla, at home/)
    expect(await drawn(worker, '?opinions=yes&on=2016-05-31')).not.toContain('data-pregnancy')
    expect(await drawn(health)).not.toMatch(/data-pregnancy|miscarriage/i)
  })

  test('is withdrawn with a reason; the record as it was known before has it still', async () => {
    const before = await record.settled()
    expect(pageOf(await ask({ path: form('pregnancy') }))).not.toContain('To withdraw this')
    const url = form('pregnancy', rowOf(await drawn(), 'pregnancy'))
    const { mother_id: _mother, ...words } = ended()
    const sent = { ...words, recorded_from: versionOf(pageOf(await ask({ path: url }))) }
    expect(await post(url, { ...sent, withdrawn_why: 'It was her sister’s' })).toMatchObject({
      kind: 'redirect',
    })
    expect(await drawn()).not.toContain('data-pregnancy')
    const known = await record.as(worker, work => askRoute(work, { path: `${path}?opinions=yes` }), {
      knownAt: before,
    })
    expect(pageOf(known)).toContain('data-pregnancy="miscarriage"')
    expect(pageOf(known)).not.toContain('Change or withdraw')
  })
})

describe('twins', () => {
  test('are joined by a bar when they are identical, to who reads the record of both', async () => {
    const sent = { other_id: twins[1], likeness: 'identical', source: 'The midwife’s letter' }
    expect(await post(form('twins'), sent)).toMatchObject({ kind: 'redirect' })
    const page = await drawn()
    expect(page).toContain('data-mark="twins-identical"')
    expect(page).toMatch(/Ada Twyford and Ivo Twyford: identical \(.*\)\. The midwife/)
    expect(await drawn(worker, '')).not.toContain('data-mark="twins-identical"')
    expect(await drawn(health)).not.toContain('data-mark="twins-identical"')
    expect(await drawn(stranger)).not.toContain('data-mark="twins-identical"') // opened one of the two
  })

  test('print with everything else that is not for the family, and the print says so', async () => {
    await post(form('pregnancy'), {
      ...{ mother_id: mother, kind: 'stillbirth', sex: 'F' },
      ...day('ended_on', '2015-04-04'),
    })
    const pdf = await ask({ path: `${path}?format=pdf&opinions=yes` })
    if (pdf.kind !== 'print') throw new Error(pdf.kind)
    expectTagged(await pdf.make(), {
      title: 'Family drawing as at',
      says: [
        'not for the family',
        'Pregnancies that ended',
        'stillbirth of a girl',
        'Born together',
        'identical',
      ],
      tags: ['H2', 'Figure'],
    })
    const plain = await ask({ path: `${path}?format=svg` })
    expect(plain.kind === 'file' && new TextDecoder().decode(plain.bytes)).not.toMatch(
      /data-pregnancy|twins-identical/,
    )
  })

  test('are withdrawn with a reason', async () => {
    const url = form('twins', rowOf(await drawn(), 'twins'))
    const recorded_from = versionOf(pageOf(await ask({ path: url })))
    const sent = { likeness: 'identical', withdrawn_why: 'Another family’s letter', recorded_from }
    expect(await post(url, sent)).toMatchObject({ kind: 'redirect' })
    expect(await drawn()).not.toContain('twins-identical')
  })
})
