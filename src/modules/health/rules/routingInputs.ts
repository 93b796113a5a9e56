import type { Uuid } from '#platform/ids'
import type { Serving } from './servings.ts'

/** Which team answers for a practice, a school, the beginning of a postcode, or for the whole council. */
export type NursingArea = {
  readonly teamId: Uuid
  readonly serves: Serving
  readonly byWhat: 'gp_practice' | 'school' | 'postcode' | 'council'
  readonly value: string
}

/** What the record says of a child who was matched, on the day. */
export type ChildFacts = {
  readonly isRestricted: boolean
  /** The named list of a restricted child. */
  readonly named: readonly Uuid[]
  readonly contacts: readonly { readonly role: 'health_visitor' | 'school_nurse'; readonly teamId: Uuid }[]
  readonly schools: readonly string[]
  /** Postcodes without a space; where a looked-after child is placed comes before any home. */
  readonly placement: string | null
  readonly home: string | null
  readonly isOnPlan: boolean
  readonly holders: readonly { readonly workerId: Uuid | null; readonly teamId: Uuid }[]
}

/** All that the choice is made from: kept with it. */
export type RoutingInputs = {
  readonly day: Temporal.PlainDate
  readonly birth: Temporal.PlainDate | null
  readonly practice: string | null
  readonly school: string | null
  readonly postcode: string | null
  readonly isSensitive: boolean
  /** The hospital says that it is concerned for the child's safety. */
  readonly hasConcern: boolean
  readonly facts: ChildFacts | null
  /** This visit among them. */
  readonly visitsInYear: number
  readonly areas: readonly NursingArea[]
  readonly councils: readonly { readonly id: Uuid; readonly postcodes: readonly string[] }[]
  readonly frontDoorId: Uuid | null
  readonly liaisonId: Uuid
}
