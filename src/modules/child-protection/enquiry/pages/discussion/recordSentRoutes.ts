import { childForm, type Fields, personParams, uuidParam } from '#modules/casework'
import type { Uuid } from '#platform/ids'
import { londonDate } from '#reference'
import { dateFields, dateFieldsFrom, html } from '#ui'
import { sendRecord } from '../../commands/addToEnquiry.ts'
import { type HeldDiscussion, readDiscussion } from '../../queries/enquiryParts.ts'
import { enquiryPath } from '../frame/enquiryFrame.ts'

type Params = { readonly personId: Uuid; readonly discussionId: Uuid }

/** Says when the record of a discussion went to those who took part. */
export const recordSentRoutes = childForm<Params, HeldDiscussion, Temporal.PlainDate>({
  url: '/people/:personId/discussions/:discussionId/sent',
  params: personParams.extend({ discussionId: uuidParam }),
  name: 'discussion-record',
  title: 'Record sent - Strategy discussion',
  heading: () => 'The record of the discussion was sent',
  summary: {
    show: 'The form that says when the record of a discussion was sent',
    send: 'Says when the record of a discussion was sent to those who took part',
  },
  submit: 'Save',
  path: ({ personId, discussionId }) => `/people/${personId}/discussions/${discussionId}/sent`,
  cancel: ({ personId }) => `/people/${personId}/plans`,
  async read({ work, params }) {
    const found = await readDiscussion(work, params.discussionId)
    return found?.personId === params.personId ? found : null
  },
  fresh: (_, work) => ({
    'sent-day': `${work.today.day}`,
    'sent-month': `${work.today.month}`,
    'sent-year': `${work.today.year}`,
  }),
  fields: (_, values, errors) =>
    html`${dateFields({ name: 'sent', legend: 'Sent on', hint: 'To everybody who took part', value: dateFieldsFrom(values, 'sent'), error: errors.of('sent') })}`,
  parse(fields: Fields, { heldAt }, { work }) {
    const sentOn = fields.date('sent', 'The day', 'Enter the day on which it was sent')
    if (sentOn !== null && Temporal.PlainDate.compare(sentOn, work.today) > 0)
      return fields.problem('sent', 'The day must be today or in the past')
    if (sentOn !== null && Temporal.PlainDate.compare(sentOn, londonDate(heldAt)) < 0)
      return fields.problem('sent', 'The day must not be before the discussion')
    return sentOn
  },
  async save(sentOn, discussion, { work, params }) {
    if (!(await sendRecord(work, discussion, sentOn)))
      return {
        outcome: 'refused',
        issues: [{ path: ['sent'], message: 'Somebody has said already when it was sent' }],
      }
    const location = enquiryPath({ personId: params.personId, enquiryId: discussion.enquiryId })
    return { outcome: 'saved', location, success: 'Saved' }
  },
  order: ['sent'],
  targets: { sent: 'sent-day' },
})
