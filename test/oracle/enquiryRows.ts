import { parseUuid, type Uuid } from '#platform/ids'
import { londonDate } from '#platform/time'
import type { Values } from './values.ts'
import type { World } from './world.ts'

/** @returns the id of the enquiry of a person that rows of theirs point at, always the same. */
export function enquiryOf(personId: Uuid): Uuid {
  const made = parseUuid(personId.replace('-7000-', '-70e0-'))
  if (made === null || made === personId) throw new Error(`${personId} is not an id that idOf makes.`)
  return made
}

/** @returns an enquiry of everybody. @param referralOf the referral in which it stands */
export function enquiryParentRows(
  world: World,
  referralOf: (personId: Uuid) => Uuid,
): readonly (readonly [table: string, rows: readonly Values[]])[] {
  const started_on = londonDate(world.now).subtract({ days: 40 })
  const rows = world.people.map(({ id }) => ({
    id: enquiryOf(id),
    person_id: id,
    referral_id: referralOf(id),
    started_on,
  }))
  return [['s47_enquiry', rows]]
}

/** What hangs on an enquiry, plainly invented. */
export function enquiryValues(
  personId: Uuid | undefined,
  word: string,
  at: Temporal.Instant,
): Readonly<Record<string, Values>> {
  if (personId === undefined) return {}
  const of = { person_id: personId, enquiry_id: enquiryOf(personId) }
  const quorum = ['social_care', 'police', 'health']
  return {
    enquiry_discussion: { ...of, held_at: at, began_it: false, took_part: quorum, decided: word },
    immediate_action: { ...of, done: word, done_by: 'Somebody', done_at: at, power: 'none' },
    enquiry_line: { ...of, question: word, who: 'Somebody' },
    enquiry_medical: { ...of, kind: 'other', asked_on: londonDate(at) },
    body_map_mark: {
      person_id: personId,
      view: 'front',
      region: 'face',
      kind: 'other',
      site: word,
      seen_by: 'Somebody',
      seen_at: at,
    },
  }
}
