import type { NavigationItem, Route } from '#platform/http'
import { agendaRoutes } from './pages/agenda/agendaRoutes.ts'
import { attendanceRoutes } from './pages/attendance/attendanceRoutes.ts'
import { continueRoutes } from './pages/continue/continueRoutes.ts'
import { inviteesRoutes } from './pages/invitees/inviteesRoutes.ts'
import { meetingListRoute } from './pages/list/listRoute.ts'
import { newMeetingRoutes } from './pages/new/newRoutes.ts'
import { roomRoutes } from './pages/room/roomRoutes.ts'
import { endingRoutes, moveRoutes } from './pages/workspace/moveRoutes.ts'
import { workspaceRoutes } from './pages/workspace/workspaceRoutes.ts'

/** Every page that meetings of all kinds share. */
export const meetingRoutes: readonly Route[] = [
  meetingListRoute,
  ...newMeetingRoutes,
  ...workspaceRoutes,
  ...inviteesRoutes,
  ...continueRoutes,
  ...agendaRoutes,
  ...moveRoutes,
  ...endingRoutes,
  ...attendanceRoutes,
  ...roomRoutes,
]

export const meetingNavigation: readonly NavigationItem[] = [
  { text: 'Meetings', href: '/meetings', order: 41, classes: ['practitioner', 'duty'] },
]
