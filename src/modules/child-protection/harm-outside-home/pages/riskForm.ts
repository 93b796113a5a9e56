import {
  childForm,
  codesOf,
  dayValues,
  oneOf,
  personParams,
  severalOf,
  textField,
  type Words,
} from '#modules/casework'
import type { Uuid } from '#platform/ids'
import { dateFields, dateFieldsFrom, html } from '#ui'
import { addRiskAssessment } from '../commands/concerns.ts'
import { harmKinds } from '../queries/harmKinds.ts'
import { harmOf } from '../queries/harmOf.ts'
import type { RiskAssessment } from '../rules/harm.ts'
import { indicators, levels } from '../rules/words.ts'

type Params = { readonly personId: Uuid }
type Context = { readonly kinds: Words; readonly standing: readonly string[] }
type Parsed = Omit<RiskAssessment, 'id' | 'author' | 'personId'>

/** `/people/:personId/harm/assessments/new`. */
export const riskRoutes = childForm<Params, Context, Parsed>({
  url: '/people/:personId/harm/assessments/new',
  params: personParams,
  name: 'harm-assessment',
  title: 'Assess the risk - Harm outside the home',
  heading: () => 'Assess the risk of harm outside the home',
  summary: {
    show: 'The form that assesses the risk of exploitation and other harm outside the home',
    send: 'Records an assessment of the risk of harm outside the home',
  },
  submit: 'Save the assessment',
  path: ({ personId }) => `/people/${personId}/harm/assessments/new`,
  cancel: ({ personId }) => `/people/${personId}/harm`,
  async read({ work, params: { personId } }) {
    const { concerns } = await harmOf(work, [personId])
    const standing = concerns.filter(({ endedOn }) => endedOn === null).map(({ kind }) => kind)
    return { kinds: await harmKinds(work), standing }
  },
  fresh: ({ standing }, work) => ({ ...dayValues('assessed', work.today), kinds: standing }),
  fields: ({ kinds }, values, errors) => {
    const of = { values, errors }
    return html`${dateFields({ name: 'assessed', legend: 'Assessed on', value: dateFieldsFrom(values, 'assessed'), error: errors.of('assessed') })}
${severalOf('kinds', 'Which kinds of harm is it about?', kinds, of)}
${severalOf('indicators', 'Which signs are there?', indicators, of, 'Those that were seen or told, not those that are only feared')}
${oneOf('level', 'How great is the risk?', levels, of)}
${textField('reasons', 'Why?', of, 'What makes it greater, what makes it less, and what has changed since the last time', 5)}
${textField('childWords', 'What does the child say? (optional)', of, 'In the child’s words')}
${dateFields({ name: 'review', legend: 'Look at it again by', hint: 'Left out where there is no sign of risk', value: dateFieldsFrom(values, 'review'), error: errors.of('review') })}`
  },
  parse(fields, { kinds }, { work }) {
    const assessedOn = fields.date('assessed', 'Assessed', 'Enter the day of the assessment')
    const about = codesOf(kinds).filter(code => fields.isTicked('kinds', code))
    if (about.length === 0) fields.problem('kinds', 'Select at least one kind of harm')
    const level = fields.choice('level', codesOf(levels), 'Select how great the risk is')
    const reasons = fields.text('reasons', 20_000, 'Enter why the risk is judged so')
    const childWords = fields.text('childWords', 10_000)
    const isAtRisk = level !== null && level !== 'none'
    const nextReviewOn = fields.date(
      'review',
      'The day to look again',
      isAtRisk ? 'Enter when to look at it again' : undefined,
    )
    if (assessedOn && Temporal.PlainDate.compare(assessedOn, work.today) > 0)
      fields.problem('assessed', 'Assessed must be today or in the past')
    if (nextReviewOn && assessedOn && Temporal.PlainDate.compare(nextReviewOn, assessedOn) <= 0)
      fields.problem('review', 'The day to look again must be after the assessment')
    if (fields.issues.length > 0 || !assessedOn || !level || !reasons) return null
    const signs = codesOf(indicators).filter(code => fields.isTicked('indicators', code))
    return { assessedOn, kinds: about, indicators: signs, level, reasons, childWords, nextReviewOn }
  },
  async save(parsed, _, { work, params: { personId }, submission }) {
    await addRiskAssessment(work, { ...parsed, personId, submission })
    return { outcome: 'saved', location: `/people/${personId}/harm`, success: 'Assessment saved' }
  },
  order: ['assessed', 'kinds', 'indicators', 'level', 'reasons', 'childWords', 'review'],
  targets: { assessed: 'assessed-day', review: 'review-day' },
})
