import { z } from 'zod'
import { csvLink, listQuery, onPage, pageLinks, pageSize, workerNames } from '#modules/agencies'
import { decideUnexplained, type Unexplained, unexplainedLooks } from '#modules/audit'
import { personSummaries } from '#modules/people'
import { notFound, type Reply, route, type Visit } from '#platform/http'
import type { Uuid } from '#platform/ids'
import { button, errorsAbove, fieldErrors, type Html, html, nothing, select, subNavigation } from '#ui'
import { Fields } from '../frame/fields.ts'
import { recordWriters, uuidParam } from '../frame/recordParams.ts'
import { base, lookShown, type Names, type People } from './lookShown.ts'

const WEEKS = 12
const common = { admits: recordWriters, purpose: 'reviewing_access' } as const
const query = z.object({
  ...listQuery,
  show: z.enum(['waiting', 'explained']).catch('waiting').default('waiting'),
  worker: uuidParam.optional().catch(undefined),
})
type Asked = z.infer<typeof query>
type ListVisit = Pick<Visit<unknown, unknown, unknown>, 'work' | 'form' | 'path'>

const show = route({
  ...common,
  method: 'GET',
  url: base,
  summary: 'Looks at children’s records by one’s workers that no work explains',
  query,
  handle: visit => pageOf(visit, visit.query, null, new Fields({})),
})

const decide = route({
  ...common,
  method: 'POST',
  url: `${base}/:lookId`,
  summary: 'Says what explains a look at a record, or asks the worker',
  params: z.object({ lookId: uuidParam }),
  async handle(visit): Promise<Reply> {
    const { work, params, sent } = visit
    const fields = new Fields(sent)
    const outcome = fields.choice('outcome', ['explained', 'asked'], 'Select whether it is explained')
    const remark = fields.text('remark', 4_000, 'Enter what explains it, or what you ask')
    if (outcome === null || remark === null)
      return pageOf({ ...visit, path: base }, null, params.lookId, fields)
    const answer = await decideUnexplained(work, { id: params.lookId, outcome, remark })
    if (answer === 'not_found') return notFound
    const success = { kept: 'Kept', explained_already: 'Another manager explained it before you' }[answer]
    return { kind: 'redirect', location: base, success }
  },
})

async function pageOf(
  { work, form, path }: ListVisit,
  query: Asked | null,
  sentId: Uuid | null,
  fields: Fields,
): Promise<Reply> {
  const all = await unexplainedLooks(work, work.today.subtract({ weeks: WEEKS }))
  if (sentId !== null && !all.some(one => one.id === sentId)) return notFound
  const asked = query ?? whereItStands(all, sentId)
  const kept = all.filter(one => (one.outcome !== 'explained') === (asked.show === 'waiting'))
  const chosen = kept.filter(one => asked.worker === undefined || one.actorId === asked.worker)
  const rows = asked.format === 'csv' ? chosen : onPage(chosen, asked.page)
  const ids = [...new Set(rows.map(one => one.personId))]
  const people: People = new Map((await personSummaries(work, ids)).map(person => [person.id, person]))
  const names = await workerNames(work, [
    ...new Set(kept.flatMap(one => [one.actorId, ...(one.decidedBy ? [one.decidedBy] : [])])),
  ])
  const subjectIds = [...people.keys()]
  if (asked.format === 'csv') return csv(rows, people, names)
  const errors = fieldErrors(fields.issues, ['outcome', 'remark'], {
    outcome: `outcome-${sentId}`,
    remark: `remark-${sentId}`,
  })
  const waiting = all.filter(one => one.outcome !== 'explained').length
  return {
    kind: 'page',
    status: errors.list.length > 0 ? 422 : 200,
    title: 'Looks that nothing explains',
    current: '/openings',
    back: '/openings',
    isWide: true,
    hasErrors: errors.list.length > 0,
    content: html`${errorsAbove(errors)}
  <h1 class="govuk-heading-l">Looks that nothing explains</h1>
  <p class="govuk-body">Your workers could see these records, and no allocation, note, task, approval, contact or other work within two weeks says why they looked. Most have a good reason: say it, or ask.</p>
  ${subNavigation({
    label: 'Which looks',
    items: [
      { text: `Waiting (${waiting})`, href: base, active: asked.show === 'waiting' },
      { text: 'Explained', href: `${base}?show=explained`, active: asked.show === 'explained' },
    ],
  })}
  ${filterForm(asked, kept, names)}
  ${rows.length === 0 ? html`<p class="govuk-body">${asked.show === 'waiting' ? 'None waits.' : 'None.'}</p>` : nothing}
  ${rows.map(one => lookShown(one, people, names, sentId === one.id ? fields : new Fields({}), form, work.knownAt !== null))}
  ${pageLinks(path, asked.page, chosen.length, 'looks')}
  ${chosen.length > 0 ? csvLink(path) : nothing}`,
    shown: { resource: 'unexplained_looks', subjectIds, action: 'list' },
  }
}

/** The part of the list that holds the look whose form was sent, so that its errors stand beside it. */
function whereItStands(all: readonly Unexplained[], sentId: Uuid | null): Asked {
  const isExplained = (one: Unexplained) => one.outcome === 'explained'
  const sent = all.find(one => one.id === sentId)
  const beside = all.filter(one => sent !== undefined && isExplained(one) === isExplained(sent))
  const place = beside.findIndex(one => one.id === sentId)
  const show = sent !== undefined && isExplained(sent) ? 'explained' : 'waiting'
  return { page: Math.floor(Math.max(place, 0) / pageSize) + 1, show }
}

function filterForm({ show: shown, worker }: Asked, kept: readonly Unexplained[], names: Names): Html {
  const workers = [...new Set(kept.map(one => one.actorId))].map(id => ({
    value: id,
    text: names.get(id) ?? '',
  }))
  if (workers.length < 2) return nothing
  const items = [{ value: '', text: 'All' }, ...workers]
  return html`<form method="get" action="${base}"><input type="hidden" name="show" value="${shown}">
    ${select({ name: 'worker', label: { text: 'Who looked' }, items, value: worker })}
    ${button({ text: 'Apply filters', classes: 'govuk-button--secondary' })}</form>`
}

function csv(rows: readonly Unexplained[], people: People, names: Names): Reply {
  return {
    kind: 'csv',
    fileName: 'unexplained-looks.csv',
    header: [
      'Week of',
      'Worker',
      'Child',
      'How often',
      'First',
      'Last',
      'Parts',
      'They could because of',
      'State',
      'Remark',
      'By',
    ],
    rows: rows.map(one => [
      one.weekOf,
      names.get(one.actorId),
      people.get(one.personId)?.displayName,
      one.times,
      one.firstAt,
      one.lastAt,
      one.resources.join(', '),
      one.relationship,
      one.outcome ?? 'waits',
      one.remark,
      one.decidedBy && names.get(one.decidedBy),
    ]),
    shown: { resource: 'unexplained_looks', subjectIds: [...people.keys()], action: 'export' },
  }
}

/** `/openings/unexplained`. */
export const unexplainedRoutes = [show, decide]
