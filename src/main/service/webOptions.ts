import { readSetting } from '#modules/agencies'
import type { Config } from '#platform/config'
import { serviceActor } from '#platform/db'
import { openNews } from '#platform/live'
import type { Log } from '#platform/log'
import { sealerOf, servedFiles } from '../installation/authorityFiles.ts'
import { hostsOf } from '../installation/hosts.ts'
import type { Authority } from '../installation/openAuthority.ts'
import { serviceModules } from '../modules.ts'
import type { Authority as ServedAuthority, ServerOptions } from '../web/index.ts'

/** What the web server is made of for these authorities: each under its own host names. */
export async function webOptions(
  authorities: readonly Authority[],
  config: Config,
  log: Log,
): Promise<ServerOptions> {
  const byHost = new Map<string, ServedAuthority>()
  for (const authority of authorities) {
    const served = await asServed(authority, config, log)
    for (const host of hostsOf(authority.place, config)) byHost.set(host, served)
  }
  const { subjectClaim, requiredMethods } = config
  return {
    modules: serviceModules,
    authorities: byHost,
    config,
    log,
    entryRules: { subjectClaim, ...(requiredMethods ? { requiredMethods } : {}) },
  }
}

/** An authority with the colour it chose; a change of colour shows at the next start. */
async function asServed(
  { place, installation, database }: Authority,
  config: Config,
  log: Log,
): Promise<ServedAuthority> {
  const { colour } = await database.as(serviceActor('clockkeeper'), 'start', work =>
    readSetting(work, 'authority.theme'),
  )
  return {
    database,
    colour,
    name: installation.authorityName,
    code: installation.authorityCode,
    isDemo: installation.madeByDemo,
    files: servedFiles(config, place, installation),
    news: openNews(place.serveUrl, log.with({ database: place.database })),
    sealer: sealerOf(config, place, installation),
  }
}
