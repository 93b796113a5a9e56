import { createHash } from 'node:crypto'
import { organisations, workerCard } from '#modules/agencies'
import { type ContactWanted, type NamedWanted, receiveContact } from '#modules/front-door'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import { childrenOf, kindWords, type Told } from '../told/kinds.ts'
import type { ToldPerson } from '../told/toldPerson.ts'
import type { Standing } from './standing.ts'

/**
 * Puts a notice before the front door as a contact about its children, so that it waits for a decision like any other. What the police wrote stays
 * in the notice, which is theirs (C4) or safety data (C3): a contact is read by more people than that.
 */
export async function bringToFrontDoor(
  work: Work,
  notice: Standing,
  one: Exclude<Told, { kind: 'encompass' }>,
): Promise<void> {
  const own = (await organisations(work)).find(({ id }) => id === notice.organisationId)
  const card = notice.sentBy === null ? null : await workerCard(work, notice.sentBy)
  const isDanger = one.kind === 'marac' || one.told.isDanger === 'yes'
  const wanted: ContactWanted = {
    ...emptyContact,
    channel: 'partner_form',
    receivedAt: notice.receivedAt,
    referrer: {
      source: '6',
      isAnonymous: false,
      name: card?.displayName ?? null,
      role: null,
      organisationId: notice.organisationId,
      organisation: own?.name ?? null,
      telephone: card?.telephone ?? own?.telephone ?? null,
      email: card?.email ?? null,
    },
    worries: `${kindWords[one.kind]} ${notice.theirReference}. What it says is kept apart: open notice ${notice.reference} under Police and schools.`,
    isDanger,
    danger: isDanger ? `${kindWords[one.kind]}: read the notice` : null,
    people: childrenOf(one).map(asNamed),
    submission: keyOf(notice.id),
  }
  await receiveContact(work, wanted, notice.frontDoor, notice.sentBy)
}

const emptyContact = {
  strengths: null,
  wanted: null,
  communication: null,
  familyKnows: null,
  familyKnowsNotBecause: null,
  addressLines: null,
  addressPostcode: null,
} as const

const asNamed = ({ given, family, born, nhsNumber, school }: ToldPerson): NamedWanted => ({
  role: 'child',
  given,
  family,
  dateOfBirth: born === null ? null : Temporal.PlainDate.from(born),
  dateOfBirthPrecision: 'day',
  expectedDeliveryOn: null,
  sex: null,
  relation: null,
  school,
  identifierKind: nhsNumber === null ? null : 'nhs_number',
  identifier: nhsNumber,
  ethnicity: null,
  disability: null,
})

/** A key that follows from the notice: read twice it is one contact. */
function keyOf(noticeId: Uuid): Uuid {
  const hex = createHash('sha256').update(`contact of notice ${noticeId}`).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}` as Uuid // shaped as one
}
