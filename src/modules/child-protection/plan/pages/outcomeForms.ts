import { z } from 'zod'
import {
  addOutcomes,
  changeAction,
  changeOutcome,
  childForm,
  dayValues,
  familyChildren,
  type OutcomeStatus,
  type OwnerChoice,
  oneOf,
  outcomeStatuses,
  ownerChoices,
  ownerValue,
  type PlanAction,
  type PlanOutcome,
  personParams,
  severalOf,
  statusWords,
  textField,
  ticksOf,
  uuidParam,
  writeActions,
} from '#modules/casework'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import { html, nothing } from '#ui'
import { type ProtectionPlanRow, planOutcomes, protectionPlansOf, runningPlan } from '../queries/readPlan.ts'
import {
  actionFields,
  actionNames,
  dayField,
  familyIn,
  isTyped,
  outcomeFields,
  parseAction,
  parseOutcome,
} from './planFields.ts'

type Params = { readonly personId: Uuid }
const home = ({ personId }: Params): string => `/people/${personId}/protection-plan`
const order = [
  'child',
  'outcome',
  'baseline',
  'change',
  'status',
  'reason',
  'what',
  'owner',
  'ownerName',
  'due',
  'done',
  'result',
]
const targets = { due: 'due-day', done: 'done-day' }
const LONGEST = 4_000

type Together = {
  readonly plans: readonly ProtectionPlanRow[]
  /** Brothers and sisters with a plan that the writer writes, by id. */
  readonly siblings: Readonly<Record<string, string>>
  readonly choices: readonly OwnerChoice[]
}
type NewOne = {
  readonly words: NonNullable<ReturnType<typeof parseOutcome>>
  readonly action: ReturnType<typeof parseAction>
  readonly of: readonly string[]
}

async function together(work: Work, personId: Uuid): Promise<Together | null> {
  const children = (await familyChildren(work, personId)).filter(({ mayWrite }) => mayWrite)
  const plans = (
    await protectionPlansOf(
      work,
      children.map(({ id }) => id),
    )
  ).filter(({ endedOn }) => endedOn === null)
  if (!plans.some(plan => plan.personId === personId)) return null
  const siblings = children.filter(({ id }) => id !== personId && plans.some(plan => plan.personId === id))
  return {
    plans,
    siblings: Object.fromEntries(siblings.map(({ id, displayName }) => [id, displayName])),
    choices: await ownerChoices(work, personId),
  }
}

/** `/people/:personId/protection-plan/outcomes/new`. */
export const newOutcomeForm = childForm<Params, Together, NewOne>({
  url: '/people/:personId/protection-plan/outcomes/new',
  params: personParams,
  name: 'protection-plan-outcome',
  resource: 'cp_plan',
  title: 'Add an outcome - Child protection plan',
  heading: () => 'Add an outcome',
  summary: {
    show: 'The form for an outcome of a child protection plan',
    send: 'Adds an outcome to a child protection plan, and to those of brothers and sisters that are ticked',
  },
  submit: 'Add the outcome',
  alsoNamed: ({ plans, choices }) => [...plans.map(({ personId }) => personId), ...familyIn(choices)],
  path: params => `${home(params)}/outcomes/new`,
  cancel: home,
  read: ({ work, params }) => together(work, params.personId),
  fresh: () => ({}),
  fields: ({ siblings, choices }, values, errors) =>
    html`${outcomeFields(values, errors)}
${Object.keys(siblings).length > 0 ? severalOf('child', 'Also in the plan of', siblings, { values, errors }) : nothing}
<h2 class="govuk-heading-m">The first action</h2>
${actionFields(values, errors, choices)}`,
  parse(fields, { choices }, { sent }) {
    const words = parseOutcome(fields)
    const action = isTyped(fields, actionNames) ? parseAction(fields, choices) : null
    return words === null ? null : { words, action, of: ticksOf(sent, 'child') }
  },
  async save({ words, action, of }, { plans }, { work, params }) {
    const chosen = plans.filter(({ personId }) => personId === params.personId || of.includes(personId))
    await addOutcomes(work, chosen, { ...words, needId: null, action })
    return { outcome: 'saved', location: home(params), success: 'Outcome added' }
  },
  order,
  targets,
})

