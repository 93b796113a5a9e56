import { whoIsInvolved } from '#modules/casework'
import { formVersion } from '#platform/http'
import type { Uuid } from '#platform/ids'
import { html } from '#ui'
import { openEnquiries, openEpisodes } from '../../../enquiry/queries/enquirable.ts'
import { leads, tookPart, viewsOf } from '../../../meeting/index.ts'
import { meetingForm } from '../../../meeting/pages/form/meetingForm.ts'
import { meetingPath } from '../../../meeting/pages/meetingPath.ts'
import { childName, quorumHtml } from '../../../meeting/pages/openedMeeting.ts'
import { closeDiscussion, type DiscussionClosing } from '../../commands/closeDiscussion.ts'
import type { DecisionContext } from './decisionContext.ts'
import { decisionFields, decisionOrder, decisionTargets } from './decisionFields.ts'
import { parseDecision } from './parseDecision.ts'

/** `/meetings/:meetingId/decision`: one closing with a decision on every child. */
export const decisionRoutes = meetingForm<DecisionContext, Omit<DiscussionClosing, 'meetingId' | 'version'>>({
  part: '/decision',
  name: 'strategy-decision',
  title: 'Decide and close',
  heading: () => 'Decide on each child, and close',
  summary: {
    show: 'The form that decides at a strategy discussion and closes it',
    send: 'Decides on each child, starts enquiries and closes the discussion',
  },
  submit: () => 'Close the discussion',
  async read({ work, opened }) {
    const { meeting, parts, children, invitees } = opened
    if (meeting.kind !== 'strategy' || meeting.status !== 'in_session' || !leads(meeting.kind, parts))
      return null
    const ids = children.map(({ id }) => id)
    const enquired = new Set((await openEnquiries(work, ids)).map(({ personId }) => personId))
    const referred = new Set((await openEpisodes(work, ids)).map(({ personId }) => personId))
    const workers = new Map<Uuid, string>()
    for (const id of ids)
      for (const { held, workerId, name, role } of await whoIsInvolved(work, id))
        if (held === 'allocation' && role !== 'conference_chair' && workerId !== null && name !== null)
          workers.set(workerId, name)
    return {
      opened,
      children: ids.map(id => ({
        id,
        name: childName(opened, id),
        isEnquired: enquired.has(id),
        isReferred: referred.has(id),
      })),
      present: invitees.filter(tookPart),
      views: await viewsOf(work, meeting.id),
      workers: [...workers].map(([id, name]) => ({ id, name })),
    }
  },
  fresh: ({ children, workers }) => ({
    lead: workers[0]?.id ?? '',
    ...Object.fromEntries(
      children.map(({ id, isEnquired }) => [`decision-${id}`, isEnquired ? 'enquiry_continues' : '']),
    ),
  }),
  version: ({ present, views }, { opened }) =>
    formVersion([
      opened.meeting.version,
      present.map(({ id }) => id),
      views.map(({ id, version }) => [id, version]),
    ]),
  above: (_, { opened }) =>
    html`${quorumHtml(opened)}<p class="govuk-body">A strategy discussion decides whether to make enquiries under section 47, plans them, and decides nothing else.</p>`,
  fields: decisionFields,
  parse: (fields, context, { sent, work }) => parseDecision(fields, context, sent, work.now),
  async save(closing, { children }, { work, opened: { meeting } }) {
    const closed = await closeDiscussion(work, {
      ...closing,
      meetingId: meeting.id,
      version: meeting.version,
    })
    if (closed.outcome === 'stale') return { outcome: 'stale' }
    if (closed.outcome === 'closed')
      return {
        outcome: 'saved',
        location: meetingPath(meeting.id, '/record'),
        success: 'Discussion closed. Its record is to be sent',
      }
    if ('personId' in closed)
      return {
        outcome: 'refused',
        issues: [{ path: [`decision-${closed.personId}`], message: refusals[closed.because] }],
      }
    const field = closed.because === 'quorum' ? 'quorumException' : `decision-${children[0]?.id}`
    return { outcome: 'refused', issues: [{ path: [field], message: refusals[closed.because] }] }
  },
  order: decisionOrder,
  targets: decisionTargets,
})

const refusals = {
  quorum: 'Enter why it is held without a quorum',
  undecided: 'Decide on every child',
  open_enquiry: 'An enquiry of this child is open: select that it goes on',
  no_enquiry_open: 'No enquiry of this child is open: select whether one starts',
  no_referral: 'This child has no open referral: take one on first, then close the discussion',
  may_not_write: 'You may not write in this child’s record',
} as const
