import {
  type ChangedAction,
  childForm,
  type Fields,
  type FormValues,
  type NewOutcome,
  type OwnerChoice,
  oneOfMany,
  ownerChoices,
  type PlanAction,
  personParams,
  severalOf,
  textField,
  ticksOf,
  typedOf,
} from '#modules/casework'
import type { Work } from '#platform/db'
import { parseUuid, type Uuid } from '#platform/ids'
import { type FieldErrors, formatDate, type Html, html } from '#ui'
import { type CoreGroupHeld, recordCoreGroup } from '../commands/coreGroup.ts'
import {
  type Member,
  membersOf,
  type ProtectionPlanRow,
  planOutcomes,
  runningPlan,
} from '../queries/readPlan.ts'
import {
  actionFields,
  actionNames,
  dayField,
  familyIn,
  isTyped,
  outcomeFields,
  outcomeNames,
  parseAction,
  parseOutcome,
} from './planFields.ts'

type Params = { readonly personId: Uuid }
type Context = {
  readonly plan: ProtectionPlanRow
  readonly members: readonly Member[]
  readonly open: readonly PlanAction[]
  readonly choices: readonly OwnerChoice[]
}

const home = ({ personId }: Params): string => `/people/${personId}/protection-plan`
const LONGEST = 10_000
const states = { done: 'Done', later: 'Later, by another day' }

async function read({
  work,
  params,
}: {
  readonly work: Work
  readonly params: Params
}): Promise<Context | null> {
  const plan = await runningPlan(work, params.personId)
  if (plan === null) return null
  const outcomes = (await planOutcomes(work, plan)).filter(({ status }) => status === 'open')
  return {
    plan,
    members: (await membersOf(work, plan)).filter(({ untilOn }) => untilOn === null),
    open: outcomes.flatMap(({ actions }) => actions).filter(({ doneOn }) => doneOn === null),
    choices: await ownerChoices(work, params.personId),
  }
}

/** `/people/:personId/protection-plan/core-group`: what was said, and what it changes of the plan, in one act. */
export const coreGroupForm = childForm<Params, Context, Omit<CoreGroupHeld, 'submission'>>({
  url: '/people/:personId/protection-plan/core-group',
  params: personParams,
  name: 'core-group',
  title: 'Record a core group - Child protection plan',
  heading: () => 'Record a core group',
  summary: {
    show: 'The form that records a core group and changes the plan with it',
    send: 'Records a core group and what it changed of the plan',
  },
  submit: 'Record the core group',
  alsoNamed: ({ choices }) => familyIn(choices),
  path: params => `${home(params)}/core-group`,
  cancel: home,
  read,
  fresh: ({ members, open }) => ({
    came: members.map(({ id }) => id),
    ...Object.fromEntries(open.map(({ id, version }) => [`version-${id}`, `${version}`])),
  }),
  fields,
  parse,
  async save(held, { plan }, { work, params, submission }) {
    const outcome = await recordCoreGroup(work, plan, { ...held, submission })
    if (outcome === 'stale') return { outcome: 'stale' }
    if (outcome === 'already')
      return {
        outcome: 'refused',
        issues: [{ path: ['held'], message: 'A core group of that day is on record' }],
      }
    return { outcome: 'saved', location: home(params), success: 'Core group recorded' }
  },
  order: [
    'held',
    'came',
    'changed',
    'words',
    'noWords',
    'what',
    'owner',
    'ownerName',
    'due',
    ...outcomeNames,
    'next',
  ],
  targets: { held: 'held-day', due: 'due-day', next: 'next-day' },
  labels: { changed: 'What was said and changed' },
})

