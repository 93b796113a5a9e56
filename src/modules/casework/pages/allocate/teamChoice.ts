import type { Team } from '#modules/agencies'
import type { Uuid } from '#platform/ids'
import { button, type Html, html, select } from '#ui'

/** A parameter of the address that another choice leaves as it is: its name and value. */
export type Kept = readonly [name: string, value: string]

/** Chooses the team whose workers the form offers. Sent by GET, so that it stays in the address. */
export function teamChoice(
  action: string,
  teams: readonly Team[],
  chosen: Uuid,
  kept: readonly Kept[] = [],
): Html {
  const hidden = kept.map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)
  return html`<form method="get" action="${action}">${hidden}
    ${select({
      name: 'team',
      label: { text: 'Team', classes: 'govuk-label--s' },
      items: teams.map(team => ({ value: team.id, text: team.name })),
      value: chosen,
    })}
    ${button({ text: 'Show the workers of this team', classes: 'govuk-button--secondary' })}</form>`
}
