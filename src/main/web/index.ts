export { buildServer, partsOf, type ServerParts } from './buildServer.ts'
export { type RouteEntry, routeTable } from './routeTable.ts'
export type { Authority, HealthCheck, Limits, ServerOptions } from './serverOptions.ts'
export { type RunningWeb, startWeb } from './startWeb.ts'
