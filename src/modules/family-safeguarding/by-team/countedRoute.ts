import { z } from 'zod'
import { csvLink, listQuery, onPage, pageLinks, team as readTeam } from '#modules/agencies'
import { recordReaders, uuidParam } from '#modules/casework'
import { type PersonSummary, personSummaries } from '#modules/people'
import type { Work } from '#platform/db'
import { notFound, type Reply, route } from '#platform/http'
import { denseTable, type Html, html, nothing, plural } from '#ui'
import { countedWords } from './counts.ts'
import { LEAST } from './suppressed.ts'
import { type Counted, childrenCounted, countedAs } from './teamFacts.ts'

/** `/safeguarding/by-team/:teamId/children`: for a director, the children behind one count of a team. */
export const countedRoute = route({
  method: 'GET',
  url: '/safeguarding/by-team/:teamId/children',
  admits: recordReaders,
  summary:
    'The children of the families behind one count of a team, for a director; nothing of whom among them it concerns',
  purpose: 'casework',
  params: z.object({ teamId: uuidParam }),
  query: z.object({ ...listQuery, of: z.enum(countedAs).catch('needs').default('needs') }),
  async handle({ work, params, query: asked, path }): Promise<Reply> {
    if (work.actor.class !== 'director') return notFound
    const team = await readTeam(work, params.teamId)
    if (team === null) return notFound
    if (work.knownAt !== null) return pageOf(asked.of, team.name, ofNow)
    const { seen, hidden } = await behind(work, team.id, asked.of)
    const isCsv = asked.format === 'csv'
    const rows = isCsv ? seen : onPage(seen, asked.page)
    const subjectIds = rows.map(({ id }) => id)
    const shown = { resource: 'team_counts', subjectIds, action: isCsv ? 'export' : 'list' } as const
    if (isCsv) return { ...csv(rows), shown }
    if (seen.length + hidden === 0) return pageOf(asked.of, team.name, tooFew)
    const content = html`<p class="govuk-body">${plural(seen.length, 'child', 'children')} whom you may see.${hidden === 0 ? nothing : ` ${plural(hidden, 'more is', 'more are')} counted whom you may not see.`} Which child or adult of a family the count is about is not told here: a child’s record opens with a reason.</p>
${rows.length === 0 ? nothing : table(rows)}${pageLinks(path, asked.page, seen.length, 'children')}${rows.length === 0 ? nothing : csvLink(path)}`
    return { ...pageOf(asked.of, team.name, content), shown: subjectIds.length === 0 ? 'nothing' : shown }
  },
})

const ofNow = html`<p class="govuk-body">Teams are counted as they stand now: there is no count of a past moment, and nobody behind it.</p>`
const tooFew = html`<p class="govuk-body">Fewer than ${LEAST} families stand behind this number, so that it would tell of them. Nobody is shown.</p>`

async function behind(work: Work, teamId: Parameters<typeof childrenCounted>[1], of: Counted) {
  const ids = await childrenCounted(work, teamId, of)
  const seen = [...(await personSummaries(work, ids))].toSorted((one, other) =>
    one.displayName.localeCompare(other.displayName, 'en-GB'),
  )
  return { seen, hidden: ids.length - seen.length }
}

const pageOf = (of: Counted, teamName: string, content: Html) =>
  ({
    kind: 'page',
    title: 'Children behind a number',
    current: '/people',
    isWide: true,
    back: '/safeguarding/by-team',
    content: html`<span class="govuk-caption-l">${teamName}, the last two years</span><h1 class="govuk-heading-l">${countedWords[of]}: children of the families</h1>${content}`,
    shown: 'nothing',
  }) as const

const table = (rows: readonly PersonSummary[]): Html =>
  denseTable({
    caption: 'Children of the families',
    captionClasses: 'govuk-visually-hidden',
    head: ['Child', 'Age'].map(text => ({ text })),
    rows: rows.map(({ id, displayName, age }) => [
      { html: html`<a class="govuk-link" href="/people/${id}">${displayName}</a>` },
      { text: age },
    ]),
  })

const csv = (rows: readonly PersonSummary[]) =>
  ({
    kind: 'csv',
    fileName: 'children-behind-a-number.csv',
    header: ['Child', 'LA child ID', 'Age'],
    rows: rows.map(({ displayName, laChildId, age }) => [displayName, laChildId, age]),
  }) as const
