import { posts } from '#modules/agencies'
import { personSummaries } from '#modules/people'
import type { Work } from '#platform/db'
import { type FormKeys, formFields, formVersion, type Reply, versionField } from '#platform/http'
import { button, checkboxes, formatDate, html, insetText, nothing, warningText } from '#ui'
import { linkTo, workforcePage } from '../../frame/index.ts'
import { mayKeep } from '../../row-form/index.ts'
import { childrenMoving } from '../queries/childrenMoving.ts'
import type { Split } from '../queries/readSplits.ts'
import { childTable, moveForm } from './splitChildren.ts'
import { splitStatus } from './splitTable.ts'

/** What stands above the page after something that was not done. */
export type Refused = { readonly status: 409 | 422; readonly text: string }

export const whoChanged: Refused = {
  status: 409,
  text: 'Somebody else changed who goes since you opened this page. It shows what stands now: nothing of yours was kept. Choose again.',
}

export const openedAs = (split: Split) => ({ workers: split.workers.map(({ id }) => id).join(' ') })

/** A split as one page: who goes, which children are to move, and the transfers by which they do. */
export async function splitPage(work: Work, split: Split, form: FormKeys, refused?: Refused): Promise<Reply> {
  const mayChange = await mayKeep(work)
  const keeps = mayChange && split.status === 'planned'
  const moving = await childrenMoving(work, split)
  const summaries = await personSummaries(
    work,
    moving.map(({ personId }) => personId),
  )
  const page = workforcePage(work, {
    tab: '/workforce/capacity',
    title: `${split.teamName} becomes two`,
    back: '/workforce/capacity',
    content: html`${refused ? warningText({ text: refused.text, iconFallbackText: 'Warning' }) : nothing}
<p class="govuk-body">${splitStatus[split.status]} for ${formatDate(split.plannedOn)}, into ${split.intoTeamName ?? split.intoName}. ${split.remark ?? ''}</p>
${mayChange ? html`<p class="govuk-body">${linkTo(`/workforce/splits/${split.id}/change`, 'Change the split')}</p>` : nothing}
<h2 class="govuk-heading-m">Who goes</h2>
${keeps ? await workersForm(work, split, form) : html`<p class="govuk-body">${split.workers.map(({ name }) => name).join(', ') || 'Nobody is chosen.'}</p>`}
<h2 class="govuk-heading-m">Children to move</h2>
${insetText({ text: 'Each family is moved by a transfer of the record: it ends the allocation with the old team and begins one with the new, and both stay readable. Until the new team accepts, the old one is responsible. Children whom you may not see are not listed; their managers move them.' })}
${childTable(split, moving, new Map(summaries.map(one => [one.id, one.displayName])))}
${await moveForm(work, split, moving, form)}`,
  })
  if (page.kind !== 'page') return page
  const shown = { resource: 'team_split', subjectIds: summaries.map(({ id }) => id), action: 'list' } as const
  return { ...page, ...(refused ? { status: refused.status } : {}), shown }
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
