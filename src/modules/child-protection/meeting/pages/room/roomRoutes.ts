import { z } from 'zod'
import { workerCard } from '#modules/agencies'
import { recordReaders } from '#modules/casework'
import type { Work } from '#platform/db'
import { formVersion, notFound, type Reply, route } from '#platform/http'
import { button, type Html, html, nothing } from '#ui'
import { type ContributionWanted, contribute } from '../../commands/contribute.ts'
import { contributionsOf } from '../../queries/contributionsOf.ts'
import { isComing, leads } from '../../rules/meeting.ts'
import type { Contribution } from '../../rules/said.ts'
import { type MeetingVisit, meetingForm } from '../form/meetingForm.ts'
import { meetingParams, meetingPath } from '../meetingPath.ts'
import { namedIn, type OpenedMeeting, openedMeeting, quorumHtml } from '../openedMeeting.ts'
import { entriesHtml, mayCorrect } from './entries.ts'
import { parseSaid, type SayContext, sayFields } from './sayFields.ts'
import { thereHtml } from './there.ts'

/** Intelligence is held back by a police force alone. */
async function forceOf(work: Work, { own }: OpenedMeeting): Promise<SayContext['force']> {
  if (own?.agency !== 'police' || own.workerId === null) return null
  const card = await workerCard(work, own.workerId)
  return card?.organisationId && card.organisationName
    ? { id: card.organisationId, name: card.organisationName }
    : null
}

/** What was said; a script asks for it again, and without one the link does. */
const saidHtml = (opened: OpenedMeeting, said: readonly Contribution[]): Html =>
  html`<h2 class="govuk-heading-m">What was said</h2>
<p class="govuk-visually-hidden" role="status" data-room-status></p>
<div data-room="${meetingPath(opened.meeting.id, '/room/entries')}" data-room-mark="${markOf(said)}">${entriesHtml(opened, said)}</div>
<p class="govuk-body kith-no-print"><a class="govuk-link" href="${meetingPath(opened.meeting.id, '/room')}">Show what has been added since</a></p>`

const markOf = (said: readonly Contribution[]): string => formVersion(said.map(({ id }) => id))

function above({ opened, said }: Pick<SayContext, 'opened' | 'said'>): Html {
  const { meeting, mayKeep, parts } = opened
  const mayOpen = meeting.status === 'planned' && leads(meeting.kind, parts)
  const mayNote = meeting.status === 'in_session' && mayKeep
  return html`${quorumHtml(opened)}
${thereHtml(opened)}
${mayOpen ? button({ text: 'Open the meeting', href: meetingPath(meeting.id, '/attendance') }) : nothing}
${mayNote ? html`<p class="govuk-body kith-no-print"><a class="govuk-link" href="${meetingPath(meeting.id, '/attendance')}">Note who is there</a></p>` : nothing}
${saidHtml(opened, said)}`
}

/** `/meetings/:meetingId/room`: what each agency knows, added by each in its own name. */
export const roomRoutes = [
  ...meetingForm<SayContext, ContributionWanted>({
    part: '/room',
    name: 'meeting-room',
    title: 'Room',
    heading: ({ corrects }) => (corrects === null ? 'Add what you know' : 'Correct what was said'),
    summary: {
      show: 'What each agency brings to a meeting',
      send: 'Adds what somebody knows, or corrects it',
    },
    submit: ({ corrects }) => (corrects === null ? 'Add' : 'Add the correction'),
    opensDraft: true,
    scripts: ['meetingRoom.js'],
    async read({ work, opened, query }) {
      if (!opened.mayKeep && opened.own === null) return null
      if (work.knownAt !== null || opened.meeting.status === 'cancelled') return null
      const said = await contributionsOf(work, opened.meeting.id)
      const corrects = said.find(one => one.id === query['correct'] && mayCorrect(opened, one)) ?? null
      if (corrects === null && !isComing(opened.meeting)) return null
      return { opened, said, corrects, force: await forceOf(work, opened) }
    },
    withoutForm: async ({ work, opened }: MeetingVisit) =>
      above({ opened, said: await contributionsOf(work, opened.meeting.id) }),
    fresh: () => ({ class: 'B3', kind: 'information' }),
    above,
    fields: sayFields,
    parse: (fields, context, { sent }) => parseSaid(fields, context, sent),
    async save(wanted, _, { work, opened }) {
      await contribute(work, wanted)
      return { outcome: 'saved', location: meetingPath(opened.meeting.id, '/room'), success: 'Added' }
    },
    order: () => ['who', 'about', 'kind', 'said', 'class'],
  }),
  route({
    method: 'GET',
    url: '/meetings/:meetingId/room/entries',
    admits: recordReaders,
    summary: 'What was said in a meeting so far, for the page that shows it live',
    purpose: 'casework',
    params: meetingParams,
    query: z.object({ mark: z.string().max(40).optional().catch(undefined) }),
    async handle({ work, params, query }): Promise<Reply> {
      const opened = await openedMeeting(work, params.meetingId)
      if (opened === null) return notFound
      const said = await contributionsOf(work, opened.meeting.id)
      // Nothing new is nothing shown: an open page would fill the audit otherwise.
      if (query.mark === markOf(said)) return { kind: 'json', body: { mark: query.mark }, shown: 'nothing' }
      return {
        kind: 'json',
        body: { mark: markOf(said), count: said.length, html: `${entriesHtml(opened, said)}` },
        shown: { resource: 'meeting-room', subjectIds: namedIn(opened) },
      }
    },
  }),
]
