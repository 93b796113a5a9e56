import {
  addOutcomes,
  openClocks,
  personParams,
  recordReaders,
  recordWriters,
  type StoredClock,
  ticksOf,
} from '#modules/casework'
import { notFound, type Reply, route } from '#platform/http'
import { closingOf } from './closingOf.ts'
import { planPage } from './planPage.ts'
import { askTeam, planReply, writable } from './planReply.ts'
import { planSources } from './planSources.ts'
import { readPlanView } from './planView.ts'
import { mayStartPlan, startPlan } from './startPlan.ts'

const url = '/people/:personId/plan'
const isOfPlan = ({ definitionId }: StoredClock) => definitionId.startsWith('CIN_')

const show = route({
  method: 'GET',
  url,
  admits: recordReaders,
  summary: 'The child in need plan of one child',
  purpose: 'casework',
  params: personParams,
  async handle({ work, params, form }): Promise<Reply> {
    const view = await readPlanView(work, params.personId)
    if (view === null) return notFound
    const isPast = work.knownAt !== null
    const content = planPage({
      ...view,
      mayWrite: view.mayWrite && !isPast,
      today: work.today,
      clocks: (await openClocks(work, [params.personId])).filter(isOfPlan),
      sources: view.mayWrite && !isPast ? await planSources(work, view) : [],
      mayStart: !isPast && view.frame.mayWrite && (await mayStartPlan(work, params.personId)) !== null,
      closingId: view.plan ? await closingOf(work, view.plan.id) : null,
      keys: form,
      isPast,
    })
    return planReply(view, { title: 'Child in need plan - Record', content })
  },
})

const start = route({
  method: 'POST',
  url: `${url}/start`,
  admits: recordWriters,
  summary: 'Starts the child in need plan that an assessment asked for',
  purpose: 'casework',
  params: personParams,
  async handle({ work, params }): Promise<Reply> {
    const view = await readPlanView(work, params.personId)
    if (view === null) return notFound
    if (!view.frame.mayWrite) return askTeam
    await startPlan(work, params.personId)
    return { kind: 'redirect', location: `/people/${params.personId}/plan`, success: 'The plan has started' }
  },
})

const pull = route({
  method: 'POST',
  url: `${url}/pull`,
  admits: recordWriters,
  summary: 'Makes outcomes of needs and of what an assessment says needs to happen',
  purpose: 'casework',
  params: personParams,
  async handle({ work, params, sent }): Promise<Reply> {
    const found = writable(await readPlanView(work, params.personId))
    if (!found.ok) return found.reply
    const wanted = ticksOf(sent, 'source')
    const children = ticksOf(sent, 'child')
    const plans = found.view.planned.filter(({ id }) => children.includes(id)).map(({ plan }) => plan)
    const chosen = (await planSources(work, found.view)).filter(({ key }) => wanted.includes(key))
    for (const { outcome, baseline, needId } of chosen)
      await addOutcomes(work, plans, { outcome, baseline, needId, whatWillChange: null, action: null })
    const success = chosen.length > 0 && plans.length > 0 ? 'Added to the plan' : 'Nothing was ticked'
    return { kind: 'redirect', location: `/people/${params.personId}/plan`, success }
  },
})

export const planRoutes = [show, start, pull]
