import type { Uuid } from '#platform/ids'
import { at } from '../chronicle/moments.ts'
import type { Child } from '../families/family.ts'
import { personaOf } from '../stories/story.ts'
import { contactReference } from './contactReference.ts'
import type { Referred } from './tellCourse.ts'
import type { Telling } from './telling.ts'

/** What a police officer sent, and what was made of it. */
export type ReferredContact = {
  readonly familyName: string
  readonly worries: string
  readonly ratedBecause: string
  readonly reasons: string
  readonly answer: string
}

type Front = Telling & {
  readonly contactId: Uuid
  readonly receivedAt: Temporal.Instant
  readonly matchedAt: Temporal.Instant
  readonly decidedAt: Temporal.Instant
  readonly manager: Uuid
}

/**
 * Tells of the partner's form that brought an episode's referrals: its children matched with the record, an assessment decided for
 * each of them, and the officer answered in Kith.
 */
export function tellReferredContact(
  telling: Telling,
  { receivedAt, referrals }: Referred,
  said: ReferredContact,
): void {
  const dice = telling.teller.dice.fork(`contact about ${telling.family.reference}`) // nobody else’s chances change
  const front: Front = {
    ...telling,
    teller: { ...telling.teller, dice },
    contactId: dice.id(),
    receivedAt,
    matchedAt: receivedAt.add({ minutes: 45 }),
    decidedAt: at(telling.course.decidedOn, '16:10'),
    manager: telling.county.frontDoor.manager.id,
  }
  tellContact(front, said)
  for (const child of front.course.children) {
    const referralId = referrals.get(child.id)
    if (referralId) tellDecision(front, { referralId, namedId: tellNamed(front, child, said), said })
  }
  front.teller.chronicle.tell('contact_feedback', front.decidedAt, {
    id: dice.id(),
    contact_id: front.contactId,
    body: said.answer,
    channel: 'in_kith',
    sent_on: front.course.decidedOn,
    sent_by: front.manager,
  })
}

function tellContact(front: Front, { worries, ratedBecause }: ReferredContact): void {
  const { teller, county, course, receivedAt, matchedAt, decidedAt, manager } = front
  const { police } = county.agencies
  const officer = personaOf(county, 'policePartner')
  teller.chronicle.tell(
    'contact',
    receivedAt,
    {
      id: front.contactId,
      reference: contactReference(teller),
      team_id: county.frontDoor.id,
      channel: 'partner_form',
      received_at: receivedAt,
      source: course.source,
      referrer_name: officer.name,
      referrer_organisation_id: police.id,
      referrer_organisation: police.name,
      worries,
      is_anonymous: false,
      is_danger: false,
      person_ids: [],
      created_by: officer.id,
      version: 1,
    },
    [
      matchedAt,
      {
        person_ids: course.children.map(({ id }) => id),
        rag: 'amber',
        rag_reason: ratedBecause,
        rag_at: matchedAt,
        rag_by: manager,
        version: 2,
      },
    ],
    [decidedAt, { primary_need: course.need, decided_at: decidedAt, version: 4 }],
  )
}

function tellNamed(front: Front, child: Child, { familyName }: ReferredContact): Uuid {
  const { teller, contactId, receivedAt, matchedAt, manager } = front
  const id = teller.dice.id()
  teller.chronicle.tell(
    'contact_person',
    receivedAt,
    {
      id,
      contact_id: contactId,
      role: 'child',
      given: child.given,
      family: familyName,
      date_of_birth: child.born,
      date_of_birth_precision: 'day',
    },
    [matchedAt, { person_id: child.id, matched_by: manager, matched_at: matchedAt }],
  )
  return id
}

type Decision = { readonly referralId: Uuid; readonly namedId: Uuid; readonly said: ReferredContact }

function tellDecision(front: Front, { referralId, namedId, said }: Decision): void {
  const { teller, contactId, decidedAt, manager } = front
  teller.chronicle.tell('contact_decision', decidedAt, {
    id: teller.dice.id(),
    contact_id: contactId,
    contact_person_id: namedId,
    outcome: 'assessment',
    reasons: said.reasons,
    is_re_referral: false,
    referral_id: referralId,
    decided_by: manager,
    decided_at: decidedAt,
  })
}
