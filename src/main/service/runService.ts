import { portalAddress } from '#modules/family-portal'
import type { CommandContext } from '#platform/command-line'
import { configWarnings } from '#platform/config'
import { KithError } from '#platform/errors'
import { startHospitalDoor } from '../hospital-door/index.ts'
import { type Authority, openAuthority } from '../installation/openAuthority.ts'
import type { Places } from '../installation/place.ts'
import { portalsOf } from '../installation/portalPlaces.ts'
import { registerModules } from '../modules.ts'
import { type RunningPortal, startPortal } from '../portal/index.ts'
import { startWeb } from '../web/index.ts'
import { openPortals } from './portalOptions.ts'
import { startWorker } from './startWorker.ts'
import { webOptions } from './webOptions.ts'

/** Which parts of the service this process is. */
export type ServiceParts = { readonly web: boolean; readonly worker: boolean; readonly portal?: boolean }

/**
 * Serves until it is asked to end, then lets requests and jobs under way finish.
 * @param onReady told the address once everything runs
 * @throws KithError when a part cannot start; what had started is stopped
 */
export async function runService(
  context: CommandContext,
  places: Places,
  parts: ServiceParts,
  onReady: (
    address: string | null,
    authorities: readonly Authority[],
    portalAddress: string | null,
  ) => Promise<void> | void,
): Promise<void> {
  const config = context.config()
  for (const warning of configWarnings(config)) context.log.warn(warning)
  registerModules()
  const authorities: Authority[] = []
  const running: { stop(): Promise<void> }[] = []
  try {
    for (const place of places.places) authorities.push(await openAuthority(place))
    if (parts.worker) {
      running.push(await startWorker(authorities, config, context.log))
      running.push(...(await startHospitalDoor(authorities, config, context.log)))
    }
    const web = parts.web
      ? await startWeb(await webOptions(authorities, config, context.log)).catch(explain)
      : null
    if (web) running.push(web)
    const portal = parts.portal ? await servePortals(authorities, context) : null
    if (portal) running.push(portal)
    portalAddress.of = () => config.portalUrl ?? portal?.address ?? null // the portal may be served by a process of its own
    await onReady(web?.address ?? null, authorities, portal?.address ?? null)
    await ended(context.signal)
  } finally {
    for (const part of running.toReversed()) await part.stop()
    for (const { database } of authorities) await database.close()
  }
}

/** The family portals of these authorities, by connections of their own; null where none has one. */
async function servePortals(
  authorities: readonly Authority[],
  context: CommandContext,
): Promise<RunningPortal | null> {
  const places = portalsOf(authorities)
  if (places.length === 0) return null
  const open = openPortals(places, context.config(), context.log)
  const portal = await startPortal(open.options)
    .catch(explain)
    .catch(async (error: unknown) => {
      await open.close()
      throw error
    })
  return {
    address: portal.address,
    stop: async () => {
      await portal.stop()
      await open.close()
    },
  }
}

/** A port that is taken is the commonest fault of all: say which setting moves it. */
function explain(error: unknown): never {
  if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error
  throw new KithError('KITH_CONFIG_WRONG', {
    sentence:
      'Another program listens on this port. Set PORT (or METRICS_PORT, PORTAL_PORT) to another number, or end that program.',
    cause: error,
  })
}

/** Resolves when the command is asked to end. */
export function ended(signal: AbortSignal): Promise<void> {
  return new Promise(resolve => {
    if (signal.aborted) resolve()
    else signal.addEventListener('abort', () => resolve(), { once: true })
  })
}
