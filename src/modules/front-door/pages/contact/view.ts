import { organisations, readClockSettings, team, workerNames } from '#modules/agencies'
import { type PersonSummary, personSummaries } from '#modules/people'
import type { Work } from '#platform/db'
import type { FormKeys } from '#platform/http'
import type { Uuid } from '#platform/ids'
import type { ClockSettings } from '#reference'
import type { FieldErrors, Html } from '#ui'
import { mothersIn } from '../../commands/matchNamed.ts'
import { type Candidate, candidatesFor } from '../../queries/candidatesFor.ts'
import { historyOf, type KnownPerson } from '../../queries/historyOf.ts'
import { type Contact, readContact } from '../../queries/readContact.ts'
import { type Standing, standing } from '../../queries/standing.ts'

/** Everything that the page of a contact shows. */
export type ContactView = Contact & {
  readonly standing: Standing
  readonly teamName: string
  readonly settings: ClockSettings
  /** Of those matched whom the reader may see. */
  readonly known: ReadonlyMap<Uuid, KnownPerson>
  readonly matched: ReadonlyMap<Uuid, PersonSummary>
  /** By who is named. */
  readonly candidates: ReadonlyMap<Uuid, readonly Candidate[]>
  readonly names: ReadonlyMap<Uuid, string>
  /** Names of agencies that added something. */
  readonly agencies: ReadonlyMap<Uuid, string>
  readonly now: Temporal.Instant
  readonly today: Temporal.PlainDate
  readonly isPast: boolean
  readonly form: FormKeys
  readonly sent: Readonly<Record<string, unknown>>
  readonly errors: FieldErrors
  /** Above everything: that it changed meanwhile, say. */
  readonly notice: Html | null
}

type Shown = Pick<ContactView, 'form' | 'sent' | 'errors' | 'notice'>

/** Reads a contact for its page. @returns null when it is absent or not the reader's to see */
export async function readView(work: Work, id: Uuid, shown: Shown): Promise<ContactView | null> {
  const read = await readContact(work, id)
  if (read === null) return null
  const { contact, people, contributions, decisions, feedback } = read
  const held = await standing(work, contact.team_id)
  const isOpen = contact.decided_at === null && work.knownAt === null
  const personIds = people.flatMap(({ person_id }) => person_id ?? [])
  const readsHistory = held.isStaff || held.isDuty
  const authors = [
    contact.created_by,
    contact.rag_by,
    ...contributions.map(({ author_id }) => author_id),
    ...decisions.map(({ decided_by }) => decided_by),
    ...feedback.map(({ sent_by }) => sent_by),
    ...people.map(({ matched_by }) => matched_by),
  ].filter(one => one !== null)
  return {
    ...read,
    ...shown,
    standing: held,
    teamName: (await team(work, contact.team_id))?.name ?? 'Front door',
    settings: await readClockSettings(work),
    known: readsHistory ? await historyOf(work, personIds) : new Map(),
    matched: new Map((await personSummaries(work, personIds)).map(person => [person.id, person])),
    candidates: isOpen && held.mayDecide ? await everyCandidate(work, read) : new Map(),
    names: await workerNames(work, [...new Set(authors)]),
    agencies: contributions.length === 0 ? new Map() : await agencyNames(work),
    now: work.now,
    today: work.today,
    isPast: work.knownAt !== null,
  }
}

const agencyNames = async (work: Work): Promise<ReadonlyMap<Uuid, string>> =>
  new Map((await organisations(work)).map(({ id, name }) => [id, name]))

async function everyCandidate(
  work: Work,
  { people }: Contact,
): Promise<ReadonlyMap<Uuid, readonly Candidate[]>> {
  const found = new Map<Uuid, readonly Candidate[]>()
  for (const named of people)
    if (named.person_id === null && named.removed_at === null)
      found.set(named.id, await candidatesFor(work, named, mothersIn(people)))
  return found
}
