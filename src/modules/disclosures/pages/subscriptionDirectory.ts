import { type Directory, type DirectoryValues, directoryRoutes, partnerSystems } from '#modules/agencies'
import type { Work } from '#platform/db'
import { subscriptions } from '../queries/subscriptions.ts'
import { basisWords, topicWords } from '../rules/topics.ts'

const fixed = (words: Readonly<Record<string, string>>) => async () =>
  Object.entries(words).map(([value, text]) => ({ value, text }))

async function rows(work: Work) {
  const found = await subscriptions(work)
  return found.map(one => {
    const [from, to] = [one.startedOn.toString(), one.endedOn?.toString() ?? '']
    return {
      id: one.id,
      cells: [
        one.system,
        topicWords[one.topic],
        one.address,
        one.purpose,
        basisWords[one.basisCode],
        from,
        to,
      ],
      values: {
        ...{ partner_system_id: one.systemId, topic: one.topic, address: one.address, purpose: one.purpose },
        ...{ basis_code: one.basisCode, basis: one.basis, started_on: from, ended_on: to },
      },
    }
  })
}

/** What systems of other organisations are told of, kept by administrators like their other lists. */
export const subscriptionDirectory: Directory = {
  slug: 'subscriptions',
  table: 'subscription',
  title: 'Subscriptions of other organisations',
  one: 'subscription',
  doc: 'What each system is told of, where to, for which purpose and on which basis in law.',
  columns: ['System', 'Topic', 'Address', 'Purpose', 'Basis', 'From', 'To'],
  fields: [
    {
      name: 'partner_system_id',
      label: 'System',
      kind: 'select',
      isRequired: true,
      options: async work =>
        (await partnerSystems(work)).map(one => ({
          value: one.id,
          text: `${one.organisationName}: ${one.name}`,
        })),
    },
    { name: 'topic', label: 'Topic', kind: 'select', isRequired: true, options: fixed(topicWords) },
    {
      name: 'address',
      label: 'Address',
      hint: 'Begins with https://',
      kind: 'text',
      isRequired: true,
    },
    { name: 'purpose', label: 'Purpose', kind: 'text', isRequired: true },
    {
      name: 'basis_code',
      label: 'Basis in law',
      kind: 'select',
      isRequired: true,
      options: fixed(basisWords),
    },
    { name: 'basis', label: 'Why this basis applies', kind: 'text', isRequired: true },
    { name: 'started_on', label: 'First day', kind: 'date', isRequired: true },
    { name: 'ended_on', label: 'Last day', kind: 'date' },
  ],
  rows,
  check: async (_work, values) => problemsOf(values),
}

function problemsOf({ address = '', started_on: from = '', ended_on: to = '' }: DirectoryValues) {
  const isFit = URL.canParse(address) && new URL(address).protocol === 'https:' && address.length <= 500
  return [
    ...(isFit ? [] : [{ field: 'address', message: 'Enter an address that begins with https://' }]),
    ...(to !== '' && to < from
      ? [{ field: 'ended_on', message: 'The last day must not be before the first' }]
      : []),
  ]
}

export const subscriptionRoutes = directoryRoutes(subscriptionDirectory)
