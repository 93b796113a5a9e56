import { type AuthorityDatabases, type Config, readAuthorities } from '#platform/config'
import { namesIn } from '#platform/db'
import { KithError } from '#platform/errors'

/** Databases of the embedded server: the demo shows that two authorities are two databases. */
export const embeddedDatabases = [
  { host: '*', database: 'kith' },
  { host: 'second.localhost', database: 'kith_second' },
] as const

/** Logins that the embedded server makes for itself. */
const embeddedLogins = { owner: 'kith_owner', server: 'kith_serve', portal: 'kith_portal' } as const

/** A database with the login that owns it, the one that serves, and the one that serves families where there is one. */
export type NamedDatabase = {
  readonly database: string
  readonly owner: string
  readonly server: string
  readonly portal?: string
}

/**
 * This installation's databases and their logins, as the settings name them: nothing is asked, started or made, so that
 * it can be printed for somebody else to carry out.
 * @throws KithError when KITH_AUTHORITIES cannot be read
 */
export function namedDatabases(config: Config): readonly NamedDatabase[] {
  const { databaseUrl, databaseOwnerUrl, databasePortalUrl } = config
  const further = [...furtherDatabases(config).values()].map(named)
  if (databaseUrl !== undefined && databaseOwnerUrl !== undefined)
    return [named({ databaseUrl, databaseOwnerUrl, databasePortalUrl }), ...further]
  return [...embeddedDatabases.map(({ database }) => ({ database, ...embeddedLogins })), ...further]
}

/** The databases that KITH_AUTHORITIES adds, by host. @throws KithError when it cannot be read */
export function furtherDatabases(config: Config): ReadonlyMap<string, AuthorityDatabases> {
  if (config.authoritiesFile === undefined) return new Map()
  const result = readAuthorities(config.authoritiesFile)
  if (!result.ok) throw new KithError('KITH_CONFIG_WRONG', { sentence: result.problem })
  return result.authorities
}

function named({ databaseUrl, databaseOwnerUrl, databasePortalUrl }: AuthorityDatabases): NamedDatabase {
  const { database, login } = namesIn(databaseUrl)
  return {
    database,
    owner: namesIn(databaseOwnerUrl).login,
    server: login,
    ...(databasePortalUrl === undefined ? {} : { portal: namesIn(databasePortalUrl).login }),
  }
}
