import { z } from 'zod'
import { posts } from '#modules/agencies'
import { uuidParam } from '#modules/casework'
import { personSummaries } from '#modules/people'
import type { Work } from '#platform/db'
import {
  type FormKeys,
  formFields,
  formVersion,
  isAsOpened,
  notFound,
  type Reply,
  type Route,
  route,
  versionField,
} from '#platform/http'
import { parseUuid } from '#platform/ids'
import { button, checkboxes, formatDate, html, insetText, nothing, plural, warningText } from '#ui'
import { caseloadPages } from '../../caseload/pages/readers.ts'
import { cellsTable, linkTo, workforcePage } from '../../frame/index.ts'
import { keeping, mayKeep } from '../../row-form/index.ts'
import { childrenMoving, keepWorkers, readSplits, type Split } from '../queries/readSplits.ts'
import { splitStatus } from './splitTable.ts'

const params = z.object({ splitId: uuidParam })
const url = '/workforce/splits/:splitId'
const openedAs = (split: Split) => ({ workers: split.workers.map(({ id }) => id).join(' ') })

async function answer(work: Work, split: Split, form: FormKeys, isStale = false): Promise<Reply> {
  const keeps = (await mayKeep(work)) && split.status === 'planned'
  const moving = await childrenMoving(work, split)
  const summaries = await personSummaries(
    work,
    moving.map(({ personId }) => personId),
  )
  const page = workforcePage(work, {
    tab: '/workforce/capacity',
    title: `${split.teamName} becomes two`,
    back: '/workforce/capacity',
    content: html`${isStale ? warningText({ text: 'Somebody else changed who goes since you opened this page. It shows what stands now: nothing of yours was kept. Choose again.', iconFallbackText: 'Warning' }) : nothing}
<p class="govuk-body">${splitStatus[split.status]} for ${formatDate(split.plannedOn)}, into ${split.intoTeamName ?? split.intoName}. ${split.remark ?? ''}</p>
${(await mayKeep(work)) ? html`<p class="govuk-body">${linkTo(`/workforce/splits/${split.id}/change`, 'Change the split')}</p>` : nothing}
<h2 class="govuk-heading-m">Who goes</h2>
${keeps ? await workersForm(work, split, form) : html`<p class="govuk-body">${split.workers.map(({ name }) => name).join(', ') || 'Nobody is chosen.'}</p>`}
<h2 class="govuk-heading-m">Children to move</h2>
${insetText({ text: 'Each family is moved by a transfer of the record: it ends the allocation with the old team and begins one with the new, and both stay readable. Nothing moves by itself. Children whom you may not see are not listed; their managers move them.' })}
${childTable(split, moving, new Map(summaries.map(one => [one.id, one.displayName])))}`,
  })
  if (page.kind !== 'page') return page
  const shown = { resource: 'team_split', subjectIds: summaries.map(({ id }) => id), action: 'list' } as const
  return { ...page, ...(isStale ? { status: 409 } : {}), shown }
}

async function workersForm(work: Work, split: Split, form: FormKeys) {
  const held = await posts(work, { teamIds: [split.teamId] })
  const people = new Map([
    ...held.map(({ workerId, workerName }) => [workerId, workerName] as const),
    ...split.workers.map(({ id, name }) => [id, name] as const),
  ])
  if (people.size === 0) return html`<p class="govuk-body">Nobody is in post in this team.</p>`
  return html`<form method="post" action="/workforce/splits/${split.id}" novalidate>${formFields(form)}${versionField(formVersion(openedAs(split)))}
${checkboxes({
  name: 'worker',
  fieldset: { legend: { text: 'Workers who go to the new team', classes: 'govuk-fieldset__legend--s' } },
  items: [...people].map(([value, text]) => ({
    value,
    text,
    checked: split.workers.some(({ id }) => id === value),
  })),
})}
${button({ text: 'Save who goes', preventDoubleClick: true })}</form>`
}

function childTable(
  split: Split,
  moving: Awaited<ReturnType<typeof childrenMoving>>,
  names: ReadonlyMap<string, string>,
) {
  if (moving.length === 0)
    return html`<p class="govuk-body">No child whom you may see is led by those who go.</p>`
  const left = moving.filter(({ hasMoved }) => !hasMoved).length
  const workers = new Map(split.workers.map(({ id, name }) => [id, name]))
  return html`<p class="govuk-body">${left === 0 ? 'All of them have moved.' : `${plural(left, 'child is', 'children are')} still to move.`}</p>
${cellsTable(
  'Children to move',
  ['Child', 'Worker', 'Where', 'Do it'],
  moving.map(({ personId, workerId, hasMoved }) => [
    linkTo(`/people/${personId}`, names.get(personId) ?? 'Somebody you may not see'),
    workers.get(workerId) ?? '',
    hasMoved ? 'With the new team' : 'With the old team',
    hasMoved ? '' : linkTo(`/people/${personId}/transfers/new`, 'Ask the transfer'),
  ]),
)}`
}

/** A split: who goes, and the transfers by which it is carried out. */
export const splitRoutes: readonly Route[] = [
  route({
    ...caseloadPages,
    url,
    params,
    summary: 'The split of a team: who goes, and the children to move',
    async handle({ work, params: asked, form }): Promise<Reply> {
      const [split] = await readSplits(work, asked.splitId)
      return split === undefined ? notFound : await answer(work, split, form)
    },
  }),
  route({
    method: 'POST',
    admits: keeping,
    purpose: 'administration',
    url,
    params,
    summary: 'Choose who goes to the new team',
    async handle({ work, params: asked, sent, form }): Promise<Reply> {
      const [split] = await readSplits(work, asked.splitId)
      if (split === undefined || !(await mayKeep(work)) || split.status !== 'planned') return notFound
      if (!isAsOpened(sent, openedAs(split))) return await answer(work, split, form, true)
      const { worker } = sent
      const members = new Set([
        ...(await posts(work, { teamIds: [split.teamId] })).map(({ workerId }) => workerId),
        ...split.workers.map(({ id }) => id),
      ])
      const chosen = [worker].flat().flatMap(id => (typeof id === 'string' ? (parseUuid(id) ?? []) : []))
      await keepWorkers(
        work,
        split.id,
        chosen.filter(id => members.has(id)),
      )
      return { kind: 'redirect', location: `/workforce/splits/${split.id}`, success: 'Who goes is saved' }
    },
  }),
]
