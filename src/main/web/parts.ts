import type { ServerResponse } from 'node:http'
import type { Config } from '#platform/config'
import { type HeaderOptions, type NavigationItem, securityHeaders } from '#platform/http'
import { WORD_COST, type WordCost } from '#platform/keys'
import type { Log } from '#platform/log'
import {
  type ClientOf,
  type EntryRules,
  type IdentityProvider,
  identityProvider,
  providerClients,
  type SessionLimits,
} from '#platform/sign-in'
import { type Clock, systemClock } from '#platform/time'
import { type AssetFiles, assetFiles } from '#ui'
import { PrintShelf } from './prints/printShelf.ts'
import type { Authority, HealthCheck, Limits, ServerOptions } from './serverOptions.ts'

/** Everything that answering a request needs, made once at start. */
export interface Parts {
  readonly authorities: ReadonlyMap<string, Authority>
  readonly config: Config
  readonly clock: Clock
  readonly log: Log
  readonly limits: Limits
  readonly entryRules: EntryRules
  readonly sessionLimits: SessionLimits
  /** What hashing a passphrase costs. */
  readonly wordCost: WordCost
  readonly healthChecks: Readonly<Record<string, HealthCheck>>
  readonly navigation: readonly NavigationItem[]
  readonly assets: AssetFiles
  /** People reach the service by https. */
  readonly isSecure: boolean
  readonly headers: Readonly<Record<string, string>>
  /** The provider that staff sign in with; the demo's own is not here. */
  readonly provider: IdentityProvider | null
  /** How to sign in by the provider of another organisation. */
  readonly clientOf: ClientOf
  /** What is being printed, and waits to be fetched. */
  readonly prints: PrintShelf
  /** Pages that are open and told of what changes. */
  readonly openStreams: Set<ServerResponse>
}

const USUAL_LIMITS: Limits = {
  perAddress: 3000,
  perSession: 600,
  signIn: 60,
  publicForm: 20,
  perSystem: 12_000,
}

/** Makes the parts of one server. */
export function makeParts(options: ServerOptions): Parts {
  const { config, authorities } = options
  const clock = options.clock ?? systemClock
  const isSecure = config.baseUrl?.startsWith('https://') === true
  const headerOptions: HeaderOptions = {
    isSecure,
    formTargets: config.issuer === undefined ? [] : [new URL(config.issuer).origin],
  }
  return {
    authorities,
    config,
    clock,
    log: options.log,
    limits: { ...USUAL_LIMITS, ...options.limits },
    entryRules: options.entryRules ?? {},
    sessionLimits: { idleMinutes: config.sessionIdleMinutes, absoluteHours: config.sessionAbsoluteHours },
    wordCost: options.wordCost ?? WORD_COST,
    healthChecks: options.healthChecks ?? {},
    navigation: options.modules
      .flatMap(module => module.navigation ?? [])
      .toSorted((a, b) => a.order - b.order),
    assets: assetsOnce(coloursOf(authorities.values())),
    isSecure,
    headers: securityHeaders(headerOptions),
    provider: configuredProvider(config),
    clientOf: providerClients(),
    prints: new PrintShelf(clock),
    openStreams: new Set(),
  }
}

function configuredProvider({ issuer, clientId, clientSecret }: Config): IdentityProvider | null {
  if (issuer === undefined || clientId === undefined || clientSecret === undefined) return null
  return identityProvider({ issuer, clientId, clientSecret })
}

const colourName = (authority: Authority): string => `authority-${authority.code}`

/** The stylesheet of an authority with a colour of its own, as page() takes it. */
export const themeOf = (authority: Authority): string | undefined =>
  authority.colour === undefined ? undefined : `theme-${colourName(authority)}`

const made = new Map<string, AssetFiles>()

/** The files for these colours; compiling styles takes most of a second, so once per process. */
function assetsOnce(colours: Readonly<Record<string, string>>): AssetFiles {
  const key = JSON.stringify(colours)
  const files = made.get(key) ?? assetFiles(colours)
  made.set(key, files)
  return files
}

function coloursOf(authorities: Iterable<Authority>): Record<string, string> {
  const coloured = [...authorities].flatMap(authority =>
    authority.colour === undefined ? [] : [[colourName(authority), authority.colour] as const],
  )
  return Object.fromEntries(coloured)
}
