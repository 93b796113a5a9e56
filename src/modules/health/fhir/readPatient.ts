import { checkNhsNumber } from '#reference'
import type { ToldPerson } from '../rules/told.ts'
import type { Resolve } from './lookUp.ts'
import { officialName, organisationCode } from './readCodes.ts'
import type { Identifier, Patient } from './resources.ts'

const sexes: Readonly<Record<string, string>> = { male: 'M', female: 'F', unknown: 'U' }

/** Restricted and very restricted: where they live is told to nobody. Source: HL7 v3 Confidentiality, as the Personal Demographics Service uses it. */
const CONFIDENTIAL = ['R', 'V']

/** A child as the bundle tells them. A day of birth that is none is kept as it was written: an age is never guessed. */
export function readPatient(patient: Patient, resolve: Resolve): ToldPerson {
  const name = officialName(patient.name)
  const address = patient.address.find(({ use }) => use === 'home') ?? patient.address[0]
  const birth = birthOf(patient.birthDate)
  const [practice] = patient.generalPractitioner.flatMap(
    reference => organisationCode(reference, resolve) ?? [],
  )
  return {
    ...nhsNumberOf(patient.identifier),
    family: name?.family || null,
    given: name?.given[0] ?? null,
    birth,
    birthAs: birth === null ? (patient.birthDate ?? null) : null,
    sex: sexes[patient.gender ?? ''] ?? patient.gender ?? null,
    address: [...(address?.line ?? []), address?.city ?? ''].filter(Boolean).join(', ') || null,
    postcode: address?.postalCode ?? null,
    practice: practice ?? null,
    school: null,
    isSensitive: (patient.meta?.security ?? []).some(({ code }) => CONFIDENTIAL.includes(code ?? '')),
  }
}

function birthOf(said: string | undefined): Temporal.PlainDate | null {
  if (said === undefined || !/^\d{4}-\d{2}-\d{2}$/.test(said)) return null
  try {
    return Temporal.PlainDate.from(said, { overflow: 'reject' })
  } catch {
    return null
  }
}

/** The one NHS number: a good one before a flagged one; none when good ones differ. */
function nhsNumberOf(identifiers: readonly Identifier[]): Pick<ToldPerson, 'nhsNumber' | 'nhsPassed'> {
  const told = identifiers
    .filter(({ system, value }) => value && /\/nhs-number$/i.test(system ?? ''))
    .map(({ value = '' }) => ({ said: value.replaceAll(/[\s-]/g, ''), ok: checkNhsNumber(value).ok }))
  const usable = told.some(({ ok }) => ok) ? told.filter(({ ok }) => ok) : told
  const [one] = usable
  const isOne = new Set(usable.map(({ said }) => said)).size === 1
  return one && isOne ? { nhsNumber: one.said, nhsPassed: one.ok } : { nhsNumber: null, nhsPassed: null }
}
