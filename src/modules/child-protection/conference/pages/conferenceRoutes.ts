import { z } from 'zod'
import { recordReaders, recordWriters, uuidParam } from '#modules/casework'
import { notFound, type Reply, route } from '#platform/http'
import { meetingParams, meetingPath } from '../../meeting/pages/meetingPath.ts'
import { namedIn, openedMeeting } from '../../meeting/pages/openedMeeting.ts'
import { removeLine } from '../commands/prepareConference.ts'
import { isConference } from '../rules/conference.ts'
import { conferencePage } from './conferencePage.ts'
import { conferenceView } from './conferenceView.ts'

const common = { purpose: 'casework', params: meetingParams } as const

const show = route({
  ...common,
  method: 'GET',
  url: '/meetings/:meetingId/conference',
  admits: recordReaders,
  summary: 'A child protection conference: quorum, reports, each child, views, and the plan as it is built',
  async handle({ work, params, form }): Promise<Reply> {
    const opened = await openedMeeting(work, params.meetingId)
    if (opened === null || !isConference(opened.meeting)) return notFound
    return {
      kind: 'page',
      title: 'Conference - Meetings',
      current: '/meetings',
      content: conferencePage(await conferenceView(work, opened), form),
      shown: { resource: 'conference', subjectIds: namedIn(opened) },
    }
  },
})

const remove = route({
  purpose: 'casework',
  method: 'POST',
  url: '/meetings/:meetingId/conference/lines/:lineId/remove',
  params: z.object({ meetingId: uuidParam, lineId: uuidParam }),
  admits: recordWriters,
  summary: 'Takes a line out of the plan that a conference builds',
  async handle({ work, params }): Promise<Reply> {
    const opened = await openedMeeting(work, params.meetingId)
    if (opened === null || !isConference(opened.meeting)) return notFound
    const isOpen = opened.meeting.status === 'planned' || opened.meeting.status === 'in_session'
    const may = isOpen && opened.parts.some(part => part === 'chair' || part === 'line')
    if (!may || !(await removeLine(work, params.meetingId, params.lineId))) return notFound
    return { kind: 'redirect', location: meetingPath(params.meetingId, '/conference'), success: 'Taken out' }
  },
})

export const conferencePageRoutes = [show, remove]
