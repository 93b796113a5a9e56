import { personSummary } from '#modules/people'
import type { Work } from '#platform/db'
import { makeUuid, type Uuid } from '#platform/ids'
import { formatDate } from '#ui'
import { whoIsInvolved } from '../queries/whoIsInvolved.ts'
import type { CaseworkTables } from '../tables.ts'
import type { AuthorityContact } from './authorityContact.ts'
import type { LetterBody } from './letterBody.ts'
import type { LetterRecipient } from './letterRecipients.ts'
import { fillTemplate, type LetterTemplate } from './templates.ts'

/** A letter as it is begun. */
export type LetterBegun = {
  /** The child whose record it is written from comes first. */
  readonly personIds: readonly Uuid[]
  readonly template: LetterTemplate
  readonly recipient: LetterRecipient
  readonly authority: AuthorityContact
  /** Words of an earlier letter to go on from, instead of the template's. */
  readonly words?: Pick<LetterBody, 'subject' | 'text' | 'enclosed'>
}

/** Begins a letter from a template, its gaps filled from the record. @returns its id */
export async function beginLetter(work: Work, begun: LetterBegun): Promise<Uuid> {
  const { recipient, template } = begun
  const id = makeUuid()
  const facts = begun.words === undefined ? await factsFor(work, begun) : {}
  const body: LetterBody = {
    subject: template.subject,
    text: fillTemplate(template.text, facts),
    enclosed: null,
    ...begun.words,
    recipientName: recipient.name,
    dated: null,
    address: null,
  }
  await work
    .db<CaseworkTables>()
    .insertInto('letter')
    .values({
      id,
      person_ids: [...begun.personIds],
      template: template.id,
      recipient_person_id: recipient.kind === 'person' ? recipient.id : null,
      recipient_organisation_id: recipient.kind === 'organisation' ? recipient.id : null,
      recipient_involvement_id: recipient.kind === 'involvement' ? recipient.id : null,
      recipient_relation: recipient.relation,
      body: JSON.stringify(body),
    })
    .execute()
  await work
    .db<CaseworkTables>()
    .insertInto('letter_person')
    .values(begun.personIds.map(person_id => ({ id: makeUuid(), letter_id: id, person_id })))
    .execute()
  return id
}

async function factsFor(work: Work, { personIds, recipient, authority }: LetterBegun) {
  const [first] = personIds
  const child = first === undefined ? null : await personSummary(work, first)
  const held = first === undefined ? [] : await whoIsInvolved(work, first)
  const mine =
    held.find(({ workerId }) => workerId === work.actor.id) ?? held.find(row => row.held === 'allocation')
  const givens = await givenNames(work, personIds)
  const isChild = recipient.kind === 'person' && recipient.id === first
  return {
    recipient: isChild ? givens || recipient.name : recipient.name,
    child: givens || null,
    child_full: child?.displayName ?? null,
    born: child?.dateOfBirth ? formatDate(child.dateOfBirth) : null,
    worker: mine?.name ?? null,
    team: mine?.agency ?? null,
    telephone: mine?.telephone ?? authority.telephone,
  }
}

async function givenNames(work: Work, personIds: readonly Uuid[]): Promise<string> {
  const names: string[] = []
  for (const id of personIds) {
    const person = await personSummary(work, id)
    const given = person?.displayName.split(' ')[0]
    if (given !== undefined) names.push(given)
  }
  return names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
}
