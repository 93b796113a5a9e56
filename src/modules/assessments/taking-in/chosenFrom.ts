import type { FormIssue } from '#ui'
import { type FormValues, longText, textOf, textsOf } from '../pages/frame/formValues.ts'
import { longestText } from '../rules/assessmentParts.ts'
import type { Destination } from './destinations.ts'
import type { Offer } from './offersFor.ts'
import { reasonName } from './reasonName.ts'
import type { Chosen } from './sourcesOf.ts'
import { byDestination, textWith } from './takeIn.ts'

const LONGEST_REASON = 1000

/** What was ticked, with what is wrong with it. A key of nothing that one may read is passed over. */
export function chosenFrom(
  values: FormValues,
  offers: readonly Offer[],
  destinations: readonly Destination[],
): { readonly chosen: readonly Chosen[]; readonly issues: readonly FormIssue[] } {
  const ticked = new Set(textsOf(values, 'take'))
  const wanted = offers.filter(({ key }) => ticked.has(key))
  if (wanted.length === 0)
    return { chosen: [], issues: [{ path: ['take'], message: 'Tick what to take in' }] }
  const issues: FormIssue[] = []
  const chosen = wanted.flatMap((offer): Chosen[] => {
    const { key } = offer
    const because = offer.caution === null ? null : longText(values, reasonName(offer))
    const destination = destinations.find(({ code }) => code === textOf(values, `to-${key}`))
    const problem = destination === undefined ? 'Select where it goes' : standsIn(destination, offer)
    if (problem !== null) issues.push({ path: [`to-${key}`], message: problem })
    const wrong = offer.caution === null ? null : reasonProblem(because)
    const field = reasonName(offer)
    if (wrong !== null && !issues.some(({ path }) => path[0] === field))
      issues.push({ path: [field], message: wrong })
    return destination === undefined ? [] : [{ offer, destination, because }]
  })
  return { chosen, issues: [...issues, ...tooLong(chosen)] }
}

function standsIn({ text, label }: Destination, { words }: Offer): string | null {
  return text?.includes(words.trim()) ? `It stands in “${label}” already: edit it there` : null
}

function reasonProblem(because: string | null): string | null {
  if (because === null) return 'Enter why it must stand in the assessment, and why that is safe'
  return because.length > LONGEST_REASON ? `The reason must be ${LONGEST_REASON} characters or fewer` : null
}

const tooLong = (chosen: readonly Chosen[]): readonly FormIssue[] =>
  byDestination(chosen).flatMap(({ destination, chosen: own }) => {
    const last = own.at(-1)
    if (last === undefined || textWith(destination.text, own).length <= longestText) return []
    const most = longestText.toLocaleString('en-GB')
    const message = `“${destination.label}” would be longer than ${most} characters: take in less, or choose another part`
    return [{ path: [`to-${last.offer.key}`], message }]
  })
