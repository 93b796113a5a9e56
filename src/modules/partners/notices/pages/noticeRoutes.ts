import { z } from 'zod'
import { uuidParam } from '#modules/casework'
import { personSummaries } from '#modules/people'
import { formFields, notFound, type Reply, route, type Visit } from '#platform/http'
import { button, formatDateTime, type Html, html, nothing, warningText } from '#ui'
import { namesReaders } from '../../marac/namedReaders.ts'
import { kindWords } from '../../told/kinds.ts'
import { markRead, shareNotice } from '../commands/markRead.ts'
import { type OpenNotice, type OpenReader, openNotice } from '../queries/readNoticePage.ts'
import { toldHtml } from './toldHtml.ts'

const params = z.object({ noticeId: uuidParam })
type NoticeVisit = Visit<z.infer<typeof params>, unknown, unknown>
const common = { purpose: 'front_door', params } as const
const pathOf = (id: string): string => `/partner-notices/${id}`

async function open(visit: NoticeVisit): Promise<Reply> {
  const { work, me } = visit
  const read = await openNotice(work, visit.params.noticeId)
  if (read === null) return notFound
  const people = await personSummaries(work, read.personIds)
  const names = me.class === 'practitioner' && read.kind === 'marac' && (await namesReaders(work, read.id))
  return {
    kind: 'page',
    title: kindWords[read.kind],
    current: '/partner-notices',
    back: '/partner-notices',
    content: html`<h1 class="govuk-heading-l">${kindWords[read.kind]}</h1>
${read.kind === 'marac' ? warningText({ text: 'Safety data: never in a copy for the family, and nowhere that somebody who harms may read it.', iconFallbackText: 'Warning' }) : nothing}
<p class="govuk-body">From ${read.source}, whose data it is. Their reference ${read.theirReference}, ours ${read.reference}. Received ${formatDateTime(read.receivedAt)}. What is wrong in it is corrected by ${read.source}.</p>
${read.told === null ? html`<p class="govuk-body">It is being read.</p>` : toldHtml(read.kind, read.told)}
${people.length === 0 ? nothing : html`<p class="govuk-body">Matched with ${people.map((one, index) => html`${index === 0 ? '' : ', '}<a class="govuk-link" href="/people/${one.id}">${one.displayName}</a>`)}.</p>`}
${read.readers.length === 0 ? nothing : html`<h2 class="govuk-heading-m">Who is told</h2><ul class="govuk-list govuk-list--bullet">${read.readers.map(readerLine)}</ul>`}
${names ? html`<p class="govuk-body"><a class="govuk-link" href="${pathOf(read.id)}/readers">Who else reads it</a></p>` : nothing}${readForm(visit, read)}${sharingForm(visit, read)}`,
    shown: { resource: 'partner_notice', subjectIds: [read.id, ...read.personIds] },
  }
}

const readerLine = ({ name, readAt, readBefore }: OpenReader): Html =>
  html`<li>${name}: ${readAt !== null ? `read ${formatDateTime(readAt)}` : readBefore === null ? 'not read yet' : `to read before the school day, ${formatDateTime(readBefore)}`}</li>`

function readForm({ form }: NoticeVisit, { id, readers }: OpenNotice): Html {
  if (readers.every(({ readAt }) => readAt !== null)) return nothing
  return html`<form method="post" action="${pathOf(id)}/read">${formFields(form)}${button({ text: 'I have read this', preventDoubleClick: true })}</form>`
}

/** The originator decides how far it goes (C4). */
function sharingForm({ form }: NoticeVisit, { id, kind, isOwn, sharing }: OpenNotice): Html {
  if (kind !== 'police_notification') return nothing
  const words =
    sharing === 'record'
      ? 'Its originator lets whoever works with the children read it.'
      : 'Its originator keeps it to those who decide at the front door.'
  if (!isOwn) return html`<p class="govuk-body">${words}</p>`
  const [next, text] =
    sharing === 'record'
      ? (['front_door', 'Keep it to the front door'] as const)
      : (['record', 'Let whoever works with the children read it'] as const)
  return html`<p class="govuk-body">${words}</p><form method="post" action="${pathOf(id)}/sharing">${formFields(form)}<input type="hidden" name="sharing" value="${next}">${button({ text, classes: 'govuk-button--secondary', preventDoubleClick: true })}</form>`
}

async function mark({ work, params: { noticeId } }: NoticeVisit): Promise<Reply> {
  const read = await openNotice(work, noticeId)
  if (read === null || read.readers.length === 0) return notFound
  await markRead(work, noticeId)
  return { kind: 'redirect', location: pathOf(noticeId), success: 'Kept: you have read it' }
}

async function share({ work, params: { noticeId }, sent }: NoticeVisit): Promise<Reply> {
  const sharing = (['front_door', 'record'] as const).find(one => one === sent['sharing'])
  if (sharing === undefined || !(await shareNotice(work, noticeId, sharing))) return notFound
  return { kind: 'redirect', location: pathOf(noticeId), success: 'Kept: how far your notice goes' }
}

/** `/partner-notices/:noticeId`: one notice, who is told, and that it was read. */
export const noticeRoutes = [
  route({
    ...common,
    method: 'GET',
    url: '/partner-notices/:noticeId',
    admits: ['practitioner', 'duty', 'director'],
    summary: 'A notice of the police or a school, with its source',
    handle: open,
  }),
  route({
    ...common,
    method: 'POST',
    url: '/partner-notices/:noticeId/read',
    admits: ['practitioner', 'duty'],
    summary: 'Says that a notice was read',
    handle: mark,
  }),
  route({
    ...common,
    method: 'POST',
    url: '/partner-notices/:noticeId/sharing',
    admits: ['practitioner'],
    summary: 'Says how far a notice of one’s own goes',
    handle: share,
  }),
]
