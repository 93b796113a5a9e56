import { partnerSystems } from '../../../systems/partnerSystems.ts'
import { keySetSchema } from '../../../systems/readAssertion.ts'
import { isSystemScope, systemScopes } from '../../../systems/scopes.ts'
import { choices, dateValue } from './choices.ts'
import type { Directory, DirectoryProblem, DirectoryValues } from './directory.ts'

/** Systems of other organisations: what they may do, for whom they speak, and the public keys by which they prove themselves. */
export const systemDirectory: Directory = {
  slug: 'systems',
  table: 'partner_system',
  title: 'Systems of other organisations',
  one: 'system',
  doc: 'What may send and ask by machine: hospitals, police and schools, with the keys by which they prove who they are.',
  columns: ['Organisation', 'System', 'Number', 'Speaks for', 'May', 'From', 'To'],
  fields: [
    {
      name: 'organisation_id',
      label: 'Organisation',
      kind: 'select',
      isRequired: true,
      options: choices.organisations,
    },
    { name: 'name', label: 'Name of the system', kind: 'text', isRequired: true },
    {
      name: 'codes',
      label: 'Organisation codes it speaks for',
      hint: 'One on each line, such as RZZ or RZZ01',
      kind: 'lines',
      isRequired: true,
    },
    {
      name: 'scopes',
      label: 'What it may do',
      hint: `One on each line, of: ${Object.keys(systemScopes).join(', ')}`,
      kind: 'lines',
      isRequired: true,
    },
    {
      name: 'keys',
      label: 'Public keys',
      hint: 'The JSON Web Key Set that the organisation gives you. Never a private key.',
      kind: 'lines',
      isRequired: true,
    },
    { name: 'started_on', label: 'First day', kind: 'date', isRequired: true },
    { name: 'ended_on', label: 'Last day', kind: 'date' },
  ],
  rows: async work =>
    (await partnerSystems(work)).map(system => ({
      id: system.id,
      cells: [
        system.organisationName,
        system.name,
        system.id,
        system.codes.join(', '),
        system.scopes.join(', '),
        dateValue(system.startedOn),
        dateValue(system.endedOn),
      ],
      values: {
        organisation_id: system.organisationId,
        name: system.name,
        codes: system.codes.join('\n'),
        scopes: system.scopes.join('\n'),
        keys: JSON.stringify(system.keys),
        started_on: dateValue(system.startedOn),
        ended_on: dateValue(system.endedOn),
      },
    })),
  check: async (_work, values) => problemsOf(values),
  columnsOf: ({ organisation_id, name, codes, scopes, keys, started_on, ended_on }) => ({
    organisation_id: organisation_id ?? null,
    name: name ?? null,
    codes: linesOf(codes).map(code => code.toUpperCase()),
    scopes: linesOf(scopes),
    keys: JSON.stringify(keySetOf(keys).data),
    started_on: started_on ?? null,
    ended_on: ended_on || null,
  }),
}

function problemsOf({
  scopes,
  keys,
  codes,
  started_on: from = '',
  ended_on: to = '',
}: DirectoryValues): readonly DirectoryProblem[] {
  const unknown = linesOf(scopes).find(scope => !isSystemScope(scope))
  const odd = linesOf(codes).find(code => !/^[\w-]{2,20}$/.test(code))
  const set = keySetOf(keys)
  return [
    ...(odd === undefined
      ? []
      : [{ field: 'codes', message: `${odd} is no organisation code: use letters and digits` }]),
    ...(unknown === undefined
      ? []
      : [{ field: 'scopes', message: `${unknown} is none of what a system may do` }]),
    ...(set.success
      ? []
      : [{ field: 'keys', message: wordsOf(set.error.issues.map(({ message }) => message)) }]),
    ...(to !== '' && to < from
      ? [{ field: 'ended_on', message: 'The last day must not be before the first' }]
      : []),
  ]
}

const wordsOf = (messages: readonly string[]): string =>
  messages.find(message => message.startsWith('These are private')) ??
  'Public keys must be a JSON Web Key Set, in which each key has a kid and a kty'

function keySetOf(text = '') {
  try {
    return keySetSchema.safeParse(JSON.parse(text))
  } catch {
    return keySetSchema.safeParse(null)
  }
}

const linesOf = (text = ''): readonly string[] =>
  text
    .split('\n')
    .map(line => line.trim())
    .filter(line => line !== '')
