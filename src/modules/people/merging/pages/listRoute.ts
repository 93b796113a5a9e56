import { z } from 'zod'
import { type Reply, type Route, route } from '#platform/http'
import type { Uuid } from '#platform/ids'
import { formatDateTime, type Html, html, pagination, subNavigation, table } from '#ui'
import { personSummaries } from '../../queries/personSummaries.ts'
import { listMerges, type Merge, type MergeState, namesOfWorkers } from '../queries/merges.ts'

const perPage = 50
const stateWords: Readonly<Record<MergeState, string>> = {
  waiting: 'To confirm',
  merged: 'Merged',
  undone: 'Undone',
  closed: 'Refused or taken back',
}
const query = z.object({
  show: z.enum(['waiting', 'merged', 'undone', 'closed']).catch('waiting'),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
  format: z.literal('csv').optional().catch(undefined),
})

type Line = {
  readonly merge: Merge
  readonly people: string
  readonly asked: string
  readonly confirmed: string
}

const pageLink = (show: MergeState, page: number): string =>
  `/merges?show=${show}${page > 1 ? `&page=${page}` : ''}`

function listPage(show: MergeState, lines: readonly Line[], total: number, page: number): Html {
  const pages = Math.max(1, Math.ceil(total / perPage))
  return html`<h1 class="govuk-heading-l">Merges of records</h1>
${subNavigation({
  label: 'Which merges',
  items: Object.entries(stateWords).map(([state, text]) => ({
    text,
    href: `/merges?show=${state}`,
    active: state === show,
  })),
})}
${
  lines.length === 0
    ? html`<p class="govuk-body">None of records that are yours to read.</p>`
    : html`<div class="kith-scroll" tabindex="0" role="region" aria-label="Merges">${table({
        caption: stateWords[show],
        captionClasses: 'govuk-visually-hidden',
        head: ['Records', 'Asked', 'Confirmed'].map(text => ({ text })),
        rows: lines.map(line => [
          { html: html`<a class="govuk-link" href="/merges/${line.merge.id}">${line.people}</a>` },
          { text: line.asked },
          { text: line.confirmed },
        ]),
      })}</div>`
}
${pagination({
  ...(page > 1 ? { previous: { href: pageLink(show, page - 1) } } : {}),
  ...(page < pages ? { next: { href: pageLink(show, page + 1) } } : {}),
})}
<p class="govuk-body"><a class="govuk-link" href="/merges?show=${show}&format=csv">Download this list (CSV)</a></p>`
}

/** The merges of records that the reader may see: waiting, done, undone, refused. */
export const mergeListRoute: Route = route({
  method: 'GET',
  url: '/merges',
  admits: ['practitioner', 'duty', 'director'],
  summary: 'Merges of records: to confirm, done, undone',
  purpose: 'casework',
  query,
  async handle({ work, query: { show, page, format } }): Promise<Reply> {
    const bounds = format ? { offset: 0, limit: 10_000 } : { offset: (page - 1) * perPage, limit: perPage }
    const { rows, total } = await listMerges(work, { state: show, ...bounds })
    const ids = [...new Set(rows.flatMap(row => [row.survivorId, row.mergedId]))]
    const people = new Map((await personSummaries(work, ids)).map(person => [person.id, person]))
    const workers = await namesOfWorkers(
      work,
      rows.flatMap(row => [row.askedBy, row.confirmedBy]),
    )
    const name = (id: Uuid) => people.get(id)?.displayName ?? 'Somebody'
    const by = (id: Uuid | null, at: Temporal.Instant | null) =>
      id === null || at === null ? '' : `${workers.get(id) ?? 'somebody'}, ${formatDateTime(at)}`
    const lines = rows.map(merge => ({
      merge,
      people:
        merge.state === 'merged'
          ? name(merge.survivorId)
          : `${name(merge.survivorId)} and ${name(merge.mergedId)}`,
      asked: by(merge.askedBy, merge.askedAt),
      confirmed: by(merge.confirmedBy, merge.mergedAt),
    }))
    const shown = { resource: 'person_merge', subjectIds: ids, action: format ? 'export' : 'list' } as const
    if (format)
      return {
        kind: 'csv',
        fileName: 'merges.csv',
        header: ['Records', 'State', 'Asked', 'Evidence', 'Confirmed', 'Reason of the refusal or undo'],
        rows: lines.map(({ merge, ...line }) => [
          line.people,
          stateWords[merge.state],
          line.asked,
          merge.evidence,
          line.confirmed,
          merge.closeReason ?? merge.undoReason,
        ]),
        shown,
      }
    return {
      kind: 'page',
      title: 'Merges of records',
      content: listPage(show, lines, total, page),
      current: 'people',
      isWide: true,
      shown,
    }
  },
})
