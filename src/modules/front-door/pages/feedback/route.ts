import { Fields } from '#modules/casework'
import { formFields, type Reply, route, SUBMISSION_FIELD } from '#platform/http'
import { parseUuid } from '#platform/ids'
import { button, errorsAbove, type FormIssue, fieldErrors, html, radios, textarea } from '#ui'
import { sendFeedback } from '../../commands/sendFeedback.ts'
import type { Contact } from '../../queries/readContact.ts'
import { feedbackChannels, feedbackChannelWords } from '../../rules/contactWords.ts'
import { feedbackWords } from '../../rules/feedbackWords.ts'
import { isPublicSource } from '../../rules/sources.ts'
import { backTo, type ContactVisit } from '../contact/reply.ts'
import { contactParams, openContact } from '../contact/route.ts'
import { thresholdOf } from '../decide/form.ts'
import { thresholdHtml } from '../decide/page.ts'

async function opened(visit: ContactVisit): Promise<Contact | Reply> {
  const read = await openContact(visit, ({ isStaff, isDuty }) => isStaff || isDuty)
  if ('kind' in read) return read
  if (read.contact.decided_at === null) return backTo(read.contact.id, 'Decide first: then tell the referrer')
  return read
}

/** The usual channel: in Kith for whoever sent it there, none for those who left no way to reach them. */
function usualChannel({ contact }: Contact): string {
  if (contact.channel === 'partner_form') return 'in_kith'
  if (contact.is_anonymous || !(contact.referrer_telephone || contact.referrer_email)) return 'not_possible'
  return contact.referrer_telephone ? 'telephone' : 'email'
}

async function show(visit: ContactVisit, read: Contact, issues: readonly FormIssue[] = []): Promise<Reply> {
  const { contact, decisions } = read
  const { sent } = visit
  const errors = fieldErrors(issues, ['channel', 'body', 'threshold'])
  const usual = feedbackWords(
    decisions.map(({ outcome }) => outcome),
    isPublicSource(contact.source),
  )
  const offered = feedbackChannels.filter(one => one !== 'in_kith' || contact.channel === 'partner_form')
  const content = html`${errorsAbove(errors)}<span class="govuk-caption-l">Contact ${contact.reference}</span>
<h1 class="govuk-heading-l">Tell the referrer</h1>
${isPublicSource(contact.source) ? html`<p class="govuk-body">A member of the public is told no detail of the family.</p>` : ''}
<form method="post" action="/front-door/contacts/${contact.id}/feedback" novalidate data-keep-on-failure>${formFields(visit.form)}
${radios({
  name: 'channel',
  fieldset: { legend: { text: 'How?', classes: 'govuk-fieldset__legend--s' } },
  items: offered.map(value => ({ value, text: feedbackChannelWords[value] })),
  value: typeof sent['channel'] === 'string' ? sent['channel'] : usualChannel(read),
  errorMessage: errors.of('channel'),
})}
${textarea({ name: 'body', rows: 5, label: { text: 'What they are told', classes: 'govuk-label--s' }, value: typeof sent['body'] === 'string' ? sent['body'] : usual, errorMessage: errors.of('body') })}
${isPublicSource(contact.source) ? '' : thresholdHtml(sent, errors)}
${button({ text: 'Record that they are told', preventDoubleClick: true })}</form>`
  return {
    kind: 'page',
    title: 'Tell the referrer',
    current: '/front-door',
    back: `/front-door/contacts/${contact.id}`,
    hasErrors: issues.length > 0,
    status: issues.length > 0 ? 422 : 200,
    content,
    shown: 'nothing',
  }
}

async function open(visit: ContactVisit): Promise<Reply> {
  const read = await opened(visit)
  return 'kind' in read ? read : await show(visit, read)
}

async function send(visit: ContactVisit): Promise<Reply> {
  const read = await opened(visit)
  if ('kind' in read) return read
  const fields = new Fields(visit.sent)
  const channel = fields.choice('channel', feedbackChannels, 'Select how they were told')
  const body = fields.text('body', 5_000, 'Enter what they are told')
  const thresholdReason = thresholdOf(fields, read.people)
  if (channel === null || body === null || fields.issues.length > 0)
    return await show(visit, read, fields.issues)
  const key = visit.sent[SUBMISSION_FIELD]
  const submission = typeof key === 'string' ? parseUuid(key) : null
  const decided = read.decisions.map(({ outcome }) => outcome)
  const told = { channel, body, sentOn: visit.work.today, submission, thresholdReason }
  await sendFeedback(visit.work, read.contact, decided, told)
  return backTo(read.contact.id, 'Recorded: the referrer is told', '#decision')
}

const common = {
  url: '/front-door/contacts/:contactId/feedback',
  admits: ['practitioner', 'duty'],
  purpose: 'front_door',
  params: contactParams,
} as const

/** What the referrer is told, after the decision. */
export const feedbackRoutes = [
  route({ ...common, method: 'GET', summary: 'The form for what the referrer is told', handle: open }),
  route({ ...common, method: 'POST', summary: 'Keeps what the referrer was told', handle: send }),
]
