import { csvLink, pageLinks, pageSize, type Team } from '#modules/agencies'
import type { PersonSummary } from '#modules/people'
import { type FormKeys, formFields } from '#platform/http'
import type { Uuid } from '#platform/ids'
import { button, denseTable, errorsAbove, formatDate, type Html, html, multiSelectTable, plural } from '#ui'
import { type Destination, destinationFields } from './destinationFields.ts'
import { type Kept, teamChoice } from './teamChoice.ts'

/** The button that looks before anything is given: nothing is written. */
export const LOOK_FIRST = 'lookFirst'

/** A child who can be given to somebody. */
export type WaitingChild = {
  readonly personId: Uuid
  readonly since: Temporal.PlainDate
  readonly reason: string | null
}

/** Everything that the page of a team's queue, or of one worker's children, shows. */
export type QueueView = Destination & {
  /** The team whose children these are. */
  readonly from: Team
  /** False for a worker of the duty team: they see who waits and may open them, and a manager gives them out. */
  readonly mayAllocate: boolean
  /** The worker whose children these are; null for the queue. */
  readonly holder: { readonly id: Uuid; readonly name: string } | null
  readonly children: readonly WaitingChild[]
  readonly count: number
  readonly page: number
  readonly people: ReadonlyMap<Uuid, PersonSummary>
  readonly teams: readonly Team[]
  /** Children whom the address names: they stay selected when another team is looked at. */
  readonly asked: readonly Uuid[]
  readonly ticked: ReadonlySet<string>
  readonly path: string
  readonly form: FormKeys
}

/** Children of a queue (or of one worker): select several, choose who gets them, see what each carries. */
export function queuePage(view: QueueView): Html {
  const { from, holder, count, errors, form, team } = view
  const heading = holder === null ? `Waiting in ${from.name}` : `Children of ${holder.name}`
  if (count === 0)
    return html`<h1 class="govuk-heading-l">${heading}</h1>
    <p class="govuk-body">${holder === null ? 'No child waits for a worker.' : 'No child is led by this worker for the team.'}</p>`
  if (!view.mayAllocate)
    return html`<h1 class="govuk-heading-l">${heading}</h1>
    <p class="govuk-body">You may open these children while they wait. The team’s manager gives them to workers.</p>
    ${waitingTable(view)}
    ${pageLinks(view.path, view.page, count, 'children')}`
  const action = `/teams/${from.id}/queue`
  const kept: readonly Kept[] = [
    ...(holder === null ? [] : [['holder', holder.id] as const]),
    ...view.asked.map(id => ['child', id] as const),
  ]
  const query = new URLSearchParams()
  for (const [name, value] of [...kept, ['team', team.id] as const, ['page', String(view.page)] as const])
    query.append(name, value)
  return html`${errorsAbove(errors)}<h1 class="govuk-heading-l">${heading}</h1>
  ${teamChoice(action, view.teams, team.id, kept)}
  <form method="post" action="${action}?${query.toString()}" novalidate>${formFields(form)}
    ${childTable(view)}
    ${button({ text: 'Show what each would carry with the selected children', name: LOOK_FIRST, value: 'yes', classes: 'govuk-button--secondary' })}
    ${destinationFields(view)}
    ${button({ text: 'Allocate the selected children', preventDoubleClick: true })}
  </form>
  ${pageLinks(view.path, view.page, count, 'children')}
  ${csvLink(view.path)}`
}

function childTable({ children, people, count, ticked, errors, page }: QueueView): Html {
  const error = errors.of('child')
  const row = ({ personId, since, reason }: WaitingChild) => {
    const person = people.get(personId)
    const name = person?.displayName ?? 'Somebody you may not see'
    return {
      value: personId,
      selectText: `Select ${name}`,
      checked: ticked.has(personId),
      cells: [
        { html: html`<a class="govuk-link" href="/people/${personId}">${name}</a>` },
        { text: person?.age ?? '' },
        { text: formatDate(since) },
        { text: reason ?? '' },
      ],
    }
  }
  const scope =
    count > pageSize
      ? `Selecting covers the ${plural(children.length, 'child', 'children')} of page ${page} only, of ${count} in all.`
      : `Selecting covers the ${plural(children.length, 'child', 'children')} on this page.`
  return html`<div class="govuk-form-group${error ? ' govuk-form-group--error' : ''}" id="child">
    <p class="govuk-body" id="child-scope">${scope}</p>
    ${error ? html`<p class="govuk-error-message"><span class="govuk-visually-hidden">Error:</span> ${error.text ?? ''}</p>` : html``}
    ${multiSelectTable({
      name: 'child',
      caption: 'Children to allocate',
      captionClasses: 'govuk-visually-hidden',
      head: ['Child', 'Age', 'Since', 'Why here'].map(text => ({ text })),
      rows: children.map(row),
    })}</div>`
}

/** The same children without anything to select. */
function waitingTable({ children, people }: QueueView): Html {
  return denseTable({
    caption: 'Children who wait',
    captionClasses: 'govuk-visually-hidden',
    head: ['Child', 'Age', 'Since', 'Why here'].map(text => ({ text })),
    rows: children.map(({ personId, since, reason }) => {
      const person = people.get(personId)
      const name = person?.displayName ?? 'Somebody you may not see'
      return [
        { html: html`<a class="govuk-link" href="/people/${personId}">${name}</a>` },
        { text: person?.age ?? '' },
        { text: formatDate(since) },
        { text: reason ?? '' },
      ]
    }),
  })
}
