import { z } from 'zod'
import { listQuery, pageLinks, pageSize, withQuery } from '#modules/agencies'
import { notFound, type Reply, route, type Visit } from '#platform/http'
import { denseTable, formatDateTime, type Html, html, nothing, subNavigation, tag } from '#ui'
import { senderOf } from '../../sending/senderOf.ts'
import { childrenOf, kindWords, toldOf } from '../../told/kinds.ts'
import { countNotices, type ListedNotice, noticesFor, sentNotices, shows } from '../queries/noticesFor.ts'
import { outstandingSendings, waitingQuestions } from '../queries/questions.ts'
import { whoLine } from './toldHtml.ts'

const query = z.object({ ...listQuery, show: z.enum(shows).catch('unread').default('unread') })
const common = { method: 'GET', purpose: 'front_door' } as const
const showWords = { unread: 'Not read', all: 'All' } as const

async function list({
  work,
  query: asked,
  path,
}: Visit<unknown, z.infer<typeof query>, unknown>): Promise<Reply> {
  const rows = await noticesFor(work, {
    show: asked.show,
    limit: pageSize,
    offset: (asked.page - 1) * pageSize,
  })
  const counts = await countNotices(work)
  const isPartner = work.actor.class === 'practitioner' && (await senderOf(work)) !== null
  const waiting =
    work.actor.class === 'practitioner'
      ? (await waitingQuestions(work)).length + (await outstandingSendings(work)).length
      : 0
  return {
    kind: 'page',
    title: 'Police and schools',
    current: '/partner-notices',
    isWide: true,
    content: html`<h1 class="govuk-heading-l">Police and schools</h1>
${isPartner ? html`<p class="govuk-body"><a class="govuk-link" href="/partner-notices/send">Tell the council</a> · <a class="govuk-link" href="/partner-notices/sent">What you sent</a></p>` : nothing}
${work.actor.class === 'practitioner' && (!isPartner || waiting > 0) ? html`<p class="govuk-body"><a class="govuk-link" href="/partner-notices/queue">Questions that your team is asked (${waiting})</a></p>` : nothing}
${subNavigation({ label: 'Which notices', items: shows.map(show => ({ text: `${showWords[show]} (${counts[show]})`, href: withQuery(path, { show, page: null }), active: show === asked.show })) })}
${rows.length === 0 ? html`<p class="govuk-body">None.</p>` : table(rows, work.now)}
${pageLinks(path, asked.page, counts[asked.show], 'notices')}`,
    shown:
      rows.length === 0
        ? 'nothing'
        : { resource: 'partner_notices', subjectIds: rows.map(({ id }) => id), action: 'list' },
  }
}

const table = (rows: readonly ListedNotice[], now: Temporal.Instant): Html =>
  denseTable({
    caption: 'What police and schools told',
    captionClasses: 'govuk-visually-hidden',
    head: ['Received', 'What', 'Children', 'From', 'Read'].map(text => ({ text })),
    rows: rows.map(one => [
      {
        html: html`<a class="govuk-link" href="/partner-notices/${one.id}">${formatDateTime(one.receivedAt)}</a>`,
      },
      { text: kindWords[one.kind] },
      { text: childrenOf(toldOf(one.kind, one.told)).map(whoLine).join('; ') },
      { text: `${one.source}, ${one.theirReference}` },
      { html: standing(one, now) },
    ]),
  })

function standing({ readAt, readBefore }: ListedNotice, now: Temporal.Instant): Html {
  if (readAt !== null) return html`Read ${formatDateTime(readAt)}`
  if (readBefore === null) return tag({ text: 'Not read', classes: 'govuk-tag--blue' })
  const isLate = Temporal.Instant.compare(readBefore, now) < 0
  return html`${tag({ text: isLate ? 'Late' : 'Not read', classes: isLate ? 'govuk-tag--red' : 'govuk-tag--blue' })}<br>before the school day: ${formatDateTime(readBefore)}`
}

async function sent({ work }: Visit<unknown, unknown, unknown>): Promise<Reply> {
  if ((await senderOf(work)) === null) return notFound
  const rows = await sentNotices(work)
  return {
    kind: 'page',
    title: 'What you sent',
    current: '/partner-notices',
    back: '/partner-notices',
    isWide: true,
    content: html`<h1 class="govuk-heading-l">What you sent</h1>
<p class="govuk-body">Whether the council knows a child is not told here.</p>
${
  rows.length === 0
    ? html`<p class="govuk-body">You have sent nothing yet.</p>`
    : denseTable({
        caption: 'What you sent, newest first',
        captionClasses: 'govuk-visually-hidden',
        head: ['Reference', 'Your reference', 'What', 'Sent', 'State'].map(text => ({ text })),
        rows: rows.map(one => [
          { html: html`<a class="govuk-link" href="/partner-notices/${one.id}">${one.reference}</a>` },
          { text: one.theirReference },
          { text: kindWords[one.kind] },
          { text: formatDateTime(one.receivedAt) },
          {
            text:
              one.seenAt !== null
                ? `Read ${formatDateTime(one.seenAt)}`
                : one.isTakenIn
                  ? 'With those who should know'
                  : 'Received',
          },
        ]),
      })
}`,
    shown: 'nothing',
  }
}

/** `/partner-notices`: what police and schools told the reader, and what the reader sent. */
export const listRoutes = [
  route({
    ...common,
    url: '/partner-notices',
    admits: ['practitioner', 'duty'],
    query,
    summary: 'What police and schools told the reader, their team or their school',
    handle: list,
  }),
  route({
    ...common,
    url: '/partner-notices/sent',
    admits: ['practitioner'],
    summary: 'What somebody of the police or a school sent, and whether it was read',
    handle: sent,
  }),
]
