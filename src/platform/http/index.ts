export type { NavigationItem, ServiceModule } from './module.ts'
export { notFound, type Reply, type Shown } from './reply.ts'
export { type Admits, type Me, type Route, route, type Visit } from './route.ts'
