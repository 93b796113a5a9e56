import type { Uuid } from '#platform/ids'
import type { CodeOf } from '#reference'
import type { FrontDoorTables } from '../tables.ts'

/** Ways by which somebody reaches the front door. */
export type Channel = FrontDoorTables['contact']['channel']
export type NamedRole = FrontDoorTables['contact_person']['role']

/** Somebody whom a contact names, as it names them. */
export type NamedWanted = {
  readonly role: NamedRole
  readonly given: string | null
  readonly family: string | null
  readonly dateOfBirth: Temporal.PlainDate | null
  readonly dateOfBirthPrecision: 'day' | 'month' | 'year'
  readonly expectedDeliveryOn: Temporal.PlainDate | null
  readonly sex: 'M' | 'F' | 'U' | null
  /** To the children, a kind of relationship. */
  readonly relation: string | null
  readonly school: string | null
  readonly identifierKind: 'nhs_number' | 'upn' | null
  readonly identifier: string | null
  /** Items of the census, of a child, where the referrer knows them. */
  readonly ethnicity: CodeOf<'ethnicity'> | null
  readonly disability: CodeOf<'disability'> | null
}

/** Who tells. */
export type Referrer = {
  readonly source: CodeOf<'referralSource'> | null
  readonly isAnonymous: boolean
  readonly name: string | null
  readonly role: string | null
  readonly organisationId: Uuid | null
  readonly organisation: string | null
  readonly telephone: string | null
  readonly email: string | null
}

/** What arrives at the front door, parsed. */
export type ContactWanted = {
  readonly channel: Channel
  readonly receivedAt: Temporal.Instant
  readonly referrer: Referrer
  readonly worries: string
  readonly strengths: string | null
  readonly wanted: string | null
  readonly communication: string | null
  readonly familyKnows: boolean | null
  readonly familyKnowsNotBecause: string | null
  readonly isDanger: boolean
  readonly danger: string | null
  readonly addressLines: string | null
  readonly addressPostcode: string | null
  readonly people: readonly NamedWanted[]
  /** The key of the form: a second sending finds what the first did. */
  readonly submission: Uuid
}

/** Most letters of what worries somebody; a whole report can be pasted. */
export const longestWorries = 100_000
/** The same for those who do not sign in. */
export const longestFromPublic = 20_000
/** Most people of one contact. */
export const mostNamed = 20
