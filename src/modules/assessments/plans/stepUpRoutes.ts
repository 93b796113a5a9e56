import { posts } from '#modules/agencies'
import { addTask, Fields, personParams, recordVisit, recordWriters, ticksOf } from '#modules/casework'
import type { Work } from '#platform/db'
import { type FormKeys, formFields, type Reply, route } from '#platform/http'
import type { Uuid } from '#platform/ids'
import { button, errorsAbove, type FieldErrors, fieldErrors, html, textarea, warningText } from '#ui'
import { holdingTeam } from './closures.ts'
import { LONGEST_TEXT } from './outcomeForm.ts'
import { planReply, writable } from './planReply.ts'
import { type PlanView, readPlanView } from './planView.ts'
import { childTicks } from './pullForm.ts'

const url = '/people/:personId/plan/step-up'
type Sent = Readonly<Record<string, unknown>>

function page(view: PlanView, sent: Sent, errors: FieldErrors, keys: FormKeys): Reply {
  const typed = new Fields(sent)
  return planReply(view, {
    title: 'Ask for a strategy discussion - Child in need plan',
    hasErrors: errors.list.length > 0,
    content: html`${errorsAbove(errors)}
<h1 class="govuk-heading-l">Ask for a strategy discussion</h1>
${warningText({ text: 'If a child is in danger now, ring the manager or the police first' })}
<p class="govuk-body">The manager is told at once and has a task for today. The plan goes on until somebody ends it.</p>
<form method="post" action="/people/${view.personId}/plan/step-up" novalidate data-keep-on-failure>
${formFields(keys)}
${childTicks(view, Object.keys(sent).length === 0 ? view.planned.map(({ id }) => id) : ticksOf(sent, 'child'), errors)}
${textarea({ name: 'reason', rows: 5, label: { text: 'What makes you think that a child suffers, or is likely to suffer, significant harm?', classes: 'govuk-label--s' }, value: typed.typed('reason'), errorMessage: errors.of('reason') })}
<div class="govuk-button-group">${button({ text: 'Ask the manager', preventDoubleClick: true })}
<a class="govuk-link" href="/people/${view.personId}/plan">Cancel</a></div>
</form>`,
  })
}

const show = route({
  method: 'GET',
  url,
  admits: recordWriters,
  summary: 'The form that asks for a strategy discussion about children with a plan',
  purpose: 'casework',
  params: personParams,
  async handle({ work, params, form }): Promise<Reply> {
    const found = writable(await readPlanView(work, params.personId))
    return found.ok ? page(found.view, {}, fieldErrors([]), form) : found.reply
  },
})

const send = route({
  method: 'POST',
  url,
  admits: recordWriters,
  summary: 'Asks the manager for a strategy discussion; the plan stays',
  purpose: 'casework',
  params: personParams,
  async handle({ work, params, sent, form }): Promise<Reply> {
    const found = writable(await readPlanView(work, params.personId))
    if (!found.ok) return found.reply
    const { view } = found
    const fields = new Fields(sent)
    const reason = fields.text('reason', LONGEST_TEXT, 'Enter what worries you')
    const children = view.planned.map(({ id }) => id).filter(id => ticksOf(sent, 'child').includes(id))
    if (children.length === 0) fields.problem('child', 'Select at least one child')
    const managers = await managersFor(work, children)
    if (children.length > 0 && managers.length === 0)
      fields.problem('reason', 'No manager of a team holds this case. Ring the front door now')
    if (reason === null || fields.issues.length > 0)
      return page(view, sent, fieldErrors(fields.issues, ['child', 'reason']), form)
    await ask(work, children, managers, reason, form.submission)
    return {
      kind: 'redirect',
      location: `/people/${params.personId}/plan`,
      success: 'The manager has been asked',
    }
  },
})

async function managersFor(work: Work, children: readonly Uuid[]): Promise<readonly Uuid[]> {
  const teamId = children.length === 0 ? null : await holdingTeam(work, children)
  if (teamId === null) return []
  const held = await posts(work, { teamIds: [teamId] })
  return [...new Set(held.filter(({ role }) => role === 'team_manager').map(({ workerId }) => workerId))]
}

/** A note with the reason, and for each manager a task for today, of which addTask tells them. */
async function ask(
  work: Work,
  children: readonly Uuid[],
  managers: readonly Uuid[],
  reason: string,
  submission: Uuid,
): Promise<void> {
  const said = {
    wasSeen: null,
    wasSeenAlone: null,
    whyNotAlone: null,
    bedroomSeen: null,
    ownWords: null,
    observations: null,
  }
  const recorded = await recordVisit(work, {
    kind: 'other',
    purpose: null,
    happenedAt: work.now,
    place: null,
    outcome: 'held',
    body: `Asked for a strategy discussion. ${reason}`,
    children: children.map(personId => ({ personId, ...said })),
    impact: null,
    nextVisitOn: null,
    corrects: null,
    submission,
  })
  if (recorded.outcome === 'refused')
    throw new Error(`Refused: ${recorded.refusals.map(one => one.refusal).join(', ')}`)
  for (const workerId of managers)
    for (const personId of children)
      await addTask(work, {
        personId,
        workerId,
        title: 'Strategy discussion asked for: decide today',
        dueOn: work.today,
      })
}

export const stepUpRoutes = [show, send]
