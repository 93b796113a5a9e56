import { hasEntry } from './hasEntry.ts'
import { idOf } from './idOf.ts'
import { mayAdd, mayRead } from './oracle.ts'
import { ask } from './question.ts'
import type { Row, World } from './world.ts'

/** Half past eleven on a summer morning in London. */
export const NOW = Temporal.Instant.from('2026-06-17T10:30:00Z')
export const TODAY = Temporal.PlainDate.from('2026-06-17')
export const YESTERDAY = TODAY.subtract({ days: 1 })
export const TOMORROW = TODAY.add({ days: 1 })

export const me = idOf(1, 'worker', 0)
export const colleague = idOf(1, 'worker', 1)
/** Sam and Ria are children of one family, their mother its adult; Kai is a child of another. */
export const sam = idOf(1, 'person', 0)
export const ria = idOf(1, 'person', 1)
export const mother = idOf(1, 'person', 2)
export const kai = idOf(1, 'person', 3)
export const family = idOf(1, 'family', 0)
export const otherFamily = idOf(1, 'family', 1)
export const team = idOf(1, 'team', 0)
export const dutyTeam = idOf(1, 'team', 1)
export const area = idOf(1, 'area', 0)

/** Since long ago and without an end. */
export const live = { startedOn: TODAY.subtract({ days: 200 }), endedOn: null }
/** From an hour ago for a day. */
export const open = { openedAt: NOW.subtract({ hours: 1 }), endsAt: NOW.add({ hours: 23 }) }
export const lasting = { startsAt: NOW.subtract({ hours: 1 }), endsAt: NOW.add({ hours: 23 }) }

const quiet: World = {
  now: NOW,
  workers: [
    { id: me, class: 'practitioner', leftAt: null },
    { id: colleague, class: 'practitioner', leftAt: null },
  ],
  teams: [
    { id: team, areaId: area, kind: 'family_safeguarding' },
    { id: dutyTeam, areaId: null, kind: 'duty' },
  ],
  posts: [],
  shifts: [],
  people: [sam, ria, mother, kai].map(id => ({
    id,
    createdBy: null,
    createdAt: NOW.subtract({ hours: 9999 }),
  })),
  familyMembers: [
    { familyId: family, personId: sam, role: 'child', ...live },
    { familyId: family, personId: ria, role: 'child', ...live },
    { familyId: family, personId: mother, role: 'adult', ...live },
    { familyId: otherFamily, personId: kai, role: 'child', ...live },
  ],
  allocations: [],
  involvements: [],
  protectionLeads: [],
  strands: [],
  openings: [],
  restrictions: [],
  conflicts: [],
  contacts: [],
  meetings: [],
  walls: [],
  transfers: [],
  attendances: [],
  organisations: [],
  partnerNotices: [],
  leadSessions: [],
}

/** @returns a county in which nobody has anything to do with anybody, but for what is given. */
export function county(facts: Partial<World>): World {
  return { ...quiet, ...facts }
}

/** @returns the same county with this worker of another class, or gone. */
export function asClass(world: World, change: Partial<World['workers'][number]>): World {
  return { ...world, workers: world.workers.map(one => (one.id === me ? { ...one, ...change } : one)) }
}

/** @returns what `me` may do about one person, as "A2 B2 B2S C3 +A2 +B2": classes read, then with a plus classes written. */
export function seen(world: World, personId: World['people'][number]['id'], workerId = me): string {
  const row = (table: string): Row => ({ table, personIds: [personId] })
  const parts = [
    mayRead(world, workerId, row('alert')) && 'A2',
    mayRead(world, workerId, row('significant_event')) && 'B2',
    mayRead(world, workerId, row('clock')) && 'B2S',
    mayRead(world, workerId, { ...row('person_address'), isConfidential: true }) && 'C3',
    mayAdd(world, workerId, row('alert')) && '+A2',
    mayAdd(world, workerId, row('significant_event')) && '+B2',
  ]
  return parts.filter(part => part !== false).join(' ')
}

/** @returns what `me` has of the team's work (C1) with one person: "C1 +C1". */
export function shares(world: World, personId: World['people'][number]['id']): string {
  const question = ask(world, me, (_condition, holds) => holds)
  const has = (toWrite: boolean) => hasEntry(question, personId, { dataClass: 'C1', toWrite })
  return [has(false) && 'C1', has(true) && '+C1'].filter(part => part !== false).join(' ')
}
