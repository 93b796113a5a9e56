import type { Uuid } from '#platform/ids'
import { idOf } from './idOf.ts'
import { personAt, teamAt, workerAt } from './placesInSketch.ts'
import type { Sketch } from './sketch.ts'
import { dated } from './sketchDates.ts'
import type { PartnerNotice } from './toldFromOutside.ts'
import type { World } from './world.ts'

const kinds = ['other', 'police', 'school', 'school', 'council'] as const
/** Whose worker each is, in turn. */
const turns = [0, 1, 2, 0, 3, 4, null] as const
const schools = [2, 3] as const
const senders = [1, 1, 2] as const

/** @returns the organisations of the world: of no kind that matters, the police, two schools, and the council. */
export function organisationsOf(sketch: Sketch): World['organisations'] {
  return kinds.map((kind, at) => ({ id: organisationAt(sketch, at), kind }))
}

/** @returns whose worker somebody is, or null for nobody's. */
export function employerOf(sketch: Sketch, at: number): Uuid | null {
  const turn = turns[at % turns.length]
  return turn == null ? null : organisationAt(sketch, turn)
}

/** @returns the organisation at this place, counted round. */
export const organisationAt = (sketch: Sketch, at: number): Uuid =>
  idOf(sketch.salt, 'organisation', at % kinds.length)

/** The police or a school; a school of its own concern. */
const senderOf = ({ kind, sender, school }: Sketch['notices'][number]): number =>
  kind === 'school_concern' ? schoolAt(school) : (senders[sender % senders.length] ?? 1)

/** @returns the place of this school among the organisations. */
export const schoolAt = (at: number): number => schools[at % schools.length] ?? 2

/** @returns what the police and schools told in the world of this sketch. */
export function partnerNoticesOf(sketch: Sketch): readonly PartnerNotice[] {
  return sketch.notices.map((one, at) => ({
    id: idOf(sketch.salt, 'notice', at),
    kind: one.kind,
    personId: one.person === null ? null : personAt(sketch, one.person),
    organisationId: organisationAt(sketch, senderOf(one)),
    sentBy: workerAt(sketch, sentBy(sketch, one)),
    isShared: one.isShared,
    teamAsked: teamAt(sketch, one.frontDoor),
    isAnswered: one.isAnswered,
    readers: readersOf(sketch, one),
  }))
}

function readersOf(sketch: Sketch, one: Sketch['notices'][number]): PartnerNotice['readers'] {
  const nobody = { organisationId: null, teamId: null, workerId: null }
  const frontDoor = { ...nobody, kind: 'front_door' as const, teamId: teamAt(sketch, one.frontDoor) }
  if (one.kind === 'police_notification' || one.kind === 'school_concern') return [frontDoor]
  if (one.kind === 'marac')
    return [frontDoor, { ...nobody, kind: 'named', workerId: workerAt(sketch, one.named) }]
  return [
    { ...nobody, kind: 'school', organisationId: organisationAt(sketch, schoolAt(one.school)) },
    one.school % 2 === 0
      ? frontDoor
      : { ...nobody, kind: 'home_education', teamId: teamAt(sketch, one.education) },
  ]
}

const atDoor = ['social_worker', 'senior_social_worker', 'team_manager', 'duty_manager', 'business_support']

const officers = ['social_worker', 'team_manager', 'family_help_practitioner']

/** Posts at the front door, of the education team and of safeguarding leads. */
export function postsOfTold(sketch: Sketch, today: Temporal.PlainDate): World['posts'] {
  return sketch.notices.flatMap((one, at) => {
    const post = (place: number, worker: number, team: number, role: string) => ({
      id: idOf(sketch.salt, 'reader', 100 + at * 10 + place),
      ...{ workerId: workerAt(sketch, worker), teamId: teamAt(sketch, team), areaId: null, role },
      ...dated(one.inPost, today),
    })
    return [
      post(0, one.atDoor, one.frontDoor, atDoor[one.role % atDoor.length] ?? 'social_worker'),
      post(1, one.officer, one.education, officers[one.role % officers.length] ?? 'social_worker'),
      post(2, ofSchool(sketch, one.school, one.lead), one.education, 'designated_safeguarding_lead'),
    ]
  })
}

/** Who works with the child from a school. */
export function rollOf(sketch: Sketch, today: Temporal.PlainDate): World['involvements'] {
  return sketch.notices.flatMap(({ person, onRoll, lead, atSchool }) =>
    person === null || onRoll === null
      ? []
      : {
          personId: personAt(sketch, person),
          workerId: workerAt(sketch, ofSchool(sketch, onRoll, lead)),
          ...dated(atSchool, today),
        },
  )
}

/** Mostly somebody of the organisation that sends. */
function sentBy(sketch: Sketch, one: Sketch['notices'][number]): number {
  return one.onRoll === 0 ? one.lead : ofOrganisation(sketch, senderOf(one), one.lead)
}

/** @returns the place of somebody of this school, or of anybody where it has nobody. */
export function ofSchool(sketch: Sketch, school: number, at: number): number {
  return ofOrganisation(sketch, schoolAt(school), at)
}

/** @returns likewise of any organisation. */
export function ofOrganisation(sketch: Sketch, organisation: number, at: number): number {
  const own = sketch.workers
    .map((_worker, place) => place)
    .filter(place => turns[place % turns.length] === organisation)
  return own[at % own.length] ?? at
}
