import type { Uuid } from '../ids/index.ts'

/** Classes of people who sign in; each is a database role. Mirrors platform.user_classes() (a test compares them). */
export const userClasses = ['practitioner', 'duty', 'director', 'data_quality', 'administrator'] as const

/**
 * Named service actors; each is a database role with only the policies it needs. Mirrors platform.service_classes().
 * gatekeeper keeps access rows · historian keeps past rows · searcher keeps search keys · sealer chains the audit ·
 * porter signs people in · importer stores imports · verifier re-reads everything · backup copies out · clockkeeper
 * keeps clocks · courier delivers notices and clears what expired · storyteller writes the demo county · keyholder
 * checks signatures · receptionist writes down what the public form brings · merger joins two records of one person ·
 * doorkeeper signs families in to the portal · listener keeps messages of other organisations and finds whom they are for.
 */
export const serviceClasses = [
  'gatekeeper',
  'historian',
  'searcher',
  'sealer',
  'porter',
  'importer',
  'verifier',
  'backup',
  'clockkeeper',
  'courier',
  'storyteller',
  'keyholder',
  'receptionist',
  'merger',
  'doorkeeper',
  'listener',
] as const

/**
 * Services that work only inside their own database functions: nothing can act as them, so their wide policies cost
 * nothing to check. Mirrors platform.inner_classes().
 */
export const innerClasses = ['gatekeeper', 'historian', 'searcher', 'keyholder', 'merger'] as const

/** What the login of the family portal may become, and nothing else may: whoever signs in there, and who lets them in. */
export const portalClasses = ['family', 'doorkeeper'] as const

export type UserClass = (typeof userClasses)[number]
export type ServiceClass = (typeof serviceClasses)[number]
/** A service that a transaction may act as. */
export type ActingService = Exclude<ServiceClass, (typeof innerClasses)[number]>
/** Whoever the portal's login may be. */
export type PortalClass = (typeof portalClasses)[number]

/** Who a transaction acts as: a signed-in worker, or a named service. */
export type Actor = { readonly id: Uuid; readonly class: UserClass | ActingService | 'family' }

/** The fixed identity of a service actor, as it stands in the audit. */
export function serviceActor(service: ActingService): Actor {
  const number = String(serviceClasses.indexOf(service) + 1).padStart(12, '0')
  return { id: `00000000-0000-7000-8000-${number}` as Uuid, class: service }
}
