import { type Organisation, organisations, workerCard } from '#modules/agencies'
import { type ContactWanted, type NamedWanted, receiveContact } from '#modules/front-door'
import type { Work } from '#platform/db'
import { concernWanted } from '../school-concern/concernWanted.ts'
import { childrenOf, kindWords, type Told } from '../told/kinds.ts'
import type { ToldPerson } from '../told/toldPerson.ts'
import { contactKey } from './contactKey.ts'
import type { Standing } from './standing.ts'

/**
 * Puts a notice before the front door as a contact about its children, so that it waits for a decision like any other. What the police wrote stays
 * in the notice, which is theirs (C4) or safety data (C3): a contact is read by more people than that. What a school is worried about is a referral,
 * and stands in the contact as it does when somebody of the school fills in the form.
 */
export async function bringToFrontDoor(work: Work, notice: Standing, one: Told): Promise<void> {
  const own = (await organisations(work)).find(({ id }) => id === notice.organisationId)
  const children = childrenOf(one).map(asNamed)
  const isSchools = one.kind === 'school_concern'
  const said = isSchools ? concernWanted(one.told, own) : await ofThePolice(work, notice, one, own)
  const wanted: ContactWanted = {
    ...emptyContact,
    ...said,
    channel: 'partner_form',
    receivedAt: notice.receivedAt,
    people: children.map(child =>
      isSchools ? { ...child, school: child.school ?? own?.name ?? null } : child,
    ),
    submission: contactKey(notice.id),
  }
  await receiveContact(work, wanted, notice.frontDoor, notice.sentBy)
}

/** Leads to the notice, and repeats nothing of it. */
async function ofThePolice(
  work: Work,
  notice: Standing,
  one: Exclude<Told, { kind: 'school_concern' }>,
  own: Organisation | undefined,
) {
  const card = notice.sentBy === null ? null : await workerCard(work, notice.sentBy)
  const isDanger = one.kind === 'marac' || (one.kind === 'police_notification' && one.told.isDanger === 'yes')
  return {
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
  } as const
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
