import {
  childForm,
  codesOf,
  dayValues,
  oneOf,
  oneOfMany,
  personParams,
  textField,
  uuidParam,
  type Words,
} from '#modules/casework'
import type { Uuid } from '#platform/ids'
import { dateFields, dateFieldsFrom, formatDate, html } from '#ui'
import { addConcern, endConcern } from '../commands/concerns.ts'
import { harmKinds } from '../queries/harmKinds.ts'
import { harmOf } from '../queries/harmOf.ts'
import type { Concern } from '../rules/harm.ts'
import { sources } from '../rules/words.ts'

type Params = { readonly personId: Uuid }
type Parsed = Pick<Concern, 'kind' | 'notedOn' | 'source' | 'words'>

/** `/people/:personId/harm/concerns/new`. */
export const newConcernRoutes = childForm<Params, { readonly kinds: Words }, Parsed>({
  url: '/people/:personId/harm/concerns/new',
  params: personParams,
  name: 'harm-concern',
  title: 'Record a concern - Harm outside the home',
  heading: () => 'Record a concern of harm outside the home',
  summary: {
    show: 'The form for a concern that a child is harmed outside the home',
    send: 'Records a concern that a child is harmed outside the home',
  },
  submit: 'Save',
  path: ({ personId }) => `/people/${personId}/harm/concerns/new`,
  cancel: ({ personId }) => `/people/${personId}/harm`,
  read: async ({ work }) => ({ kinds: await harmKinds(work) }),
  fresh: (_, work) => dayValues('noted', work.today),
  fields: ({ kinds }, values, errors) => {
    const of = { values, errors }
    return html`${oneOf('kind', 'What kind of harm?', kinds, of)}
${dateFields({ name: 'noted', legend: 'Known since', value: dateFieldsFrom(values, 'noted'), error: errors.of('noted') })}
${oneOfMany('source', 'Who knows of it?', sources, of)}
${textField('words', 'What is the concern?', of, 'Say what was seen and heard. The child is harmed by others: write so that they can read it one day', 5)}`
  },
  parse(fields, { kinds }, { work }) {
    const kind = fields.choice('kind', codesOf(kinds), 'Select the kind of harm')
    const notedOn = fields.date('noted', 'Known since', 'Enter since when it is known')
    const source = fields.choice('source', codesOf(sources), 'Select who knows of it')
    const words = fields.text('words', 10_000, 'Enter what the concern is')
    if (notedOn && Temporal.PlainDate.compare(notedOn, work.today) > 0)
      fields.problem('noted', 'Known since must be today or in the past')
    if (fields.issues.length > 0 || !kind || !notedOn || !source || !words) return null
    return { kind, notedOn, source, words }
  },
  async save(parsed, _, { work, params: { personId }, submission }) {
    if ((await addConcern(work, { ...parsed, personId, submission })) === 'stands_already')
      return {
        outcome: 'refused',
        issues: [
          {
            path: ['kind'],
            message: 'A concern of this kind stands already. Add to it in an assessment, or end it first',
          },
        ],
      }
    return { outcome: 'saved', location: `/people/${personId}/harm`, success: 'Saved' }
  },
  order: ['kind', 'noted', 'source', 'words'],
  targets: { noted: 'noted-day' },
})

type EndParams = { readonly personId: Uuid; readonly concernId: Uuid }
type Ending = { readonly concern: Concern; readonly kinds: Words }

/** `/people/:personId/harm/concerns/:concernId/end`. */
export const endConcernRoutes = childForm<
  EndParams,
  Ending,
  { readonly reason: string; readonly version: number }
>({
  url: '/people/:personId/harm/concerns/:concernId/end',
  params: personParams.extend({ concernId: uuidParam }),
  name: 'harm-concern-end',
  title: 'End a concern - Harm outside the home',
  heading: ({ concern, kinds }) => `End the concern: ${(kinds[concern.kind] ?? concern.kind).toLowerCase()}`,
  summary: {
    show: 'The form that ends a concern of harm outside the home',
    send: 'Ends a concern of harm outside the home',
  },
  submit: 'End the concern',
  path: ({ personId, concernId }) => `/people/${personId}/harm/concerns/${concernId}/end`,
  cancel: ({ personId }) => `/people/${personId}/harm`,
  async read({ work, params: { personId, concernId } }) {
    const concern = (await harmOf(work, [personId])).concerns.find(
      ({ id, endedOn }) => id === concernId && endedOn === null,
    )
    return concern === undefined ? null : { concern, kinds: await harmKinds(work) }
  },
  fresh: ({ concern }) => ({ version: `${concern.version}` }),
  fields: (
    { concern },
    values,
    errors,
  ) => html`<p class="govuk-body">It has stood since ${formatDate(concern.notedOn)}.</p>
${textField('reason', 'Why does it stand no longer?', { values, errors })}`,
  parse(fields) {
    const reason = fields.text('reason', 5_000, 'Enter why it stands no longer')
    return reason === null ? null : { reason, version: Number(fields.typed('version')) || 0 }
  },
  async save({ reason, version }, { concern }, { work, params: { personId } }) {
    if ((await endConcern(work, { ...concern, version }, reason)) === 'stale') return { outcome: 'stale' }
    return { outcome: 'saved', location: `/people/${personId}/harm`, success: 'Ended' }
  },
  order: ['reason'],
})
