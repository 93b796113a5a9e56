import type { Work } from '#platform/db'
import { type FormKeys, formFields } from '#platform/http'
import { button, type Html, html, nothing, plural } from '#ui'
import { type Cell, cellsTable, linkTo } from '../../frame/index.ts'
import { managesInto } from '../commands/moveChildren.ts'
import { type Moving, movable } from '../queries/childrenMoving.ts'
import type { Split } from '../queries/readSplits.ts'

const where = {
  old: 'With the old team',
  asked: 'A transfer waits for its answer',
  moved: 'With the new team',
}

function doIt(one: Moving): Cell {
  if (one.state === 'moved') return ''
  if (one.transferId !== null) return linkTo(`/transfers/${one.transferId}`, 'See the transfer')
  return one.isTheirs ? linkTo(`/people/${one.personId}/transfers/new`, 'Ask the transfer') : ''
}

/** The children who go with their workers, and how far each is. */
export function childTable(
  split: Split,
  moving: readonly Moving[],
  names: ReadonlyMap<string, string>,
): Html {
  if (moving.length === 0)
    return html`<p class="govuk-body">No child whom you may see is led by those who go.</p>`
  const left = moving.filter(({ state }) => state !== 'moved').length
  const workers = new Map(split.workers.map(({ id, name }) => [id, name]))
  return html`<p class="govuk-body">${left === 0 ? 'All of them have moved.' : `${plural(left, 'child is', 'children are')} still to move.`}</p>
${cellsTable(
  'Children to move',
  ['Child', 'Worker', 'Where', 'Do it'],
  moving.map(one => [
    linkTo(`/people/${one.personId}`, names.get(one.personId) ?? 'Somebody you may not see'),
    workers.get(one.workerId) ?? '',
    where[one.state],
    doIt(one),
  ]),
)}`
}

/** One button for all of them that are the reader's to move: it names each, so that whoever moved meanwhile is found. */
export async function moveForm(
  work: Work,
  split: Split,
  moving: readonly Moving[],
  form: FormKeys,
): Promise<Html> {
  const ready = movable(moving)
  if (split.status !== 'planned' || work.knownAt !== null || ready.length === 0) return nothing
  if (split.intoTeamId === null)
    return html`<p class="govuk-body">They can move once the new team is in the directory, and chosen here under Change the split.</p>`
  const both = await managesInto(work, split)
  const text = ready.length === 1 ? 'for 1 child' : `for ${ready.length} children`
  return html`<form method="post" action="/workforce/splits/${split.id}/transfers" novalidate>${formFields(form)}
${ready.map(({ personId }) => html`<input type="hidden" name="child" value="${personId}">`)}
${both ? html`<p class="govuk-body">You manage both teams. Children whose worker is a social worker in the new team already stay with them; for the others a transfer waits until you say who takes them on.</p>` : nothing}
<div class="govuk-button-group">${both ? button({ text: `Carry out the transfers ${text}`, name: 'act', value: 'take', preventDoubleClick: true }) : nothing}
${button({ text: `Ask for the transfers ${text}`, name: 'act', value: 'ask', preventDoubleClick: true, ...(both ? { classes: 'govuk-button--secondary' } : {}) })}</div></form>`
}
