import { z } from 'zod'
import { uuidParam } from '#modules/casework'
import { dropDraft, SAVE_DRAFT, saveDraft } from '#platform/drafts'
import { errorsAbove, type FieldErrors, fieldErrors, type Html, html } from '#ui'
import { answerMeeting } from '../../commands/answerMeeting.ts'
import { keepForLater, openForm } from '../../draftedForm.ts'
import { isTicked, saidIn, textOf } from '../../fields.ts'
import { absent, inside } from '../../portalRoute.ts'
import { type AskedMeeting, readMeetings } from '../../queries/readMeetings.ts'
import { meetingHtml, meetingPage } from './page.ts'

const params = z.object({ inviteeId: uuidParam })

const keyOf = (id: string) => ({ form: 'meeting', recordKey: id, action: `/meetings/${id}` }) as const

const freshOf = (meeting: AskedMeeting) => ({
  version: `${meeting.version}`,
  response: meeting.response,
  needs: meeting.needs ?? '',
  language: meeting.language ?? '',
  help: meeting.advocate === null || meeting.advocate === 'declined' ? '' : 'advocate',
})

const read = inside({
  method: 'GET',
  url: '/meetings/:inviteeId',
  params,
  async handle({ work, params, session, form }) {
    const meeting = (await readMeetings(work)).find(one => one.inviteeId === params.inviteeId)
    if (meeting === undefined) return absent
    const drafted = await openForm(work, keyOf(params.inviteeId), freshOf(meeting))
    return {
      kind: 'page',
      title: 'Your meeting',
      back: '/',
      content: meetingPage(meeting, session.readsAs, drafted, form, fieldErrors([])),
      shown: { resource: 'meeting_invitee', rowIds: [params.inviteeId] },
    }
  },
})

const answer = inside({
  method: 'POST',
  url: '/meetings/:inviteeId',
  params,
  async handle({ work, params, session, form, sent }) {
    const key = keyOf(params.inviteeId)
    const meeting = (await readMeetings(work)).find(one => one.inviteeId === params.inviteeId)
    if (meeting === undefined) return absent
    if (SAVE_DRAFT in sent) return keepForLater(work, key, sent, key.action)
    const again = async (errors: FieldErrors, status: number, above: Html) => {
      await saveDraft(work, key.form, key.recordKey, sent)
      const drafted = { ...(await openForm(work, key)), values: { ...sent, version: `${meeting.version}` } }
      return {
        kind: 'page',
        status,
        title: 'Your meeting',
        hasErrors: true,
        back: '/',
        content: html`${above}${meetingPage(meeting, session.readsAs, drafted, form, errors)}`,
        shown: { resource: 'meeting_invitee', rowIds: [params.inviteeId] },
      } as const
    }
    const response = textOf(sent, 'response')
    if (response !== 'coming' && response !== 'apologies')
      return again(fieldErrors([{ path: ['response'], message: 'Say if you are coming' }]), 422, html``)
    const kept = await answerMeeting(work, {
      inviteeId: params.inviteeId,
      version: Number(textOf(sent, 'version')) || 0,
      response,
      needs: saidIn(sent, 'needs'),
      language: saidIn(sent, 'language'),
      wantsAdvocate: isTicked(sent, 'help', 'advocate'),
    })
    if (!kept) return again(fieldErrors([]), 409, changedMeanwhile(meeting))
    await dropDraft(work, key.form, key.recordKey)
    return { kind: 'redirect', location: '/', success: 'Thank you. We know now.' }
  },
})

/** The invitation was changed since the form was opened: both are shown, and nothing typed is lost. */
const changedMeanwhile = (meeting: AskedMeeting): Html =>
  html`${errorsAbove(fieldErrors([{ path: ['response'], message: 'The meeting, or your answer, was changed while this page was open. Look at it again, then send your answer' }]))}
<div class="govuk-inset-text"><p class="govuk-body">This is what stands now:</p>${meetingHtml(meeting, 'adult')}${meeting.needs === null ? '' : html`<p class="govuk-body kith-portal-words">What you need: ${meeting.needs}</p>`}</div>`

export const meetingRoutes = [read, answer]
