import { childForm, codesOf, lineField, oneOf, personParams, textField } from '#modules/casework'
import { personSummary } from '#modules/people'
import type { Uuid } from '#platform/ids'
import { codesOf as censusCodes, codeWords } from '#reference'
import { html } from '#ui'
import { changeCategory, endPlan, keepPlansElsewhere } from '../commands/changePlan.ts'
import { type ProtectionPlanRow, protectionPlansOf, runningPlan } from '../queries/readPlan.ts'
import { type LawfulEvent, lawfulEvents, needsEvidence, whyNotEnded } from '../rules/ending.ts'
import { dayField } from './planFields.ts'

type Params = { readonly personId: Uuid }
const home = ({ personId }: Params): string => `/people/${personId}/protection-plan`
const LONGEST = 4_000

/** The categories of abuse that the census takes, each in its words. */
export const categoryWords = (year: number): Readonly<Record<string, string>> =>
  Object.fromEntries(censusCodes('abuseCategory', year).map(code => [code, codeWords('abuseCategory', code)]))

type Category = {
  readonly category: string
  readonly on: Temporal.PlainDate
  readonly reasons: string
  readonly version: number
}

/** `/people/:personId/protection-plan/category`. */
export const categoryForm = childForm<Params, ProtectionPlanRow, Category>({
  url: '/people/:personId/protection-plan/category',
  params: personParams,
  name: 'protection-plan-category',
  resource: 'cp_plan',
  title: 'Change the category - Child protection plan',
  heading: () => 'Change the category',
  summary: {
    show: 'The form that changes the category of a child protection plan',
    send: 'Changes the category of a child protection plan, with its day and why',
  },
  submit: 'Change the category',
  path: params => `${home(params)}/category`,
  cancel: home,
  read: ({ work, params }) => runningPlan(work, params.personId),
  fresh: plan => ({ category: plan.latestCategory ?? '', version: `${plan.version}` }),
  fields: (plan, values, errors) =>
    html`<p class="govuk-body">At first: ${plan.initialCategory ? codeWords('abuseCategory', plan.initialCategory) : 'not recorded'}.</p>
${oneOf('category', 'Category from now on', categoryWords(2026), { values, errors })}
${dayField('since', 'From which day?', values, errors)}
${textField('reasons', 'Why, and who decided it?', { values, errors })}`,
  parse(fields, plan, { work }) {
    const category = fields.choice(
      'category',
      censusCodes('abuseCategory', work.today.year),
      'Select the category',
    )
    const on = fields.date('since', 'Day', 'Enter the day')
    const reasons = fields.text('reasons', LONGEST, 'Enter why the category changes and who decided it')
    if (on && Temporal.PlainDate.compare(on, plan.startedOn) < 0)
      fields.problem('since', 'The day must be on or after the day on which the plan started')
    if (on && Temporal.PlainDate.compare(on, work.today) > 0)
      fields.problem('since', 'The day must be today or in the past')
    if (category !== null && category === plan.latestCategory)
      fields.problem('category', 'This is its category already')
    const version = Number(fields.typed('version')) || 0
    return category && on && reasons ? { category, on, reasons, version } : null
  },
  async save(change, plan, { work, params }) {
    if ((await changeCategory(work, plan, { ...change, meetingId: null })) === 'stale')
      return { outcome: 'stale' }
    return { outcome: 'saved', location: home(params), success: 'Category changed' }
  },
  order: ['category', 'since', 'reasons'],
  targets: { since: 'since-day' },
  labels: { category: 'Category', reasons: 'Why' },
})

type End = {
  readonly event: LawfulEvent
  readonly on: Temporal.PlainDate
  readonly evidence: string | null
  readonly version: number
}

