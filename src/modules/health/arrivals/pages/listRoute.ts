import { z } from 'zod'
import { listQuery, pageLinks, pageSize } from '#modules/agencies'
import { type Reply, route } from '#platform/http'
import { denseTable, formatDateTime, html, nothing, tag } from '#ui'
import { mailboxPanel, readMailbox } from '../../mesh/index.ts'
import { faultWords } from '../faultWords.ts'
import { countStuck, stuckMessages } from '../stuckMessages.ts'
import { channelWords } from './channelWords.ts'

/** `/administration/messages`: what other organisations sent and was refused or failed. */
export const messagesRoute = route({
  method: 'GET',
  url: '/administration/messages',
  admits: ['administrator'],
  summary: 'Messages of other organisations that were refused or could not be read',
  purpose: 'administration',
  query: z.object(listQuery),
  async handle({ work, query, path }): Promise<Reply> {
    const { count, oldest } = await countStuck(work)
    const rows = await stuckMessages(work, (query.page - 1) * pageSize, pageSize)
    const table = denseTable({
      caption: 'Messages that wait, the oldest first',
      captionClasses: 'govuk-visually-hidden',
      head: ['Came', 'By', 'From', 'What happened'].map(text => ({ text })),
      rows: rows.map(one => [
        {
          html: html`<a class="govuk-link" href="/administration/messages/${one.id}">${formatDateTime(one.receivedAt)}</a>`,
        },
        { text: channelWords(one.channel) },
        {
          text:
            one.senderName ??
            `Nobody known here${one.saidSender === null ? '' : `: names itself ${one.saidSender}`}`,
        },
        {
          html: html`${tag({ text: one.state === 'refused' ? 'Refused' : 'Failed', classes: 'govuk-tag--red' })} ${faultWords(one.reason)}`,
        },
      ]),
    })
    return {
      kind: 'page',
      title: 'Messages that nobody could read',
      current: '/administration',
      back: '/administration',
      isWide: true,
      content: html`<h1 class="govuk-heading-l">Messages that nobody could read</h1>
<p class="govuk-body">A child may be behind each of them. Each is kept as it came; what it says is not shown here.</p>
<p class="govuk-body">${count === 0 ? 'None waits.' : html`<strong>${count}</strong> ${count === 1 ? 'waits' : 'wait'}, the oldest since ${oldest === null ? '' : formatDateTime(oldest)}.`}</p>
${count === 0 ? nothing : table}${pageLinks(path, query.page, count, 'messages')}
${mailboxPanel(await readMailbox(work), work.now)}`,
      shown: 'nothing',
    }
  },
})
