import { z } from 'zod'
import { uuidParam } from '#modules/casework'
import type { Uuid } from '#platform/ids'
import { isConferenceKind, type Meeting } from '../rules/meeting.ts'

/** Paths of one meeting: /meetings/:meetingId ... */
export const meetingParams = z.object({ meetingId: uuidParam })
export type MeetingParams = { readonly meetingId: Uuid }

/** Address of a meeting or a part of it. */
export const meetingPath = (meetingId: Uuid, part = ''): string => `/meetings/${meetingId}${part}`

/** Where a meeting of its kind is worked at while it sits. */
export const workedAt = ({ id, kind }: Pick<Meeting, 'id' | 'kind'>): string =>
  meetingPath(id, isConferenceKind(kind) ? '/conference' : '/room')
