import fc from 'fast-check'
import { agencySketch } from './agencySketch.ts'
import { attendanceSketch } from './attendanceSketch.ts'
import { meetingSketch, wallSketch } from './meetingSketch.ts'
import { partnerSketch } from './partnerSketch.ts'
import { schoolSketch } from './schoolSketch.ts'
import { sessionSketch } from './sessionSketch.ts'
import { coverSketch, strandSketch } from './strandSketch.ts'

/** Whoever or whatever a sketch points at, counted round when there are fewer: so that a world can shrink. */
const index = fc.nat({ max: 15 })

/** Days before today on which a fact began and how long it lasted; mostly live, some over, some to come, some at the very edge. */
const dates = fc.record({
  begun: fc.oneof(
    { weight: 7, arbitrary: fc.integer({ min: 1, max: 400 }) },
    { weight: 2, arbitrary: fc.constant(0) },
    { weight: 1, arbitrary: fc.integer({ min: -30, max: -1 }) },
  ),
  lasted: fc.oneof(
    { weight: 6, arbitrary: fc.constant(null) },
    { weight: 3, arbitrary: fc.nat({ max: 420 }) },
    { weight: 1, arbitrary: fc.constant('to today' as const) },
    { weight: 1, arbitrary: fc.constant('to yesterday' as const) },
  ),
})

/** How many hours a span lasts. */
const length = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: 24, max: 60 }) },
  { weight: 1, arbitrary: fc.constant(null) }, // over an hour ago
)

/** Hours before now at which a span opened, and its length: never nearer than an hour to now, so that a slow run does not cross it. */
const span = fc.record({
  begun: fc.oneof(
    { weight: 5, arbitrary: fc.integer({ min: 1, max: 20 }) },
    { weight: 1, arbitrary: fc.integer({ min: -20, max: -2 }) },
  ),
  lasts: length,
})

/** The same of what counts from the moment that somebody says it: nobody says it ahead. */
const spanSoFar = fc.record({ begun: fc.integer({ min: 1, max: 20 }), lasts: length })

const worker = fc.record({
  class: fc.oneof(
    { weight: 7, arbitrary: fc.constant('practitioner' as const) },
    { weight: 4, arbitrary: fc.constantFrom('duty', 'duty', 'director', 'data_quality', 'administrator') },
  ),
  left: fc.oneof(
    { weight: 9, arbitrary: fc.constant(null) },
    { weight: 1, arbitrary: fc.constantFrom(-48, -2, 2, 48) }, // hours from now
  ),
})

const team = fc.record({
  area: fc.constantFrom(0, 0, 1, null),
  kind: fc.constantFrom('duty', 'front_door', 'family_safeguarding', 'family_help'),
})

const post = fc.record({
  worker: index,
  team: index,
  area: fc.constantFrom(0, 1),
  role: fc.constantFrom(
    'social_worker',
    'social_worker',
    'senior_social_worker',
    'team_manager',
    'duty_manager',
    'business_support',
    'service_leader',
    'mash_partner',
    'mental_health_practitioner', // gives nothing by itself
  ),
  dates,
})

const person = fc.record({
  family: index,
  role: fc.constantFrom('child' as const, 'child' as const, 'adult' as const),
  dates,
  creator: fc.option(index, { nil: null, freq: 2 }),
  /** Hours before now at which the record was made; a week has 168. */
  made: fc.oneof(fc.integer({ min: 1, max: 160 }), fc.constantFrom(167, 169, 200, 2000, -5)),
})

const membership = fc.record({
  person: index,
  family: index,
  role: fc.constantFrom('child' as const, 'child' as const, 'adult' as const),
  dates,
})

const allocation = fc.record({
  person: index,
  team: index,
  worker: fc.option(index, { nil: null, freq: 5 }),
  role: fc.constantFrom(
    'lead_social_worker',
    'co_worker',
    'lead_practitioner',
    'conference_chair',
    'queue',
    'queue',
  ),
  dates,
})

const opening = fc.record({
  actor: index,
  subject: index,
  kind: fc.constantFrom('break_glass', 'duty', 'director', 'reference'),
  span,
})

/** A restriction, and openings with or without a reference for the same person, so that they meet. */
const restriction = fc.record({
  subject: index,
  span,
  members: fc.array(index, { maxLength: 3 }),
  opener: fc.option(fc.record({ actor: index, span }), { nil: null, freq: 2 }),
})

const note = fc.record({
  author: index,
  people: fc.uniqueArray(index, { minLength: 1, maxLength: 3 }),
})

/** Somebody's wish to put a person into a family, a team, a worker's hands or on a note. */
const proposal = fc.record({
  person: index,
  family: index,
  role: fc.constantFrom('child' as const, 'adult' as const),
  team: index,
  worker: fc.option(index, { nil: null, freq: 2 }),
  allocation: fc.constantFrom('lead_social_worker', 'co_worker', 'lead_practitioner', 'conference_chair'),
  note: index,
})

