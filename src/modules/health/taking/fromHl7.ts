import type { SenderProfile } from '../hl7/senderProfile.ts'
import type * as hl7 from '../hl7/toldEvent.ts'
import type * as hl7Person from '../hl7/toldPerson.ts'
import { hospitalNumbersOf } from '../persons/hospitalNumbers.ts'
import type { ToldPerson, ToldVisit, VisitKind } from '../rules/told.ts'
import { visitKey, withoutNumber } from '../visits/visitKey.ts'

const kinds: Readonly<Record<hl7.ToldVisit['event'], VisitKind>> = {
  A01: 'admitted',
  A03: 'left',
  A04: 'registered',
  A08: 'changed',
  A11: 'cancelled',
  A13: 'leaving_cancelled',
}

/** An HL7 visit as every door tells it. @param receivedAt stands for times that the sender did not give */
export function visitFromHl7(
  told: hl7.ToldVisit,
  receivedAt: Temporal.Instant,
  profile: SenderProfile,
): ToldVisit {
  const { details, person } = told
  const companions = details.accompaniedBy?.map(({ name, relationship }) =>
    [name, relationship].filter(Boolean).join(', '),
  )
  return {
    kind: kinds[told.event],
    visitKey: visitKeyOf(told),
    sentAt: told.recordedAt ?? told.happenedAt ?? receivedAt,
    person: personFromHl7(person, details.school ?? null, profile),
    siteCode: details.site ?? null,
    place: details.location ?? null,
    arrivedAt: details.arrivedAt ?? null,
    leftAt: details.leftAt ?? null,
    complaint: details.complaint ?? null,
    cameFrom: details.admitSource ?? null,
    accompaniedBy: companions?.join('; ') || null,
    procedures: details.procedures ?? null,
    outcome: details.disposition ?? null,
    ...{ dischargeStatus: null, narrative: null, concerns: told.concerns },
  }
}

/** The sender's number of the visit. Without one: the person and the time of arrival, hashed, so that the key tells nothing. */
export function visitKeyOf({ visit, person, details, happenedAt }: hl7.ToldVisit): string {
  if (visit !== null) return visitKey([visit.authority, visit.number].filter(Boolean).join(' '))
  const [name] = person.names
  const who = person.identifiers.map(({ value }) => value).join(' ') || `${name?.family} ${name?.given}`
  const when = details.arrivedAt ?? happenedAt
  return withoutNumber(`${who} ${when}`)
}

/** A person as every door tells them. */
export function personFromHl7(
  person: hl7Person.ToldPerson,
  school: string | null,
  profile: SenderProfile,
): ToldPerson {
  const [name] = person.names
  const [address] = person.addresses
  const { birthDate, nhsNumber } = person
  return {
    nhsNumber: nhsNumber?.value ?? null,
    nhsPassed: nhsNumber?.ok ?? null,
    family: name?.family || null,
    given: name?.given || null,
    birth: birthDate.kind === 'known' ? birthDate.on : null,
    birthAs: birthDate.kind === 'known' ? null : birthDate.said || null,
    sex: person.sex.code ?? (person.sex.said || null),
    address: address?.lines.join(', ') || null,
    postcode: address?.postcode ?? null,
    practice: person.practice?.code || null,
    school,
    isSensitive: person.isSensitive,
    hospitalNumbers: hospitalNumbersOf(person.identifiers, profile),
  }
}
