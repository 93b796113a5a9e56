import type { Config } from '#platform/config'
import type { Database } from '#platform/db'
import type { Sealer, ServedFiles } from '#platform/files'
import type { ServiceModule } from '#platform/http'
import type { WordCost } from '#platform/keys'
import type { News } from '#platform/live'
import type { Log } from '#platform/log'
import type { EntryRules } from '#platform/sign-in'
import type { Clock } from '#platform/time'

/** One council as the server knows it: its own database, reached under its own host name. */
export interface Authority {
  readonly database: Database
  /** The council's name, in the header of every page. */
  readonly name: string
  /** DfE three-digit number. */
  readonly code: string
  /** Colour of the header, `#rrggbb`; left out, the service's own. */
  readonly colour?: string
  /** The demo made this database: its invented workers may be signed in by choosing one from a list. */
  readonly isDemo: boolean
  /** Its stored files; left out, pages that need them say so. */
  readonly files?: ServedFiles
  /** Seals what systems of other organisations send; left out, nothing is taken from them. */
  readonly sealer?: Sealer
  /** Says what changes while pages are open; left out, they show it when they are loaded again. */
  readonly news?: News
}

/** Requests a minute before someone is asked to wait. */
export interface Limits {
  /** From one address: many people of a council share one. */
  readonly perAddress: number
  /** In one session. */
  readonly perSession: number
  /** Sign-ins begun or ended from one address. */
  readonly signIn: number
  /** Forms sent by people who do not sign in, from one address. */
  readonly publicForm: number
  /** Calls of systems of other organisations, from one address. */
  readonly perSystem: number
}

/** Whether a part that the service leans on works, asked by /health. */
export type HealthCheck = () => Promise<boolean>

/** What the server is made of. */
export interface ServerOptions {
  /** The parts of the service, in the order of registration. */
  readonly modules: readonly ServiceModule[]
  /** By host name without port, in small letters. Any other host is refused. */
  readonly authorities: ReadonlyMap<string, Authority>
  readonly config: Config
  readonly log: Log
  readonly clock?: Clock
  readonly limits?: Partial<Limits>
  /** What hashing a passphrase costs; less in tests alone. */
  readonly wordCost?: WordCost
  /** How the identity provider's claims are read. */
  readonly entryRules?: EntryRules
  /** Further parts for /health, by name: 'jobs' ... */
  readonly healthChecks?: Readonly<Record<string, HealthCheck>>
}
