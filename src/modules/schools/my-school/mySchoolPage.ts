import { roleWord } from '#modules/casework'
import { meetingKindWords } from '#modules/child-protection'
import { fullName } from '#modules/people'
import { codeWords } from '#reference'
import { denseTable, details, formatDate, formatDateTime, type Html, html, nothing, tag } from '#ui'
import type { SchoolChild, SchoolMeeting } from './readMySchool.ts'

export type MySchoolView = {
  readonly schools: readonly string[]
  readonly children: readonly SchoolChild[]
  readonly today: Temporal.PlainDate
  readonly isPast: boolean
  readonly tabs: Html
}

/** Children of a school with open work: who works with them, whom to ring, what is next; why it is shown, and that more is withheld. */
export function mySchoolPage(view: MySchoolView): Html {
  const { schools } = view
  return html`<h1 class="govuk-heading-l">Children of my school</h1>${view.tabs}
${
  schools.length === 0
    ? html`<p class="govuk-body">You are not a designated safeguarding lead of a school today, so no child is shown here.</p>`
    : html`<p class="govuk-body">Children at ${schools.join(' and ')} who have a social worker, or a plan. You see them as its safeguarding lead.</p>
<p class="govuk-body"><a class="govuk-link" href="/my-children">Children with whom you yourself are named</a>. <a class="govuk-link" href="/front-door/contacts/new">Tell the front door of a concern</a>. <a class="govuk-link" href="/my-school/attendance">Send attendance</a>. <a class="govuk-link" href="/my-school/transfer-file">Send a Common Transfer File</a></p>
${bodyOf(view)}${withheld}`
}`
}

function bodyOf(view: MySchoolView): Html {
  if (view.isPast)
    return html`<p class="govuk-body">This page tells of now alone: a school knows of its children while they are there.</p>`
  if (view.children.length === 0) return html`<p class="govuk-body">None today.</p>`
  return table(view)
}

const withheld = details({
  summaryText: 'What is not shown, and why',
  html: html`<p>More is recorded of these children than stands here. Notes, assessments, what is known of parents and of other children of the family,
and meetings to which the school is not asked are withheld: a school is told what it needs to keep a child safe, and the social worker tells you more where that helps.
A child whose record is restricted is not on this list. Ring the worker, or the front door, if you expected somebody who is not here.</p>
<p>A child leaves this list on the day on which the school’s involvement ends.</p>`,
})

const table = ({ children, today, schools }: MySchoolView): Html =>
  denseTable({
    caption: 'Children, those with a child protection plan first',
    captionClasses: 'govuk-visually-hidden',
    firstCellIsHeader: true,
    head: ['Child', 'Plan', 'Who works with them', 'Next meeting', 'Report', 'Why you see it'].map(text => ({
      text,
    })),
    rows: children.map(child => [
      { html: childHtml(child) },
      { html: planHtml(child) },
      { html: workerHtml(child) },
      { html: meetingHtml(child.meeting) },
      { html: reportHtml(child.meeting, today) },
      { text: `At ${schools.length > 1 ? child.school : 'your school'} since ${formatDate(child.since)}` },
    ]),
  })

function childHtml({ personId, given, family, born, isNamed }: SchoolChild): Html {
  const name = fullName({ given, family }) || 'Name not recorded'
  const birth = born === null ? nothing : html`<br>born ${formatDate(born)}`
  return html`${isNamed ? html`<a class="govuk-link" href="/people/${personId}">${name}</a>` : name}${birth}`
}

function planHtml({ protectedSince, category, inNeedSince }: SchoolChild): Html {
  if (protectedSince !== null)
    return html`${tag({ text: 'Child protection plan', classes: 'govuk-tag--red' })}<br>${category === null ? 'Category not recorded' : codeWords('abuseCategory', category)}<br>since ${formatDate(protectedSince)}`
  if (inNeedSince !== null) return html`Child in need plan<br>since ${formatDate(inNeedSince)}`
  return html`Social worker, no plan yet`
}

function workerHtml({ worker, role, team, telephone }: SchoolChild): Html {
  if (team === null) return html`Nobody is named today. Ring the front door`
  const who =
    worker === null
      ? html`Waits to be given to a worker`
      : html`${worker}, ${roleWord(role ?? '').toLowerCase()}`
  const ring =
    telephone === null
      ? html`no telephone recorded`
      : html`ring <a class="govuk-link" href="tel:${telephone.replaceAll(' ', '')}">${telephone}</a>`
  return html`${who}<br>${team}<br>${ring}`
}

function meetingHtml(meeting: SchoolMeeting | null): Html {
  if (meeting === null) return html`None to which the school is asked`
  const words = meetingKindWords[meeting.kind as keyof typeof meetingKindWords] ?? 'Meeting'
  const name = meeting.isInvited
    ? html`<a class="govuk-link" href="/meetings/${meeting.id}">${words}</a>`
    : html`${words}`
  return html`${name}<br>${formatDateTime(meeting.plannedAt)}`
}

function reportHtml(meeting: SchoolMeeting | null, today: Temporal.PlainDate): Html {
  if (meeting === null || meeting.report === 'not_asked') return html`None asked of the school`
  if (meeting.report === 'finished') return html`Arrived`
  const due = meeting.reportDueOn
  if (due === null) return html`Due before the meeting`
  return Temporal.PlainDate.compare(due, today) < 0
    ? tag({ text: `Was due ${formatDate(due)}`, classes: 'govuk-tag--red' })
    : html`Due by ${formatDate(due)}`
}
