import { csvLink, pageLinks, type Team } from '#modules/agencies'
import type { Uuid } from '#platform/ids'
import { denseTable, type Html, html, nothing } from '#ui'
import type { TeamLoad } from '../../queries/teamBoard.ts'

/** Everything that the list of teams shows. */
export type TeamsView = {
  /** Those whose work the reader directs. */
  readonly led: readonly Team[]
  readonly loads: ReadonlyMap<Uuid, TeamLoad>
  /** This page of every team of the directory, and how many there are. */
  readonly teams: readonly Team[]
  readonly count: number
  readonly page: number
  readonly path: string
}

/** The teams that somebody directs, with their numbers, and the directory of all teams. */
export function teamsPage(view: TeamsView): Html {
  return html`<h1 class="govuk-heading-l">Teams</h1>
  ${view.led.length > 0 ? own(view) : nothing}
  <h2 class="govuk-heading-m">All teams</h2>
  ${denseTable({
    caption: 'All teams',
    captionClasses: 'govuk-visually-hidden',
    head: ['Team', 'Service area', 'Organisation', 'Telephone'].map(text => ({ text })),
    rows: view.teams.map(team => [
      { text: team.name },
      { text: team.areaName ?? '' },
      { text: team.organisationName ?? '' },
      { text: team.telephone ?? '' },
    ]),
  })}
  ${pageLinks(view.path, view.page, view.count, 'teams')}
  ${csvLink(view.path)}`
}

function own({ led, loads }: TeamsView): Html {
  const row = (team: Team) => {
    const { led: children = 0, queued = 0 } = loads.get(team.id) ?? {}
    return [
      { html: html`<a class="govuk-link" href="/teams/${team.id}/board">${team.name}</a>` },
      { text: team.areaName ?? '' },
      { text: String(children), format: 'numeric' },
      {
        html: html`<a class="govuk-link" href="/teams/${team.id}/queue">${queued}<span class="govuk-visually-hidden"> waiting in ${team.name}</span></a>`,
        format: 'numeric',
      },
    ]
  }
  return html`<h2 class="govuk-heading-m">Your teams</h2>
  ${denseTable({
    caption: 'Your teams',
    captionClasses: 'govuk-visually-hidden',
    head: [
      { text: 'Team' },
      { text: 'Service area' },
      { text: 'Children with a lead', format: 'numeric' },
      { text: 'Waiting', format: 'numeric' },
    ],
    rows: led.map(row),
  })}`
}
