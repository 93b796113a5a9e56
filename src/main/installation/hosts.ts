import type { Config } from '#platform/config'
import type { Place } from './place.ts'

/** Host names under which a place is served. The place for every other host answers to the base URL, else locally. */
export function hostsOf(place: Place, config: Config): readonly string[] {
  if (place.host !== '*') return [place.host]
  if (config.baseUrl !== undefined) return [new URL(config.baseUrl).hostname]
  return [...new Set(['localhost', '127.0.0.1', config.host.toLowerCase()])]
}

/** Host names under which the portal of a place is served. */
export function portalHosts(config: Config, host: string): readonly string[] {
  if (host !== '*') return [host]
  if (config.portalUrl !== undefined) return [new URL(config.portalUrl).hostname]
  return [...new Set(['localhost', '127.0.0.1', config.host.toLowerCase()])]
}
