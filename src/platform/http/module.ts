import type { UserClass } from '../db/index.ts'
import type { Route } from './route.ts'
import type { SystemRoute } from './systemRoute.ts'

/** An item of the service navigation. */
export type NavigationItem = {
  readonly text: string
  readonly href: string
  readonly order: number
  readonly classes: readonly UserClass[]
}

/** What a module contributes to the running service; the composition root collects them. */
export type ServiceModule = {
  readonly name: string
  readonly routes: readonly Route[]
  /** Routes for systems of other organisations. */
  readonly systemRoutes?: readonly SystemRoute[]
  readonly navigation?: readonly NavigationItem[]
}
