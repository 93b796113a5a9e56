import type { SenderProfile } from '../senderProfile.ts'
import type { ToldAddress, ToldName, ToldPerson, ToldPractitioner } from '../toldPerson.ts'
import { textAt } from './places.ts'
import { readBirthDate } from './readBirthDate.ts'
import { isOneOf, oneNhsNumber, readIdentifiers, withNumberElsewhere } from './readIdentifiers.ts'
import { firstSegment, type Parts, type Segment, textOf, type Value, valuesOf } from './splitMessage.ts'

/** Whom a message is about: PID, and from PD1 the practice and whether they are to be kept from view. */
export function readPerson(parts: Parts, profile: SenderProfile): ToldPerson {
  const pid = firstSegment(parts, 'PID')
  const identifiers = withNumberElsewhere(parts, readIdentifiers(parts, pid, 3, profile), profile)
  const said = textOf(parts, pid, 8)
  return {
    identifiers,
    nhsNumber: oneNhsNumber(identifiers),
    names: legalFirst(valuesOf(parts, pid, 5).map(readName)),
    birthDate: readBirthDate(textOf(parts, pid, 7)),
    sex: { code: profile.sexCodes[said.toUpperCase()] ?? null, said },
    addresses: homeFirst(valuesOf(parts, pid, 11).map(readAddress)),
    ...readPractice(parts, profile),
    isSensitive: isSensitive(parts, profile),
    isDead: textOf(parts, pid, 29) !== '' || textOf(parts, pid, 30).toUpperCase() === 'Y',
    reliability: valuesOf(parts, pid, 32).map(value => value.at(1)),
  }
}

function readName(value: Value): ToldName {
  return {
    family: value.at(1),
    given: value.at(2),
    middle: value.at(3),
    title: value.at(5),
    use: value.at(7).toUpperCase(),
  }
}

/** An alias or a former name never stands first when the message has another. */
function legalFirst(names: readonly ToldName[]): readonly ToldName[] {
  const rank = ({ use }: ToldName) =>
    isOneOf(['L', 'CURRENT'], use) ? 0 : isOneOf(['A', 'B', 'M', 'ALTERNATE', 'PREVIOUS'], use) ? 2 : 1
  return names.filter(({ family, given }) => family + given !== '').toSorted((a, b) => rank(a) - rank(b))
}

function readAddress(value: Value): ToldAddress {
  return {
    lines: [1, 2, 3, 4].map(component => value.at(component)).filter(line => line !== ''),
    postcode: readPostcode(value.at(5)),
    use: value.at(7).toUpperCase(),
  }
}

function homeFirst(addresses: readonly ToldAddress[]): readonly ToldAddress[] {
  const rank = ({ use }: ToldAddress) => (isOneOf(['H', 'HOME', 'L', 'P'], use) ? 0 : use === '' ? 1 : 2)
  return addresses
    .filter(({ lines, postcode }) => lines.length > 0 || postcode)
    .toSorted((a, b) => rank(a) - rank(b))
}

/** A postcode with one space before its last three characters, or null. Source: NHS Data Dictionary, POSTCODE. */
export function readPostcode(said: string): string | null {
  const joined = said.toUpperCase().replaceAll(/[^A-Z0-9]/g, '')
  return /^[A-Z]{1,2}[0-9][A-Z0-9]?[0-9][A-Z]{2}$/.test(joined)
    ? `${joined.slice(0, -3)} ${joined.slice(-3)}`
    : null
}

function readPractice(parts: Parts, profile: SenderProfile): Pick<ToldPerson, 'practice' | 'practitioner'> {
  const pd1 = firstSegment(parts, 'PD1')
  const [practice] = valuesOf(parts, pd1, 3)
  const [practitioner] = valuesOf(parts, pd1, 4)
  // Some trusts put the practice's code where a title belongs.
  const title = /[0-9]/.test(practitioner?.at(6) ?? '') ? '' : practitioner?.at(6)
  const name = [title, practitioner?.at(3), practitioner?.at(2)].filter(Boolean).join(' ')
  return {
    practice: named(textAt(parts, profile.practiceIn), practice?.at(1)),
    practitioner: named(practitioner?.at(1), name),
  }
}

function named(code = '', name = ''): ToldPractitioner | null {
  return code === '' && name === '' ? null : { code, name }
}

function isSensitive(parts: Parts, profile: SenderProfile): boolean {
  const protectedBy = textOf(parts, firstSegment(parts, 'PD1'), 12).toUpperCase()
  const pv1: Segment | null = firstSegment(parts, 'PV1')
  return protectedBy === 'Y' || isOneOf(profile.sensitiveCodes, textOf(parts, pv1, 16) || '-')
}
