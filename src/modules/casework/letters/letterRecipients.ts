import type { AgenciesTables } from '#modules/agencies'
import { personSummary } from '#modules/people'
import type { Work } from '#platform/db'
import { parseUuid, type Uuid } from '#platform/ids'
import { familyAround } from '../queries/familyAround.ts'
import { whoIsInvolved } from '../queries/whoIsInvolved.ts'
import type { CaseworkTables } from '../tables.ts'
import type { LetterAudience } from './templates.ts'

/** Somebody of the record to whom a letter may go. Nobody is ever typed. */
export type LetterRecipient = {
  readonly kind: 'person' | 'involvement' | 'organisation'
  /** Of the person, the involvement or the organisation. */
  readonly id: Uuid
  readonly name: string
  /** Who this is to the child, as it is shown before sending. */
  readonly relation: string
  readonly audience: LetterAudience
}

/** As forms name a recipient. */
export const recipientKey = ({ kind, id }: Pick<LetterRecipient, 'kind' | 'id'>): string => `${kind}:${id}`

/** The child, the adults of the family, and those who work with the child and their organisations. */
export async function letterRecipients(work: Work, personId: Uuid): Promise<readonly LetterRecipient[]> {
  const child = await personSummary(work, personId)
  if (child === null) return []
  const adults = (await familyAround(work, personId)).filter(({ role }) => role === 'adult')
  const professionals = (await whoIsInvolved(work, personId)).filter(({ held }) => held === 'involvement')
  return [
    ...adults.map(({ person, relationship, hasParentalResponsibility }) => ({
      kind: 'person' as const,
      id: person.id,
      name: person.displayName,
      relation: `${relationship ?? 'adult of the family'}${hasParentalResponsibility ? ', with parental responsibility' : ''}`,
      audience: 'family' as const,
    })),
    { kind: 'person', id: child.id, name: child.displayName, relation: 'the child', audience: 'family' },
    ...professionals.map(({ id, name, role, agency }) => ({
      kind: 'involvement' as const,
      id,
      name: name ?? '',
      relation: `${role.replaceAll('_', ' ')}${agency ? `, ${agency}` : ''}`,
      audience: 'professional' as const,
    })),
    ...(await organisationsOf(work, personId)),
  ]
}

async function organisationsOf(work: Work, personId: Uuid): Promise<readonly LetterRecipient[]> {
  const rows = await work
    .db<CaseworkTables & AgenciesTables>()
    .selectFrom('involvement')
    .leftJoin('worker', 'worker.id', 'involvement.worker_id')
    .innerJoin('organisation', join =>
      join.on(({ eb, fn, ref }) =>
        eb(
          'organisation.id',
          '=',
          fn.coalesce(ref('involvement.organisation_id'), ref('worker.organisation_id')),
        ),
      ),
    )
    .select(['organisation.id', 'organisation.name'])
    .distinct()
    .where('involvement.person_id', '=', personId)
    .where(({ eb, or }) =>
      or([eb('involvement.ended_on', 'is', null), eb('involvement.ended_on', '>', work.today)]),
    )
    .where('organisation.ended_on', 'is', null)
    .orderBy('organisation.name')
    .execute()
  return rows.map(({ id, name }) => ({
    kind: 'organisation',
    id,
    name,
    relation: 'organisation that works with the child',
    audience: 'professional',
  }))
}

/** The recipient that a form names, if the record holds them for this child today. */
export async function recipientNamed(
  work: Work,
  personId: Uuid,
  key: string,
): Promise<LetterRecipient | null> {
  const [, id = ''] = key.split(':')
  if (parseUuid(id) === null) return null
  return (await letterRecipients(work, personId)).find(recipient => recipientKey(recipient) === key) ?? null
}
