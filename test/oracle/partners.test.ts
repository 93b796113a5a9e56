import { describe, expect, test } from 'vitest'
import { idOf } from './idOf.ts'
import { mayDecide, mayRead } from './oracle.ts'
import { asClass, colleague, county, lasting, live, me, sam, team, YESTERDAY } from './smallCounty.ts'
import type { PartnerNotice, PartnerReader } from './toldFromOutside.ts'
import type { World } from './world.ts'

const [police, school, otherSchool] = [1, 2, 3].map(at => idOf(1, 'organisation', at)) as [
  World['organisations'][number]['id'],
  World['organisations'][number]['id'],
  World['organisations'][number]['id'],
]
const organisations = [
  { id: police, kind: 'police' },
  { id: school, kind: 'school' },
  { id: otherSchool, kind: 'school' },
]
const nobody = { organisationId: null, teamId: null, workerId: null }
const atDoor: PartnerReader = { ...nobody, kind: 'front_door', teamId: team }
const told: PartnerNotice = {
  ...{ id: idOf(1, 'notice', 0), kind: 'encompass', personId: sam },
  ...{ organisationId: police, sentBy: me },
  ...{ isShared: false, teamAsked: team, isAnswered: false, readers: [atDoor] },
}
const post = (role: string) => ({ workerId: me, teamId: team, areaId: null, role, ...live })
const world = (notice: Partial<PartnerNotice>, facts: Partial<World>) =>
  county({ organisations, ...facts, partnerNotices: [{ ...told, ...notice }] })
const row = (table = 'partner_notice') => ({
  ...{ table, personIds: [], noticeId: told.id },
  ...{ readerKind: atDoor.kind, teamId: team },
})
const reads = (one: World, table?: string) => mayRead(one, me, row(table))
const sealed = { restrictions: [{ subjectId: sam, members: [colleague], ...lasting }] }
const leading = {
  allocations: [{ personId: sam, teamId: team, workerId: me, role: 'lead_social_worker', ...live } as const],
}

describe('what the police tell of a child', () => {
  test('is read by the front door, though a list keeps the child from it, and by who sent it', () => {
    const here = world({}, { ...sealed, posts: [post('social_worker')] })
    expect(reads(here)).toBe(true)
    const theirs = asClass(world({}, {}), { organisationId: police })
    expect([reads(theirs), reads(theirs, 'partner_notice_reader')]).toEqual([true, false])
    expect(reads(asClass(theirs, { class: 'director' }))).toBe(false)
    expect(reads(world({}, {}))).toBe(false)
  })

  test('goes with the record by Operation Encompass, as a notification once its sender says so, of MARAC never', () => {
    expect(reads(world({}, leading))).toBe(true)
    const notification = { kind: 'police_notification' } as const
    expect(reads(world(notification, leading))).toBe(false)
    expect(reads(world({ ...notification, isShared: true }, leading))).toBe(true)
    expect(reads(world({ kind: 'marac', isShared: true }, leading))).toBe(false)
  })

  test('is matched with somebody for whoever has the record, where the notice itself goes there', () => {
    const match = { ...row('partner_notice_match'), personIds: [sam] }
    const matched = (notice: Partial<PartnerNotice>) => mayRead(world(notice, leading), me, match)
    expect([matched({}), matched({ kind: 'marac' }), matched({ kind: 'school_concern' })]).toEqual([
      ...[true, false, false],
    ])
    expect(mayRead(world({}, { posts: [post('social_worker')] }), me, match)).toBe(false)
  })

  test('is let go further by its sender alone', () => {
    const notification = world({ kind: 'police_notification' }, { posts: [post('team_manager')] })
    expect(mayDecide(notification, me, row())).toBe(false)
    expect(mayDecide(asClass(notification, { organisationId: police }), me, row())).toBe(true)
    const other = world({ kind: 'police_notification', sentBy: colleague }, {})
    expect(mayDecide(asClass(other, { organisationId: police }), me, row())).toBe(false)
  })

  test('shows to one whom a manager named, unless a list keeps the child from them', () => {
    const marac = { kind: 'marac', readers: [{ ...nobody, kind: 'named', workerId: me }] } as const
    expect(reads(world(marac, {}))).toBe(true)
    expect(reads(world(marac, sealed))).toBe(false)
  })
})

test('a safeguarding lead reads what their school is told while the child is on its roll', () => {
  const readers = [{ ...nobody, kind: 'school' as const, organisationId: school }]
  const leads = { posts: [post('designated_safeguarding_lead')] }
  const of = (organisationId: typeof school, facts: Partial<World> = {}) =>
    reads(asClass(world({ readers }, { ...leads, ...facts }), { organisationId }))
  expect([of(school), of(otherSchool), of(school, { posts: [] }), of(school, sealed)]).toEqual([
    ...[true, false, false, false],
  ])
  const workers = [...county({}).workers, { id: idOf(1, 'worker', 2), class: 'practitioner', leftAt: null }]
  const roll = (at: typeof school) => ({
    workers: workers.map((one, place) =>
      place === 2 ? { ...one, organisationId: at } : one,
    ) as World['workers'],
    involvements: [{ personId: sam, workerId: idOf(1, 'worker', 2), ...live }],
  })
  expect([of(school, roll(school)), of(school, roll(otherSchool))]).toEqual([true, false])
  const left = (at: typeof school) => ({
    ...roll(at),
    involvements: [{ personId: sam, workerId: idOf(1, 'worker', 2), ...live, endedOn: YESTERDAY }],
  })
  expect([of(school, left(school)), of(school, left(otherSchool))]).toEqual([false, true])
})