/** `/people/:personId/protection-plan/end`: by a lawful event. A conference ends a plan when it closes. */
export const endForm = childForm<Params, ProtectionPlanRow, End>({
  url: '/people/:personId/protection-plan/end',
  params: personParams,
  name: 'protection-plan-end',
  resource: 'cp_plan',
  title: 'End without a conference - Child protection plan',
  heading: () => 'End the plan without a review conference',
  summary: {
    show: 'The form that ends a child protection plan by a lawful event',
    send: 'Ends a child protection plan by a lawful event, with its day',
  },
  submit: 'End the plan',
  path: params => `${home(params)}/end`,
  cancel: home,
  read: ({ work, params }) => runningPlan(work, params.personId),
  fresh: plan => ({ version: `${plan.version}` }),
  fields: (_, values, errors) =>
    html`<p class="govuk-body">Only a review conference can decide that a child does not need the plan any more. Without one it ends by one of these alone.</p>
${oneOf('event', 'What happened?', lawfulEvents, { values, errors })}
${dayField('on', 'On which day?', values, errors)}
${lineField('evidence', 'What shows it?', { values, errors }, 'The authority and the day of its transfer-in conference, or the order of the court. Not needed at 18 or for a death')}`,
  parse(fields, _, { work }) {
    const event = fields.choice('event', codesOf(lawfulEvents), 'Select what happened')
    const on = fields.date('on', 'Day', 'Enter the day')
    if (on && Temporal.PlainDate.compare(on, work.today) > 0)
      fields.problem('on', 'The day must be today or in the past')
    const needed = event !== null && needsEvidence(event) ? 'Enter what shows it' : undefined
    const evidence = fields.text('evidence', 500, needed)
    const version = Number(fields.typed('version')) || 0
    return event && on ? { event, on, evidence, version } : null
  },
  async save(end, plan, { work, params }) {
    const child = await personSummary(work, params.personId)
    if (child === null) return { outcome: 'not_found' }
    const why = whyNotEnded(end.event, end.on, {
      startedOn: plan.startedOn,
      bornOn: child.dateOfBirth,
      diedOn: child.diedOn,
    })
    if (why !== null) return { outcome: 'refused', issues: [{ path: ['on'], message: why }] }
    if ((await endPlan(work, plan, end)) === 'stale') return { outcome: 'stale' }
    return { outcome: 'saved', location: home(params), success: 'The plan has ended' }
  },
  order: ['event', 'on', 'evidence'],
  targets: { on: 'on-day' },
  labels: { evidence: 'What shows it' },
})

type Earlier = { readonly plan: ProtectionPlanRow; readonly here: number }
type Told = { readonly count: number; readonly by: string | null; readonly version: number }

/** `/people/:personId/protection-plan/earlier`: plans before this one, for the census. */
export const earlierForm = childForm<Params, Earlier, Told>({
  url: '/people/:personId/protection-plan/earlier',
  params: personParams,
  name: 'protection-plan-earlier',
  resource: 'cp_plan',
  title: 'Earlier plans - Child protection plan',
  heading: () => 'Earlier plans',
  summary: {
    show: 'The form that says how many plans another authority told of',
    send: 'Says how many child protection plans another authority told of',
  },
  submit: 'Save',
  path: params => `${home(params)}/earlier`,
  cancel: home,
  async read({ work, params }) {
    const plans = await protectionPlansOf(work, [params.personId])
    const plan = plans.findLast(({ endedOn }) => endedOn === null)
    return plan ? { plan, here: plans.length - 1 } : null
  },
  fresh: ({ plan }) => ({
    count: `${plan.previousElsewhere ?? 0}`,
    by: plan.previousToldBy ?? '',
    version: `${plan.version}`,
  }),
  fields: ({ here }, values, errors) =>
    html`<p class="govuk-body">${here === 1 ? '1 earlier plan stands' : `${here} earlier plans stand`} in this record. The census counts these and those of other authorities together (N00106).</p>
${lineField('count', 'How many did other authorities tell of?', { values, errors })}
${lineField('by', 'Which authority told it?', { values, errors })}`,
  parse(fields) {
    const typed = fields.text('count', 3, 'Enter how many, or 0')
    const count = typed !== null && /^\d{1,2}$/.test(typed) ? Number(typed) : null
    if (typed !== null && (count === null || count > 50))
      fields.problem('count', 'Enter a number from 0 to 50')
    const by = fields.text('by', 200, count ? 'Enter which authority told it' : undefined)
    return count === null ? null : { count, by, version: Number(fields.typed('version')) || 0 }
  },
  async save(told, { plan, here }, { work, params }) {
    if ((await keepPlansElsewhere(work, plan, told, here)) === 'stale') return { outcome: 'stale' }
    return { outcome: 'saved', location: home(params), success: 'Saved' }
  },
  order: ['count', 'by'],
  labels: { count: 'How many', by: 'Authority' },
})
