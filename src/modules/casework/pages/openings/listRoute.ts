import { z } from 'zod'
import { findings, type Opening, openingsToReview } from '#modules/access'
import { csvLink, listQuery, onPage, pageLinks, workerNames } from '#modules/agencies'
import { type PersonSummary, personSummaries } from '#modules/people'
import type { Work } from '#platform/db'
import { type Reply, route, type Visit } from '#platform/http'
import type { Uuid } from '#platform/ids'
import { button, denseTable, formatDateTime, type Html, html, nothing, select, subNavigation } from '#ui'
import { recordReaders, uuidParam } from '../frame/recordParams.ts'
import { isLate, kindWords, reasonWords, reviewBadge } from './openingWords.ts'

const findingCodes = ['justified', 'justified_with_advice', 'not_justified'] as const
const query = z.object({
  ...listQuery,
  show: z.enum(['waiting', 'reviewed']).catch('waiting').default('waiting'),
  finding: z.enum(findingCodes).optional().catch(undefined),
  worker: uuidParam.optional().catch(undefined),
})
type Asked = z.infer<typeof query>

/** Reviews of so many months stay in the list. */
const MONTHS = 12

async function show({ work, query: asked, path }: Visit<unknown, Asked, unknown>): Promise<Reply> {
  const all = await openingsToReview(work, sinceMonths(work))
  const kept = all.filter(one => (one.finding === null) === (asked.show === 'waiting'))
  const chosen = kept.filter(
    one =>
      (asked.finding === undefined || one.finding === asked.finding) &&
      (asked.worker === undefined || one.actorId === asked.worker),
  )
  const shown = asked.format === 'csv' ? chosen : onPage(chosen, asked.page)
  const personIds = [...new Set(shown.map(one => one.personId))]
  const people = new Map((await personSummaries(work, personIds)).map(person => [person.id, person]))
  const names = await workerNames(work, [
    ...new Set(all.flatMap(one => [one.actorId, ...(one.reviewedBy ? [one.reviewedBy] : [])])),
  ])
  const subjectIds = [...people.keys()]
  if (asked.format === 'csv') return csv(shown, people, names, work.today)
  const waiting = all.filter(one => one.finding === null).length
  const content = html`<h1 class="govuk-heading-l">Records opened with a reason</h1>
  ${subNavigation({
    label: 'Which openings',
    items: [
      { text: `Waiting for review (${waiting})`, href: '/openings', active: asked.show === 'waiting' },
      { text: 'Reviewed', href: '/openings?show=reviewed', active: asked.show === 'reviewed' },
      { text: 'Nothing explains', href: '/openings/unexplained' },
      { text: 'Your own', href: '/openings/mine' },
    ],
  })}
  <p class="govuk-body">Each is reviewed by the end of the next working day. You see those of the cases you answer for, never your own.</p>
  ${filterForm(asked, kept, names)}
  ${shown.length === 0 ? html`<p class="govuk-body">${asked.show === 'waiting' ? 'No opening waits for your review.' : 'No review matches.'}</p>` : table(shown, people, names, work)}
  ${pageLinks(path, asked.page, chosen.length, 'openings')}
  ${chosen.length > 0 ? csvLink(path) : nothing}`
  return {
    kind: 'page',
    title: 'Openings',
    current: '/openings',
    content,
    isWide: true,
    shown: { resource: 'opening_list', subjectIds, action: 'list' },
  }
}

const sinceMonths = (work: Work): Temporal.Instant =>
  work.now.toZonedDateTimeISO('Europe/London').subtract({ months: MONTHS }).toInstant()

function filterForm(
  { show: shown, finding, worker }: Asked,
  kept: readonly Opening[],
  names: ReadonlyMap<Uuid, string>,
): Html {
  if (kept.length < 2) return nothing
  const any = { value: '', text: 'All' }
  const workers = [...new Set(kept.map(one => one.actorId))].map(id => ({
    value: id,
    text: names.get(id) ?? '',
  }))
  return html`<form method="get" action="/openings"><input type="hidden" name="show" value="${shown}">
    ${select({ name: 'worker', label: { text: 'Who opened' }, items: [any, ...workers], value: worker })}
    ${shown === 'reviewed' ? select({ name: 'finding', label: { text: 'Finding' }, items: [any, ...findingCodes.map(code => ({ value: code, text: findings[code] }))], value: finding }) : nothing}
    ${button({ text: 'Apply filters', classes: 'govuk-button--secondary' })}</form>`
}

type People = ReadonlyMap<Uuid, PersonSummary>

function table(
  shown: readonly Opening[],
  people: People,
  names: ReadonlyMap<Uuid, string>,
  work: Work,
): Html {
  return denseTable({
    caption: 'Records opened with a reason, longest waiting first',
    captionClasses: 'govuk-visually-hidden',
    head: ['Opened', 'Who', 'Whose record', 'Why', 'Review'].map(text => ({ text })),
    rows: shown.map(one => [
      {
        html: html`<a class="govuk-link" href="/openings/${one.id}">${formatDateTime(one.openedAt)}<span class="govuk-visually-hidden"> by ${names.get(one.actorId) ?? ''}</span></a>`,
      },
      { text: names.get(one.actorId) ?? '' },
      { text: people.get(one.personId)?.displayName ?? 'Somebody whose case nobody holds' },
      { text: reasonWords(one) },
      {
        html: one.finding === null ? reviewBadge(one, work.today, work.now) : html`${findings[one.finding]}`,
      },
    ]),
  })
}

function csv(
  shown: readonly Opening[],
  people: People,
  names: ReadonlyMap<Uuid, string>,
  today: Temporal.PlainDate,
): Reply {
  return {
    kind: 'csv',
    fileName: 'openings.csv',
    header: [
      'Opened',
      'Who',
      'Whose record',
      'How',
      'Why',
      'In their words',
      'Review due',
      'Late',
      'Finding',
      'Remark',
      'Reviewed by',
      'Reviewed',
    ],
    rows: shown.map(one => [
      one.openedAt,
      names.get(one.actorId),
      people.get(one.personId)?.displayName,
      kindWords[one.kind],
      reasonWords(one),
      one.reason,
      one.dueOn,
      isLate(one, today) ? 'yes' : 'no',
      one.finding && findings[one.finding],
      one.remark,
      one.reviewedBy && names.get(one.reviewedBy),
      one.reviewedAt,
    ]),
    shown: { resource: 'opening_list', subjectIds: [...people.keys()], action: 'export' },
  }
}

/** `/openings`: those for which the reader answers. */
export const openingsRoute = route({
  method: 'GET',
  url: '/openings',
  admits: recordReaders,
  summary: 'Records opened with a reason that one is to review, and those reviewed',
  purpose: 'reviewing_access',
  query,
  handle: show,
})
