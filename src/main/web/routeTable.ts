import type { FastifyInstance } from 'fastify'
import type { Admits } from '#platform/http'

/** One registered route and whom it admits; null where nobody said. */
export interface RouteEntry {
  readonly method: string
  readonly url: string
  readonly admits: Admits | 'system' | null
}

const tables = new WeakMap<FastifyInstance, RouteEntry[]>()

/** Begins to note routes; call before any is added. */
export function noteRoutes(server: FastifyInstance): void {
  const entries: RouteEntry[] = []
  tables.set(server, entries)
  server.addHook('onRoute', route => {
    for (const method of [route.method].flat())
      entries.push({ method, url: route.url, admits: route.config?.rule?.admits ?? null })
  })
}

/** Every route that the server answers, with the rule it declared. */
export function routeTable(server: FastifyInstance): readonly RouteEntry[] {
  const entries = tables.get(server)
  if (entries === undefined) throw new Error('This server was not made by buildServer')
  return entries
}
