import type { SenderProfile } from '../senderProfile.ts'
import type { ToldDetails } from '../toldEvent.ts'
import { isOneOf } from './readIdentifiers.ts'
import {
  firstSegment,
  isRemoved,
  type Parts,
  type Segment,
  segmentsNamed,
  textOf,
  valuesOf,
} from './splitMessage.ts'

/**
 * Why the child came: the reason for the visit, else an observation that the profile names, else the first diagnosis in
 * words. One is enough: the recipient has no need of the rest.
 */
export function readComplaint(parts: Parts, profile: SenderProfile): Pick<ToldDetails, 'complaint'> {
  const pv2 = firstSegment(parts, 'PV2')
  const complaint = wordsOf(parts, pv2, 3) || fromObservation(parts, profile) || fromDiagnosis(parts)
  if (complaint !== '') return { complaint }
  return isRemoved(pv2, 3) ? { complaint: null } : {}
}

/** The words of a coded field, or its code when it has none. */
export function wordsOf(parts: Parts, segment: Segment | null, field: number): string {
  const [value] = valuesOf(parts, segment, field)
  return value?.at(2) || value?.at(1) || ''
}

function fromObservation(parts: Parts, profile: SenderProfile): string {
  const found = segmentsNamed(parts, 'OBX').find(obx =>
    isOneOf(profile.complaintCodes, textOf(parts, obx, 3)),
  )
  return found ? wordsOf(parts, found, 5) : ''
}

function fromDiagnosis(parts: Parts): string {
  const found = segmentsNamed(parts, 'DG1').map(dg1 => textOf(parts, dg1, 4) || wordsOf(parts, dg1, 3))
  return found.find(words => words !== '') ?? ''
}

/** The codes of diagnoses and observations that are a concern for a child's safety, each once. */
export function readConcerns(parts: Parts, profile: SenderProfile): readonly string[] {
  const codes = [
    ...segmentsNamed(parts, 'DG1').map(dg1 => textOf(parts, dg1, 3)),
    ...segmentsNamed(parts, 'OBX').flatMap(obx => [textOf(parts, obx, 3), textOf(parts, obx, 5)]),
  ]
  return [...new Set(codes.filter(code => isOneOf(profile.concernCodes, code)))]
}
