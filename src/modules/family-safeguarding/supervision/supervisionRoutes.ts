import { z } from 'zod'
import { recordReaders, uuidParam } from '#modules/casework'
import { type Reply, route } from '#platform/http'
import { button, denseTable, formatDate, type Html, html, nothing } from '#ui'
import { workbookPage } from '../frame/familyPage.ts'
import { familyParams, familyPath } from '../frame/familyParams.ts'
import { nameOf, type OpenFamily } from '../frame/openFamily.ts'
import { workWords } from '../rules/words.ts'
import { agendaOf } from './agenda.ts'
import { agendaHtml } from './agendaHtml.ts'
import { mayAddParts, mayReword } from './mayReword.ts'
import { type ActionNow, actionsNow } from './planActions.ts'
import { checkedWords, type Held, type Part } from './supervision.ts'
import { partsOf, supervisionsOf } from './supervisionsOf.ts'

const base = '/families/:familyId/safeguarding/supervision'

const list = route({
  method: 'GET',
  url: base,
  admits: recordReaders,
  summary: 'Group supervision of a family: the agenda of the next, and those that were held',
  purpose: 'casework',
  params: familyParams,
  handle: ({ work, params: { familyId } }): Promise<Reply> =>
    workbookPage(work, familyId, {
      title: 'Group supervision',
      resource: 'group_supervision',
      tab: 'supervision',
      async content(open) {
        const agenda = await agendaOf(work, open)
        const held = await supervisionsOf(work, familyId)
        const isLate = agenda.dueOn !== null && Temporal.PlainDate.compare(agenda.dueOn, work.today) < 0
        return html`<h1 class="govuk-heading-l">Group supervision</h1>
${agenda.dueOn === null ? nothing : html`<p class="govuk-body">${isLate ? html`<strong>It was due by ${formatDate(agenda.dueOn)}.</strong>` : `Due by ${formatDate(agenda.dueOn)}.`}</p>`}
${open.keeps && open.workbook !== null ? html`<div class="kith-no-print">${button({ text: 'Begin group supervision', href: familyPath(familyId, '/supervision/new') })}</div>` : nothing}
${agendaHtml(open, agenda)}
${heldTable(familyId, held)}`
      },
    }),
})

function heldTable(familyId: string, held: readonly Held[]): Html {
  if (held.length === 0) return html`<p class="govuk-body">None has been held.</p>`
  return denseTable({
    caption: 'Held before',
    captionClasses: 'govuk-table__caption--m',
    head: ['On', 'Led by', 'Next planned'].map(text => ({ text })),
    rows: held.map(({ id, heldOn, facilitatorName, nextOn }) => [
      {
        html: html`<a class="govuk-link" href="/families/${familyId}/safeguarding/supervision/${id}">${formatDate(heldOn)}</a>`,
      },
      { text: facilitatorName },
      { text: nextOn === null ? '' : formatDate(nextOn) },
    ]),
  })
}

const show = route({
  method: 'GET',
  url: `${base}/:supervisionId`,
  admits: recordReaders,
  summary: 'One group supervision: what each role said, what was decided, and what came of it',
  purpose: 'casework',
  params: z.object({ familyId: uuidParam, supervisionId: uuidParam }),
  handle: ({ work, params: { familyId, supervisionId } }): Promise<Reply> =>
    workbookPage(work, familyId, {
      title: 'Group supervision',
      resource: 'group_supervision',
      tab: 'supervision',
      async content(open) {
        const held = (await supervisionsOf(work, familyId)).find(({ id }) => id === supervisionId)
        if (held === undefined) return null
        const parts = await partsOf(work, familyId, supervisionId)
        const actions = await actionsNow(
          work,
          parts.flatMap(({ planActionId }) => planActionId ?? []),
        )
        const mayChange =
          open.workbook !== null &&
          ((await mayReword(work, supervisionId)) || (await mayAddParts(work, familyId, supervisionId)))
        const said = parts.filter(({ kind }) => kind === 'contribution')
        return html`<span class="govuk-caption-l">Led by ${held.facilitatorName}</span><h1 class="govuk-heading-l">Group supervision on ${formatDate(held.heldOn)}</h1>
${parts.length === 0 ? html`<p class="govuk-body">Nothing of it is yours to read.</p>` : nothing}
${mayChange ? html`<div class="kith-no-print">${button({ text: 'Change this record', href: familyPath(familyId, `/supervision/${supervisionId}/change`), classes: 'govuk-button--secondary' })}</div>` : nothing}
${said.map(part => html`<h2 class="govuk-heading-s govuk-!-margin-bottom-1">${part.discipline === null ? '' : workWords({ discipline: part.discipline, worksWith: part.worksWith })}</h2><p class="govuk-body kith-prose">${part.words}</p>`)}
${parts.filter(({ kind }) => kind === 'voice').map(part => html`<h2 class="govuk-heading-s govuk-!-margin-bottom-1">What ${part.personIds.map(id => nameOf(open, id)).join(', ')} said</h2><p class="govuk-body kith-prose">“${part.words}”</p>`)}
${decisionTable(
  open,
  parts.filter(({ kind }) => kind === 'decision'),
  actions,
)}
${held.nextOn === null ? nothing : html`<p class="govuk-body">Next on ${formatDate(held.nextOn)}.</p>`}`
      },
    }),
})

function decisionTable(
  open: OpenFamily,
  parts: readonly Part[],
  actions: ReadonlyMap<string, ActionNow>,
): Html {
  if (parts.length === 0) return nothing
  return denseTable({
    caption: 'What was decided',
    captionClasses: 'govuk-table__caption--m',
    head: ['Decision', 'About', 'Task', 'Who', 'By', 'What came of it'].map(text => ({ text })),
    rows: parts.map(part => [
      { text: part.words },
      {
        text:
          part.personIds.length === open.shared.size
            ? 'The family'
            : part.personIds.map(id => nameOf(open, id)).join(', '),
      },
      { html: html`${part.task ?? 'None'}${inPlan(part, actions)}` },
      { text: part.ownerName ?? '' },
      { text: part.dueOn === null ? '' : formatDate(part.dueOn) },
      {
        text:
          part.task === null
            ? ''
            : part.checkedAs === null
              ? 'Not checked yet'
              : `${checkedWords[part.checkedAs]}${part.checkedWords ? `: ${part.checkedWords}` : ''}`,
      },
    ]),
  })
}

/** What the plan says of the task, where it says something else. */
function inPlan({ planActionId, task, dueOn }: Part, actions: ReadonlyMap<string, ActionNow>): Html {
  const action = planActionId === null ? undefined : actions.get(planActionId)
  if (action === undefined || (action.what === task && dueOn !== null && action.dueOn.equals(dueOn)))
    return nothing
  return html`<p class="govuk-hint govuk-!-margin-bottom-0">In the plan: ${action.what}, by ${formatDate(action.dueOn)}</p>`
}

/** `/families/:familyId/safeguarding/supervision`. */
export const supervisionRoutes = [list, show]
