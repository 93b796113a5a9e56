import { roleWord } from '#modules/casework'
import type { PersonSummary } from '#modules/people'
import type { Uuid } from '#platform/ids'
import { codeWords } from '#reference'
import { denseTable, formatDate, formatDateTime, type Html, html, nothing, tag } from '#ui'
import { isConference } from '../conference/rules/conference.ts'
import { kindWords } from '../meeting/pages/words.ts'
import type { MyChild, MyMeeting } from './readMyChildren.ts'

export type MyChildrenView = {
  readonly children: readonly MyChild[]
  readonly people: ReadonlyMap<Uuid, PersonSummary>
  readonly today: Temporal.PlainDate
}

/** Children with whom the reader works: plan, next meeting, report; and what of each stays closed. */
export function myChildrenPage(view: MyChildrenView): Html {
  const { children } = view
  return html`<h1 class="govuk-heading-l">My children</h1>
<p class="govuk-body">Children with whom you are named as working today. <a class="govuk-link" href="/attendances">Their visits to hospital, those not read first</a></p>
${children.length === 0 ? html`<p class="govuk-body">You are named as working with no child today.</p>` : table(view)}`
}

const table = ({ children, people, today }: MyChildrenView): Html =>
  denseTable({
    caption: 'Longest plan first',
    captionClasses: 'govuk-visually-hidden',
    firstCellIsHeader: true,
    head: ['Child', 'New for you', 'Plan', 'Next meeting', 'Your report', 'What you see, and why'].map(
      text => ({ text }),
    ),
    rows: children.map(child => [
      {
        html: html`<a class="govuk-link" href="/people/${child.personId}">${people.get(child.personId)?.displayName ?? 'Somebody you may not see'}</a>`,
      },
      { html: newsHtml(child) },
      { html: planHtml(child) },
      { html: meetingHtml(child.meeting) },
      { html: reportHtml(child.meeting, today) },
      { text: why(child) },
    ]),
  })

/** Unread first; and what the reader knows, told without opening a record. */
const newsHtml = ({ personId, news }: MyChild): Html =>
  html`${news.map(({ text, href }) => html`<a class="govuk-link" href="${href}"><strong>${text}</strong></a><br>`)}<a class="govuk-link" href="/people/${personId}/contributions/new">Tell what you know</a>`

function planHtml({ plan }: MyChild): Html {
  if (plan === null) return html`No child protection plan`
  return html`${plan.category === null ? 'Category not recorded' : codeWords('abuseCategory', plan.category)}<br>since ${formatDate(plan.startedOn)}`
}

function meetingHtml(meeting: MyMeeting | null): Html {
  if (meeting === null) return html`None that you are asked to`
  return html`<a class="govuk-link" href="/meetings/${meeting.id}">${kindWords[meeting.kind]}</a><br>${formatDateTime(meeting.plannedAt)}`
}

function reportHtml(meeting: MyMeeting | null, today: Temporal.PlainDate): Html {
  if (meeting === null || meeting.report === 'not_asked') return html`None asked of you`
  const words = meeting.report === 'finished' ? 'Arrived' : 'Bring your report'
  const path = isConference(meeting) ? `/meetings/${meeting.id}/yours` : `/meetings/${meeting.id}`
  return html`<a class="govuk-link" href="${path}">${words}<span class="govuk-visually-hidden"> for ${kindWords[meeting.kind]}, ${formatDateTime(meeting.plannedAt)}</span></a>${dueHtml(meeting, today)}`
}

function dueHtml({ report, reportDueOn }: MyMeeting, today: Temporal.PlainDate): Html {
  if (report === 'finished') return nothing
  if (reportDueOn === null) return html`<br>before the meeting`
  const isLate = Temporal.PlainDate.compare(reportDueOn, today) < 0
  return html`<br>${isLate ? tag({ text: `Was due ${formatDate(reportDueOn)}`, classes: 'govuk-tag--red' }) : `by ${formatDate(reportDueOn)}`}`
}

/** Of the tie alone: whatever else the reader was given by another one is said on the record itself. */
const why = ({ roles, since }: MyChild): string =>
  `As ${roles.map(role => roleWord(role).toLowerCase()).join(' and ')} since ${formatDate(since)} you see who they are and the summary of plans. Whatever else is recorded is withheld, unless another tie gives it.`
