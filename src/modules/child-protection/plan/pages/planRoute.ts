import { openClocks, personParams, type RecordFrame, recordFrame, recordReaders } from '#modules/casework'
import { personSummary } from '#modules/people'
import type { Work } from '#platform/db'
import { notFound, type Reply, route } from '#platform/http'
import type { Uuid } from '#platform/ids'
import { runningPlansOf } from '../../list/index.ts'
import {
  categoriesOf,
  coreGroupsOf,
  membersOf,
  type ProtectionPlanRow,
  planOutcomes,
  protectionPlansOf,
} from '../queries/readPlan.ts'
import { plainPage } from './plainPage.ts'
import { type PlanPage, planPage } from './planPage.ts'

const url = '/people/:personId/protection-plan'
const ofPlan = /^(CP_|CORE_GROUP|RCPC)/

type Found = {
  readonly frame: RecordFrame
  readonly plan: ProtectionPlanRow
  readonly plans: readonly ProtectionPlanRow[]
}

/** The running plan of a child, else the last one; null where there is none or it is not the reader's. */
async function found(work: Work, personId: Uuid): Promise<Found | null> {
  const frame = await recordFrame(work, personId, 'plans')
  if (frame === null) return null
  const plans = await protectionPlansOf(work, [personId])
  const plan = plans.findLast(({ endedOn }) => endedOn === null) ?? plans.at(-1)
  return plan === undefined ? null : { frame, plan, plans }
}

/** Outcomes, members and what is said belong to the record: whoever has only the summary sees the plan and its dates. */
async function partsOf(
  work: Work,
  { frame, plan }: Found,
): Promise<Pick<PlanPage, 'outcomes' | 'categories' | 'members' | 'coreGroups'>> {
  const coreGroups = await coreGroupsOf(work, plan)
  if (!frame.readsRecord) return { outcomes: [], categories: [], members: [], coreGroups }
  return {
    outcomes: await planOutcomes(work, plan),
    categories: await categoriesOf(work, plan),
    members: await membersOf(work, plan),
    coreGroups,
  }
}

const show = route({
  method: 'GET',
  url,
  admits: recordReaders,
  summary: 'The child protection plan of one child',
  purpose: 'casework',
  params: personParams,
  async handle({ work, params, form }): Promise<Reply> {
    const one = await found(work, params.personId)
    if (one === null) return notFound
    const [listed] = one.plan.endedOn === null ? await runningPlansOf(work, [params.personId]) : []
    const content = planPage({
      ...one,
      ...(await partsOf(work, one)),
      personId: params.personId,
      drift: one.frame.readsRecord ? (listed?.drift ?? []) : [],
      listed: listed ?? null,
      clocks: (await openClocks(work, [params.personId])).filter(({ definitionId }) =>
        ofPlan.test(definitionId),
      ),
      mayWrite: one.frame.mayWrite && work.knownAt === null && one.plan.endedOn === null,
      today: work.today,
      keys: form,
    })
    return page(one, params.personId, 'Child protection plan - Record', content)
  },
})

const plain = route({
  method: 'GET',
  url: `${url}/plain`,
  admits: recordReaders,
  summary: 'A child protection plan on one page in plain words',
  purpose: 'casework',
  params: personParams,
  async handle({ work, params }): Promise<Reply> {
    const one = await found(work, params.personId)
    const child = await personSummary(work, params.personId)
    if (one === null || child === null || !one.frame.readsRecord) return notFound
    const content = plainPage({
      ...one,
      outcomes: await planOutcomes(work, one.plan),
      child,
      today: work.today,
    })
    return page(one, params.personId, 'The plan in plain words - Record', content)
  },
})

const page = (
  { frame }: Found,
  personId: Uuid,
  title: string,
  content: ReturnType<typeof planPage>,
): Reply => ({
  kind: 'page',
  title,
  before: frame.before,
  content,
  shown: { resource: 'cp_plan', subjectIds: [personId] },
})

export const planPageRoutes = [show, plain]
