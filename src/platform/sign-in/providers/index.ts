export { findEntrantOf } from './findEntrantOf.ts'
export { objectionToIssuer } from './issuerAddress.ts'
export { type ClientOf, providerClients } from './providerClients.ts'
export {
  type SignInOrganisation,
  type StandingProvider,
  secretOf,
  signInOrganisations,
  standingProvider,
} from './standingProviders.ts'
