import type { AuthorityDatabases, Config } from '#platform/config'
import { ensureDatabase, namesIn } from '#platform/db'
import { startEmbedded } from '#platform/embedded'
import type { Log } from '#platform/log'
import { contextKey } from './contextKey.ts'
import { portalHosts } from './hosts.ts'
import { embeddedDatabases, furtherDatabases } from './namedDatabases.ts'
import type { Place, Places, PortalDoor } from './place.ts'

/**
 * Finds this installation's databases: those that DATABASE_URL and KITH_AUTHORITIES name, else the embedded server,
 * which is started or joined.
 * @throws KithError with the sentence that says what to set or mend
 */
export async function openPlaces(config: Config, log: Log): Promise<Places> {
  const further = furtherPlaces(config)
  if (config.databaseUrl !== undefined && config.databaseOwnerUrl !== undefined) {
    const main = placeAt(config, '*', {
      databaseUrl: config.databaseUrl,
      databaseOwnerUrl: config.databaseOwnerUrl,
      databasePortalUrl: config.databasePortalUrl,
    })
    return { places: [main, ...further], isEmbedded: false, clusterFolder: null, stop: async () => {} }
  }
  const embedded = await startEmbedded({
    dataFolder: config.dataFolder,
    keysFolder: config.keysFolder,
    log,
    production: config.environment === 'production',
    databases: embeddedDatabases.map(({ database }) => database),
  })
  const places = embeddedDatabases.map(({ host, database }) =>
    placeAt(config, host, {
      databaseUrl: embedded.serveUrl(database),
      databaseOwnerUrl: embedded.ownerUrl(database),
      databasePortalUrl: embedded.portalUrl(database),
    }),
  )
  // A cluster made by an earlier version may lack the second database.
  for (const { database } of embeddedDatabases) await ensureDatabase(embedded.ownerUrl('postgres'), database)
  return {
    places: [...places, ...further],
    isEmbedded: true,
    clusterFolder: embedded.clusterFolder,
    stop: () => embedded.stop(),
  }
}

function furtherPlaces(config: Config): readonly Place[] {
  return [...furtherDatabases(config)].map(([host, databases]) => placeAt(config, host, databases))
}

function placeAt(config: Config, host: string, databases: AuthorityDatabases): Place {
  const { databaseUrl, databaseOwnerUrl, databasePortalUrl, portalHost } = databases
  const { database, login } = namesIn(databaseUrl)
  return {
    portal: portalDoor(config, host, databasePortalUrl, portalHost),
    host,
    database,
    ownerUrl: databaseOwnerUrl,
    serveUrl: databaseUrl,
    serveLogin: login,
    contextKey: contextKey(config, database),
  }
}

/** The host names of a portal: its own; else those of PORTAL_URL; else this machine in a trial, on the portal's port. */
function portalDoor(
  config: Config,
  host: string,
  url: string | undefined,
  own: string | undefined,
): PortalDoor | null {
  if (url === undefined) return null
  return { url, login: namesIn(url).login, hosts: own === undefined ? portalHosts(config, host) : [own] }
}
