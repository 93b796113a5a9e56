import { z } from 'zod'
import { uuidParam } from '#modules/casework'
import type { Uuid } from '#platform/ids'

/** Paths of one meeting: /meetings/:meetingId ... */
export const meetingParams = z.object({ meetingId: uuidParam })
export type MeetingParams = { readonly meetingId: Uuid }

/** Address of a meeting or a part of it. */
export const meetingPath = (meetingId: Uuid, part = ''): string => `/meetings/${meetingId}${part}`
