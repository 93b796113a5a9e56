import { z } from 'zod'
import {
  childForm,
  lineField,
  oneOfMany,
  ownerChoices,
  personParams,
  recordWriters,
  uuidParam,
  whoIsInvolved,
} from '#modules/casework'
import type { Work } from '#platform/db'
import { notFound, type Reply, route } from '#platform/http'
import type { Uuid } from '#platform/ids'
import { html } from '#ui'
import { addMember, endMember } from '../commands/coreGroup.ts'
import { type Member, membersOf, type ProtectionPlanRow, runningPlan } from '../queries/readPlan.ts'
import { dayField, peopleIn } from './planFields.ts'

type Params = { readonly personId: Uuid }
type Context = {
  readonly plan: ProtectionPlanRow
  readonly members: readonly Member[]
  readonly choices: Readonly<Record<string, string>>
}
const home = ({ personId }: Params): string => `/people/${personId}/protection-plan`

/** Workers of the record, professionals of other agencies, and the family; without those who are in it. */
async function choicesFor(
  work: Work,
  personId: Uuid,
  members: readonly Member[],
): Promise<Context['choices']> {
  const owners = await ownerChoices(work, personId)
  const others = (await whoIsInvolved(work, personId)).flatMap(({ id, held, workerId, name, role }) =>
    held === 'involvement' && workerId === null && name
      ? [{ value: `involvement:${id}`, text: `${name}, ${role}` }]
      : [],
  )
  const there = new Set(members.filter(({ untilOn }) => untilOn === null).map(({ key }) => key))
  return Object.fromEntries(
    [...owners, ...others].filter(({ value }) => !there.has(value)).map(({ value, text }) => [value, text]),
  )
}

/** `/people/:personId/protection-plan/members/new`. */
export const newMemberForm = childForm<
  Params,
  Context,
  { key: string; part: string | null; sinceOn: Temporal.PlainDate }
>({
  url: '/people/:personId/protection-plan/members/new',
  params: personParams,
  name: 'core-group-member',
  title: 'Add to the core group - Child protection plan',
  heading: () => 'Add somebody to the core group',
  summary: { show: 'The form that adds somebody to a core group', send: 'Adds somebody to a core group' },
  submit: 'Add',
  path: params => `${home(params)}/members/new`,
  cancel: home,
  alsoNamed: ({ choices }) => peopleIn(Object.keys(choices)),
  async read({ work, params }) {
    const plan = await runningPlan(work, params.personId)
    if (plan === null) return null
    const members = await membersOf(work, plan)
    return { plan, members, choices: await choicesFor(work, params.personId, members) }
  },
  fresh: () => ({}),
  fields: ({ choices }, values, errors) =>
    html`${oneOfMany('who', 'Who?', choices, { values, errors })}
${lineField('part', 'As what? (optional)', { values, errors }, 'For example, school, health visitor, father')}
${dayField('since', 'From which day?', values, errors)}`,
  parse(fields, { choices, plan }) {
    const key = fields.choice('who', Object.keys(choices), 'Select who')
    const part = fields.text('part', 100)
    const sinceOn = fields.date('since', 'Day', 'Enter the day')
    if (sinceOn && Temporal.PlainDate.compare(sinceOn, plan.startedOn) < 0)
      fields.problem('since', 'The day must be on or after the day on which the plan started')
    return key && sinceOn ? { key, part, sinceOn } : null
  },
  async save(member, { plan, members }, { work, params }) {
    await addMember(work, plan, member, members)
    return { outcome: 'saved', location: home(params), success: 'Added to the core group' }
  },
  order: ['who', 'part', 'since'],
  targets: { since: 'since-day' },
})

/** Somebody leaves the core group. */
export const endMemberRoute = route({
  method: 'POST',
  url: '/people/:personId/protection-plan/members/:memberId/end',
  admits: recordWriters,
  summary: 'Notes that somebody left the core group',
  purpose: 'casework',
  params: z.object({ personId: uuidParam, memberId: uuidParam }),
  async handle({ work, params, sent }): Promise<Reply> {
    const plan = await runningPlan(work, params.personId)
    const member = plan && (await membersOf(work, plan)).find(({ id }) => id === params.memberId)
    if (!member) return notFound
    const changed = await endMember(work, member, Number(sent['version']) || 0)
    const success =
      changed === 'changed'
        ? 'They have left the core group'
        : 'Somebody changed this meanwhile: nothing was changed'
    return { kind: 'redirect', location: home(params), success }
  },
})