function fields({ members, open, choices }: Context, values: FormValues, errors: FieldErrors): Html {
  const came = Object.fromEntries(members.map(({ id, name, part }) => [id, part ? `${name}, ${part}` : name]))
  return html`${dayField('held', 'When did it meet?', values, errors)}
${members.length > 0 ? severalOf('came', 'Who came?', came, { values, errors }) : html`<p class="govuk-body">Nobody is in the core group yet.</p>`}
${textField('changed', 'What was said, and what changes?', { values, errors }, undefined, 6)}
${textField('words', 'What the child says, in the child’s words', { values, errors })}
${textField('noWords', 'Or why there are none', { values, errors }, undefined, 1)}
<h2 class="govuk-heading-m">Actions that are open</h2>
${open.length === 0 ? html`<p class="govuk-body">No action is open.</p>` : open.map(action => actionPart(action, values, errors))}
<h2 class="govuk-heading-m">A new outcome with its first action (optional)</h2>
${outcomeFields(values, errors)}
${actionFields(values, errors, choices)}
${dayField('next', 'When does it meet next?', values, errors)}`
}

const actionPart = (action: PlanAction, values: FormValues, errors: FieldErrors): Html =>
  html`<div class="govuk-inset-text"><p class="govuk-body">${action.what}: ${action.ownerName}, by ${formatDate(action.dueOn)}</p>
<input type="hidden" name="version-${action.id}" value="${typedOf(values, `version-${action.id}`) || action.version}">
${oneOfMany(`state-${action.id}`, 'Now', states, { values, errors })}
${textField(`result-${action.id}`, 'What came of it, or why it is later', { values, errors }, undefined, 1)}
${dayField(`later-${action.id}`, 'The later day', values, errors)}</div>`

function parse(
  sent: Fields,
  { open, choices, members, plan }: Context,
  visit: { readonly work: Work; readonly sent: FormValues },
) {
  const heldOn = sent.date('held', 'Day', 'Enter the day on which it met')
  if (heldOn && Temporal.PlainDate.compare(heldOn, visit.work.today) > 0)
    sent.problem('held', 'The day must be today or in the past')
  if (heldOn && Temporal.PlainDate.compare(heldOn, plan.startedOn) < 0)
    sent.problem('held', 'The day must be on or after the day on which the plan started')
  const whatChanged = sent.text('changed', LONGEST, 'Enter what was said and what changes')
  const childWords = sent.text('words', LONGEST)
  const because =
    childWords === null
      ? sent.text('noWords', 1_000, 'Enter what the child says, or why there are no words')
      : null
  const actions = open.flatMap(action => changed(sent, action, plan, heldOn) ?? [])
  const outcome = newOutcome(sent, choices)
  const nextOn = sent.date('next', 'Day')
  const came = ticksOf(visit.sent, 'came').flatMap(text => parseUuid(text) ?? [])
  if (!heldOn || !whatChanged) return null
  const there = came.filter(id => members.some(member => member.id === id))
  return {
    heldOn,
    whatChanged,
    childWords,
    noChildWordsBecause: because,
    actions,
    outcome,
    nextOn,
    came: there,
  }
}

/** What the group said of one open action; null where it stays as it is. */
function changed(
  sent: Fields,
  action: PlanAction,
  { personId }: ProtectionPlanRow,
  heldOn: Temporal.PlainDate | null,
): ChangedAction | null {
  const { id, what, owner, dueOn } = action
  const state = sent.typed(`state-${id}`)
  if (!Object.hasOwn(states, state)) return null
  const result = sent.text(`result-${id}`, 2_000, 'Enter what came of it, or why it is later')
  const version = Number(sent.typed(`version-${id}`)) || 0
  const of = { id, personId, version, what, owner }
  if (state === 'done') return { ...of, dueOn, doneOn: heldOn, result }
  const later = sent.date(`later-${id}`, 'The later day', 'Enter the later day')
  if (later && Temporal.PlainDate.compare(later, dueOn) <= 0)
    sent.problem(`later-${id}`, 'The later day must be after the day it was due')
  return { ...of, dueOn: later ?? dueOn, doneOn: null, result }
}

function newOutcome(sent: Fields, choices: readonly OwnerChoice[]): NewOutcome | null {
  if (!isTyped(sent, [...outcomeNames, ...actionNames])) return null
  const words = parseOutcome(sent)
  const action = isTyped(sent, actionNames) ? parseAction(sent, choices) : null
  return words && { ...words, needId: null, action }
}
