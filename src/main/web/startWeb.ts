import { createServer, type Server } from 'node:http'
import type { Registry } from 'prom-client'
import { buildServer, partsOf } from './buildServer.ts'
import type { ServerOptions } from './serverOptions.ts'

/** A server that listens. */
export interface RunningWeb {
  /** Where it listens, such as http://127.0.0.1:3000. */
  readonly address: string
  /** Takes no more requests, lets those under way finish, and resolves. */
  stop(): Promise<void>
}

/** Builds the server and listens; Prometheus may ask on a port of its own that only this machine reaches. */
export async function startWeb(options: ServerOptions): Promise<RunningWeb> {
  const { config, log } = options
  const server = await buildServer(options)
  const address = await server.listen({ host: config.host, port: config.port })
  const metrics = await listenForMetrics(config.metricsPort, partsOf(server).figures).catch(
    async (error: unknown) => {
      await server.close()
      throw error
    },
  )
  log.info('listening', { at: address })
  return {
    address,
    stop: async () => {
      await server.close()
      metrics?.close().closeAllConnections()
      log.info('stopped')
    },
  }
}

async function listenForMetrics(port: number, figures: Registry): Promise<Server | null> {
  if (port === 0) return null
  const metrics = createServer((request, response) => {
    if (request.url !== '/metrics') return response.writeHead(404).end()
    return figures.metrics().then(
      text => response.writeHead(200, { 'content-type': figures.contentType }).end(text),
      () => response.writeHead(500).end(),
    )
  })
  await new Promise<void>((resolve, reject) => {
    metrics.once('error', reject)
    metrics.listen(port, '127.0.0.1', resolve)
  })
  return metrics
}