const outcomeParams = z.object({ personId: uuidParam, outcomeId: uuidParam })
type OutcomeParams = z.infer<typeof outcomeParams>
type Changed = NonNullable<ReturnType<typeof parseOutcome>> & {
  readonly status: OutcomeStatus
  readonly statusReason: string | null
  readonly version: number
}

async function outcomeOf(work: Work, personId: Uuid, outcomeId: Uuid): Promise<PlanOutcome | null> {
  const plan = await runningPlan(work, personId)
  return (plan && (await planOutcomes(work, plan)).find(({ id }) => id === outcomeId)) ?? null
}

/** `/people/:personId/protection-plan/outcomes/:outcomeId`. */
export const outcomeForm = childForm<OutcomeParams, PlanOutcome, Changed>({
  url: '/people/:personId/protection-plan/outcomes/:outcomeId',
  params: outcomeParams,
  name: 'protection-plan-outcome-change',
  resource: 'cp_plan',
  title: 'Change an outcome - Child protection plan',
  heading: () => 'Change or close an outcome',
  summary: {
    show: 'The form that changes or closes an outcome of a child protection plan',
    send: 'Changes or closes an outcome of a child protection plan',
  },
  submit: 'Save',
  path: params => `${home(params)}/outcomes/${params.outcomeId}`,
  cancel: home,
  read: ({ work, params }) => outcomeOf(work, params.personId, params.outcomeId),
  fresh: one => ({
    outcome: one.outcome,
    baseline: one.baseline ?? '',
    change: one.whatWillChange ?? '',
    status: one.status,
    reason: one.statusReason ?? '',
    version: `${one.version}`,
  }),
  fields: (_, values, errors) =>
    html`${outcomeFields(values, errors)}
${oneOf('status', 'Where does it stand?', statusWords, { values, errors })}
${textField('reason', 'Why? (when it is closed)', { values, errors }, undefined, 2)}`,
  parse(fields) {
    const words = parseOutcome(fields)
    const status = fields.choice('status', outcomeStatuses, 'Select where it stands')
    const reason = fields.text(
      'reason',
      LONGEST,
      status !== null && status !== 'open' ? 'Enter why it is closed' : undefined,
    )
    const version = Number(fields.typed('version')) || 0
    return words && status ? { ...words, status, statusReason: reason, version } : null
  },
  async save(changed, { id, personId }, { work, params }) {
    if ((await changeOutcome(work, { id, personId, ...changed })) === 'stale') return { outcome: 'stale' }
    return { outcome: 'saved', location: home(params), success: 'Outcome saved' }
  },
  order,
  targets,
  labels: {
    outcome: 'What should be different',
    baseline: 'How things are now',
    change: 'What will change',
    reason: 'Why',
  },
})

type ForAction = { readonly outcome: PlanOutcome; readonly choices: readonly OwnerChoice[] }

/** `/people/:personId/protection-plan/outcomes/:outcomeId/actions/new`. */
export const newActionForm = childForm<OutcomeParams, ForAction, NonNullable<ReturnType<typeof parseAction>>>(
  {
    url: '/people/:personId/protection-plan/outcomes/:outcomeId/actions/new',
    params: outcomeParams,
    name: 'protection-plan-action',
    resource: 'cp_plan',
    title: 'Add an action - Child protection plan',
    heading: () => 'Add an action',
    summary: {
      show: 'The form for an action of a child protection plan',
      send: 'Adds an action to an outcome of a child protection plan',
    },
    submit: 'Add the action',
    alsoNamed: ({ choices }) => familyIn(choices),
    path: params => `${home(params)}/outcomes/${params.outcomeId}/actions/new`,
    cancel: home,
    async read({ work, params }) {
      const outcome = await outcomeOf(work, params.personId, params.outcomeId)
      return outcome?.status === 'open'
        ? { outcome, choices: await ownerChoices(work, params.personId) }
        : null
    },
    fresh: () => ({}),
    fields: ({ outcome, choices }, values, errors) =>
      html`<p class="govuk-body">For: ${outcome.outcome}</p>${actionFields(values, errors, choices)}`,
    parse: (fields, { choices }) => parseAction(fields, choices),
    async save(action, { outcome }, { work, params }) {
      await writeActions(work, [{ outcomeId: outcome.id, personId: params.personId }], action)
      return { outcome: 'saved', location: home(params), success: 'Action added' }
    },
    order,
    targets,
  },
)

