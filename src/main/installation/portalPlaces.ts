import type { Config } from '#platform/config'
import { namesIn } from '#platform/db'
import { contextKey } from './contextKey.ts'
import { portalHosts } from './hosts.ts'
import { furtherDatabases } from './namedDatabases.ts'
import type { Authority } from './openAuthority.ts'
import type { PortalDoor } from './place.ts'

/** Where one authority's families come in. */
export type PortalPlace = PortalDoor & {
  readonly database: string
  readonly contextKey: Buffer
  /** The demonstration made it: its invented families may be tried. */
  readonly isDemo: boolean
}

/** The portals of authorities that are open in this process. */
export const portalsOf = (authorities: readonly Authority[]): readonly PortalPlace[] =>
  authorities.flatMap(({ place, installation }) =>
    place.portal === null
      ? []
      : [
          {
            ...place.portal,
            database: place.database,
            contextKey: place.contextKey,
            isDemo: installation.madeByDemo,
          },
        ],
  )

/** The portals that the settings alone name: for a process that has no other login. */
export function namedPortals(config: Config): readonly PortalPlace[] {
  const further = [...furtherDatabases(config).values()].flatMap(({ databasePortalUrl, portalHost }) =>
    databasePortalUrl === undefined || portalHost === undefined
      ? []
      : [portalAt(config, databasePortalUrl, [portalHost])],
  )
  if (config.databasePortalUrl === undefined) return further
  return [portalAt(config, config.databasePortalUrl, portalHosts(config, '*')), ...further]
}

function portalAt(config: Config, url: string, hosts: readonly string[]): PortalPlace {
  const { database, login } = namesIn(url)
  return { url, login, hosts, database, contextKey: contextKey(config, database), isDemo: false }
}
