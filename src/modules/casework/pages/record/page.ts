import { button, details, formatDate, type Html, html, nothing, timeline } from '#ui'
import { pastMoment } from '../frame/pastMoment.ts'
import { whyLine } from '../frame/recordFrame.ts'
import { tabLink } from '../frame/recordLinks.ts'
import { familyList } from './familyList.ts'
import { involvedTable } from './involvedTable.ts'
import { nextDates } from './nextDates.ts'
import { noteItem } from './noteItem.ts'
import type { RecordView } from './readRecord.ts'

const EXCERPT = 300 // characters

/** The overview of one person's record. */
export function recordPage(view: RecordView): Html {
  const { frame } = view
  const personId = frame.identity.id
  const isAdult = frame.identity.isChild === false
  return html`<h1 class="govuk-heading-l">${isAdult ? 'Adult’s record' : 'Child’s record'}</h1>
${whyLine(frame.sights)}
${actions(view)}
<h2 class="govuk-heading-m" id="next">Next dates</h2>
${frame.readsRecord || view.clocks.length > 0 ? nextDates(view.clocks, view.today) : askToRead(personId)}
${tasks(view)}
${story(view)}
${latestNotes(view)}
<h2 class="govuk-heading-m" id="involved">Who is involved</h2>
${involvedTable(personId, view.involved, frame)}
<h2 class="govuk-heading-m" id="family">Family</h2>
${familyList(view.family)}
${plans(view)}
${view.isPast ? nothing : knownOutside(view)}
${view.isPast ? nothing : pastMoment(`/people/${personId}`)}`
}

/** Anybody may say that they know the person; a manager of the case also sees who did. */
function knownOutside({ frame }: RecordView): Html {
  const base = `/people/${frame.identity.id}`
  const manages = frame.sights.some(({ reason, mayWrite }) => reason === 'team' && mayWrite)
  return html`<p class="govuk-body-s kith-no-print"><a class="govuk-link" href="${base}/know">I know this person outside work</a>${
    manages
      ? html` · <a class="govuk-link" href="${base}/conflicts">Workers to whom this record is closed</a> · <a class="govuk-link" href="${base}/close">Close the case</a>`
      : nothing
  }</p>`
}

function actions({ frame, mayRestrict }: RecordView): Html {
  const { id } = frame.identity
  const restriction = mayRestrict
    ? html`<p class="govuk-body kith-no-print"><a class="govuk-link" href="/people/${id}/restriction">Who may know of this record</a></p>`
    : nothing
  const visit = button({
    text: 'Record a visit or note',
    href: `/people/${id}/visits/new`,
    classes: 'govuk-!-margin-bottom-2',
  })
  if (frame.writesPlan && !frame.mayWrite)
    return html`<p class="kith-no-print govuk-!-margin-bottom-2">${visit}</p>
<p class="govuk-body kith-no-print"><a class="govuk-link" href="/people/${id}/plan">Child in need plan</a></p>${restriction}`
  if (!frame.mayWrite) return restriction
  return html`<p class="kith-no-print govuk-!-margin-bottom-2">${visit}</p>
<p class="govuk-body kith-no-print">
  <a class="govuk-link" href="/people/${id}/events/new">Add a significant event</a> ·
  <a class="govuk-link" href="/people/${id}/tasks">Tasks</a> ·
  <a class="govuk-link" href="/people/${id}/alerts">Alerts</a> ·
${frame.identity.isChild === false ? nothing : outsideHome(id)}
  <a class="govuk-link" href="/people/${id}/allocate">Who holds the case</a>
</p>${restriction}`
}

/** Of a child, or somebody whose age nobody knows. */
const outsideHome = (id: string): Html =>
  html`  <a class="govuk-link" href="/people/${id}/care">In care</a> ·
  <a class="govuk-link" href="/people/${id}/missing">Missing</a> ·
  <a class="govuk-link" href="/people/${id}/harm">Harm outside the home</a> ·`

function askToRead(personId: string): Html {
  return html`<p class="govuk-body">Your work does not include the record itself.
  <a class="govuk-link" href="/people/${personId}/open">Open it with a reason</a></p>`
}

function tasks({ tasks: open, frame }: RecordView): Html {
  if (open.length === 0) return nothing
  return html`<h3 class="govuk-heading-s">Tasks</h3>
<ul class="govuk-list govuk-list--bullet">${open.map(
    task =>
      html`<li>${task.title}${task.dueOn ? `, by ${formatDate(task.dueOn)}` : ''} (${task.forWhom})</li>`,
  )}</ul>
<p class="govuk-body"><a class="govuk-link" href="/people/${frame.identity.id}/tasks">Mark tasks as done</a></p>`
}

/** Only for those who read the record: to others it would say that nothing is recorded where they may not look. */
function story({ story: sentences, frame }: RecordView): Html {
  if (!frame.readsRecord) return nothing
  return html`<h2 class="govuk-heading-m" id="story">The story in a minute</h2>
${list(sentences, 'Nothing is recorded yet.')}`
}

function latestNotes({ notes, frame }: RecordView): Html {
  if (!frame.readsRecord) return nothing
  const { id } = frame.identity
  return html`<h2 class="govuk-heading-m" id="notes">Latest visits and notes</h2>
${
  notes.length === 0
    ? html`<p class="govuk-body">No visit or note is recorded.</p>`
    : timeline({ headingLevel: 3, items: notes.map(note => noteItem(note, EXCERPT)) })
}
<p class="govuk-body"><a class="govuk-link" href="${tabLink(id, 'notes')}">All visits and notes</a> ·
<a class="govuk-link" href="${tabLink(id, 'chronology')}">Chronology</a></p>`
}

/** Folded: dates that matter now stand above, and what is long over must not hide the last visit. */
function plans({ sections, offers, frame }: RecordView): Html {
  const { id } = frame.identity
  const all = html`<p class="govuk-body"><a class="govuk-link" href="${tabLink(id, 'plans')}">Plans and assessments</a></p>`
  if (sections.length + offers.length === 0) return frame.readsRecord ? all : nothing
  return html`<h2 class="govuk-heading-m" id="plans">Plans, assessments and referrals</h2>
${offers}
${details({ summaryText: 'Show plans, assessments and referrals', html: html`${sections}` })}`
}

function list(sentences: readonly string[], none: string): Html {
  if (sentences.length === 0) return html`<p class="govuk-body">${none}</p>`
  return html`<ul class="govuk-list govuk-list--bullet">${sentences.map(sentence => html`<li>${sentence}</li>`)}</ul>`
}
