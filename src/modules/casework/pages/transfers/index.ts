// The door of the transfer pages.
import type { Route } from '#platform/http'
import { askTransferRoutes } from './askRoutes.ts'
import { transferInboxRoutes } from './inboxRoute.ts'
import { transferRoutes } from './transferRoutes.ts'

export const transferPages: readonly Route[] = [
  ...askTransferRoutes,
  ...transferInboxRoutes,
  ...transferRoutes,
]
