import { checkNhsNumber } from '#reference'
import type { SenderProfile } from '../senderProfile.ts'
import type { ToldIdentifier } from '../toldPerson.ts'
import { textAt } from './places.ts'
import { type Parts, type Segment, type Value, valuesOf } from './splitMessage.ts'

/**
 * Every identifier of a field, in the order told. An NHS number is known by its authority or type as the sender's profile
 * names them; one whose check digit is wrong is marked and kept, for official examples have such numbers too.
 */
export function readIdentifiers(
  parts: Parts,
  segment: Segment | null,
  field: number,
  profile: SenderProfile,
): readonly ToldIdentifier[] {
  return valuesOf(parts, segment, field)
    .map(value => readIdentifier(value, profile))
    .filter(({ value }) => value !== '')
}

function readIdentifier(value: Value, profile: SenderProfile): ToldIdentifier {
  const said = { value: value.at(1), authority: value.at(4), type: value.at(5) }
  return { ...said, nhsNumber: isNhsNumber(said, profile) ? nhsNumber(said.value) : null }
}

function isNhsNumber(said: { authority: string; type: string }, profile: SenderProfile): boolean {
  if (said.authority !== '') return isOneOf(profile.nhsNumberAuthorities, said.authority)
  return isOneOf(profile.nhsNumberTypes, said.type)
}

function nhsNumber(said: string): { value: string; ok: boolean } | null {
  if (said === '') return null
  const checked = checkNhsNumber(said)
  return checked.ok ? { value: checked.value, ok: true } : { value: said.replaceAll(/[\s-]/g, ''), ok: false }
}

/** Codes are compared without regard to capitals. */
export function isOneOf(codes: readonly string[], said: string): boolean {
  return codes.some(code => code.toUpperCase() === said.toUpperCase())
}

/** The person's one NHS number: a good one before a flagged one; null when there is none, or good ones differ. */
export function oneNhsNumber(identifiers: readonly ToldIdentifier[]): ToldIdentifier['nhsNumber'] {
  const all = identifiers.flatMap(({ nhsNumber }) => (nhsNumber ? [nhsNumber] : []))
  const good = all.filter(({ ok }) => ok)
  const usable = good.length > 0 ? good : all
  return new Set(usable.map(({ value }) => value)).size === 1 ? (usable[0] ?? null) : null
}

/** Adds an NHS number that stands elsewhere in PID, for senders whose PID-3 has none. */
export function withNumberElsewhere(
  parts: Parts,
  identifiers: readonly ToldIdentifier[],
  profile: SenderProfile,
): readonly ToldIdentifier[] {
  if (identifiers.some(({ nhsNumber }) => nhsNumber)) return identifiers
  const found = profile.nhsNumberAlsoIn
    .map(place => textAt(parts, place))
    .find(text => /^[0-9]{10}$/.test(text.replaceAll(/[\s-]/g, '')))
  if (found === undefined) return identifiers
  return [...identifiers, { value: found, authority: '', type: '', nhsNumber: nhsNumber(found) }]
}
