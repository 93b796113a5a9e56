import type { Work } from '#platform/db'
import { parseUuid } from '#platform/ids'
import { html } from '#ui'
import { readScenarios } from '../../capacity/queries/readScenarios.ts'
import { choicesOf } from '../../frame/index.ts'
import { keeping, mayKeep, type Opened, type RowForm, type Values } from '../../row-form/index.ts'
import { type Decision, isCorrected, type Recommendation, readOne } from '../queries/readDecisions.ts'

const list = '/workforce/decisions'
export const statusWords = {
  endorsed: 'Endorsed as recommended',
  endorsed_changed: 'Endorsed with a change',
  deferred: 'Deferred',
  refused: 'Refused',
} as const

const why = {
  name: 'correction_reason',
  label: 'Why this is corrected',
  hint: 'What stood before stays beside it.',
  kind: 'long',
  isRequired: true,
} as const
const amount = { name: 'amount', label: 'Amount in pounds', kind: 'number', isRequired: true } as const

const recommendationFields: RowForm['fields'] = [
  { name: 'subject', label: 'What it is about', kind: 'text', isRequired: true },
  { name: 'body', label: 'Put to', hint: 'For example Cabinet', kind: 'text', isRequired: true },
  { name: 'meets_on', label: 'Date of the meeting', kind: 'date', isRequired: true },
  { name: 'item', label: 'Item', kind: 'text' },
  {
    name: 'author_role',
    label: 'Role of the author of the report',
    hint: 'Never a name.',
    kind: 'text',
    isRequired: true,
  },
  { name: 'words', label: 'Recommendation', kind: 'long', isRequired: true },
  amount,
  { name: 'scenario_id', label: 'Capacity scenario behind it', kind: 'select' },
]

const decisionFields: RowForm['fields'] = [
  { name: 'body', label: 'Decided by', kind: 'text', isRequired: true },
  { name: 'decided_on', label: 'Date of the decision', kind: 'date', isRequired: true },
  { name: 'item', label: 'Item', kind: 'text' },
  { name: 'status', label: 'Decision', kind: 'select', isRequired: true },
  { name: 'words', label: 'Words of the decision', kind: 'long', isRequired: true },
  amount,
]

/** Sums below zero are nobody's decision; a decision lies in the past; a correction is of what nobody has corrected. */
const checking =
  (table: 'recommendation' | 'decision') =>
  async (work: Work, values: Values, { fixed }: Opened) => {
    if (Number(values['amount']) < 0) return [{ field: 'amount', message: 'Amount must be 0 or more' }]
    const { decided_on: decidedOn = '' } = values
    if (table === 'decision' && decidedOn > work.today.toString())
      return [{ field: 'decided_on', message: 'Date of the decision must be today or in the past' }]
    const corrects = fixed?.['corrects_id']
    return typeof corrects === 'string' && (await isCorrected(work, table, corrects))
      ? [
          {
            field: 'words',
            message: 'Somebody else corrected this meanwhile. Open it again and correct what stands now',
          },
        ]
      : []
  }

const ofRecommendation = (said: Recommendation | null): Values => ({
  subject: said?.subject ?? '',
  body: said?.body ?? '',
  meets_on: said?.meetsOn.toString() ?? '',
  item: said?.item ?? '',
  author_role: said?.authorRole ?? '',
  words: said?.words ?? '',
  amount: said === null ? '' : String(said.amount),
  scenario_id: said?.scenarioId ?? '',
  correction_reason: '',
})

const ofDecision = (said: Decision | null): Values => ({
  body: said?.body ?? '',
  decided_on: said?.decidedOn.toString() ?? '',
  item: said?.item ?? '',
  status: said?.status ?? '',
  words: said?.words ?? '',
  amount: said === null ? '' : String(said.amount),
  correction_reason: '',
})

const scenarioOptions = async (work: Work) => ({
  scenario_id: (await readScenarios(work)).map(({ id, name }) => ({ value: id, text: name })),
})

const common = { admits: keeping, purpose: 'administration', current: '/workforce' } as const
const apart = html`<p class="govuk-body">A recommendation and a decision are records of their own: neither changes the other.</p>`

/** Forms of the register: recommended, decided, and a correction of either. Each adds a row; none changes one. */
export const decisionForms: readonly RowForm[] = [
  {
    ...common,
    table: 'recommendation',
    url: `${list}/new`,
    summary: 'Record a recommendation',
    fields: recommendationFields,
    saved: 'The recommendation is recorded',
    check: checking('recommendation'),
    open: async work =>
      (await mayKeep(work))
        ? {
            id: null,
            title: 'Record a recommendation',
            back: list,
            lead: apart,
            values: ofRecommendation(null),
            options: await scenarioOptions(work),
          }
        : null,
  },
  {
    ...common,
    table: 'recommendation',
    url: `${list}/:recommendationId/correct`,
    summary: 'Correct a recommendation by a row beside it',
    fields: [...recommendationFields, why],
    saved: 'The correction is recorded',
    check: checking('recommendation'),
    async open(work, { recommendationId = '' }) {
      const one = await readOne(work, parseUuid(recommendationId))
      if (one === null || !(await mayKeep(work))) return null
      const { now, first } = one.recommendation
      return {
        id: null,
        title: 'Correct the recommendation',
        back: `${list}/${first.id}`,
        fixed: { corrects_id: now.id },
        values: ofRecommendation(now),
        options: await scenarioOptions(work),
      }
    },
  },
  {
    ...common,
    table: 'decision',
    url: `${list}/:recommendationId/decide`,
    summary: 'Record what was decided on a recommendation',
    fields: decisionFields,
    saved: 'The decision is recorded',
    check: checking('decision'),
    async open(work, { recommendationId = '' }) {
      const one = await readOne(work, parseUuid(recommendationId))
      if (one === null || !(await mayKeep(work))) return null
      const { first, now } = one.recommendation
      return {
        id: null,
        title: 'Record a decision',
        back: `${list}/${first.id}`,
        lead: apart,
        fixed: { recommendation_id: first.id },
        values: { ...ofDecision(null), body: now.body, decided_on: '', item: now.item ?? '' },
        options: { status: choicesOf(statusWords) },
      }
    },
  },
  {
    ...common,
    table: 'decision',
    url: `${list}/:recommendationId/decisions/:decisionId/correct`,
    summary: 'Correct a decision by a row beside it',
    fields: [...decisionFields, why],
    saved: 'The correction is recorded',
    check: checking('decision'),
    async open(work, { recommendationId = '', decisionId = '' }) {
      const one = await readOne(work, parseUuid(recommendationId))
      const decision = one?.decisions.find(({ first }) => first.id === parseUuid(decisionId))
      if (one === null || decision === undefined || !(await mayKeep(work))) return null
      return {
        id: null,
        title: 'Correct the decision',
        back: `${list}/${one.recommendation.first.id}`,
        fixed: { corrects_id: decision.now.id, recommendation_id: one.recommendation.first.id },
        values: ofDecision(decision.now),
        options: { status: choicesOf(statusWords) },
      }
    },
  },
]
