import type { Work } from '#platform/db'
import { keeping, mayKeep, type Problem, type RowForm, type Values } from '../../row-form/index.ts'
import { fundingStreams, spending } from '../queries/readFunding.ts'

const fields: RowForm['fields'] = [
  { name: 'name', label: 'Name', kind: 'text', isRequired: true },
  { name: 'source', label: 'Who gives it', kind: 'text', isRequired: true },
  { name: 'amount', label: 'Amount in pounds', hint: 'Such as 4,860,000', kind: 'number', isRequired: true },
  { name: 'starts_on', label: 'First day', kind: 'date', isRequired: true },
  { name: 'ends_on', label: 'Last day', kind: 'date' },
  { name: 'condition', label: 'Condition', hint: 'What the money is given for', kind: 'long' },
  {
    name: 'evidence',
    label: 'Evidence',
    hint: 'What shows that the condition is met, and where it stands',
    kind: 'long',
  },
]

async function openStream(work: Work, id: string | null) {
  const found = id === null ? null : (await fundingStreams(work)).find(one => one.id === id)
  if (found === undefined || !(await mayKeep(work))) return null
  return {
    id: found?.id ?? null,
    title: found === null ? 'Add a funding stream' : 'Change a funding stream',
    values: {
      name: found?.name ?? '',
      source: found?.source ?? '',
      amount: found === null ? '' : String(found.amount),
      starts_on: found?.startsOn.toString() ?? '',
      ends_on: found?.endsOn?.toString() ?? '',
      condition: found?.condition ?? '',
      evidence: found?.evidence ?? '',
    },
    back: found === null ? '/workforce/funding' : `/workforce/funding/${found.id}`,
  }
}

async function check(
  work: Work,
  values: Values,
  { id }: { readonly id: string | null },
): Promise<readonly Problem[]> {
  const { amount, starts_on: from = '', ends_on: to = '', name = '' } = values
  const problems: Problem[] = []
  if (!(Number(amount) > 0)) problems.push({ field: 'amount', message: 'Amount must be above 0' })
  if (to !== '' && to < from)
    problems.push({ field: 'ends_on', message: 'Last day must be on or after the first day' })
  if ((await fundingStreams(work)).some(one => one.name === name && one.id !== id))
    problems.push({
      field: 'name',
      message: 'Another funding stream has this name. Enter a name that tells them apart',
    })
  return problems
}

const common = {
  admits: keeping,
  purpose: 'administration',
  current: '/workforce',
} as const

/** `/workforce/funding/new`. */
export const newStreamForm: RowForm = {
  ...common,
  table: 'funding_stream',
  url: '/workforce/funding/new',
  summary: 'Add a funding stream',
  saved: 'The funding stream is saved',
  fields,
  check,
  open: work => openStream(work, null),
}

/** `/workforce/funding/:stream/change`. */
export const streamForm: RowForm = {
  ...newStreamForm,
  url: '/workforce/funding/:stream/change',
  summary: 'Change a funding stream',
  open: (work, { stream = '' }) => openStream(work, stream),
}

/** `/workforce/funding/:stream/spend/:row`. */
export const spendForm: RowForm = {
  ...common,
  table: 'funding_spend',
  url: '/workforce/funding/:stream/spend/:row',
  summary: 'Add or change what was spent of a funding stream',
  saved: 'The spending is saved',
  fields: [
    { name: 'spent_on', label: 'Day', kind: 'date', isRequired: true },
    {
      name: 'amount',
      label: 'Amount in pounds',
      hint: 'Below 0 for money that came back or was booked wrongly',
      kind: 'number',
      isRequired: true,
    },
    { name: 'what', label: 'What for', kind: 'text', isRequired: true },
  ],
  async open(work, { stream, row }) {
    const found = (await fundingStreams(work)).find(({ id }) => id === stream)
    const spend =
      row === 'new'
        ? null
        : (await spending(work)).find(({ id, streamId }) => id === row && streamId === stream)
    if (found === undefined || spend === undefined || !(await mayKeep(work))) return null
    return {
      id: spend?.id ?? null,
      title: spend === null ? 'Add spending' : 'Change spending',
      values: {
        spent_on: spend?.spentOn.toString() ?? '',
        amount: spend === null ? '' : String(spend.amount),
        what: spend?.what ?? '',
      },
      fixed: { funding_stream_id: found.id },
      back: `/workforce/funding/${found.id}`,
    }
  },
  check: ({ today }, { amount, spent_on: day = '' }) => [
    ...(Number(amount) === 0 ? [{ field: 'amount', message: 'Amount must not be 0' }] : []),
    ...(day > today.toString() ? [{ field: 'spent_on', message: 'Day must be today or in the past' }] : []),
  ],
}
