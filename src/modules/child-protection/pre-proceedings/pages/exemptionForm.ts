import { readClockSettings } from '#modules/agencies'
import { childForm, dayValues, textField } from '#modules/casework'
import { clockVersionOn } from '#reference'
import { dateFields, dateFieldsFrom, html, insetText } from '#ui'
import { settleCases } from '../commands/settleCases.ts'
import type { PreProceedings } from '../rules/preProceedings.ts'
import {
  type CaseParams,
  caseParams,
  casePath,
  childrenField,
  childrenValues,
  chosenCases,
  dayWithin,
  namedIn,
  type OpenCase,
  openCase,
  placeOf,
} from './openCase.ts'

type Opened = OpenCase & { readonly isInForce: boolean }
type Exempt = {
  readonly on: Temporal.PlainDate
  readonly because: string
  readonly cases: readonly PreProceedings[]
}

/** Why a family group decision making meeting is not offered: it would not be in the best interests of the child (s.31ZA). */
export const exemptionRoutes = childForm<CaseParams, Opened, Exempt>({
  url: '/people/:personId/pre-proceedings/:caseId/exemption',
  params: caseParams,
  name: 'family-group-exemption',
  alsoNamed: opened => namedIn(opened),
  title: 'No offer of a family group meeting',
  heading: () => 'Why no family group decision making meeting is offered',
  summary: {
    show: 'The form for why no family group decision making meeting is offered',
    send: 'Records why no family group decision making meeting is offered',
  },
  submit: 'Save the decision',
  path: params => casePath(params, '/exemption'),
  cancel: placeOf,
  read: async visit => {
    const opened = await openCase(visit)
    if (opened === null) return null
    const settings = await readClockSettings(visit.work)
    return { ...opened, isInForce: clockVersionOn('FGDM_EXEMPT', visit.work.today, settings).ok }
  },
  fresh: (opened, work) => ({
    version: opened.mark,
    ...childrenValues(opened),
    ...dayValues('exempt', opened.own.exemptOn ?? work.today),
    because: opened.own.exemptBecause ?? '',
  }),
  fields: (opened, values, errors) => html`${insetText({
    text: opened.isInForce
      ? 'Section 31ZA of the Children Act 1989: no offer is made where it would not be in the best interests of the child.'
      : 'The law that lets an authority make no offer is not in force here yet. The decision is kept; an application after the duty to offer begins needs it to be in force by then.',
  })}
${dateFields({ name: 'exempt', legend: 'Day of the decision', value: dateFieldsFrom(values, 'exempt'), error: errors.of('exempt') })}
${textField('because', 'Why an offer would not be in the child’s best interests', { values, errors }, 'What was weighed up, and who decided', 5)}
${childrenField(opened, { values, errors })}`,
  parse: (fields, opened, { work }) => {
    const around = { from: opened.own.startedOn, today: work.today }
    const words = { label: 'Day of the decision', needed: 'Enter the day of the decision' }
    const on = dayWithin(fields, 'exempt', words, around)
    const because = fields.text(
      'because',
      10_000,
      'Enter why an offer would not be in the child’s best interests',
    )
    const cases = chosenCases(fields, opened)
    return on === null || because === null ? null : { on, because, cases }
  },
  save: async ({ on, because, cases }, { mark }, { work, params, sent }) => {
    if (sent['version'] !== mark) return { outcome: 'stale' }
    await settleCases(work, cases, { exempt_on: on, exempt_because: because, exempt_by: work.actor.id })
    return { outcome: 'saved', location: placeOf(params), success: 'The decision is recorded' }
  },
  order: ['exempt', 'because', 'children'],
  targets: { exempt: 'exempt-day' },
  labels: { because: 'Why not' },
})
