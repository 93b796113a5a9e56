import { z } from 'zod'
import { csvLink, listQuery, onPage, pageLinks, readClockSettings } from '#modules/agencies'
import { notFound, type Reply, route, type Visit } from '#platform/http'
import { denseTable, formatDate, formatDateTime, type Html, html, tag } from '#ui'
import { contactByReference } from '../../queries/contactByReference.ts'
import { receivingTeam } from '../../queries/receivingTeam.ts'
import { type SentContact, sentContacts } from '../../queries/sentContacts.ts'
import { receiptHtml, referenceShape } from '../contact-form/receiptHtml.ts'

const query = z.object(listQuery)

const stateOf = ({ decidedAt, feedback }: SentContact): string =>
  feedback ? 'Answered' : decidedAt ? 'Decided' : 'Received'

async function show({
  work,
  query: asked,
  path,
}: Visit<unknown, z.infer<typeof query>, unknown>): Promise<Reply> {
  const all = await sentContacts(work)
  if (asked.format === 'csv')
    return {
      kind: 'csv',
      fileName: 'contacts-i-sent.csv',
      header: ['Reference', 'Sent', 'State', 'Answer', 'Answered on'],
      rows: all.map(one => [
        one.reference,
        one.receivedAt,
        stateOf(one),
        one.feedback?.body,
        one.feedback?.on,
      ]),
      shown: 'nothing',
    }
  return {
    kind: 'page',
    title: 'What you sent to the front door',
    current: '/front-door/sent',
    isWide: true,
    content: html`<h1 class="govuk-heading-l">What you sent to the front door</h1>
<p class="govuk-body"><a class="govuk-link" href="/front-door/contacts/new">Refer a child or family</a></p>
${all.length === 0 ? html`<p class="govuk-body">You have sent nothing yet.</p>` : list(onPage(all, asked.page))}
${pageLinks(path, asked.page, all.length, 'contacts')}${all.length > 0 ? csvLink(path) : ''}`,
    shown: 'nothing',
  }
}

function list(rows: readonly SentContact[]): Html {
  return denseTable({
    caption: 'What you sent, newest first',
    captionClasses: 'govuk-visually-hidden',
    head: ['Reference', 'Sent', 'State', 'Answer'].map(text => ({ text })),
    rows: rows.map(one => [
      { html: html`<a class="govuk-link" href="/front-door/sent/${one.reference}">${one.reference}</a>` },
      { text: formatDateTime(one.receivedAt) },
      { html: tag({ text: stateOf(one), classes: one.decidedAt ? 'govuk-tag--green' : 'govuk-tag--blue' }) },
      { text: one.feedback ? `${formatDate(one.feedback.on)}: ${one.feedback.body}` : 'Not yet' },
    ]),
  })
}

const params = z.object({ reference: z.string().regex(referenceShape) })

async function receipt({
  work,
  params: { reference },
}: Visit<z.infer<typeof params>, unknown, unknown>): Promise<Reply> {
  const [sent] = await sentContacts(work, reference)
  const contact = sent ? await contactByReference(work, reference) : null
  if (sent === undefined || contact === null) return notFound
  const answer = sent.feedback
    ? html`<h2 class="govuk-heading-m">Our answer of ${formatDate(sent.feedback.on)}</h2><p class="govuk-body">${sent.feedback.body}</p>`
    : html``
  return {
    kind: 'page',
    title: 'Receipt',
    current: '/front-door/sent',
    back: '/front-door/sent',
    content: html`${receiptHtml({ reference, ...contact }, await readClockSettings(work), await receivingTeam(work))}${answer}`,
    shown: 'nothing',
  }
}

const common = { method: 'GET', admits: ['practitioner', 'duty'], purpose: 'front_door' } as const

/** What somebody sent in their own name: received or decided, and the answer; never the reasons. */
export const sentRoutes = [
  route({
    ...common,
    url: '/front-door/sent',
    query,
    summary: 'What somebody sent to the front door',
    handle: show,
  }),
  route({
    ...common,
    url: '/front-door/sent/:reference',
    params,
    summary: 'The receipt of something sent',
    handle: receipt,
  }),
]
