export { ensureDatabase, namesIn } from './address.ts'
export { authorityName } from './authorityName.ts'
export { awaitSettled } from './awaitSettled.ts'
export {
  type ActingService,
  type Actor,
  innerClasses,
  type PortalClass,
  portalClasses,
  type ServiceClass,
  serviceActor,
  serviceClasses,
  type UserClass,
  userClasses,
} from './classes.ts'
export type { EndlessColumn, Generated, InstantColumn, JsonColumn, Told } from './columnTypes.ts'
export { type Database, openDatabase } from './database.ts'
export type { DoorKey } from './door.ts'
export { enterAs } from './entering.ts'
export { type Installation, install, readInstallation } from './installation.ts'
export { type MigrateReport, migrate } from './migrate.ts'
export { NotSettledError } from './notSettledError.ts'
export { oncePerTransaction } from './oncePerTransaction.ts'
export { readOnce, remembering } from './remembering.ts'
export { roleName, rolesSql } from './roles.ts'
export type { ServiceTables } from './serviceTables.ts'
export type { Options, Work } from './work.ts'
