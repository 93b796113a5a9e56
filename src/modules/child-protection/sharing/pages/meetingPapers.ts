import { readClockSettings } from '#modules/agencies'
import { recordReaders, recordWriters } from '#modules/casework'
import { formFields, notFound, type Reply, type Route, route } from '#platform/http'
import { button, type Html, html, nothing, radios, tag } from '#ui'
import { inviteesOf } from '../../meeting/index.ts'
import { beginPaper } from '../commands/writePaper.ts'
import { type Copy, copiesOf } from '../queries/readCopies.ts'
import { papersOf } from '../queries/readPapers.ts'
import { latestShare } from '../rules/latestShare.ts'
import type { Paper } from '../rules/paper.ts'
import { type PaperKind, paperKinds } from '../rules/words.ts'
import { type Around, aboveMeeting, aroundMeeting, meetingParams, sentText, subjectsOf } from './frame.ts'
import { latestWords } from './latestWords.ts'

const begun: readonly PaperKind[] = [
  'social_work_report',
  'agency_report',
  'conference_record',
  'outline_plan',
  'protection_plan',
  'letter',
  'child_voice',
]

const show = route({
  method: 'GET',
  url: '/meetings/:meetingId/papers',
  admits: recordReaders,
  purpose: 'casework',
  summary: 'Papers of a meeting with who has them',
  params: meetingParams,
  async handle({ work, params: { meetingId }, form }): Promise<Reply> {
    const around = await aroundMeeting(work, meetingId)
    if (around === null) return notFound
    const papers = await papersOf(work, meetingId)
    const copies = await copiesOf(work, { meetingId })
    const latest = latestShare(around.meeting, await readClockSettings(work))
    return {
      kind: 'page',
      title: 'Papers of a meeting',
      content: html`<h1 class="govuk-heading-l">Papers of a meeting</h1>${aboveMeeting(around)}
${latestWords(latest, work.today)}
${papers.length === 0 ? html`<p class="govuk-body">Nothing has been written for this meeting yet.</p>` : html`<ul class="govuk-list">${papers.map(paper => paperLine(paper, copies))}</ul>`}
${(await mayBegin(around)) ? beginForm(around, form) : nothing}`,
      shown: { resource: 'papers', subjectIds: subjectsOf(around) },
    }
  },
})

const mayBegin = async ({ isLine, roles }: Around) => isLine || roles.includes('invited')

const send = route({
  method: 'POST',
  url: '/meetings/:meetingId/papers',
  admits: recordWriters,
  purpose: 'casework',
  summary: 'Begins a paper for a meeting',
  params: meetingParams,
  async handle({ work, params: { meetingId }, sent, form }): Promise<Reply> {
    const around = await aroundMeeting(work, meetingId)
    if (around === null || work.knownAt !== null || !(await mayBegin(around))) return notFound
    const kind =
      begun.find(one => one === sentText(sent, 'kind')) ??
      (around.isLine ? 'social_work_report' : 'agency_report')
    if (!around.isLine && kind !== 'agency_report') return notFound
    const invitee = (await inviteesOf(work, meetingId)).find(
      one => one.workerId === work.actor.id && one.withdrawnAt === null,
    )
    if (!around.isLine && invitee === undefined) return notFound
    await beginPaper(work, {
      id: form.submission,
      kind,
      meetingId,
      personIds: around.meeting.personIds,
      inviteeId: around.isLine ? null : (invitee?.id ?? null),
    })
    return { kind: 'redirect', location: `/papers/${form.submission}`, success: 'Begun' }
  },
})

export const meetingPaperRoutes: readonly Route[] = [show, send]

function paperLine(paper: Paper, copies: readonly Copy[]): Html {
  const own = copies.filter(
    one => one.paperId === paper.id && one.status !== 'replaced' && one.status !== 'refused',
  )
  const given = own.filter(({ status }) => status === 'released').length
  const words = { draft: 'Draft', finished: 'Finished', replaced: 'Replaced', withdrawn: 'Withdrawn' }[
    paper.status
  ]
  return html`<li><a class="govuk-link" href="/papers/${paper.id}">${paperKinds[paper.kind]}</a> ${tag({ text: words, classes: paper.status === 'finished' ? 'govuk-tag--green' : 'govuk-tag--grey' })}<br>${paper.madeByName ?? ''}${own.length > 0 ? html`. ${given} of ${own.length} ${own.length === 1 ? 'copy' : 'copies'} given` : nothing}</li>`
}

function beginForm({ meeting, isLine }: Around, form: Parameters<typeof formFields>[0]): Html {
  const items = begun
    .filter(one => isLine || one === 'agency_report')
    .map(value => ({ value, text: paperKinds[value] }))
  return html`<form method="post" action="/meetings/${meeting.id}/papers" class="kith-no-print" novalidate>${formFields(form)}
${radios({ name: 'kind', idPrefix: 'kind', classes: 'govuk-radios--small', fieldset: { legend: { text: 'Write a paper', classes: 'govuk-fieldset__legend--m' } }, items, value: items[0]?.value ?? '' })}
${button({ text: 'Begin', classes: 'govuk-button--secondary', preventDoubleClick: true })}</form>`
}
