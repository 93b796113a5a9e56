import type { Uuid } from '#platform/ids'
import { at, openDay } from '../chronicle/moments.ts'
import type { County } from '../county/county.ts'
import type { Teller } from '../teller.ts'
import { calmerContacts } from './calmerContacts.ts'
import type { ContactOutline } from './contactOutline.ts'
import { contactReference } from './contactReference.ts'
import { schoolContacts } from './schoolContacts.ts'
import { urgentContacts } from './urgentContacts.ts'

/** Tells of about ten contacts at the front door, in every state that its queue can show. */
export function tellContacts(teller: Teller, county: County): void {
  for (const outline of [
    ...urgentContacts(teller, county),
    ...calmerContacts(teller, county),
    ...schoolContacts(teller, county),
  ])
    tellContact(teller, county, outline)
}

function tellContact(teller: Teller, county: County, outline: ContactOutline): void {
  const { chronicle, dice } = teller
  const id = dice.id()
  const [days, time] = outline.received
  const day = days === 1 ? teller.today.subtract({ days }) : openDay(teller.today.subtract({ days }))
  const received = at(day, time)
  const { decided, contact } = outline
  const recorded = received.add({ minutes: 2 })
  const decidedAt = received.add({ hours: 3 })
  chronicle.tell(
    'contact',
    recorded,
    {
      id,
      reference: contactReference(teller),
      team_id: county.frontDoor.id,
      received_at: received,
      is_anonymous: false,
      is_danger: false,
      person_ids: [],
      created_by: null,
      version: 1,
      ...contact,
      ...(contact.rag ? { rag_at: received.add({ minutes: 25 }), rag_by: county.frontDoor.manager.id } : {}),
    },
    ...(decided ? [[decidedAt, { decided_at: decidedAt, version: 3 }] as const] : []),
  )
  for (const named of outline.people)
    chronicle.tell('contact_person', recorded, {
      id: dice.id(),
      contact_id: id,
      date_of_birth_precision: 'day',
      ...named,
    })
  for (const said of outline.said ?? [])
    chronicle.tell('contact_contribution', received.add({ minutes: 50 }), {
      id: dice.id(),
      contact_id: id,
      author_id: said.author,
      organisation_id: said.organisation,
      body: said.body,
      rag: said.rag,
      contributed_at: received.add({ minutes: 50 }),
    })
  if (decided) tellDecision(teller, county, id, decidedAt, decided)
}

function tellDecision(
  { chronicle, dice }: Teller,
  county: County,
  contactId: Uuid,
  decidedAt: Temporal.Instant,
  { reasons, isTold, thresholdReason }: NonNullable<ContactOutline['decided']>,
): void {
  const { manager } = county.frontDoor
  chronicle.tell('contact_decision', decidedAt, {
    id: dice.id(),
    contact_id: contactId,
    outcome: 'advice',
    reasons,
    is_re_referral: false,
    decided_by: manager.id,
    decided_at: decidedAt,
  })
  if (isTold)
    chronicle.tell('contact_feedback', decidedAt.add({ minutes: 10 }), {
      id: dice.id(),
      contact_id: contactId,
      body: 'Information was given. Children’s social care takes no further part.',
      channel: thresholdReason === undefined ? 'telephone' : 'in_kith',
      ...(thresholdReason === undefined ? {} : { outcome: 'advice', threshold_reason: thresholdReason }),
      sent_on: decidedAt.toZonedDateTimeISO('Europe/London').toPlainDate(),
      sent_by: manager.id,
    })
}