/** Told to the front door: about whom, by whom, and whether it is decided. */
const contact = fc.record({
  team: index,
  creator: fc.option(index, { nil: null, freq: 3 }),
  /** Who contributes, decides and answers. */
  author: index,
  hours: fc.integer({ min: 1, max: 90 }),
  people: fc.uniqueArray(index, { maxLength: 2 }),
  removed: fc.option(index, { nil: null, freq: 2 }),
  isDecided: fc.constantFrom(false, false, true),
})

const transfer = fc.record({
  person: index,
  team: fc.option(index, { nil: null, freq: 5 }),
  author: index,
  hours: fc.integer({ min: 1, max: 90 }),
  isDecided: fc.constantFrom(false, false, true),
})

/** A paper about several people: what it is comes by its place. */
const paper = fc.record({
  author: index,
  people: fc.uniqueArray(index, { minLength: 1, maxLength: 3 }),
  about: index,
  isClosed: fc.constantFrom(false, false, true),
  isOfPlan: fc.boolean(),
})

const household = fc.record({ family: index, people: fc.uniqueArray(index, { maxLength: 3 }) })

/** A world in small numbers, before it has ids and dates. */
export const sketches = fc.record({
  /** Sets the ids apart, so that several worlds can lie in one database. */
  salt: fc.noShrink(fc.integer({ min: 1, max: 0x7fff_ffff })),
  families: fc.integer({ min: 3, max: 5 }),
  workers: fc.array(worker, { minLength: 8, maxLength: 14 }),
  teams: fc.array(team, { minLength: 3, maxLength: 5 }),
  posts: fc.array(post, { minLength: 7, maxLength: 18 }),
  people: fc.array(person, { minLength: 10, maxLength: 16 }),
  memberships: fc.array(membership, { maxLength: 5 }),
  allocations: fc.array(allocation, { minLength: 9, maxLength: 20 }),
  /** Some of them of whoever leads the child protection work, on days of its own. */
  involvements: fc.array(
    fc.record({ person: index, worker: index, dates, leads: fc.option(dates, { nil: null, freq: 2 }) }),
    { maxLength: 6 },
  ),
  /** Mostly of workers of class duty, whom alone a shift gives anything. */
  shifts: fc.array(fc.record({ worker: index, ofDuty: fc.constantFrom(true, true, false), span }), {
    maxLength: 6,
  }),
  openings: fc.array(opening, { maxLength: 6 }),
  restrictions: fc.array(restriction, { maxLength: 3 }),
  advice: fc.array(
    fc.record({
      author: index,
      people: fc.uniqueArray(index, { minLength: 1, maxLength: 2 }),
      readers: fc.uniqueArray(index, { minLength: 1, maxLength: 3 }),
    }),
    { minLength: 2, maxLength: 4 },
  ),
  conflicts: fc.array(fc.record({ worker: index, person: index, span: spanSoFar }), { maxLength: 3 }),
  contacts: fc.array(contact, { minLength: 2, maxLength: 4 }),
  meetings: fc.array(meetingSketch, { minLength: 3, maxLength: 5 }),
  walls: fc.array(wallSketch, { maxLength: 2 }),
  strands: fc.array(fc.record({ ...strandSketch, dates, inPost: dates }), { minLength: 5, maxLength: 9 }),
  sessions: fc.array(sessionSketch, { minLength: 4, maxLength: 7 }),
  covers: fc.array(coverSketch, { minLength: 1, maxLength: 4 }),
  /** Of the portal, in the matter of one or two. */
  accounts: fc.array(
    fc.record({
      of: index,
      children: fc.uniqueArray(index, { minLength: 1, maxLength: 2 }),
      hasChannel: fc.constantFrom(true, true, false),
    }),
    { minLength: 2, maxLength: 4 },
  ),
  transfers: fc.array(transfer, { minLength: 4, maxLength: 8 }),
  papers: fc.array(paper, { minLength: 5, maxLength: 9 }),
  notes: fc.array(note, { minLength: 4, maxLength: 9 }),
  proposals: fc.array(proposal, { minLength: 3, maxLength: 8 }),
  households: fc.array(household, { minLength: 1, maxLength: 3 }),
  /** For each table with a person of its own: whose rows it holds, taken in turn. */
  owners: fc.array(fc.uniqueArray(index, { minLength: 2, maxLength: 4 }), { minLength: 3, maxLength: 9 }),
  relationships: fc.array(fc.record({ from: index, to: index }), { minLength: 2, maxLength: 6 }),
  attendances: fc.array(fc.record({ ...attendanceSketch, inPost: dates }), { minLength: 2, maxLength: 2 }),
  notices: fc.array(fc.record({ ...partnerSketch, inPost: dates, atSchool: dates }), {
    minLength: 2,
    maxLength: 3,
  }),
  agencies: fc.array(fc.record({ ...agencySketch, dates, beside: dates }), { minLength: 2, maxLength: 3 }),
  schools: fc.array(fc.record({ ...schoolSketch, inPost: dates, asLead: dates }), {
    minLength: 2,
    maxLength: 3,
  }),
})

/** What `sketches` yields. */
export type Sketch = typeof sketches extends fc.Arbitrary<infer Value> ? Value : never
/** Dates of a sketch, in days before today. */
export type SketchDates = Sketch['posts'][number]['dates']
/** A span of a sketch, in hours before now. */
export type SketchSpan = Sketch['shifts'][number]['span']
