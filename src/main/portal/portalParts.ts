import { securityHeaders } from '#platform/http'
import { type Clock, systemClock } from '#platform/time'
import { type AssetFiles, assetFiles } from '#ui'
import type { PortalLimits, PortalOptions } from './portalOptions.ts'

/** Everything that answering a request needs, made once at start. */
export type PortalParts = Omit<PortalOptions, 'clock' | 'limits'> & {
  readonly clock: Clock
  readonly limits: PortalLimits
  readonly assets: AssetFiles
  readonly isSecure: boolean
  readonly headers: Readonly<Record<string, string>>
  readonly cookies: { readonly session: string; readonly form: string; readonly flash: string }
}

const USUAL: PortalLimits = { perAddress: 600, tries: 30 }

export function portalParts(options: PortalOptions): PortalParts {
  const isSecure = options.config.portalUrl?.startsWith('https://') === true
  const named = (name: string): string => `${isSecure ? '__Host-' : ''}${name}`
  return {
    ...options,
    clock: options.clock ?? systemClock,
    limits: { ...USUAL, ...options.limits },
    assets: assetFiles(),
    isSecure,
    headers: securityHeaders({ isSecure }),
    // Names that tell nobody who looks through a browser what they are for.
    cookies: { session: named('m'), form: named('mf'), flash: named('ms') },
  }
}
