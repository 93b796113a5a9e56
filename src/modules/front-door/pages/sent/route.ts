import { z } from 'zod'
import { csvLink, listQuery, onPage, pageLinks, readClockSettings } from '#modules/agencies'
import { notFound, type Reply, route, type Visit } from '#platform/http'
import type { ClockSettings } from '#reference'
import { denseTable, formatDate, formatDateTime, type Html, html, nothing, tag } from '#ui'
import { contactByReference } from '../../queries/contactByReference.ts'
import { receivingTeam } from '../../queries/receivingTeam.ts'
import { type SentContact, sentContacts } from '../../queries/sentContacts.ts'
import { answerStanding } from '../../rules/answerDue.ts'
import { outcomeWords } from '../../rules/contactWords.ts'
import { receiptHtml, referenceShape } from '../contact-form/receiptHtml.ts'
import { answerHtml, standingHtml } from './answerHtml.ts'

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
      header: ['Reference', 'Sent', 'State', 'Decision', 'Why', 'Answer', 'Answered on'],
      rows: all.map(one => [
        one.reference,
        one.receivedAt,
        stateOf(one),
        one.feedback?.outcome ? outcomeWords[one.feedback.outcome] : undefined,
        one.feedback?.thresholdReason,
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
${all.length === 0 ? html`<p class="govuk-body">You have sent nothing yet.</p>` : list(onPage(all, asked.page), await readClockSettings(work), work.today)}
${pageLinks(path, asked.page, all.length, 'contacts')}${all.length > 0 ? csvLink(path) : ''}`,
    shown: 'nothing',
  }
}

function list(rows: readonly SentContact[], settings: ClockSettings, today: Temporal.PlainDate): Html {
  const standing = ({ receivedAt, feedback }: SentContact) =>
    answerStanding(receivedAt, feedback?.on ?? null, settings, today)
  return denseTable({
    caption: 'What you sent, newest first',
    captionClasses: 'govuk-visually-hidden',
    head: ['Reference', 'Sent', 'State', 'One working day', 'Answer'].map(text => ({ text })),
    rows: rows.map(one => [
      { html: html`<a class="govuk-link" href="/front-door/sent/${one.reference}">${one.reference}</a>` },
      { text: formatDateTime(one.receivedAt) },
      { html: tag({ text: stateOf(one), classes: one.decidedAt ? 'govuk-tag--green' : 'govuk-tag--blue' }) },
      { html: standingHtml(standing(one)) },
      {
        text: one.feedback
          ? `${formatDate(one.feedback.on)}: ${one.feedback.outcome ? outcomeWords[one.feedback.outcome] : one.feedback.body}`
          : 'Not yet',
      },
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
  const settings = await readClockSettings(work)
  const standing = answerStanding(sent.receivedAt, sent.feedback?.on ?? null, settings, work.today)
  const answer = answerHtml(sent, standing)
  return {
    kind: 'page',
    title: 'Receipt',
    current: '/front-door/sent',
    back: '/front-door/sent',
    content: html`${sent.feedback ? answer : nothing}${receiptHtml({ reference, ...contact }, settings, await receivingTeam(work))}${sent.feedback ? nothing : answer}`,
    shown: 'nothing',
  }
}

const common = { method: 'GET', admits: ['practitioner', 'duty'], purpose: 'front_door' } as const

/** What somebody sent in their own name: received or decided, and the answer with its threshold reason; never the council’s own reasons. */
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
