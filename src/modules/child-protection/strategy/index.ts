import type { Route } from '#platform/http'
import { leads, meetingTabs } from '../meeting/index.ts'
import { decisionRoutes } from './pages/decision/decisionRoutes.ts'
import { recordRoutes } from './pages/record/recordRoutes.ts'

export { strategyClockSource } from './clocks/strategyClocks.ts'

/** What is special of a strategy discussion: its decision and its record. */
export const strategyRoutes: readonly Route[] = [...decisionRoutes, ...recordRoutes]

meetingTabs.push(
  {
    path: '/decision',
    text: 'Decision',
    isShown: ({ kind, status }, parts) =>
      kind === 'strategy' && status === 'in_session' && leads(kind, parts),
  },
  {
    path: '/record',
    text: 'Record',
    isShown: ({ kind, status }) => kind === 'strategy' && status === 'held',
  },
)
