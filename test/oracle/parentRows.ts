import { parseUuid, type Uuid } from '#platform/ids'
import { londonDate } from '#platform/time'
import { enquiryParentRows } from './enquiryRows.ts'
import { harmParentRows } from './harmValues.ts'
import type { Values } from './values.ts'
import type { World } from './world.ts'

/** Rows of each person's that other rows of theirs must point at. */
const parents = [
  'referral',
  'assessment',
  'cp_plan',
  'cin_plan',
  'plan_outcome',
  'authorised',
  'pre_proceedings',
  'core_group',
  'meeting',
  'meeting_child',
] as const
type Parent = (typeof parents)[number]

/** @returns the ids of the person's parent rows, always the same; `authorised` is an assessment too. */
export function parentsOf(personId: Uuid): Readonly<Record<Parent, Uuid>> {
  const id = (parent: Parent) => {
    const made = parseUuid(personId.replace('-7000-', `-700${(parents.indexOf(parent) + 1).toString(16)}-`))
    if (made === null || made === personId) throw new Error(`${personId} is not an id that idOf makes.`)
    return made
  }
  return {
    referral: id('referral'),
    assessment: id('assessment'),
    cp_plan: id('cp_plan'),
    cin_plan: id('cin_plan'),
    plan_outcome: id('plan_outcome'),
    authorised: id('authorised'),
    pre_proceedings: id('pre_proceedings'),
    core_group: id('core_group'),
    meeting: id('meeting'),
    meeting_child: id('meeting_child'),
  }
}

/** @returns the parent rows of everybody, table by table in the order in which they can be told; nobody is asked about them. */
export function parentRows(world: World): readonly (readonly [table: string, rows: readonly Values[]])[] {
  const on = londonDate(world.now).subtract({ days: 40 })
  const each = (parent: Parent, more: (own: ReturnType<typeof parentsOf>) => Values) =>
    world.people.map(({ id }) => ({ id: parentsOf(id)[parent], person_id: id, ...more(parentsOf(id)) }))
  const within = (own: ReturnType<typeof parentsOf>) => ({ started_on: on, referral_id: own.referral })
  return [
    ['referral', each('referral', () => ({ received_on: on }))],
    ...enquiryParentRows(world, personId => parentsOf(personId).referral),
    ['assessment', each('assessment', within)],
    ['assessment', each('authorised', own => ({ ...within(own), authorised_on: on.add({ days: 10 }) }))],
    ['cp_plan', each('cp_plan', own => ({ ...within(own), ended_on: on.add({ days: 20 }) }))],
    ['core_group', each('core_group', own => ({ cp_plan_id: own.cp_plan, held_on: on.add({ days: 5 }) }))],
    ['meeting', world.people.map(({ id }) => conferenceOf(id, on))],
    [
      'meeting_child',
      each('meeting_child', own => ({
        meeting_id: own.meeting,
        decision: 'plan',
        category: 'NEG',
        reasons: 'Invented',
        decided_at: `${on}T11:00:00Z`,
      })),
    ],
    ['cin_plan', each('cin_plan', within)],
    ['pre_proceedings', each('pre_proceedings', within)],
    [
      'plan_outcome',
      each('plan_outcome', own => ({ plan_kind: 'cin_plan', plan_id: own.cin_plan, outcome: 'Invented' })),
    ],
    ...harmParentRows(world, id => parentsOf(id).plan_outcome),
  ]
}

/** The conference that decided on a plan for one child: a plan starts by nothing else. */
const conferenceOf = (personId: Uuid, on: Temporal.PlainDate): Values => ({
  id: parentsOf(personId).meeting,
  kind: 'initial',
  person_ids: [personId],
  reason: 'Invented',
  planned_at: `${on}T10:00:00Z`,
  started_at: `${on}T10:00:00Z`,
  ended_at: `${on}T12:00:00Z`,
  status: 'held',
  papers_until: on.add({ days: 30 }),
})
