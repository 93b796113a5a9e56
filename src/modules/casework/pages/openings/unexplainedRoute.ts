import { z } from 'zod'
import { csvLink, listQuery, onPage, pageLinks, workerNames } from '#modules/agencies'
import { decideUnexplained, plainWords, type Unexplained, unexplainedLooks } from '#modules/audit'
import { type PersonSummary, personSummaries } from '#modules/people'
import { type FormKeys, formFields, notFound, type Reply, route, type Visit } from '#platform/http'
import type { Uuid } from '#platform/ids'
import {
  button,
  denseTable,
  errorsAbove,
  fieldErrors,
  formatDate,
  formatDateTime,
  type Html,
  html,
  input,
  nothing,
  plural,
  radios,
} from '#ui'
import { Fields } from '../frame/fields.ts'
import { recordWriters, uuidParam } from '../frame/recordParams.ts'

const WEEKS = 12
const base = '/openings/unexplained'
const common = { admits: recordWriters, purpose: 'reviewing_access' } as const
type ListVisit = Pick<Visit<unknown, unknown, unknown>, 'work' | 'form' | 'path'>

const show = route({
  ...common,
  method: 'GET',
  url: base,
  summary: 'Looks at children’s records by one’s workers that no work explains',
  query: z.object(listQuery),
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
      return pageOf({ ...visit, path: base }, { page: 1 }, params.lookId, fields)
    const answer = await decideUnexplained(work, { id: params.lookId, outcome, remark })
    if (answer === 'not_found') return notFound
    const success = { kept: 'Kept', explained_already: 'Another manager explained it before you' }[answer]
    return { kind: 'redirect', location: base, success }
  },
})

type Names = ReadonlyMap<Uuid, string>
type People = ReadonlyMap<Uuid, PersonSummary>

async function pageOf(
  { work, form, path }: ListVisit,
  asked: { readonly page: number; readonly format?: 'csv' | undefined },
  sentId: Uuid | null,
  fields: Fields,
): Promise<Reply> {
  const all = await unexplainedLooks(work, work.today.subtract({ weeks: WEEKS }))
  if (sentId !== null && !all.some(one => one.id === sentId)) return notFound
  const rows = asked.format === 'csv' ? all : onPage(all, asked.page)
  const ids = [...new Set(rows.map(one => one.personId))]
  const people: People = new Map((await personSummaries(work, ids)).map(person => [person.id, person]))
  const names = await workerNames(work, [
    ...new Set(rows.flatMap(one => [one.actorId, ...(one.decidedBy ? [one.decidedBy] : [])])),
  ])
  const subjectIds = [...people.keys()]
  if (asked.format === 'csv') return csv(rows, people, names)
  const errors = fieldErrors(fields.issues, ['outcome', 'remark'], {
    outcome: `outcome-${sentId}`,
    remark: `remark-${sentId}`,
  })
  const waiting = all.filter(one => one.outcome === null).length
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
  <p class="govuk-body">${waiting === 0 ? 'None waits.' : `${plural(waiting, 'look waits', 'looks wait')}.`}</p>
  ${rows.map(one => lookShown(one, people, names, sentId === one.id ? fields : new Fields({}), form, work.knownAt !== null))}
  ${pageLinks(path, asked.page, all.length, 'looks')}
  ${all.length > 0 ? csvLink(path) : nothing}`,
    shown: { resource: 'unexplained_looks', subjectIds, action: 'list' },
  }
}

function lookShown(
  one: Unexplained,
  people: People,
  names: Names,
  fields: Fields,
  keys: FormKeys,
  isPast: boolean,
): Html {
  const whose = people.get(one.personId)?.displayName ?? 'a child whom you may not see'
  const who = names.get(one.actorId) ?? ''
  return html`<section class="govuk-!-margin-bottom-6"><h2 class="govuk-heading-s">${who}, ${whose}</h2>
  ${denseTable({
    caption: `What ${who} looked at`,
    captionClasses: 'govuk-visually-hidden',
    head: ['Week of', 'How often', 'First', 'Parts of the record', 'They could because of'].map(text => ({
      text,
    })),
    rows: [
      [
        { text: formatDate(one.weekOf) },
        { text: plural(one.times, 'time') },
        { text: formatDateTime(one.firstAt) },
        { text: one.resources.map(plainWords).join(', ') },
        {
          text:
            one.relationship === null
              ? 'Their role'
              : one.relationship.split(', ').map(plainWords).join(', '),
        },
      ],
    ],
  })}
  ${one.outcome === null ? nothing : html`<p class="govuk-body">${one.outcome === 'asked' ? 'Asked' : 'Explained'} by ${one.decidedBy ? (names.get(one.decidedBy) ?? '') : ''}: <span class="kith-typed">${one.remark}</span></p>`}
  ${one.outcome === 'explained' || isPast ? nothing : decisionForm(one, who, fields, keys)}</section>`
}

function decisionForm(one: Unexplained, who: string, fields: Fields, keys: FormKeys): Html {
  return html`<form method="post" action="${base}/${one.id}" novalidate data-keep-on-failure>
    ${formFields(keys)}
    ${radios({
      name: 'outcome',
      idPrefix: `outcome-${one.id}`,
      classes: 'govuk-radios--inline govuk-radios--small',
      fieldset: { legend: { text: `Is it explained, ${who}?`, classes: 'govuk-visually-hidden' } },
      items: [
        { value: 'explained', text: 'It is explained' },
        { value: 'asked', text: 'Ask them' },
      ],
      value: fields.typed('outcome'),
      errorMessage: errorOf(fields, 'outcome'),
    })}
    ${input({ name: 'remark', id: `remark-${one.id}`, label: { text: 'What explains it, or what you ask' }, value: fields.typed('remark'), errorMessage: errorOf(fields, 'remark') })}
    ${button({ html: html`Keep<span class="govuk-visually-hidden"> for ${who}</span>`, classes: 'govuk-button--secondary', preventDoubleClick: true })}
  </form>`
}

const errorOf = (fields: Fields, name: string) => fieldErrors(fields.issues).of(name)

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
