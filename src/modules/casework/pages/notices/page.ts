import { type Cover, csvLink, pageLinks } from '#modules/agencies'
import type { PersonSummary } from '#modules/people'
import { type FormKeys, formFields } from '#platform/http'
import type { Uuid } from '#platform/ids'
import { button, denseTable, formatDateTime, type Html, html, nothing, subNavigation } from '#ui'
import type { CoveredNotice, Notice } from '../../queries/notices.ts'

/** A notice; without its path when its reader may no longer see whom it is about. */
type ShownNotice = Omit<Notice, 'path'> & { readonly path: string | null }

/** Everything that the page of notices shows. */
export type NoticesView = {
  readonly notices: readonly ShownNotice[]
  /** What those are told about work whom the reader covers today. */
  readonly covered: readonly CoveredNotice[]
  readonly standing: readonly Cover[]
  readonly people: ReadonlyMap<Uuid, PersonSummary>
  readonly counts: { readonly all: number; readonly unread: number }
  readonly unreadOnly: boolean
  readonly page: number
  readonly path: string
  readonly form: FormKeys
}

const kinds: Readonly<Record<string, string>> = {
  work_given: 'A child was allocated to you',
  work_returned: 'Work was returned to you',
  work_due: 'Something is due',
  restricted_match: 'Somebody met a restricted record of your list',
  worker_left: 'A worker left: give their children to others',
  cover: 'Cover was arranged or has ended',
  contact_in_danger: 'Somebody is in danger: a contact at the front door',
  contact_passed: 'A contact about a child you work with was passed to you',
  contact_answered: 'The front door answered what you sent',
  opening_reviewed: 'Your opening of a record was reviewed',
  opening_not_justified: 'An opening of a record was found not justified',
  review_due: 'A record was opened with a reason: review it today',
  review_late: 'The review of an opened record is late',
  conflict_declared: 'A worker knows somebody of your cases: their record is closed to them',
  look_asked: 'A manager asks why you looked at a record',
  unexplained: 'Records were looked at and nothing explains why',
  record_opened: 'Somebody opened a record with a reason',
  meeting_invited: 'You are asked to a meeting about children',
  meeting_moved: 'A meeting that you are asked to has moved',
  meeting_opened: 'A meeting that you are asked to has begun',
  meeting_cancelled: 'A meeting that you were asked to is called off',
  meeting_chased: 'Your answer to an invitation is awaited',
  meeting_record_sent: 'The record of a meeting is there for you to read',
  attendance: 'A child you work with was at hospital',
  attendance_late: 'A visit to hospital was not read within a working day',
  attendance_question_late: 'A question about a visit to hospital was not answered within a working day',
  agency_asked: 'You are asked what you know of a child',
  agency_withdrawn: 'What you were asked of a child is withdrawn',
  agency_late: 'An agency has not answered what your team asked: a working day late',
  agency_answered: 'An agency answered what you asked',
  left_school_unknown: 'A child left school, and the school knows no next one',
  encompass: 'Operation Encompass: read it before the school day',
  encompass_late: 'Operation Encompass: the school day began and it was not read',
  notice_undecided: 'A police notice waits: nobody decided who the child is, or whom to tell',
  partner_notice_corrected: 'A police notice was tied to the wrong child: disregard what you were told of it',
  partner_notice: 'The police told of a child you work with',
  opened_at_nhs: 'The NHS record of a child you work with was opened in unscheduled care',
  merge_asked: 'Two records may be of one person: confirm or refuse',
  file_infected: 'A file that was added is harmful, and stays locked',
  letter_held: 'A letter with a protected address waits for two people',
  part_held: 'Part of a document with a protected address waits for two people',
  letter_prepared: 'A letter was prepared for you to make ready',
  family_answered: 'Somebody of a family answered what they were given',
  family_word: 'A child wrote on their own page',
  family_call: 'A child asks to be talked to',
  family_meeting: 'Somebody of a family answered an invitation to a meeting',
  portal_alarm: 'Somebody saw at the portal what they should not: look at it now',
  copy_waits: 'A copy for one of the family waits for a second person’s approval',
  dispute_put: 'A disagreement about a plan was put to you',
  dispute_answered: 'A disagreement that you raised was answered',
  dispute_settled: 'A disagreement about a plan was settled',
  supervision_complete: 'A supervision session is complete: say what you think of it, and whether you agree',
  care_began: 'A child whom your team holds is recorded as looked after',
  missing_with_plan: 'A child with a plan is missing',
  missing_repeated: 'A child is missing for the third time or more',
}

