import { KINDS_TAKEN } from '#platform/files'
import { type FormKeys, formFields } from '#platform/http'
import { codeWords } from '#reference'
import {
  button,
  details,
  errorsAbove,
  type FieldErrors,
  fileUpload,
  formatDateTime,
  type Html,
  html,
  insetText,
  nothing,
  plural,
  recordForm,
  summaryList,
  tag,
  textarea,
} from '#ui'
import { type Invitee, isComing, type View } from '../../../meeting/index.ts'
import { agendaHtml } from '../../../meeting/pages/agenda/agendaHtml.ts'
import { meetingPath } from '../../../meeting/pages/meetingPath.ts'
import { childName, meetingHead, type OpenedMeeting } from '../../../meeting/pages/openedMeeting.ts'
import { viewWords } from '../../../meeting/pages/words.ts'
import { answerForm } from '../../../meeting/pages/workspace/answerForm.ts'
import type { OwnReport } from '../../queries/ownReport.ts'

/** What somebody who is asked to a conference sees of their own part in it. */
export type OwnView = {
  readonly opened: OpenedMeeting
  readonly own: Invitee
  readonly report: OwnReport | null
  readonly views: readonly View[]
  readonly copies: readonly { readonly id: string; readonly title: string }[]
  readonly limit: string
  readonly hasScanner: boolean
  readonly errors: FieldErrors
  /** What was typed as the reason of a correction. */
  readonly reason: string
  readonly keys: FormKeys
}

export function ownPage(view: OwnView): Html {
  const { opened, errors, own, keys } = view
  const { meeting } = opened
  return html`${errorsAbove(errors)}${meetingHead(opened, '/yours')}
<h2 class="govuk-heading-m">Your answer</h2>
${isComing(meeting) ? answerForm({ opened, sent: {}, errors, form: keys, from: 'yours' }) : html`<p class="govuk-body">${own.response === 'none' ? 'You did not answer.' : 'You answered.'}</p>`}
${own.agency === 'social_care' ? nothing : reportPart(view)}
${viewsPart(view)}
${copiesPart(view)}
${agendaHtml(opened)}
${meeting.status === 'held' ? afterwards(opened) : nothing}`
}

function reportPart(view: OwnView): Html {
  const { report, own, opened } = view
  const open = isComing(opened.meeting)
  return html`<h2 class="govuk-heading-m">Your report</h2>
${reportState(view)}
${report === null && open && own.reportExpected ? insetText({ html: html`<strong>The chair expects a report from you</strong>${own.chasedAt.length > 0 ? ` and has reminded you ${plural(own.chasedAt.length, 'time')}` : ''}.` }) : nothing}
${report === null && open ? html`${uploadForm(view, nothing)}${writeForm(view)}` : nothing}
${report?.finishedAt && open ? correctForm(view) : nothing}`
}

function reportState({ report }: OwnView): Html {
  if (report === null) return nothing
  const { finishedAt, file, waitsFor, paperId } = report
  const waits =
    waitsFor === 'reading'
      ? 'Not all of your file could be read by machine: read it through, and say so'
      : waitsFor === 'decision'
        ? 'Your file holds text that its pages do not show: look at it, and say what becomes of it'
        : 'Begun, and not sent yet: finish it'
  return summaryList({
    rows: [
      {
        key: { text: 'Report' },
        value: {
          html:
            finishedAt === null
              ? html`${tag({ text: 'Not sent', classes: 'govuk-tag--yellow' })} ${waits}`
              : html`${tag({ text: 'Arrived', classes: 'govuk-tag--green' })} ${formatDateTime(finishedAt)}`,
        },
        actions: {
          items: [
            {
              href: `/papers/${paperId}`,
              text: finishedAt === null ? 'Go on' : 'Read',
              visuallyHiddenText: 'your report',
            },
          ],
        },
      },
      ...(file === null ? [] : [{ key: { text: 'File' }, value: { text: `${file.name}. ${file.scan}` } }]),
    ],
  })
}

