import type { SenderProfile } from '../senderProfile.ts'
import type { Doubt, Envelope, ToldEvent, ToldVisit } from '../toldEvent.ts'
import type { ToldPerson } from '../toldPerson.ts'
import { textAt } from './places.ts'
import { readPostcode } from './readPerson.ts'
import { readTime } from './readTime.ts'
import { firstSegment, type Parts, valuesOf } from './splitMessage.ts'

/** What a reader of the message should know: none of it stops the message, each may be a queue of somebody's. */
export function findDoubts(
  parts: Parts,
  envelope: Envelope,
  event: ToldEvent,
  profile: SenderProfile,
): readonly Doubt[] {
  const all = [...envelopeDoubts(parts, envelope), ...timeDoubts(parts, profile)]
  if (event.kind === 'other') return all
  const personal = personDoubts(parts, event.person, event.recordedAt)
  return event.kind === 'visit'
    ? [...all, ...personal, ...visitDoubts(event, profile)]
    : [...all, ...personal]
}

function envelopeDoubts(parts: Parts, envelope: Envelope): readonly Doubt[] {
  const inHead = valuesOf(parts, firstSegment(parts, 'MSH'), 9)[0]?.at(2) ?? ''
  const inEvent = textAt(parts, 'EVN-1').toUpperCase()
  return [
    ...when(inHead === '', 'event_part_missing', 'MSH-9', envelope.messageType),
    ...when(
      inHead !== '' && inEvent !== '' && inEvent !== envelope.event,
      'event_disagrees',
      'EVN-1',
      inEvent,
    ),
    ...when(
      envelope.charset === 'iso-8859-1' && /UTF|UNICODE|ASCII/i.test(envelope.declaredCharset),
      'charset_not_as_declared',
      'MSH-18',
      envelope.declaredCharset,
    ),
  ]
}

function timeDoubts(parts: Parts, profile: SenderProfile): readonly Doubt[] {
  return ['MSH-7', 'EVN-2', 'EVN-6', 'PV1-44', 'PV1-45'].flatMap(place => {
    const said = textAt(parts, place)
    return when(said !== '' && !readTime(said, profile.timeZone), 'event_time_unreadable', place, said)
  })
}

function personDoubts(parts: Parts, person: ToldPerson, at: Temporal.Instant | null): readonly Doubt[] {
  const { birthDate, sex } = person
  const numbers = person.identifiers.flatMap(({ nhsNumber }) => (nhsNumber ? [nhsNumber] : []))
  const bad = numbers.find(({ ok }) => !ok)
  const postcode = valuesOf(parts, firstSegment(parts, 'PID'), 11)[0]?.at(5) ?? ''
  return [
    ...birthDateDoubts(birthDate, at),
    ...when(bad !== undefined, 'nhs_number_fails_check', 'PID-3', bad?.value ?? ''),
    ...when(
      new Set(numbers.map(({ value }) => value)).size > 1,
      'several_nhs_numbers',
      'PID-3',
      numbers.map(({ value }) => value).join(' '),
    ),
    ...when(sex.said !== '' && sex.code === null, 'sex_code_unknown', 'PID-8', sex.said),
    ...when(postcode !== '' && readPostcode(postcode) === null, 'postcode_unreadable', 'PID-11', postcode),
  ]
}

function birthDateDoubts(birthDate: ToldPerson['birthDate'], at: Temporal.Instant | null): readonly Doubt[] {
  if (birthDate.kind === 'unknown')
    return [
      {
        code: birthDate.said === '' ? 'birth_date_missing' : 'birth_date_unreadable',
        place: 'PID-7',
        said: birthDate.said,
      },
    ]
  const today = at?.toZonedDateTimeISO('Europe/London').toPlainDate()
  const isFuture = today !== undefined && Temporal.PlainDate.compare(birthDate.on, today) > 0
  return when(isFuture, 'birth_date_in_future', 'PID-7', birthDate.on.toString())
}

function visitDoubts(event: ToldVisit, profile: SenderProfile): readonly Doubt[] {
  return [
    ...when(event.visit === null, 'visit_number_missing', profile.visitNumberIn, ''),
    ...when(event.isEmergency === 'unknown', 'patient_class_missing', 'PV1-2', ''),
  ]
}

function when(is: boolean, code: Doubt['code'], place: string, said: string): readonly Doubt[] {
  return is ? [{ code, place, said }] : []
}
