import type { Uuid } from '#platform/ids'
import type { TestRecord } from '#test/record.ts'
import type { marking } from './marks.ts'
import type { Told, Whose } from './shapes.ts'
import { tell } from './tell.ts'

type Ids = {
  readonly enquiry: Uuid
  readonly discussion: Uuid
  readonly line: Uuid
  readonly medical: Uuid
  readonly bodyMapMark: Uuid
}

/** An enquiry about each of them, over by now, with a word of its own in each of its rows. @returns the ids */
export async function tellEnquiries(
  record: TestRecord,
  mark: ReturnType<typeof marking>['mark'],
  people: Readonly<Record<Whose, Told>>,
): Promise<Readonly<Record<Whose, Ids>>> {
  const told: [string, Ids][] = []
  for (const [whose, { personId }] of Object.entries(people))
    told.push([whose, await tellOne(record, mark, personId)])
  return Object.fromEntries(told) as Record<Whose, Ids> // the same keys
}

async function tellOne(
  record: TestRecord,
  mark: ReturnType<typeof marking>['mark'],
  personId: Uuid,
): Promise<Ids> {
  const word = (table: string) => mark({ table, personIds: [personId] })
  const person_id = personId
  const referral_id = await tell(record, 'referral', {
    person_id,
    received_on: '2024-01-02',
    closed_on: '2024-03-01',
  })
  const enquiry = await tell(record, 's47_enquiry', {
    person_id,
    referral_id,
    started_on: '2024-01-03',
    strategy_discussion_on: '2024-01-03',
    began_at: '2024-01-03T10:00Z',
    outcome: 'not_substantiated',
    outcome_on: '2024-01-12',
    is_conference_not_required: true,
    outcome_reasons: word('s47_enquiry'),
  })
  const of = { person_id, enquiry_id: enquiry }
  const took_part = ['social_care', 'police', 'health']
  const held = { held_at: '2024-01-03T10:00Z', began_it: true, took_part }
  const discussion = await tell(record, 'enquiry_discussion', {
    ...of,
    ...held,
    decided: word('enquiry_discussion'),
  })
  const line = await tell(record, 'enquiry_line', { ...of, question: word('enquiry_line'), who: 'Police' })
  const medical = await tell(record, 'enquiry_medical', {
    ...of,
    kind: 'eyes',
    asked_on: '2024-01-04',
    consent_by: word('enquiry_medical'),
  })
  await tell(record, 'immediate_action', {
    ...of,
    done: word('immediate_action'),
    done_by: 'Police',
    done_at: '2024-01-03T09:00Z',
    power: 'none',
  })
  const seen = {
    view: 'front',
    region: 'face',
    kind: 'graze',
    seen_by: 'A teacher',
    seen_at: '2024-01-03T09:30Z',
  }
  const bodyMapMark = await tell(record, 'body_map_mark', { ...of, ...seen, site: word('body_map_mark') })
  return { enquiry, discussion, line, medical, bodyMapMark }
}
