import type { Team } from '#modules/agencies'
import type { PersonSummary } from '#modules/people'
import { type FormKeys, formFields } from '#platform/http'
import type { Uuid } from '#platform/ids'
import { button, checkboxes, denseTable, errorsAbove, formatDate, type Html, html } from '#ui'
import type { Holding } from '../../commands/holdings.ts'
import { allocationWords } from '../my-work/itemWords.ts'
import { type Destination, destinationFields } from './destinationFields.ts'
import { teamChoice } from './teamChoice.ts'

/** Everything that the page of one child's case holding shows. */
export type ChildAllocationView = Destination & {
  readonly person: PersonSummary
  readonly held: readonly Holding[]
  readonly workerNames: ReadonlyMap<Uuid, string>
  readonly teamNames: ReadonlyMap<Uuid, string>
  readonly teams: readonly Team[]
  /** Whether the reader directs a team that holds the child. */
  readonly mayAllocate: boolean
  readonly form: FormKeys
}

/** Who holds one child and has held them, and the form that gives them to somebody. */
export function childPage(view: ChildAllocationView): Html {
  const { person, errors, form, team, sent, mayAllocate } = view
  const action = `/people/${person.id}/allocate`
  const { transfer } = sent
  return html`${errorsAbove(errors)}<h1 class="govuk-heading-l">Allocate</h1>
  <p class="govuk-body-l">${person.displayName}, ${person.age}</p>
  ${history(view)}
  ${
    mayAllocate
      ? html`<h2 class="govuk-heading-m">Give to somebody</h2>
  ${teamChoice(action, view.teams, team.id)}
  <form method="post" action="${action}?team=${team.id}" novalidate>${formFields(form)}
    <input type="hidden" name="child" value="${person.id}">
    ${destinationFields(view)}
    ${checkboxes({
      name: 'transfer',
      errorMessage: errors.of('child'),
      idPrefix: 'child',
      items: [
        {
          value: 'yes',
          text: 'Transfer: the present lead’s allocation ends on that day',
          checked: transfer === 'yes',
        },
      ],
    })}
    ${button({ text: 'Allocate', preventDoubleClick: true })}
  </form>`
      : html`<p class="govuk-body">Ask the manager of the team that holds the child to allocate them.</p>`
  }`
}

function history({ person, held, workerNames, teamNames, mayAllocate }: ChildAllocationView): Html {
  if (held.length === 0) return html`<p class="govuk-body">Nobody has held this child.</p>`
  const row = (one: Holding) => [
    { text: one.workerId === null ? 'Nobody yet' : (workerNames.get(one.workerId) ?? '') },
    { text: allocationWords[one.role] },
    { text: teamNames.get(one.teamId) ?? '' },
    { text: formatDate(one.startedOn) },
    { text: one.endedOn === null ? 'now' : formatDate(one.endedOn) },
    { text: one.reason ?? '' },
    {
      html:
        one.endedOn === null && mayAllocate
          ? html`<a class="govuk-link" href="/people/${person.id}/allocations/${one.id}/end">End<span class="govuk-visually-hidden"> ${allocationWords[one.role]} since ${formatDate(one.startedOn)}</span></a>`
          : html``,
    },
  ]
  return denseTable({
    caption: 'Who holds and has held the child',
    captionClasses: 'govuk-table__caption--s',
    head: ['Worker', 'As', 'Team', 'From', 'To', 'Reason', 'Change'].map(text => ({ text })),
    rows: held.toReversed().map(row),
  })
}
