import { makeUuid, type Uuid } from '#platform/ids'
import type { TestRecord } from '#test/record.ts'
import type { Row } from '../oracle/index.ts'
import type { marking } from './marks.ts'
import type { Asked, County, Gate, Told, Whose } from './shapes.ts'
import type { StaffName } from './staff.ts'
import { tell } from './tell.ts'

type Mark = ReturnType<typeof marking>['mark']

/** Who brought the contact about each person to the front door. */
const referrers: Readonly<Record<Whose, StaffName>> = {
  own: 'partner',
  sibling: 'holder',
  other: 'newcomer',
  sealed: 'holder',
  besideSealed: 'opener',
  ended: 'newcomer',
  guarded: 'eastHolder',
}
const isUndecided = (whose: Whose): boolean => whose === 'ended'

/** As the service makes them: letters and digits that nobody mixes up. */
const references: Readonly<Record<Whose, string>> = {
  own: 'KF-AAAA-2223',
  sibling: 'KF-AAAA-2224',
  other: 'KF-AAAA-2225',
  sealed: 'KF-AAAA-2226',
  besideSealed: 'KF-AAAA-2227',
  ended: 'KF-AAAA-2228',
  guarded: 'KF-AAAA-2229',
}

/** A row of a contact as the oracle knows it. */
const contactRow = (table: string, contactId: Uuid, personId: Uuid, more: Partial<Row> = {}): Row => ({
  table,
  contactId,
  personIds: [personId],
  ...more,
})

/**
 * A contact about each person, with what an agency added, the decision and the answer; that of `ended` waits for a decision.
 * @returns the ids, by whose they are
 */
export async function tellContacts(
  record: TestRecord,
  mark: Mark,
  staff: County['staff'],
  people: Readonly<Record<Whose, Told>>,
): Promise<Readonly<Record<Whose, Uuid>>> {
  const told: [Whose, Uuid][] = []
  for (const [whose, { personId }] of Object.entries(people) as [Whose, Told][])
    told.push([whose, await tellContact(record, mark, staff, { whose, personId })])
  return Object.fromEntries(told) as Record<Whose, Uuid> // each of the people has one
}

async function tellContact(
  record: TestRecord,
  mark: Mark,
  { teams, workers }: County['staff'],
  { whose, personId }: { readonly whose: Whose; readonly personId: Uuid },
): Promise<Uuid> {
  const id = makeUuid()
  const row = (table: string, more: Partial<Row> = {}) => contactRow(table, id, personId, more)
  const decided_at = isUndecided(whose) ? null : '2026-03-02T11:00:00Z'
  await tell(
    record,
    'contact',
    {
      reference: references[whose],
      team_id: teams.duty,
      channel: 'partner_form',
      received_at: '2026-03-01T09:00:00Z',
      worries: mark(row('contact')),
      created_by: workers[referrers[whose]],
      person_ids: [personId],
      decided_at,
    },
    id,
  )
  const named = await tell(record, 'contact_person', {
    contact_id: id,
    role: 'child',
    given: mark(row('contact_person', { isMatched: true })),
    person_id: personId,
    matched_at: '2026-03-01T10:00:00Z',
  })
  await tell(record, 'contact_contribution', {
    contact_id: id,
    author_id: workers.queueWorker,
    body: mark(row('contact_contribution', { authorId: workers.queueWorker })),
  })
  if (decided_at === null) return id
  await tell(record, 'contact_decision', {
    contact_id: id,
    contact_person_id: named,
    outcome: 'no_further_action',
    reasons: mark(row('contact_decision', { authorId: workers.queueWorker })),
    decided_by: workers.queueWorker,
  })
  await tell(record, 'contact_feedback', {
    contact_id: id,
    body: mark(row('contact_feedback', { authorId: workers.queueWorker })),
    channel: 'in_kith',
    sent_on: '2026-03-02',
    sent_by: workers.queueWorker,
  })
  return id
}

const nobody = makeUuid()
const whoses = Object.keys(referrers) as readonly Whose[] // its own keys

const contactGate: Gate = ({ personId, rowIds }) => [
  contactRow('contact', rowIds['front_door'] ?? nobody, personId),
]

/** Addresses under the contact of each person, and under nobody's. */
const ofContact =
  (rest: string, isCertain: boolean) =>
  (county: County): readonly Asked[] => {
    const twin = `/front-door/contacts/${nobody}${rest}`
    return [
      ...whoses.map(whose => {
        const one = county.people[whose]
        const url = `/front-door/contacts/${one.rowIds['front_door'] ?? nobody}${rest}`
        return { url, whose, twin, needs: contactGate(one, county), isCertain }
      }),
      { url: twin, whose: 'nobody' as const },
      { url: `/front-door/contacts/none${rest}`, whose: 'nobody' as const },
    ]
  }

/** What somebody sent is theirs alone to follow, whatever else they may read of it. */
const noOne: Row = { table: 'person', personIds: [] }
const sent = (): readonly Asked[] => {
  const twin = '/front-door/sent/KF-2222-2222'
  return [
    ...whoses.map(whose => ({
      url: `/front-door/sent/${references[whose]}`,
      whose,
      twin,
      needs: [noOne],
      alsoFor: referrers[whose],
    })),
    { url: twin, whose: 'nobody' as const },
    { url: '/front-door/sent/none', whose: 'nobody' as const },
  ]
}

/** The pages of the front door that an id or a reference leads to. */
export const frontDoorReads: Readonly<Record<string, (county: County) => readonly Asked[]>> = {
  '/front-door/sent/:reference': sent,
  '/front-door/contacts/:contactId': ofContact('', true),
  '/front-door/contacts/:contactId/decide': ofContact('/decide', false),
  '/front-door/contacts/:contactId/feedback': ofContact('/feedback', false),
}