const actionParams = z.object({ personId: uuidParam, actionId: uuidParam })
type ActionParams = z.infer<typeof actionParams>
type ThisAction = { readonly action: PlanAction; readonly choices: readonly OwnerChoice[] }
type DoneAction = NonNullable<ReturnType<typeof parseAction>> & {
  readonly doneOn: Temporal.PlainDate | null
  readonly result: string | null
  readonly version: number
}

/** `/people/:personId/protection-plan/actions/:actionId`. */
export const actionForm = childForm<ActionParams, ThisAction, DoneAction>({
  url: '/people/:personId/protection-plan/actions/:actionId',
  params: actionParams,
  name: 'protection-plan-action-change',
  resource: 'cp_plan',
  title: 'Mark done or change - Child protection plan',
  heading: () => 'Mark done or change',
  summary: {
    show: 'The form that changes an action of a child protection plan or marks it done',
    send: 'Changes an action of a child protection plan or marks it done with its result',
  },
  submit: 'Save',
  alsoNamed: ({ choices }) => familyIn(choices),
  path: params => `${home(params)}/actions/${params.actionId}`,
  cancel: home,
  async read({ work, params }) {
    const plan = await runningPlan(work, params.personId)
    const outcomes = plan ? await planOutcomes(work, plan) : []
    const action = outcomes.flatMap(({ actions }) => actions).find(({ id }) => id === params.actionId)
    if (action === undefined) return null
    const choices = await ownerChoices(work, params.personId)
    const value = ownerValue(action.owner)
    const has = action.owner.kind === 'name' || choices.some(one => one.value === value)
    return { action, choices: has ? choices : [{ value, text: action.ownerName }, ...choices] }
  },
  fresh: ({ action }, work) => ({
    what: action.what,
    owner: ownerValue(action.owner),
    ownerName: action.owner.kind === 'name' ? action.owner.name : '',
    ...dayValues('due', action.dueOn),
    ...dayValues('done', action.doneOn ?? work.today),
    result: action.result ?? '',
    version: `${action.version}`,
  }),
  fields: ({ choices }, values, errors) =>
    html`${actionFields(values, errors, choices)}
${dayField('done', 'Done on (empty: not done yet)', values, errors)}
${textField('result', 'What came of it?', { values, errors }, undefined, 2)}`,
  parse(fields, { choices }, { work }) {
    const action = parseAction(fields, choices)
    const doneOn = fields.date('done', 'Date')
    if (doneOn && Temporal.PlainDate.compare(doneOn, work.today) > 0)
      fields.problem('done', 'Date must be today or in the past')
    const result = fields.text('result', LONGEST, doneOn ? 'Enter what came of it' : undefined)
    return action && { ...action, doneOn, result, version: Number(fields.typed('version')) || 0 }
  },
  async save(changed, { action }, { work, params }) {
    const of = { id: action.id, personId: params.personId }
    if ((await changeAction(work, { ...of, ...changed })) === 'stale') return { outcome: 'stale' }
    return { outcome: 'saved', location: home(params), success: 'Action saved' }
  },
  order,
  targets,
  labels: { what: 'What', result: 'What came of it' },
})
