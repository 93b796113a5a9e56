import type { UserClass } from '../db/index.ts'
import type { Route } from './route.ts'

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
  readonly navigation?: readonly NavigationItem[]
}
