import { smallPage, ticksOf } from '#modules/casework'
import {
  familiesOf,
  familyMembers,
  type PersonSummary,
  personSummaries,
  relationshipsOf,
} from '#modules/people'
import type { Work } from '#platform/db'
import { type FormKeys, formFields, type Reply } from '#platform/http'
import type { Uuid } from '#platform/ids'
import {
  button,
  checkboxes,
  details,
  errorsAbove,
  type FieldErrors,
  formatDateTime,
  type Html,
  html,
  nothing,
  radios,
  textarea,
} from '#ui'
import { type Wall, wallsAround, writesSafety } from '../queries/walls.ts'
import { sentText } from './frame.ts'

/** The page is there for whoever may know of a wall around this person, or raise one: to everybody else it is absent. */
export async function openWalls(work: Work, personId: Uuid) {
  const walls = await wallsAround(work, personId)
  const mayRaise = await writesSafety(work, [personId])
  if (walls.length === 0 && !mayRaise) return null
  const family = (await familiesAround(work, personId)).filter(({ diedOn }) => diedOn === null)
  return { walls, mayRaise, family }
}

async function familiesAround(work: Work, personId: Uuid): Promise<readonly PersonSummary[]> {
  const ids = [personId]
  for (const { id } of await familiesOf(work, personId))
    ids.push(...(await familyMembers(work, id)).map(({ person }) => person.id))
  for (const one of await relationshipsOf(work, [personId])) ids.push(one.personId, one.otherId)
  return personSummaries(work, [...new Set(ids)])
}

type Opened = NonNullable<Awaited<ReturnType<typeof openWalls>>>

/** The page of walls, with what is to be mended. */
export async function wallPage(
  work: Work,
  personId: Uuid,
  opened: Opened,
  form: FormKeys,
  sent: Readonly<Record<string, unknown>>,
  errors: FieldErrors,
): Promise<Reply> {
  const named = await personSummaries(
    work,
    opened.walls.flatMap(({ fromId, protectedIds }) => [fromId, ...protectedIds]),
  )
  const names = new Map([...opened.family, ...named].map(({ id, displayName }) => [id, displayName]))
  return smallPage(work, personId, {
    title: 'Walls',
    resource: 'walls',
    tab: null,
    hasErrors: errors.list.length > 0,
    alsoNamed: [...names.keys()],
    content: async () => html`${errorsAbove(errors)}<h1 class="govuk-heading-l">Walls</h1>
<p class="govuk-body">A wall keeps from one person where others live, learn and are seen. Two people approve what that person is given, and every copy for them is searched.</p>
${opened.walls.length === 0 ? html`<p class="govuk-body">No wall stands around this person.</p>` : opened.walls.map(wall => wallHtml(personId, wall, names, form))}
${opened.mayRaise ? raiseForm(personId, opened.family, form, sent, errors) : nothing}`,
  })
}

const wallHtml = (personId: Uuid, wall: Wall, names: ReadonlyMap<Uuid, string>, form: FormKeys): Html =>
  html`<h2 class="govuk-heading-m">Before ${names.get(wall.fromId) ?? 'somebody'}</h2><p class="govuk-body">Around ${wall.protectedIds.map(id => names.get(id) ?? 'somebody').join(', ')}, since ${formatDateTime(wall.startsAt)}: <span class="kith-typed">${wall.reason}</span></p>
<div class="kith-no-print">${details({ summaryText: 'End this wall', html: html`<form method="post" action="/people/${personId}/walls/${wall.id}/end" novalidate>${formFields(form)}${textarea({ name: 'reason', id: `end-${wall.id}`, rows: 2, label: { text: 'Why is it safe to end it?', classes: 'govuk-label--s' }, hint: { text: 'A manager who did not raise it ends it' } })}${button({ text: 'End the wall', classes: 'govuk-button--warning' })}</form>` })}</div>`

function raiseForm(
  personId: Uuid,
  family: Opened['family'],
  form: FormKeys,
  sent: Readonly<Record<string, unknown>>,
  errors: FieldErrors,
): Html {
  const items = family.map(({ id, displayName, age }) => ({ value: id, text: `${displayName}, ${age}` }))
  const ticked = ticksOf(sent, 'around')
  return html`<section class="kith-no-print"><h2 class="govuk-heading-m">Raise a wall</h2><form method="post" action="/people/${personId}/walls" novalidate>${formFields(form)}
${radios({ name: 'before', idPrefix: 'before', classes: 'govuk-radios--small', fieldset: { legend: { text: 'Who must not find the others?', classes: 'govuk-fieldset__legend--s' } }, items, value: sentText(sent, 'before'), errorMessage: errors.of('before') })}
${checkboxes({ name: 'around', idPrefix: 'around', classes: 'govuk-checkboxes--small', fieldset: { legend: { text: 'Whom does it protect?', classes: 'govuk-fieldset__legend--s' } }, items, values: ticked.length > 0 ? ticked : [personId], errorMessage: errors.of('around') })}
${textarea({ name: 'reason', id: 'reason', rows: 2, label: { text: 'Why?', classes: 'govuk-label--s' }, value: sentText(sent, 'reason'), errorMessage: errors.of('reason') })}
${button({ text: 'Raise the wall', preventDoubleClick: true })}</form></section>`
}
