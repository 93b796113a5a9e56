import { expect, test } from 'vitest'
import { mayAdd, mayDecide, mayRead } from './oracle.ts'
import { asClass, colleague, county, lasting, live, me, sam, team } from './smallCounty.ts'
import type { World } from './world.ts'

const row = (table: string) => ({ table, personIds: [sam], teamId: team, authorId: me })
const reads = (world: World, ...tables: readonly string[]) =>
  tables.map(table => mayRead(world, me, row(table)))
const standing = ['protection_status', 'protection_change', 'protection_file_record']
const looked = ['protection_access', 'disclosure', 'disclosure_delivery']
const post = (role: string) => ({ workerId: me, teamId: team, areaId: null, role, ...live })
const sealed = { restrictions: [{ subjectId: sam, members: [colleague], ...lasting }] }

test('how a plan stands at the NHS goes with the summary, that it was opened and what others were told with the record', () => {
  const summary = county({ involvements: [{ personId: sam, workerId: me, ...live }] })
  expect(reads(summary, ...standing, ...looked)).toEqual([true, true, true, false, false, false])
  const held = { personId: sam, teamId: team, workerId: me, role: 'lead_social_worker' as const, ...live }
  expect(reads(county({ allocations: [held] }), ...looked)).toEqual([true, true, true])
  expect(mayAdd(county({ allocations: [held] }), me, row('protection_status'))).toBe(false)
})

test('what a file says is read by the posts of the team that sends it, unless a list keeps one in it from them', () => {
  for (const role of ['senior_social_worker', 'business_support'])
    expect(reads(county({ posts: [post(role)] }), 'protection_file_body')).toEqual([true])
  expect(reads(county({ posts: [post('social_worker')] }), 'protection_file_body')).toEqual([false])
  const kept = county({ posts: [post('team_manager')], ...sealed })
  expect(reads(kept, 'protection_file_body', 'protection_work')).toEqual([false, false])
})

test('what is to be done is closed by the team that answers for it, and by nobody else', () => {
  const summary = county({ involvements: [{ personId: sam, workerId: me, ...live }] })
  const closes = (world: World) => mayDecide(world, me, row('protection_work'))
  expect([closes(summary), ...reads(summary, 'protection_work')]).toEqual([false, true])
  expect(closes(county({ posts: [post('business_support')] }))).toBe(true)
})

test('a director reads that there are files and adds no answer', () => {
  const directs = asClass(county({ posts: [post('team_manager')] }), { class: 'director' })
  expect(reads(directs, 'protection_file', 'protection_message', 'protection_file_body')).toEqual([
    ...[true, true, false],
  ])
  expect(mayAdd(directs, me, row('protection_message'))).toBe(false)
  expect(mayAdd(county({ posts: [post('team_manager')] }), me, row('protection_message'))).toBe(true)
})
