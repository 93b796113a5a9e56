import { buildPortal } from './buildPortal.ts'
import type { PortalOptions } from './portalOptions.ts'

/** A portal that listens. */
export type RunningPortal = { readonly address: string; stop(): Promise<void> }

/** Builds the portal's server and listens on the portal's own port. */
export async function startPortal(options: PortalOptions): Promise<RunningPortal> {
  const { config, log } = options
  const server = await buildPortal(options)
  const address = await server.listen({ host: config.host, port: config.portalPort })
  log.info('portal listening', { at: address })
  return {
    address,
    stop: async () => {
      await server.close()
      log.info('portal stopped')
    },
  }
}
