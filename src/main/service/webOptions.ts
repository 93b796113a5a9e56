import type { Config } from '#platform/config'
import type { Log } from '#platform/log'
import { hostsOf } from '../installation/hosts.ts'
import type { Authority } from '../installation/openAuthority.ts'
import { serviceModules } from '../modules.ts'
import type { ServerOptions } from '../web/index.ts'

/** What the web server is made of for these authorities: each under its own host names. */
export function webOptions(authorities: readonly Authority[], config: Config, log: Log): ServerOptions {
  const byHost = authorities.flatMap(({ place, installation, database }) =>
    hostsOf(place, config).map(host => {
      const authority = {
        database,
        name: installation.authorityName,
        code: installation.authorityCode,
        isDemo: installation.madeByDemo,
      }
      return [host, authority] as const
    }),
  )
  return { modules: serviceModules, authorities: new Map(byHost), config, log }
}
