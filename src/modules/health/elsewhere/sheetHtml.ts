import { formatDate, formatDateTime, type Html, html, nothing, summaryList } from '#ui'
import type { Attendance, Question } from '../attendances/queries/readAttendance.ts'
import { concernsInWords } from '../rules/concerns.ts'
import type { OtherCouncil } from './sending.ts'

/** A visit as it goes to another council: what the hospital told, on what basis, and nothing of the county's own record. */
export function sheetHtml(
  one: Attendance,
  { reason }: Question,
  { councils, from }: { readonly councils: readonly OtherCouncil[]; readonly from: string },
): Html {
  return html`<h1 class="govuk-heading-l">A child at hospital, for ${councils[0]?.name ?? 'another council'}</h1>
${headline(one, reason)}
<p class="govuk-body">From ${from}. Our reference ${one.id.slice(-12)}.</p>
<p class="govuk-body">Purpose: the child’s own health visitor or school nurse, and whoever works with them, know of the visit. Basis: Children Act 2004 section 11; UK GDPR article 6(1)(e) and 9(2)(h), and Data Protection Act 2018 schedule 1 paragraph 18. The data is ${one.senderName}’s: what is wrong in it is corrected there.</p>
${facts(one)}
<p class="govuk-body">Nothing of this council’s own record is in this sheet. Ring us for what we know.</p>`
}

function headline({ status }: Attendance, reason: Question['reason']): Html {
  if (status === 'cancelled')
    return html`<div class="govuk-inset-text"><strong>Disregard what we told you.</strong> The hospital cancelled this visit: it did not happen, or is not of this child.</div>`
  if (reason === 'correction_elsewhere')
    return html`<div class="govuk-inset-text"><strong>This takes the place of what we told you before.</strong> The hospital has corrected it.</div>`
  return nothing
}

function facts(one: Attendance): Html {
  const rows: readonly (readonly [string, string | null])[] = [
    ['Child', [one.told_given, one.told_family].filter(Boolean).join(' ') || null],
    ['Born', one.told_birth === null ? one.told_birth_as : formatDate(one.told_birth)],
    ['NHS number', one.told_nhs_number],
    ['Address', [one.told_address, one.told_postcode].filter(Boolean).join(', ') || null],
    ['GP practice', one.told_practice],
    ['School', one.told_school],
    ['Hospital', [one.senderName, one.place].filter(Boolean).join(', ')],
    ['Arrived', formatDateTime(one.arrived_at)],
    ['Left', one.left_at === null ? null : formatDateTime(one.left_at)],
    ['What for', one.complaint],
    ['Came from', one.came_from],
    ['Came with', one.accompanied_by],
    ['Treatment', one.procedures],
    ['Outcome', [one.outcome, one.discharge_status].filter(Boolean).join('; ') || null],
    ['The hospital’s concern', concernsInWords(one.concerns ?? []) || 'None told'],
    ...(one.narrative === null ? [] : [['Clinical note', one.narrative] as const]),
  ]
  return summaryList({
    rows: rows.map(([key, value]) => ({ key: { text: key }, value: { text: value ?? 'Not told' } })),
  })
}