/** A notice's kind in words. */
export const noticeWords = (kind: string): string => kinds[kind] ?? kind.replaceAll('_', ' ')

/** What somebody has been told, newest first, each with where it leads. */
export function noticesPage(view: NoticesView): Html {
  const { counts, unreadOnly, form } = view
  const markAll =
    counts.unread === 0
      ? nothing
      : html`<form method="post" action="/notices/read" novalidate>${formFields(form)}<input type="hidden" name="notice" value="all">
        ${button({ text: 'Mark all as read', classes: 'govuk-button--secondary' })}</form>`
  return html`<h1 class="govuk-heading-l">Notices</h1>
  ${subNavigation({
    label: 'Which notices',
    items: [
      { text: `Not read (${counts.unread})`, href: '/notices?show=unread', active: unreadOnly },
      { text: `All (${counts.all})`, href: '/notices', active: !unreadOnly },
    ],
  })}
  ${markAll}
  ${list(view)}
  ${pageLinks(view.path, view.page, unreadOnly ? counts.unread : counts.all, 'notices')}
  ${counts.all > 0 ? csvLink(view.path) : nothing}
  ${view.standing.map(cover => coveredList(view, cover))}`
}

function list({ notices, people, unreadOnly, form }: NoticesView): Html {
  if (notices.length === 0)
    return html`<p class="govuk-body">${unreadOnly ? 'You have read everything.' : 'You have no notices.'}</p>`
  const row = (notice: ShownNotice) => {
    const about = notice.subjectId === null ? undefined : people.get(notice.subjectId)?.displayName
    return [
      { text: formatDateTime(notice.madeAt) },
      notice.path === null
        ? { text: noticeWords(notice.kind) }
        : { html: html`<a class="govuk-link" href="${notice.path}">${noticeWords(notice.kind)}</a>` },
      { text: about ?? (notice.path === null ? 'Somebody whom you no longer see' : '') },
      { html: notice.readAt === null ? markOne(notice, form) : html`Read` },
    ]
  }
  return denseTable({
    caption: 'Notices, newest first',
    captionClasses: 'govuk-visually-hidden',
    head: ['When', 'What', 'About', 'Read'].map(text => ({ text })),
    rows: notices.map(row),
  })
}

/** Of somebody whom the reader covers: theirs to mark as read, the reader's to act on. */
function coveredList({ covered, people }: NoticesView, { holderId, holderName }: Cover): Html {
  const theirs = covered.filter(notice => notice.holderId === holderId)
  return html`<h2 class="govuk-heading-m">For ${holderName}, whom you cover</h2>
  ${
    theirs.length === 0
      ? html`<p class="govuk-body">Nothing.</p>`
      : denseTable({
          caption: `Notices for ${holderName}, newest first`,
          captionClasses: 'govuk-visually-hidden',
          head: ['When', 'What', 'About'].map(text => ({ text })),
          rows: theirs.map(notice => [
            { text: formatDateTime(notice.madeAt) },
            { html: html`<a class="govuk-link" href="${notice.path}">${noticeWords(notice.kind)}</a>` },
            { text: notice.subjectId === null ? '' : (people.get(notice.subjectId)?.displayName ?? '') },
          ]),
        })
  }`
}

function markOne(notice: ShownNotice, form: FormKeys): Html {
  const when = formatDateTime(notice.madeAt)
  return html`<form method="post" action="/notices/read" novalidate>${formFields(form)}<input type="hidden" name="notice" value="${notice.id}">
    ${button({
      html: html`Mark as read<span class="govuk-visually-hidden">: ${noticeWords(notice.kind)}, ${when}</span>`,
      classes: 'govuk-button--secondary govuk-!-margin-bottom-0',
    })}</form>`
}
