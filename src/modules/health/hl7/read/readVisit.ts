import type { SenderProfile, visitEvents } from '../senderProfile.ts'
import type { Envelope, ToldCompanion, ToldDetails, ToldVisit } from '../toldEvent.ts'
import { textAt, timeAt } from './places.ts'
import { readComplaint, readConcerns, wordsOf } from './readComplaint.ts'
import { isOneOf } from './readIdentifiers.ts'
import { readPerson } from './readPerson.ts'
import {
  firstSegment,
  isRemoved,
  type Parts,
  type Segment,
  segmentsNamed,
  textOf,
  valuesOf,
} from './splitMessage.ts'

type VisitEvent = (typeof visitEvents)[number]

/** What a message says of a visit to a hospital. */
export function readVisit(
  parts: Parts,
  event: VisitEvent,
  envelope: Envelope,
  profile: SenderProfile,
): ToldVisit {
  const details = readDetails(parts, event, profile)
  const recordedAt = timeAt(parts, 'EVN-2', profile) ?? envelope.sentAt
  const visitTime = event === 'A03' ? details.leftAt : isArrival(event) ? details.arrivedAt : null
  return {
    kind: 'visit',
    event,
    visit: readVisitNumber(parts, profile),
    isEmergency: isEmergency(parts, profile),
    happenedAt: timeAt(parts, 'EVN-6', profile) ?? visitTime ?? recordedAt,
    recordedAt,
    person: readPerson(parts, profile),
    details,
    concerns: readConcerns(parts, profile),
  }
}

function readVisitNumber(parts: Parts, profile: SenderProfile): ToldVisit['visit'] {
  const [segment = '', where = ''] = profile.visitNumberIn.split('-')
  const [value] = valuesOf(parts, firstSegment(parts, segment), Number.parseInt(where, 10))
  const number = value?.at(1) ?? ''
  return number === '' ? null : { number, authority: value?.at(4) ?? '' }
}

function isEmergency(parts: Parts, profile: SenderProfile): ToldVisit['isEmergency'] {
  const said = textAt(parts, 'PV1-2')
  const isIn = (codes: readonly string[], place: string) => isOneOf(codes, textAt(parts, place))
  const isSaid =
    isIn(profile.emergencyClasses, 'PV1-2') ||
    isIn(profile.emergencyLocations, 'PV1-3.1') ||
    isIn(profile.emergencyLocations, 'PV1-3.2') ||
    isIn(profile.emergencyServices, 'PV1-10')
  if (isSaid) return 'yes'
  return said === '' ? 'unknown' : 'no'
}

/**
 * The parts of a visit that a nurse needs: who came, when, where, why, with whom, and how it ended. Clinical detail
 * beyond these is left in the message. Source: Digital Child Health, emergency care attendance event.
 */
function readDetails(parts: Parts, event: VisitEvent, profile: SenderProfile): ToldDetails {
  const pv1 = firstSegment(parts, 'PV1')
  const time = (field: number) => timeAt(parts, `PV1-${field}`, profile)
  // Some trusts give the time of leaving only as the time of the event.
  const leftAt = time(45) ?? (event === 'A03' ? whenHappened(parts, profile) : null)
  const arrivedAt = time(44) ?? (isArrival(event) ? whenHappened(parts, profile) : null)
  return {
    ...told('arrivedAt', pv1, 44, arrivedAt),
    // Who takes a discharge back says that nobody left.
    ...(event === 'A13' ? { leftAt: null } : told('leftAt', pv1, 45, leftAt)),
    ...told('patientClass', pv1, 2, textOf(parts, pv1, 2)),
    ...told('location', pv1, 3, readLocation(parts)),
    ...told('site', pv1, 3, valuesOf(parts, pv1, 3)[0]?.at(4) ?? ''),
    ...told('admitSource', pv1, 14, wordsOf(parts, pv1, 14)),
    ...(event === 'A13' ? { disposition: null } : told('disposition', pv1, 36, textOf(parts, pv1, 36))),
    ...readComplaint(parts, profile),
    ...readCompanions(parts),
    ...readProcedures(parts),
    ...readSchool(parts, profile),
  }
}

function whenHappened(parts: Parts, profile: SenderProfile): Temporal.Instant | null {
  return timeAt(parts, 'EVN-6', profile) ?? timeAt(parts, 'EVN-2', profile)
}

/** A part of the details: left out when nothing was said, null when it is to be taken away. */
function told<N extends keyof ToldDetails, T>(
  name: N,
  segment: Segment | null,
  field: number,
  value: T | null,
): { readonly [K in N]?: T | null } {
  if (isRemoved(segment, field)) return { [name]: null } as { [K in N]?: T | null } // one name, one value
  if (value === null || value === '') return {}
  return { [name]: value } as { [K in N]?: T | null }
}

function isArrival(event: VisitEvent): boolean {
  return event === 'A01' || event === 'A04'
}

/** The department and the ward, for trusts name the place of treatment in either. */
function readLocation(parts: Parts): string {
  const names = new Set([textAt(parts, 'PV1-3.1'), textAt(parts, 'PV1-3.2')])
  return [...names].filter(name => name !== '').join(', ')
}

function readProcedures(parts: Parts): Pick<ToldDetails, 'procedures'> {
  const done = segmentsNamed(parts, 'PR1').map(pr1 => wordsOf(parts, pr1, 3) || textOf(parts, pr1, 4))
  const words = [...new Set(done.filter(one => one !== ''))].join('; ')
  return words === '' ? {} : { procedures: words }
}

function readCompanions(parts: Parts): Pick<ToldDetails, 'accompaniedBy'> {
  const accompaniedBy = segmentsNamed(parts, 'NK1').flatMap((nk1): readonly ToldCompanion[] => {
    const [name] = valuesOf(parts, nk1, 2)
    const [relationship] = valuesOf(parts, nk1, 3)
    const full = [name?.at(5), name?.at(2), name?.at(1)].filter(Boolean).join(' ')
    const words = relationship?.at(2) || relationship?.at(1) || ''
    const [role] = valuesOf(parts, nk1, 7)
    if (full === '' && words === '') return []
    return [{ name: full, relationship: words, role: role?.at(2) || role?.at(1) || '' }]
  })
  return accompaniedBy.length > 0 ? { accompaniedBy } : {}
}

function readSchool(parts: Parts, profile: SenderProfile): Pick<ToldDetails, 'school'> {
  if (!profile.schoolIn) return {}
  const [name = '', where = ''] = profile.schoolIn.split('-')
  return told(
    'school',
    firstSegment(parts, name),
    Number.parseInt(where, 10),
    textAt(parts, profile.schoolIn),
  )
}
