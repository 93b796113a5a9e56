import type { CaseworkTables } from '#modules/casework'
import { registries } from '#modules/casework'
import type { Actor } from '#platform/db'
import { makeUuid, type Uuid } from '#platform/ids'
import { londonDate } from '#reference'
import type { TestRecord } from '#test/record.ts'
import { askPage, contentOf } from '../../../casework/testing/askPage.ts'
import { lendRegistries } from '../../../casework/testing/lendRegistries.ts'
import { assessmentClockSource } from '../../clocks/assessmentClockSource.ts'
import type { AssessmentsTables } from '../../tables.ts'
import { planModule } from '../planModule.ts'

export const today = londonDate(Temporal.Now.instant())
export const dated = (name: string, on = today) => ({
  [`${name}-day`]: String(on.day),
  [`${name}-month`]: String(on.month),
  [`${name}-year`]: String(on.year),
})
export const base = '/people/:personId/plan'

export type PlanStage = {
  readonly manager: Actor
  readonly worker: Actor
  readonly children: readonly Uuid[]
  readonly teamId: Uuid
}

export const personParams = ({ children }: PlanStage) => ({ personId: children[0] ?? '' })

/** The form that ends the plans of both. */
export const ending = (at: PlanStage, more: Readonly<Record<string, unknown>> = {}) => ({
  child: at.children,
  why: 'outcomes_met',
  ...dated('ends'),
  achieved: 'Calm bedtimes',
  next: 'School goes on helping',
  turnsTo: 'Mr Madeup at school',
  case: 'open',
  ...more,
})

/** Registers what plans need of other modules. */
export function registerForPlans(): void {
  lendRegistries()
  registries.episodeSource = async () => []
  registries.clockSources.push(assessmentClockSource)
}

/** What tests of plans are set on. */
export function planStage(record: TestRecord) {
  const { makers } = record
  const ask = askPage(record.as, planModule.routes)
  /** Brother and sister held by one worker, each with a plan that began a while ago. */
  async function stage(startedOn = today.subtract({ days: 20 })): Promise<PlanStage> {
    const teamId = await makers.team()
    const [manager, worker] = [await makers.worker(), await makers.worker()]
    await makers.post({ workerId: manager.id, teamId, role: 'team_manager' })
    await makers.post({ workerId: worker.id, teamId })
    const children = [await makers.person({ given: 'Ash' }), await makers.person({ given: 'Bea' })]
    await makers.family({ children })
    for (const personId of children) {
      await makers.allocation({ personId, teamId, workerId: worker.id, startedOn: startedOn.toString() })
      await record.as(manager, async work => {
        const referralId = makeUuid()
        await work
          .db<{ referral: { id: Uuid; person_id: Uuid; received_on: Temporal.PlainDate } }>()
          .insertInto('referral')
          .values({ id: referralId, person_id: personId, received_on: startedOn })
          .execute()
        await work
          .db<AssessmentsTables>()
          .insertInto('cin_plan')
          .values({ id: makeUuid(), person_id: personId, referral_id: referralId, started_on: startedOn })
          .execute()
      })
    }
    return { manager, worker, children, teamId }
  }

  const planText = async (who: Actor, personId: Uuid | undefined) =>
    contentOf(await ask(who, 'GET', base, { params: { personId: personId ?? '' } }))

  async function outcomeOf(at: PlanStage): Promise<{ readonly outcomeId: Uuid; readonly actionId: Uuid }> {
    const sent = {
      outcome: 'School goes well',
      child: at.children,
      what: 'Walk together',
      owner: 'name',
      ownerName: 'Aunt Jo',
      ...dated('due'),
    }
    await ask(at.worker, 'POST', `${base}/outcomes/new`, { params: personParams(at), sent })
    return record.as(at.worker, async work => {
      const db = work.db<CaseworkTables>()
      const row = await db
        .selectFrom('plan_action')
        .select(['id', 'outcome_id'])
        .where('person_id', '=', at.children[0] as Uuid)
        .executeTakeFirstOrThrow()
      return { outcomeId: row.outcome_id, actionId: row.id }
    })
  }

  /** A worker of a school who leads the plan of the first child. */
  async function withLead(at: PlanStage): Promise<Actor> {
    const lead = await makers.worker()
    await record.as(at.manager, work =>
      work
        .db<CaseworkTables>()
        .updateTable('allocation')
        .set({ ended_on: today })
        .where('person_id', '=', at.children[0] as Uuid)
        .execute(),
    )
    await makers.allocation({
      personId: at.children[0] as Uuid,
      teamId: at.teamId,
      workerId: lead.id,
      role: 'lead_practitioner',
      startedOn: today.toString(),
    })
    return lead
  }
  return { ask, stage, planText, outcomeOf, withLead }
}
