import type { ToldVisit, VisitKind } from '../rules/told.ts'
import { visitKey, withoutNumber } from '../visits/visitKey.ts'
import type { Resolve } from './lookUp.ts'
import { odsCode } from './readCodes.ts'
import { detailsOf } from './readDetails.ts'
import { readPatient } from './readPatient.ts'
import {
  type Bundle,
  type Encounter,
  type MessageHeader,
  messageHeader,
  type Patient,
  place,
} from './resources.ts'

type Around = { readonly resolve: Resolve; readonly receivedAt: Temporal.Instant }

/** A visit as every door tells it. An Encounter says how things stand, not what changed: its status makes the event. */
export function readEncounter(
  bundle: Bundle,
  encounter: Encounter,
  patient: Patient,
  { resolve, receivedAt }: Around,
): ToldVisit {
  const person = readPatient(patient, resolve)
  const header = messageHeader.safeParse(bundle.entry[0]?.resource).data
  const arrivedAt = instantOf(encounter.period?.start)
  const where = encounter.location.map(({ location }) => place.safeParse(resolve(location)))
  const [site] = where.flatMap(({ data }) => (data ? [data] : []))
  return {
    kind: isTakenBack(header) ? 'cancelled' : kindOf(encounter),
    visitKey: visitKeyOf(
      encounter,
      `${person.nhsNumber} ${person.family} ${person.given} ${encounter.period?.start}`,
    ),
    sentAt: sentAtOf(bundle, encounter, header) ?? receivedAt,
    person,
    siteCode: site ? odsCode(site.identifier) : null,
    place: site?.name ?? encounter.location[0]?.location.display ?? null,
    arrivedAt,
    leftAt: instantOf(encounter.period?.end),
    ...detailsOf(bundle, encounter),
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

/** The header of an event of the NHS says whether it is new, an update, or deleted: told in error. */
const isTakenBack = (header: MessageHeader | undefined): boolean =>
  (header?.extension ?? []).some(
    ({ url, valueCodeableConcept }) =>
      /\/Extension-MessageEventType-/.test(url ?? '') &&
      valueCodeableConcept?.coding.some(({ code }) => code === 'delete'),
  )

/** When its sender wrote it: the visit, else the header, else the bundle. */
const sentAtOf = (bundle: Bundle, encounter: Encounter, header: MessageHeader | undefined) =>
  [encounter.meta?.lastUpdated, header?.meta?.lastUpdated, bundle.timestamp, header?.timestamp]
    .map(instantOf)
    .find(at => at !== null)

/** A moment of FHIR with its offset; null: none, a day alone, or one that does not exist. */
function instantOf(said: string | undefined): Temporal.Instant | null {
  if (said === undefined) return null
  try {
    return Temporal.Instant.from(said)
  } catch {
    return null
  }
}