/** Another file in the place of one that arrived: both are kept, and whoever has the old one is told. */
const correctForm = (view: OwnView): Html =>
  html`<div class="kith-no-print">${details({
    summaryText: 'Something in it is wrong: send a corrected report',
    open: view.errors.list.length > 0,
    html: uploadForm(
      view,
      textarea({
        name: 'reason',
        rows: 2,
        label: { text: 'What is corrected?', classes: 'govuk-label--s' },
        hint: { text: 'Whoever was given the old one is told this. Both are kept' },
        value: view.reason,
        errorMessage: view.errors.of('reason'),
      }),
    ),
  })}</div>`

const uploadForm = ({ opened: { meeting }, keys, limit, errors, hasScanner }: OwnView, also: Html): Html =>
  recordForm({
    action: meetingPath(meeting.id, '/yours/report'),
    csrf: { name: '_csrf', value: keys.csrf },
    idempotencyKey: keys.submission,
    isMultipart: true,
    content: html`${fileUpload({
      name: 'file',
      label: { text: 'Send your report as a file', classes: 'govuk-label--s' },
      hint: {
        text: `${KINDS_TAKEN}, smaller than ${limit}. Its words are taken in: who reads which part of them is decided afterwards. The file itself goes to nobody${hasScanner ? '' : '. No scanner is set up here, so the file stays locked'}`,
      },
      errorMessage: errors.of('file'),
    })}${also}${button({ text: 'Send the report', preventDoubleClick: true })}`,
  })

const writeForm = ({ opened: { meeting }, keys }: OwnView): Html =>
  html`<form method="post" action="${meetingPath(meeting.id, '/papers')}" novalidate>${formFields(keys)}<input type="hidden" name="kind" value="agency_report">
${button({ text: 'Write it here instead, part by part', classes: 'govuk-button--secondary', preventDoubleClick: true })}</form>`

function viewsPart({ opened, views, own }: OwnView): Html {
  const { meeting } = opened
  const mine = views.filter(({ inviteeId }) => inviteeId === own.id)
  const words = mine.length === 0 ? 'Give your view' : 'Change your view'
  const rows = meeting.personIds.map(personId => ({
    key: { text: childName(opened, personId) },
    value: { html: viewHtml(mine.find(one => one.personId === personId)) },
  }))
  return html`<h2 class="govuk-heading-m">Your view of each child</h2>${summaryList({ rows })}
${isComing(meeting) ? html`<p class="kith-no-print">${button({ text: words, href: meetingPath(meeting.id, '/yours/views'), classes: mine.length === 0 ? '' : 'govuk-button--secondary' })}</p>` : nothing}`
}

/** "A plan, neglect. 3 of 10: called out twice. Does not agree: ..." */
function viewHtml(given: View | undefined): Html {
  if (given === undefined || given.view === null) return html`Not given`
  const { view, category, safety, safetyWhy, dissents, reasons } = given
  const number = safety === null ? '' : `${safety} of 10${safetyWhy === null ? '' : `: ${safetyWhy}`}. `
  return html`${viewWords[view]}${category === null ? '' : `, ${codeWords('abuseCategory', category).toLowerCase()}`}. <span class="kith-typed">${number}${dissents ? html`<strong>Does not agree</strong>${reasons === null ? '' : ': '}` : nothing}${reasons ?? ''}</span>`
}

const copiesPart = ({ copies }: OwnView): Html =>
  copies.length === 0
    ? nothing
    : html`<h2 class="govuk-heading-m">Given to you</h2><ul class="govuk-list">${copies.map(one => html`<li><a class="govuk-link" href="/copies/${one.id}">${one.title}</a></li>`)}</ul>`

const afterwards = ({ meeting }: OpenedMeeting): Html =>
  html`<ul class="govuk-list kith-no-print"><li><a class="govuk-link" href="${meetingPath(meeting.id, '/conference/corrections')}">Say what is wrong in the record</a></li>
<li><a class="govuk-link" href="${meetingPath(meeting.id, '/conference/disagree')}">Disagree with what was decided</a></li></ul>`
