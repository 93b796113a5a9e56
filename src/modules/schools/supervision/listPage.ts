import { type FormKeys, formFields } from '#platform/http'
import type { Uuid } from '#platform/ids'
import { button, denseTable, formatDate, type Html, html, nothing, tag } from '#ui'
import { isOverdue, nextDue, type SchoolSupervision } from './frequency.ts'
import type { Action, Lead, Session } from './readSupervision.ts'
import { ownerWords } from './sessionForm.ts'

export type ListView = {
  readonly tabs: Html
  /** Which the reader leads. */
  readonly schools: readonly { readonly id: Uuid; readonly name: string }[]
  readonly sessions: readonly Session[]
  readonly actions: readonly Action[]
  /** Whom the reader may supervise. */
  readonly leads: readonly Lead[]
  readonly frequency: SchoolSupervision
  readonly today: Temporal.PlainDate
  readonly isPast: boolean
  readonly form: FormKeys
}

const captionClasses = 'govuk-table__caption--m'
const head = (...names: readonly string[]) => names.map(text => ({ text }))

/** Sessions and agreed actions of schools' safeguarding leads, as the reader had or gave them. */
export function listPage(view: ListView): Html {
  const { sessions, actions, leads, schools } = view
  const isNobodys = schools.length === 0 && leads.length === 0 && sessions.length === 0
  return html`<h1 class="govuk-heading-l">Supervision of safeguarding leads</h1>${view.tabs}
<p class="govuk-body">An experienced social worker talks with a school’s designated safeguarding lead about how they do that work. No child is named here.</p>
${isNobodys ? html`<p class="govuk-body">You neither have such supervision nor give it.</p>` : nothing}
${schools.map(({ id, name }) => dueHtml(view, name, lastOf(sessions, id)))}
${actions.length === 0 ? nothing : actionTable(view)}
${leads.length === 0 ? nothing : leadTable(view)}
${sessions.length === 0 ? nothing : sessionTable(sessions)}`
}

const lastOf = (sessions: readonly Session[], schoolId: Uuid): Temporal.PlainDate | null =>
  sessions.find(one => one.schoolId === schoolId)?.heldOn ?? null

/** When the next session of a school is due; red when it is overdue. */
export function dueTag(
  view: Pick<ListView, 'frequency' | 'today'>,
  school: string,
  last: Temporal.PlainDate | null,
): Html {
  const weeks = view.frequency.weeksOf(school)
  const due = nextDue(last, weeks)
  const words =
    due === null
      ? 'No session yet'
      : `${isOverdue(last, weeks, view.today) ? 'Was due' : 'Due'} by ${formatDate(due)}`
  return isOverdue(last, weeks, view.today) ? tag({ text: words, classes: 'govuk-tag--red' }) : html`${words}`
}

const dueHtml = (view: ListView, school: string, last: Temporal.PlainDate | null): Html =>
  html`<p class="govuk-body">Your next session at ${school}: ${dueTag(view, school, last)}, every ${view.frequency.weeksOf(school)} weeks.</p>`

const actionTable = ({ actions, today, form, isPast }: ListView): Html =>
  denseTable({
    caption: 'Agreed and not done',
    captionClasses,
    head: head('What', 'School', 'Who', 'By', 'Done'),
    rows: actions.map(({ id, what, school, owner, dueOn }) => [
      { text: what },
      { text: school },
      { text: ownerWords[owner] },
      {
        html:
          Temporal.PlainDate.compare(dueOn, today) < 0
            ? tag({ text: formatDate(dueOn), classes: 'govuk-tag--red' })
            : html`${formatDate(dueOn)}`,
      },
      {
        html: isPast
          ? nothing
          : html`<form method="post" action="/school-supervision/actions/${id}/done" novalidate>${formFields(form)}${button({ html: html`Mark as done<span class="govuk-visually-hidden">: ${what}</span>`, classes: 'govuk-button--secondary govuk-!-margin-bottom-0', preventDoubleClick: true })}</form>`,
      },
    ]),
  })

const leadTable = (view: ListView): Html =>
  denseTable({
    caption: 'Safeguarding leads of schools',
    captionClasses,
    firstCellIsHeader: true,
    head: head('School', 'Lead', 'Last session that you see', 'Next', 'Session'),
    rows: view.leads.map(({ id, name, school, schoolId }) => {
      const last = lastOf(view.sessions, schoolId)
      return [
        { text: school },
        { text: name },
        { text: last === null ? 'None' : formatDate(last) },
        { html: last === null ? html`Ask who supervised last` : dueTag(view, school, last) },
        {
          html: html`<a class="govuk-link" href="/school-supervision/leads/${id}">Record a session<span class="govuk-visually-hidden"> with ${name}</span></a>`,
        },
      ]
    }),
  })

const sessionTable = (sessions: readonly Session[]): Html =>
  denseTable({
    caption: 'Sessions, the last first',
    captionClasses,
    head: head('Held', 'School', 'Lead', 'Social worker', 'Themes'),
    rows: sessions.map(({ heldOn, school, lead, supervisor, themes }) => [
      { text: formatDate(heldOn) },
      { text: school },
      { text: lead },
      { text: supervisor },
      { text: themes.join('; ') },
    ]),
  })
