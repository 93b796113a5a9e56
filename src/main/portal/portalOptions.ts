import type { Door, PortalRoute } from '#modules/family-portal'
import type { Config } from '#platform/config'
import type { Log } from '#platform/log'
import type { Clock } from '#platform/time'

/** One authority as its portal knows it: the portal's own database login, and the key that seals. */
export type ServedPortal = {
  readonly door: Pick<Door, 'database' | 'key'>
  /** The demonstration made this database: its invented families' words are printed on the sign-in page. */
  readonly isDemo: boolean
}

/** What the portal's server is made of. Nothing in it reaches the login that serves staff. */
export type PortalOptions = {
  readonly routes: readonly PortalRoute[]
  /** By host name without port, in small letters. Any other host is refused. */
  readonly portals: ReadonlyMap<string, ServedPortal>
  readonly config: Config
  readonly log: Log
  readonly clock?: Clock
  readonly limits?: Partial<PortalLimits>
}

/** Requests a minute before somebody is asked to wait. */
export type PortalLimits = {
  readonly perAddress: number
  /** Tries to come in, from one address. */
  readonly tries: number
}
