import { beforeAll, expect, test } from 'vitest'
import type { CaseworkTables } from '#modules/casework'
import { registries } from '#modules/casework'
import { episodesOf } from '#modules/front-door'
import type { Actor } from '#platform/db'
import { makeUuid, type Uuid } from '#platform/ids'
import { testRecord } from '#test/record.ts'
import { lendRegistries } from '../casework/testing/lendRegistries.ts'
import { documentOf } from './document/documentOf.ts'
import { familyCopy } from './document/familyCopy.ts'
import { assessmentsModule } from './module.ts'
import { readJoint } from './queries/readJoint.ts'
import { readWhole } from './queries/readWhole.ts'
import {
  type AssessedFamily,
  askRoute,
  assessedFamily,
  contentOf,
  tellRow,
} from './testing/assessedFamily.ts'

const record = await testRecord()
const { makers } = record
const ask = askRoute(record.as, assessmentsModule.routes)
const url = '/assessments/:jointId/needs'
lendRegistries()
beforeAll(() => {
  registries.episodeSource = episodesOf
})

const today = Temporal.Now.plainDateISO('Europe/London')
const dated = (name: string) => ({
  [`${name}-day`]: String(today.day),
  [`${name}-month`]: String(today.month),
  [`${name}-year`]: String(today.year),
})

async function begun(family: AssessedFamily): Promise<Uuid> {
  const reply = await ask(family.worker, 'POST', '/people/:personId/assessments/new', {
    params: { personId: family.children[0] ?? '' },
    sent: { child: [...family.children], purpose: 'Are they safe at home?', ...dated('started') },
  })
  if (reply.kind !== 'redirect') throw new Error(JSON.stringify(reply))
  return reply.location.split('/').at(-1) as Uuid // /assessments/:jointId
}

const drinking = { kind: 'substance_misuse', description: 'Vodka at night', discipline: 'school' }
const add = (family: AssessedFamily, jointId: Uuid, about: readonly Uuid[]) =>
  ask(family.worker, 'POST', url, {
    params: { jointId },
    sent: { about: [...about], ...drinking, ...dated('noted') },
  })

const needsRead = (actor: Actor, personIds: readonly Uuid[]) =>
  record.as(actor, work =>
    work
      .db<CaseworkTables>()
      .selectFrom('need')
      .select(['person_id', 'adult_id', 'kind'])
      .where('person_id', 'in', personIds)
      .orderBy('person_id')
      .execute(),
  )

const write = (actor: Actor, personId: Uuid, adultId: Uuid) =>
  record.as(actor, work =>
    work
      .db<CaseworkTables>()
      .insertInto('need')
      .values({
        id: makeUuid(),
        person_id: personId,
        adult_id: adultId,
        kind: 'mental_health',
        noted_on: work.today,
        noted_by_discipline: 'social_work',
      })
      .execute(),
  )

test('a mother’s drinking is written once, stands with every child, and is in no copy for the family', async () => {
  const family = await assessedFamily(record)
  const jointId = await begun(family)
  expect(contentOf(await ask(family.worker, 'GET', url, { params: { jointId } }))).toContain('mother of')
  expect((await add(family, jointId, [family.adult])).kind).toBe('redirect')
  expect(await needsRead(family.worker, family.children)).toEqual(
    family.children.toSorted().map(person_id => ({
      person_id,
      adult_id: family.adult,
      kind: 'substance_misuse',
    })),
  )
  const page = contentOf(await ask(family.worker, 'GET', url, { params: { jointId } }))
  expect(page.match(/Vodka at night/g)).toHaveLength(1)
  await record.as(family.worker, async work => {
    const joint = await readJoint(work, jointId)
    if (!joint) throw new Error('The worker reads the assessment')
    const whole = await readWhole(work, joint)
    expect(JSON.stringify(documentOf(whole)).match(/Vodka at night/g)).toHaveLength(1)
    const [adult] = whole.adults
    const [child] = joint.children
    if (!adult || !child) throw new Error('The family has a mother and a child')
    for (const recipient of [
      { kind: 'adult', adult },
      { kind: 'child', child },
    ] as const)
      expect(JSON.stringify(familyCopy(whole, recipient, ['history', 'child_words'], []))).not.toContain(
        'Vodka',
      )
  })
})

test('whoever has the child’s summary or the adult alone reads the child’s need and not the parent’s', async () => {
  const family = await assessedFamily(record)
  const [child = family.adult] = family.children
  const jointId = await begun(family)
  await add(family, jointId, [child])
  await add(family, jointId, [family.adult])
  const school = await makers.worker()
  await makers.involvement({ personId: child, workerId: school.id })
  expect(await needsRead(school, family.children)).toEqual([
    { person_id: child, adult_id: null, kind: 'substance_misuse' },
  ])
  const clinic = await makers.worker()
  await makers.involvement({ personId: family.adult, workerId: clinic.id })
  expect(await needsRead(clinic, [...family.children, family.adult])).toEqual([])
  const officer = await makers.worker({ class: 'data_quality' })
  const codes = await record.as(officer, work =>
    work
      .db<CaseworkTables>()
      .selectFrom('need')
      .select(['person_id', 'kind'])
      .where('person_id', '=', child)
      .execute(),
  )
  expect(codes).toHaveLength(1)
})

test('refuses an adult of another family, one who has left, and a writer who only opened the record', async () => {
  const family = await assessedFamily(record)
  const [child = family.adult] = family.children
  const stranger = await assessedFamily(record)
  await expect(write(family.worker, child, stranger.adult)).rejects.toThrow(/row-level security/)
  const { adults } = await makers.family({ children: [], adults: 1 })
  const [former = family.adult] = adults
  await tellRow(record, 'family_member', {
    family_id: family.familyId,
    person_id: former,
    role: 'adult',
    started_on: '2024-01-01',
    ended_on: '2025-01-01',
  })
  await expect(write(family.worker, child, former)).rejects.toThrow(/row-level security/)
  const passer = await makers.worker()
  await makers.opening({ actorId: passer.id, subjectId: child })
  await expect(write(passer, child, family.adult)).rejects.toThrow(/row-level security/)
  await write(family.worker, child, family.adult)
  await write(family.manager, child, family.adult)
})

test('a restricted parent is not offered, and what stands of them is hidden', async () => {
  const family = await assessedFamily(record)
  const [child = family.adult] = family.children
  const jointId = await begun(family)
  await add(family, jointId, [family.adult])
  const director = await makers.worker({ class: 'director' })
  await makers.restriction({ subjectId: family.adult, members: [director.id] })
  expect(await needsRead(family.worker, family.children)).toEqual([])
  await expect(write(family.worker, child, family.adult)).rejects.toThrow(/row-level security/)
  const page = contentOf(await ask(family.worker, 'GET', url, { params: { jointId } }))
  expect(page).not.toContain('Vodka')
  expect(page).not.toContain(`value="${family.adult}"`)
})
