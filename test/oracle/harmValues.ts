import { parseUuid, type Uuid } from '#platform/ids'
import { londonDate } from '#platform/time'
import type { KnownRow } from './knownRow.ts'
import type { Values } from './values.ts'
import type { World } from './world.ts'

/** An absence that was withdrawn: of the others a child has one at a time. */
export const missingValues = (now: Temporal.Instant, word: string): Values => ({
  kind: 'missing',
  started_at: now.subtract({ hours: 50 }),
  reported_at: now.subtract({ hours: 49 }),
  reported_by: word,
  left_from: 'home',
  last_seen: word,
  police_not_told_reason: word,
  risk: 'low',
  risk_reasons: word,
  withdrawn_at: now.subtract({ hours: 2 }),
  withdrawn_reason: word,
})

export const interviewValues = (now: Temporal.Instant): Values => ({
  offered_at: now.subtract({ hours: 40 }),
  offered_by: 'Invented',
  is_independent: true,
  push_factors: [],
  pull_factors: [],
})

const parents = ['plan_action', 'missing_episode', 'return_interview'] as const
type Parent = (typeof parents)[number]

/** Rows of one person's that others of theirs must point at: always the same ids. */
function harmParent(personId: Uuid, parent: Parent): Uuid {
  const made = parseUuid(personId.replace('-7000-', `-7f0${parents.indexOf(parent)}-`))
  if (made === null || made === personId) throw new Error(`${personId} is not an id that idOf makes.`)
  return made
}

/** @returns these rows of everybody, table by table; nobody is asked about them. */
export function harmParentRows(
  { now, people }: World,
  outcomeOf: (personId: Uuid) => Uuid,
): readonly (readonly [table: string, rows: readonly Values[]])[] {
  const each = (parent: Parent, more: (personId: Uuid) => Values) =>
    people.map(({ id }) => ({ id: harmParent(id, parent), person_id: id, ...more(id) }))
  const due_on = londonDate(now)
  const action = (id: Uuid) => ({
    outcome_id: outcomeOf(id),
    what: 'Invented',
    due_on,
    owner_name: 'Somebody',
  })
  return [
    ['plan_action', each('plan_action', action)],
    ['missing_episode', each('missing_episode', () => missingValues(now, 'Invented'))],
    ['return_interview', each('return_interview', () => interviewValues(now))],
  ]
}

/** Everything that the tables of missing children and of harm outside the home ask for. */
export function harmValues(
  now: Temporal.Instant,
  row: KnownRow,
  word: string,
  on: Temporal.PlainDate,
): Readonly<Record<string, Values>> {
  const [person] = row.personIds
  if (person === undefined) return {}
  const of = { person_id: person }
  const own = (parent: Parent) => harmParent(person, parent)
  return {
    // Withdrawn: of the others a child has one at a time.
    period_of_care: { ...of, started_on: on, began_under: 'V2', withdrawn_at: now, withdrawn_reason: word },
    missing_episode: { ...of, ...missingValues(now, word) },
    missing_entry: {
      ...of,
      episode_id: own('missing_episode'),
      kind: 'action',
      happened_at: now.subtract({ hours: 1 }),
      words: word,
    },
    return_interview: { ...of, ...interviewValues(now) },
    return_interview_episode: {
      ...of,
      interview_id: own('return_interview'),
      episode_id: own('missing_episode'),
    },
    harm_concern: { ...of, kind: word, noted_on: on, source: 'police', words: word },
    harm_assessment: {
      ...of,
      assessed_on: on,
      kinds: ['criminal'],
      indicators: [],
      level: 'none',
      reasons: word,
    },
    harm_action: { ...of, plan_action_id: own('plan_action') },
    harm_network: { name: word, reference: word, kind: 'criminal', opened_on: on },
    harm_place: {
      name: word,
      kind: row.isConfidential ? 'address' : 'open_space',
      known: word,
      risk: 'low',
      noted_on: on,
    },
    harm_link: { ...of, ...tieValues(row), since_on: on, source: 'police', certainty: 'likely', words: word },
  }
}

/** What a tie goes to. */
function tieValues({ role, paperId, aboutId, personIds }: KnownRow): Values {
  const kind = { kind: role, role: 'other' }
  if (role === 'network') return { ...kind, network_id: paperId }
  if (role === 'place') return { ...kind, place_id: paperId }
  if (role === 'peer') return { ...kind, peer_id: personIds[1] }
  return aboutId === undefined ? { ...kind, adult_name: 'Somebody' } : { ...kind, adult_id: aboutId }
}
