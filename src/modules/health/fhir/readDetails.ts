import { concernCodes } from '../rules/concerns.ts'
import type { ToldVisit } from '../rules/told.ts'
import { nameWords, wordsOf } from './readCodes.ts'
import {
  type Bundle,
  type Concept,
  coded,
  communication,
  companion,
  type Encounter,
  procedure,
} from './resources.ts'

type Details = Pick<
  ToldVisit,
  | 'complaint'
  | 'cameFrom'
  | 'accompaniedBy'
  | 'procedures'
  | 'outcome'
  | 'dischargeStatus'
  | 'narrative'
  | 'concerns'
>

/** What a nurse needs of a visit beside who, where and when. Source: Digital Child Health, emergency care attendance event. */
export function detailsOf(bundle: Bundle, encounter: Encounter): Details {
  const { hospitalization } = encounter
  const reasons = [...encounter.reasonCode, ...encounter.reason]
  return {
    complaint: joined(reasons.map(wordsOf)),
    cameFrom: wordsOf(hospitalization?.admitSource),
    accompaniedBy: joined(resourcesOf(bundle, companion).map(companionWords)),
    procedures: joined(
      resourcesOf(bundle, procedure).map(({ status, code }) => (isUndone(status) ? null : wordsOf(code))),
    ),
    outcome: wordsOf(hospitalization?.dischargeDisposition),
    dischargeStatus: wordsOf(dischargeStatus(encounter)),
    narrative: joined(
      resourcesOf(bundle, communication).flatMap(({ payload }) =>
        payload.map(({ contentString }) => contentString),
      ),
      '\n',
    ),
    concerns: concernsOf([...reasons, ...resourcesOf(bundle, coded).map(({ code }) => code)]),
  }
}

const joined = (words: readonly (string | null | undefined)[], by = '; '): string | null =>
  [...new Set(words.filter(Boolean))].join(by) || null

/** The resources of a bundle that are of this shape. */
const resourcesOf = <T>(
  { entry }: Bundle,
  shape: { readonly safeParse: (one: unknown) => { readonly data?: T | undefined } },
): readonly T[] =>
  entry.flatMap(({ resource }) => {
    const { data } = shape.safeParse(resource)
    return data === undefined ? [] : [data]
  })

const companionWords = ({ name, relationship }: ReturnType<typeof companion.parse>): string =>
  [name[0] ? nameWords(name[0]) : '', wordsOf(relationship[0]) ?? ''].filter(Boolean).join(', ')

const isUndone = (status: string | undefined): boolean =>
  status === 'not-done' || status === 'entered-in-error'

/** Of UK Core, and of CareConnect before it. */
const dischargeStatus = ({ extension }: Encounter): Concept | undefined =>
  extension.find(({ url }) => /EmergencyCareDischargeStatus/.test(url ?? ''))?.valueCodeableConcept

const concernsOf = (concepts: readonly (Concept | undefined)[]): readonly string[] => {
  const codes = concepts.flatMap(concept => concept?.coding.flatMap(({ code }) => code ?? []) ?? [])
  return concernCodes.filter(code => codes.includes(code))
}
