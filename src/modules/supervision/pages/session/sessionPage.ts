import { type FormKeys, formFields, versionField } from '#platform/http'
import type { Uuid } from '#platform/ids'
import {
  button,
  checkboxes,
  errorsAbove,
  type FieldErrors,
  formatDate,
  formatDateTime,
  type Html,
  html,
  insetText,
  nothing,
  summaryList,
  textarea,
} from '#ui'
import type { Action } from '../../queries/actionsOf.ts'
import type { Correction } from '../../queries/correctionsOf.ts'
import type { Direction, Session } from '../../queries/readSession.ts'
import { hasPractice } from '../../rules/practiceHalf.ts'
import { kindWords } from '../common.ts'
import { practiceRows } from './practiceRows.ts'

/** Everything that the page of a session shows. */
export type SessionView = {
  readonly session: Session
  readonly directions: readonly Direction[]
  readonly names: ReadonlyMap<Uuid, string>
  readonly actions: readonly Action[]
  readonly corrections: readonly Correction[]
  readonly may: {
    readonly write: boolean
    readonly answer: boolean
    readonly correct: boolean
    readonly finish: boolean
  }
  readonly sent: Readonly<Record<string, unknown>>
  readonly errors: FieldErrors
  readonly opened: string
  readonly keys: FormKeys
}

/** One session: both halves, what is to be done, the supervisee's own view, and corrections beside it. */
export function sessionPage(view: SessionView): Html {
  const { session } = view
  return html`${errorsAbove(view.errors)}
  <h1 class="govuk-heading-l">Supervision of ${session.superviseeName}</h1>
  ${session.isComplete ? nothing : lacking(view)}
  ${summaryList({
    rows: [
      ['Held', formatDate(session.heldOn)],
      ['Kind', kindWords[session.kind]],
      ['With', session.supervisorName],
      ['State', session.isComplete ? 'Complete' : 'Not complete'],
      ['Agreed', agreedWords(session)],
      ['Next session', session.nextOn === null ? 'Not set' : formatDate(session.nextOn)],
    ].map(([key, value]) => ({ key: { text: key ?? '' }, value: { text: value ?? '' } })),
  })}
  ${view.may.write ? button({ text: 'Write this session', href: `/supervision/sessions/${session.id}/write` }) : nothing}
  <h2 class="govuk-heading-m">Practice</h2>
  ${hasPractice(session.practice) ? practiceRows(session.practice) : html`<p class="govuk-body">Nothing is written.</p>`}
  <h2 class="govuk-heading-m">Case</h2>
  ${caseList(view)}
  <h2 class="govuk-heading-m">What is to be done</h2>
  ${actionList(view)}
  <h2 class="govuk-heading-m">${session.superviseeName}’s own view</h2>
  ${ownView(view)}
  ${session.isComplete ? correctionPart(view) : nothing}`
}

function agreedWords({ supervisorAgreedAt, superviseeAgreedAt }: Session): string {
  if (supervisorAgreedAt === null) return 'Not yet'
  const first = `By the supervisor ${formatDateTime(supervisorAgreedAt)}`
  return superviseeAgreedAt === null
    ? `${first}, not yet by the supervisee`
    : `${first}, by the supervisee ${formatDateTime(superviseeAgreedAt)}`
}

function lacking({ session, directions }: SessionView): Html {
  const lacks = [
    ...(hasPractice(session.practice) ? [] : ['The practice half is missing.']),
    ...(directions.length > 0 || session.noChildrenReason !== null ? [] : ['The case half is missing.']),
  ]
  return insetText({
    text: ['This session is not complete and stops no clock of supervision.', ...lacks].join(' '),
  })
}

function caseList({ session, directions, names }: SessionView): Html {
  if (directions.length === 0)
    return html`<p class="govuk-body">${session.noChildrenReason ?? (session.discussed > 0 ? 'Of children whose records you do not read.' : 'No child is discussed.')}</p>`
  return html`<ul class="govuk-list govuk-list--bullet">${directions.map(
    ({ personId, direction, dueOn }) =>
      html`<li><a class="govuk-link" href="/people/${personId}">${names.get(personId) ?? 'Somebody you may not see'}</a>: <span class="kith-typed">${direction}</span>${dueOn === null ? '' : ` (by ${formatDate(dueOn)})`}</li>`,
  )}</ul>`
}

function actionList({ actions, session, may, keys }: SessionView): Html {
  if (actions.length === 0) return html`<p class="govuk-body">Nothing was set.</p>`
  const who = { supervisee: session.superviseeName, supervisor: 'The supervisor' }
  return html`<ul class="govuk-list govuk-list--bullet">${actions.map(
    action =>
      html`<li>${who[action.owner]}: ${action.what}${action.dueOn === null ? '' : `, by ${formatDate(action.dueOn)}`}. ${
        action.doneOn === null ? 'Not done.' : `Done ${formatDate(action.doneOn)}.`
      }${
        action.doneOn === null && may.finish
          ? html`<form method="post" action="/supervision/actions/${action.id}/done">${formFields(keys)}${button({ html: html`Done<span class="govuk-visually-hidden">: ${action.what}</span>`, classes: 'govuk-button--secondary govuk-!-margin-bottom-1', preventDoubleClick: true })}</form>`
          : nothing
      }</li>`,
  )}</ul>`
}

const typed = ({ sent }: SessionView, name: string, stored: string): string =>
  typeof sent[name] === 'string' ? sent[name] : stored

function ownView(view: SessionView): Html {
  const { session, may, errors, keys } = view
  if (!may.answer)
    return html`<p class="govuk-body kith-typed">${session.superviseeView ?? 'Nothing is written.'}</p>`
  return html`<form method="post" action="/supervision/sessions/${session.id}/view" novalidate data-keep-on-failure>
    ${formFields(keys)}${versionField(view.opened)}
    ${textarea({ name: 'view', rows: 4, label: { text: 'What you think of this session (optional)', classes: 'govuk-label--s' }, hint: { text: 'It is kept as you write it. Nobody else changes it' }, value: typed(view, 'view', session.superviseeView ?? ''), errorMessage: errors.of('view') })}
    ${
      session.isComplete
        ? checkboxes({
            name: 'agrees',
            classes: 'govuk-checkboxes--small',
            items: [{ value: 'yes', text: 'I agree what is written. After that my view stands too' }],
          })
        : nothing
    }
    ${button({ text: 'Save your view', preventDoubleClick: true })}
  </form>`
}

function correctionPart(view: SessionView): Html {
  const { session, corrections, may, errors, keys } = view
  return html`<h2 class="govuk-heading-m">Corrections</h2>
  ${corrections.length === 0 ? html`<p class="govuk-body">None.</p>` : corrections.map(({ words, byName, at }) => html`<p class="govuk-body">${byName}, ${formatDateTime(at)}: <span class="kith-typed">${words}</span></p>`)}
  ${
    may.correct
      ? html`<form method="post" action="/supervision/sessions/${session.id}/corrections" novalidate data-keep-on-failure>
    ${formFields(keys)}
    ${textarea({ name: 'words', rows: 3, label: { text: 'What is wrong, and what is right', classes: 'govuk-label--s' }, value: typed(view, 'words', ''), errorMessage: errors.of('words') })}
    ${button({ text: 'Add a correction', classes: 'govuk-button--secondary', preventDoubleClick: true })}
  </form>`
      : nothing
  }`
}
