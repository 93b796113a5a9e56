import type { ToldVisit, VisitKind } from '../rules/told.ts'
import { visitKey, withoutNumber } from '../visits/visitKey.ts'
import type { Resolve } from './lookUp.ts'
import { nameWords, odsCode, wordsOf } from './readCodes.ts'
import { readPatient } from './readPatient.ts'
import { type Bundle, companion, type Encounter, type Patient, place } from './resources.ts'

type Around = { readonly resolve: Resolve; readonly receivedAt: Temporal.Instant }

/** A visit as every door tells it. An Encounter says how things stand, not what changed: its status makes the event. */
export function readEncounter(
  bundle: Bundle,
  encounter: Encounter,
  patient: Patient,
  { resolve, receivedAt }: Around,
): ToldVisit {
  const person = readPatient(patient, resolve)
  const arrivedAt = instantOf(encounter.period?.start)
  const where = encounter.location.map(({ location }) => place.safeParse(resolve(location)))
  const [site] = where.flatMap(({ data }) => (data ? [data] : []))
  return {
    kind: kindOf(encounter),
    visitKey: visitKeyOf(
      encounter,
      `${person.nhsNumber} ${person.family} ${person.given} ${encounter.period?.start}`,
    ),
    sentAt: instantOf(encounter.meta?.lastUpdated) ?? instantOf(bundle.timestamp) ?? receivedAt,
    person,
    siteCode: site ? odsCode(site.identifier) : null,
    place: site?.name ?? encounter.location[0]?.location.display ?? null,
    arrivedAt,
    leftAt: instantOf(encounter.period?.end),
    complaint: encounter.reasonCode.flatMap(reason => wordsOf(reason) ?? []).join('; ') || null,
    accompaniedBy: companionsOf(bundle),
    outcome: wordsOf(encounter.hospitalization?.dischargeDisposition),
  }
}

function kindOf({ status, period }: Encounter): VisitKind {
  if (status === 'cancelled' || status === 'entered-in-error') return 'cancelled'
  return status === 'finished' || period?.end !== undefined ? 'left' : 'registered'
}

/** The sender's number of the visit. Without one: the person and the time of arrival, hashed, so that the key tells nothing. */
function visitKeyOf({ identifier }: Encounter, otherwise: string): string {
  const number = identifier.find(({ value }) => value)?.value
  return number === undefined ? withoutNumber(otherwise) : visitKey(number)
}

function companionsOf({ entry }: Bundle): string | null {
  const told = entry
    .map(({ resource }) => companion.safeParse(resource))
    .flatMap(({ data }) => (data ? [data] : []))
  const words = told.map(({ name, relationship }) =>
    [name[0] ? nameWords(name[0]) : '', wordsOf(relationship[0]) ?? ''].filter(Boolean).join(', '),
  )
  return words.filter(Boolean).join('; ') || null
}

/** A moment of FHIR with its offset; null: none, a day alone, or one that does not exist. */
function instantOf(said: string | undefined): Temporal.Instant | null {
  if (said === undefined) return null
  try {
    return Temporal.Instant.from(said)
  } catch {
    return null
  }
}
