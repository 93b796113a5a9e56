import { childForm, momentFields, momentValues, parseMoment } from '#modules/casework'
import { html, nothing } from '#ui'
import { recordDiscussion } from '../../commands/addToEnquiry.ts'
import type { DiscussionWanted } from '../../commands/enquiryRows.ts'
import {
  chosen,
  type EnquiryContext,
  type EnquiryParams,
  ended,
  enquiryParams,
  enquiryPath,
  readContext,
  siblingTicks,
} from '../frame/enquiryFrame.ts'
import { discussionFields, discussionOrder, parseDiscussion } from './discussionFields.ts'

type Parsed = { readonly discussion: DiscussionWanted; readonly seeBy: Temporal.Instant | null }

/** A discussion held while an enquiry goes on: the one that follows an act at once, or a further one. */
export const discussionRoutes = childForm<EnquiryParams, EnquiryContext, Parsed>({
  url: '/people/:personId/enquiries/:enquiryId/discussions/new',
  params: enquiryParams,
  name: 'enquiry-discussion',
  title: 'Strategy discussion - Section 47 enquiry',
  heading: () => 'Record a strategy discussion',
  summary: {
    show: 'The form for a strategy discussion within an enquiry',
    send: 'Records a strategy discussion within the enquiries of the children ticked',
  },
  submit: 'Save the discussion',
  path: params => `${enquiryPath(params)}/discussions/new`,
  cancel: enquiryPath,
  read: visit => readContext(visit),
  fresh: ({ siblings }, work) => ({
    also: siblings.map(({ enquiry }) => enquiry.id),
    ...momentValues('held', work.now),
  }),
  fields: (context, values, errors) => html`${
    context.enquiry.strategyDiscussionOn === null
      ? html`<p class="govuk-body">Somebody acted first in this enquiry. The discussion that you record now is the one that begins it: time limits count from it.</p>`
      : html`<p class="govuk-body">A further discussion moves no time limit: the one that began the enquiry counts.</p>`
  }${siblingTicks(context.siblings, 'Was it about these children too?', values)}
${discussionFields(values, errors)}
${momentFields('by', { legend: 'See the children by (optional)', hint: 'If it set another time than the one that stands' }, values, errors)}${nothing}`,
  parse(fields, context, { sent, work }) {
    const discussion = parseDiscussion(fields, sent, work.now)
    const seeBy = parseMoment(fields, 'by', { label: 'The time' }, work.now.add({ hours: 24 * 60 }))
    const { beganAt, startedOn } = context.enquiry
    const earliest = beganAt ?? startedOn.toZonedDateTime('Europe/London').toInstant()
    if (
      discussion !== null &&
      context.enquiry.isImmediate &&
      Temporal.Instant.compare(discussion.heldAt, earliest) < 0
    )
      fields.problem('held', 'The discussion must not be before what was done at once')
    return discussion === null || fields.issues.length > 0 ? null : { discussion, seeBy }
  },
  async save({ discussion, seeBy }, context, { work, params, sent }) {
    if (!context.enquiry.isOpen) return ended
    await recordDiscussion(work, chosen(context, sent), discussion, seeBy)
    return { outcome: 'saved', location: enquiryPath(params), success: 'Discussion recorded' }
  },
  order: ['ended', ...discussionOrder, 'by', 'by-time'],
  targets: { held: 'held-day', by: 'by-day', ended: 'main-content' },
})
