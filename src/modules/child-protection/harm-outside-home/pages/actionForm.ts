import {
  childForm,
  type Fields,
  type FormValues,
  lineField,
  type NewAction,
  type OwnerChoice,
  oneOfMany,
  ownerChoices,
  parseOwner,
  personParams,
  SOMEBODY_ELSE,
  type Words,
} from '#modules/casework'
import type { Uuid } from '#platform/ids'
import { dateFields, dateFieldsFrom, type FieldErrors, type Html, html, nothing } from '#ui'
import { addSafetyAction } from '../commands/addSafetyAction.ts'
import { harmOf } from '../queries/harmOf.ts'
import { linkNames, targetName } from '../queries/linkNames.ts'
import { openOutcomes } from '../queries/safetyActions.ts'
import { linkKinds } from '../rules/words.ts'

type Params = { readonly personId: Uuid }
type Context = { readonly outcomes: Words; readonly links: Words; readonly owners: readonly OwnerChoice[] }
type Parsed = { readonly outcomeId: Uuid; readonly linkId: Uuid | null; readonly action: NewAction }

/** `/people/:personId/harm/actions/new`. */
export const actionRoutes = childForm<Params, Context, Parsed>({
  url: '/people/:personId/harm/actions/new',
  params: personParams,
  name: 'harm-action',
  title: 'Add a safety action - Harm outside the home',
  heading: () => 'Add a safety action to the plan',
  summary: {
    show: 'The form that adds a safety action to a child’s plan',
    send: 'Adds an action to a child’s plan that keeps them safe outside the home',
  },
  submit: 'Add to the plan',
  path: ({ personId }) => `/people/${personId}/harm/actions/new`,
  cancel: ({ personId }) => `/people/${personId}/harm`,
  async read({ work, params: { personId } }) {
    const links = (await harmOf(work, [personId])).links.filter(({ endedOn }) => endedOn === null)
    const names = await linkNames(work, links)
    const outcomes = await openOutcomes(work, personId)
    if (outcomes.length === 0) return null
    return {
      outcomes: Object.fromEntries(outcomes.map(({ id, outcome }) => [id, outcome])),
      links: Object.fromEntries(
        links.map(link => [link.id, `${linkKinds[link.kind]}: ${targetName(link, names)}`]),
      ),
      owners: await ownerChoices(work, personId),
    }
  },
  fresh: () => ({}),
  fields: actionFields,
  parse: (fields, context) => parseSafety(fields, context),
  async save({ outcomeId, linkId, action }, _, { work, params: { personId } }) {
    await addSafetyAction(work, { personId, outcomeId, linkId }, action)
    return { outcome: 'saved', location: `/people/${personId}/harm`, success: 'Added to the plan' }
  },
  order: ['outcome', 'what', 'owner', 'ownerName', 'due', 'link'],
  targets: { due: 'due-day' },
})

function actionFields({ outcomes, links, owners }: Context, values: FormValues, errors: FieldErrors): Html {
  const of = { values, errors }
  const who = {
    ...Object.fromEntries(owners.map(({ value, text }) => [value, text])),
    [SOMEBODY_ELSE]: 'Somebody else: write the name below',
  }
  return html`${oneOfMany('outcome', 'For which outcome of the plan?', outcomes, of)}
${lineField('what', 'What is to be done?', of, 'It is read with the plan, by the family too: name no other child, no network and nobody who is suspected')}
${oneOfMany('owner', 'Who does it?', who, of)}
${lineField('ownerName', 'Name of somebody else', of)}
${dateFields({ name: 'due', legend: 'By when?', value: dateFieldsFrom(values, 'due'), error: errors.of('due') })}
${Object.keys(links).length === 0 ? nothing : oneOfMany('link', 'What does it answer? (optional; read with this record alone)', links, of)}`
}

function parseSafety(fields: Fields, { outcomes, links, owners }: Context): Parsed | null {
  const outcomeId = fields.choice(
    'outcome',
    Object.keys(outcomes) as Uuid[],
    'Select the outcome of the plan',
  ) // ids of rows
  const what = fields.text('what', 500, 'Enter what is to be done')
  const isElse = fields.typed('owner') === SOMEBODY_ELSE
  const owner = parseOwner(fields.typed('owner'), fields.text('ownerName', 200) ?? '', owners)
  if (owner === null)
    fields.problem(
      isElse ? 'ownerName' : 'owner',
      isElse ? 'Enter the name of whoever does it' : 'Select who does it',
    )
  const dueOn = fields.date('due', 'Date', 'Enter by when')
  const linkId = (Object.keys(links) as Uuid[]).find(id => id === fields.typed('link')) ?? null
  if (fields.issues.length > 0 || !outcomeId || !what || !owner || !dueOn) return null
  return { outcomeId, linkId, action: { what, owner, dueOn } }
}
