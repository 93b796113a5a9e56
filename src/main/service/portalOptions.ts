import { portalRoutes } from '#modules/family-portal'
import type { Config } from '#platform/config'
import type { Database } from '#platform/db'
import type { Log } from '#platform/log'
import { openPortal } from '../installation/openAuthority.ts'
import { portalKey } from '../installation/portalKey.ts'
import type { PortalPlace } from '../installation/portalPlaces.ts'
import type { PortalOptions, ServedPortal } from '../portal/index.ts'

/** A portal's own connections, with what its server is made of. */
export type OpenPortals = { readonly options: PortalOptions; close(): Promise<void> }

/** Opens the portals of these places: each by the portal's own login, and by no other. */
export function openPortals(places: readonly PortalPlace[], config: Config, log: Log): OpenPortals {
  const portals = new Map<string, ServedPortal>()
  const databases: Database[] = []
  for (const place of places) {
    const database = openPortal(place, place)
    databases.push(database)
    const served = {
      door: { database, key: portalKey(config, place.database) },
      isDemo: place.isDemo && config.environment !== 'production',
    }
    for (const host of place.hosts) portals.set(host, served)
  }
  return {
    options: { routes: portalRoutes, portals, config, log },
    close: async () => {
      for (const database of databases) await database.close()
    },
  }
}
