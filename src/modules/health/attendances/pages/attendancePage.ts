import type { Uuid } from '#platform/ids'
import { formatDate, formatDateTime, type Html, html, nothing, summaryList, tag } from '#ui'
import { concernsInWords } from '../../rules/concerns.ts'
import type { Attendance, OpenAttendance, Question, Told, ToldEvent } from '../queries/readAttendance.ts'
import { ageOn } from '../rules/age.ts'
import {
  answerWords,
  councilsWords,
  doneWords,
  eventWords,
  factWords,
  kindWords,
  questionPath,
  reasonWords,
  whyWords,
} from '../rules/words.ts'

const london = (at: Temporal.Instant): Temporal.PlainDate =>
  at.toZonedDateTimeISO('Europe/London').toPlainDate()

/**
 * The visit, who was told and what they did.
 * @param asked teams whose questions the reader answers
 * @param drawing the child's visits over time
 */
export function attendancePage(
  { attendance, told, events, questions, personId, councils }: OpenAttendance,
  forms: Html,
  asked: readonly Uuid[],
  drawing: Html,
): Html {
  return html`<h1 class="govuk-heading-l">Visit to ${attendance.place ?? attendance.senderName}</h1>
${attendance.status === 'cancelled' ? html`<div class="govuk-inset-text">The hospital cancelled this visit: it did not happen, or is not of this child. What was told of it is corrected hereby.</div>` : nothing}
${attendance.is_sensitive ? html`<div class="govuk-inset-text">The hospital marked this visit as sensitive: tell nobody where this child is or was.</div>` : nothing}
${attendance.concerns === null ? nothing : concernHtml(attendance.concerns)}
${facts(attendance, councils)}
${personId === null ? nothing : html`<p class="govuk-body"><a class="govuk-link" href="/people/${personId}">The child’s record</a></p>`}
${forms}
${drawing}
<h2 class="govuk-heading-m">Who was told</h2>${told.map(toldHtml)}
${questions.length === 0 ? nothing : html`<h2 class="govuk-heading-m">What could not be decided by rule</h2><ul class="govuk-list govuk-list--bullet">${questions.map(one => questionHtml(one, asked))}</ul>`}
<h2 class="govuk-heading-m">What the hospital sent</h2><ul class="govuk-list govuk-list--bullet">${events.map(eventHtml)}</ul>
<p class="govuk-body-s">Source and controller: ${attendance.senderName}. A mistake in what was told is put right there: tell them, and their correction arrives here.</p>`
}

const concernHtml = (concerns: readonly string[]): Html =>
  html`<div class="govuk-inset-text">${tag({ text: 'Concern', classes: 'govuk-tag--red' })} The hospital is concerned for this child’s safety: ${concernsInWords(concerns)}.</div>`

function facts(one: Attendance, councils: OpenAttendance['councils']): Html {
  const rows: readonly (readonly [string, string])[] = [
    ['Child, as told', [one.told_given, one.told_family].filter(Boolean).join(' ') || 'Not told'],
    [
      'Born',
      one.told_birth === null
        ? one.told_birth_as === null
          ? 'Not told'
          : `Not a date: “${one.told_birth_as}”`
        : `${formatDate(one.told_birth)}, ${ageOn(one.told_birth, london(one.arrived_at))}`,
    ],
    [
      'NHS number',
      one.told_nhs_number === null
        ? 'Not told'
        : `${one.told_nhs_number}${one.told_nhs_passed === false ? ' (its check digit is wrong)' : ''}`,
    ],
    ['Address', [one.told_address, one.told_postcode].filter(Boolean).join(', ') || 'Not told'],
    ...(councils === null ? [] : [['Councils', councilsWords(councils)] as const]),
    ['GP practice', one.told_practice ?? 'Not told'],
    ['School', one.told_school ?? 'Not told'],
    ['Arrived', formatDateTime(one.arrived_at)],
    ['Left', one.left_at === null ? 'Not told yet' : formatDateTime(one.left_at)],
    ['What for', one.complaint ?? 'Not told'],
    ['Came from', one.came_from ?? 'Not told'],
    ['Came with', one.accompanied_by ?? 'Not told'],
    ['Treatment', one.procedures ?? 'Not told'],
    ['Outcome', [one.outcome, one.discharge_status].filter(Boolean).join('; ') || 'Not told'],
    ...(one.narrative === null ? [] : [['Clinical note', one.narrative] as const]),
  ]
  return summaryList({ rows: rows.map(([key, value]) => ({ key: { text: key }, value: { text: value } })) })
}

function toldHtml(one: Told): Html {
  const read =
    one.readAt === null
      ? html`${tag({ text: 'Not read', classes: 'govuk-tag--blue' })} to be read by ${formatDate(one.readByDay)}`
      : html`read ${formatDateTime(one.readAt)}${one.reader === null ? '' : ` by ${one.reader}`}`
  return html`<p class="govuk-body"><strong>${one.who}</strong> (${kindWords[one.kind].toLowerCase()}: ${whyWords(one.why)}): ${one.withdrawnAt === null ? read : 'withdrawn'}${one.done === null ? '' : `. ${doneWords[one.done]}`}${one.doneNote === null ? '' : `: ${one.doneNote}`}${one.climbedAt === null ? '' : '. The team’s lead was told that it was not read in time'}</p>`
}

const questionHtml = (one: Question, asked: readonly Uuid[]): Html =>
  html`<li>${reasonWords[one.reason]}: ${one.answer === null ? `${one.teamName} is asked` : `${answerWords[one.answer]}${one.answeredBy === null ? '' : `, by ${one.answeredBy}`}`}${one.note === null ? '' : ` (“${one.note}”)`}${one.answer === null && asked.includes(one.teamId) ? html`. <a class="govuk-link" href="${questionPath(one)}">Answer<span class="govuk-visually-hidden">: ${reasonWords[one.reason]}</span></a>` : nothing}</li>`

const eventHtml = ({ kind, sentAt, did, changed }: ToldEvent): Html =>
  html`<li>${formatDateTime(sentAt)}: ${eventWords[kind] ?? kind}${did === 'older' ? ', older than what stood: nothing changed' : ''}${changed.length === 0 ? '' : ` (${[...new Set(changed.map(name => factWords[name] ?? name))].join(', ')})`}</li>`
