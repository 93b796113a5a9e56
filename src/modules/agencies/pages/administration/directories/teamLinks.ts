import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import { type Html, html, plural } from '#ui'
import { childrenWithTeam } from '../../../queries/childrenWithTeam.ts'

/** Below the form of a team: how many children keep it open, and where its people and posts are. */
export async function teamLinks(work: Work, teamId: Uuid): Promise<Html> {
  const count = (await childrenWithTeam(work, teamId)) ?? 0
  return html`<h2 class="govuk-heading-m">With this team</h2>
  <p class="govuk-body">${count === 0 ? 'No child is with it.' : `${plural(count, 'child is', 'children are')} with it: its managers hand them over before it closes.`}</p>
  <ul class="govuk-list"><li><a class="govuk-link" href="/workforce/people?team=${teamId}">Who is in the team, and who manages it</a></li>
  <li><a class="govuk-link" href="/workforce/posts?team=${teamId}">Its posts</a></li></ul>`
}
