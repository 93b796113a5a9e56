import { z } from 'zod'
import { recordReaders, recordWriters } from '#modules/casework'
import { formFields, notFound, type Reply, type Route, route } from '#platform/http'
import type { Uuid } from '#platform/ids'
import { button, type Html, html, nothing, warningText } from '#ui'
import { composeFor } from '../commands/copies.ts'
import { composedFor, type Style, type ToCompose, toCompose } from '../queries/composing.ts'
import { type Finding, findingWords } from '../rules/findings.ts'
import type { PaperPart, Recipient } from '../rules/paper.ts'
import { paperKinds } from '../rules/words.ts'
import { copyHtml } from './copyHtml.ts'
import { aboveMeeting, aroundPaper, paperParams, sentText, subjectsOf } from './frame.ts'

const styles: readonly Style[] = ['plain', 'large', 'easy_read']

const show = route({
  method: 'GET',
  url: '/papers/:paperId/preview',
  admits: recordReaders,
  purpose: 'casework',
  summary: 'A copy as one person will see it, beside the source, with what the checks met',
  params: paperParams,
  query: z.object({ for: z.string().max(60).optional() }).catch({}),
  async handle({ work, params: { paperId }, query, form }): Promise<Reply> {
    const around = await aroundPaper(work, paperId)
    const from = around?.isLine ? await toCompose(work, around.paper) : null
    if (!around || from === null) return notFound
    const recipient = from.recipients.find(({ key }) => key === query.for) ?? from.recipients[0]
    const path = `/papers/${paperId}`
    const list = from.recipients.map(
      one =>
        html`<li>${one === recipient ? html`<strong>${one.name}</strong>` : html`<a class="govuk-link" href="${path}/preview?for=${one.key}">${one.name}</a>`}, ${one.standing}</li>`,
    )
    return {
      kind: 'page',
      title: 'Copies of a paper',
      isWide: true,
      content: html`<h1 class="govuk-heading-l">Copies of a paper</h1>${aboveMeeting(around)}
<p class="govuk-body"><a class="govuk-link" href="${path}">${paperKinds[around.paper.kind]}</a> · <a class="govuk-link" href="${path}/decide">Decide who sees what</a></p>
<ul class="govuk-list">${list}</ul>
${around.paper.status === 'finished' ? html`<form method="post" action="${path}/copies" class="kith-no-print">${formFields(form)}${styleChoice()}${button({ text: 'Make everybody’s copy ready for approval', preventDoubleClick: true })}</form>` : html`<p class="govuk-body">Finish the paper to make copies of it.</p>`}
${recipient === undefined ? nothing : await previewOf(work, from, recipient)}`,
      shown: {
        resource: 'paper_preview',
        subjectIds: [...subjectsOf(around), ...(recipient?.personId ? [recipient.personId] : [])],
      },
    }
  },
})

const styleChoice = (): Html =>
  html`<div class="govuk-form-group"><label class="govuk-label govuk-label--s" for="style">How it is laid out</label><select class="govuk-select" id="style" name="style"><option value="plain">As usual</option><option value="large">Large print</option><option value="easy_read">Easy Read, where sentences and pictures were written</option></select></div>`

async function previewOf(
  work: Parameters<typeof composedFor>[0],
  from: ToCompose,
  recipient: Recipient,
): Promise<Html> {
  const { composed, findings } = await composedFor(work, from, recipient)
  const withheld = from.parts.filter(({ id }) => !composed.partIds.includes(id))
  return html`<h2 class="govuk-heading-m">As ${recipient.name} will see it</h2>
${findingList(findings)}
${recipient.needs ? html`<p class="govuk-body">What they need: ${recipient.needs}</p>` : nothing}
<div class="govuk-grid-row"><div class="govuk-grid-column-one-half">${composed.partIds.length === 0 ? html`<p class="govuk-body">Nothing is shown to ${recipient.name}: they get no copy.</p>` : copyHtml(composed.content, 'h3')}</div>
<div class="govuk-grid-column-one-half"><h3 class="govuk-heading-s">What is not in it</h3>${withheld.length === 0 ? html`<p class="govuk-body">Nothing is left out.</p>` : html`<ul class="govuk-list">${withheld.map(part => withheldLine(part, from, recipient))}</ul>`}</div></div>`
}

function withheldLine(part: PaperPart, { showings }: ToCompose, recipient: Recipient): Html {
  const said = showings.find(one => one.partId === part.id && one.recipientKey === recipient.key)
  const why = part.dataClass === 'C3' ? 'Safety data: in no copy' : (said?.why ?? 'Not decided')
  return html`<li><strong>${part.heading}</strong>: ${why}</li>`
}

/** What the checks met, with the numbers of the parts. */
export const findingList = (findings: readonly Finding[]): Html =>
  findings.length === 0
    ? html`<p class="govuk-body">The checks met nothing.</p>`
    : html`${warningText({ text: 'The checks met something. Two people approve this copy, and say why it goes all the same.', iconFallbackText: 'Warning' })}
<ul class="govuk-list govuk-list--bullet">${findings.map(({ kind, parts }) => html`<li>${findingWords[kind]}${parts.length > 0 ? `: part ${parts.join(', ')}` : ''}</li>`)}</ul>`

const compose = route({
  method: 'POST',
  url: '/papers/:paperId/copies',
  admits: recordWriters,
  purpose: 'casework',
  summary: 'Makes each person’s copy of a paper ready for approval',
  params: paperParams,
  async handle({ work, params: { paperId }, sent }): Promise<Reply> {
    const around = await aroundPaper(work, paperId)
    const from =
      around?.isLine && around.paper.status === 'finished' ? await toCompose(work, around.paper) : null
    if (from === null) return notFound
    const style = styles.find(one => one === sentText(sent, 'style')) ?? 'plain'
    const made: Uuid[] = []
    for (const recipient of from.recipients) {
      const id = await composeFor(work, from, recipient, style)
      if (id !== null) made.push(id)
    }
    const location = `/meetings/${from.meeting.id}/send`
    if (made.length === 0)
      return {
        kind: 'redirect',
        location: `/papers/${paperId}/decide`,
        success: 'Nothing is shown to anybody yet: decide first',
      }
    return {
      kind: 'redirect',
      location,
      success: made.length === 1 ? '1 copy is ready' : `${made.length} copies are ready`,
    }
  },
})

export const previewRoutes: readonly Route[] = [show, compose]
