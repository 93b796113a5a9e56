import { expect, test } from 'vitest'
import { idOf } from './idOf.ts'
import { mayAdd, mayChange, mayDecide, mayRead } from './oracle.ts'
import { area, asClass, colleague, county, live, me, NOW, sam, team } from './smallCounty.ts'
import type { Row, World } from './world.ts'

const [school, otherSchool] = [1, 2].map(at => idOf(1, 'organisation', at)) as [
  World['organisations'][number]['id'],
  World['organisations'][number]['id'],
]
const organisations = [school, otherSchool].map(id => ({ id, kind: 'school' }))
const post = (role: string, workerId = me) => ({ workerId, teamId: team, areaId: null, role, ...live })
const session: Row = {
  ...{ table: 'lead_supervision', personIds: [], originatorId: school },
  ...{ authorId: me, workerId: colleague },
}
const action: Row = { ...session, table: 'lead_supervision_action' }
const leads = (facts: Partial<World> = {}, lead: Partial<World['workers'][number]> = {}) => {
  const world = county({ organisations, ...facts })
  const workers = world.workers.map(one =>
    one.id === colleague ? { ...one, organisationId: school, ...lead } : one,
  )
  return { ...world, workers }
}

test('supervision of a safeguarding lead is read by the lead, who gave it, and who carries it on in such a post', () => {
  const theirs = { ...session, authorId: idOf(1, 'worker', 7) }
  expect([mayRead(leads(), me, session), mayRead(leads(), me, theirs)]).toEqual([true, false])
  expect(mayRead(leads(), me, { ...theirs, workerId: me })).toBe(true)
  const given = { leadSessions: [{ schoolId: school, leadId: colleague, supervisorId: me }] }
  const carries = { ...given, posts: [post('team_manager')] }
  expect([mayRead(leads(carries), me, theirs), mayRead(leads(given), me, theirs)]).toEqual([true, false])
  expect(mayRead(leads(carries), me, { ...theirs, originatorId: otherSchool })).toBe(false)
  expect(mayDecide(leads(carries), me, { ...action, authorId: theirs.authorId })).toBe(true)
  expect(mayRead(asClass(leads(carries), { class: 'director' }), me, session)).toBe(false)
})

test('a session is given by somebody of such a post, to a lead of that school in post, and stands', () => {
  const lead = post('designated_safeguarding_lead', colleague)
  const leader = { ...post('service_leader'), teamId: null, areaId: area }
  for (const own of [post('senior_social_worker'), leader]) {
    const world = leads({ posts: [own, lead] })
    expect([mayAdd(world, me, session), mayAdd(world, me, action)]).toEqual([true, true])
    expect([mayChange(world, me, session), mayDecide(world, me, session)]).toEqual([false, false])
  }
  const own = post('senior_social_worker')
  expect(mayAdd(leads({ posts: [post('social_worker'), lead] }), me, session)).toBe(false)
  expect(mayAdd(leads({ posts: [own] }), me, session)).toBe(false)
  expect(mayAdd(leads({ posts: [own, lead] }, { organisationId: otherSchool }), me, session)).toBe(false)
  expect(mayAdd(leads({ posts: [own, lead] }, { leftAt: NOW }), me, session)).toBe(false)
  expect(mayAdd(leads(), me, action)).toBe(false)
})

test('how a child attends is read with the summary and written by nobody', () => {
  const attends: Row = { table: 'school_attendance', personIds: [sam], authorId: me, originatorId: school }
  const working = leads({ involvements: [{ personId: sam, workerId: me, ...live }] })
  expect([mayRead(working, me, attends), mayRead(leads(), me, attends)]).toEqual([true, false])
  expect([mayAdd(working, me, attends), mayChange(working, me, attends)]).toEqual([false, false])
})

test('that a school sent a file is read and added by its leads in post', () => {
  const file: Row = { table: 'school_file', personIds: [], authorId: me, originatorId: school }
  const own = post('designated_safeguarding_lead') as World['posts'][number]
  const at = (organisationId: typeof school, posts: World['posts']) => {
    const world = leads({ posts })
    return { ...world, workers: world.workers.map(one => (one.id === me ? { ...one, organisationId } : one)) }
  }
  const world = at(school, [own])
  expect([mayRead(world, me, file), mayAdd(world, me, file)]).toEqual([true, true])
  expect(mayRead(at(otherSchool, [own]), me, file)).toBe(false)
  expect(mayRead(at(school, []), me, file)).toBe(false)
})
