import type { Team } from '#modules/agencies'
import type { Uuid } from '#platform/ids'
import { button, type Html, html, select } from '#ui'

/** Chooses the team whose workers the form offers. Sent by GET, so that it stays in the address. */
export function teamChoice(
  action: string,
  teams: readonly Team[],
  chosen: Uuid,
  kept: Readonly<Record<string, string>> = {},
): Html {
  const hidden = Object.entries(kept).map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`,
  )
  return html`<form method="get" action="${action}">${hidden}
    ${select({
      name: 'team',
      label: { text: 'Team', classes: 'govuk-label--s' },
      items: teams.map(team => ({ value: team.id, text: team.name })),
      value: chosen,
    })}
    ${button({ text: 'Show the workers of this team', classes: 'govuk-button--secondary' })}</form>`
}
