import {
  codesOf,
  type Fields,
  type FormValues,
  lineField,
  oneOf,
  oneOfMany,
  textField,
  type Words,
} from '#modules/casework'
import type { Work } from '#platform/db'
import { type FieldErrors, type Html, html, nothing } from '#ui'
import { beginNetwork, networkKnownAs, notePlace } from '../commands/shared.ts'
import type { Candidate } from '../queries/candidates.ts'
import type { LinkTarget, Network, Place } from '../rules/harm.ts'
import { type LinkKind, placeKinds, placeRisks } from '../rules/words.ts'

/** What may be chosen for a tie. */
export type TargetChoices = {
  readonly kind: LinkKind
  readonly networks: readonly Network[]
  readonly places: readonly Place[]
  readonly people: readonly Candidate[]
  readonly harmKinds: Words
}

/** What a tie goes to, as it was typed: something that stands, or something new. */
export type Target =
  | { readonly is: 'standing'; readonly target: LinkTarget }
  | { readonly is: 'reference'; readonly reference: string }
  | { readonly is: 'network'; readonly name: string; readonly kind: string }
  | {
      readonly is: 'place'
      readonly place: Pick<Place, 'name' | 'kind' | 'located' | 'known' | 'risk'>
      readonly withinId: LinkTarget['networkId']
    }

export const targetOrder = [
  'network',
  'reference',
  'networkName',
  'networkKind',
  'place',
  'placeName',
  'placeKind',
  'located',
  'known',
  'placeRisk',
  'adult',
  'adultName',
  'peer',
  'within',
] as const

const LONGEST_LINE = 200
const nobody: LinkTarget = { networkId: null, placeId: null, adultId: null, adultName: null, peerId: null }
const asWords = (
  ones: readonly { readonly id: string; readonly name?: string; readonly text?: string }[],
): Words => Object.fromEntries(ones.map(one => [one.id, one.name ?? one.text ?? '']))

/** What is asked of the other end of a tie. */
export function targetFields(choices: TargetChoices, values: FormValues, errors: FieldErrors): Html {
  const { kind, networks, places, people, harmKinds } = choices
  const of = { values, errors }
  if (kind === 'network')
    return html`${networks.length === 0 ? nothing : oneOfMany('network', 'Which network?', asWords(networks), of)}
${lineField('reference', 'Or its reference, if a colleague told you', of, 'Ten letters. It ties this child to the network that the colleague means')}
${lineField('networkName', 'Or the name of a new network', of, 'A name that says nothing of anybody in it, such as a street or a word. Never a person’s name')}
${oneOfMany('networkKind', 'Kind of harm, for a new network', harmKinds, of)}`
  const within =
    networks.length === 0
      ? nothing
      : oneOfMany('within', 'Within a network? (optional)', asWords(networks), of)
  if (kind === 'place')
    return html`${places.length === 0 ? nothing : oneOfMany('place', 'Which place?', asWords(places), of)}
<h2 class="govuk-heading-m">Or a place that is new</h2>
<p class="govuk-hint">Facts of the place alone: they are shared, so they name nobody.</p>
${lineField('placeName', 'Name of the place', of)}
${oneOf('placeKind', 'What kind of place is it?', placeKinds, of)}
${lineField('located', 'Where is it? (optional)', of)}
${textField('known', 'What makes it a risk?', of, undefined, 2)}
${oneOf('placeRisk', 'How great is the risk there?', placeRisks, of)}
${within}`
  if (kind === 'peer') return html`${oneOfMany('peer', 'Which child?', asWords(people), of)}${within}`
  return html`${people.length === 0 ? nothing : oneOfMany('adult', 'Which adult?', asWords(people), of)}
${lineField('adultName', people.length === 0 ? 'Who is the adult?' : 'Or the name of somebody else', of, 'As the child or others call them, and what else would tell who it is')}
<p class="govuk-hint">Only those who work with this child read who it is.</p>
${within}`
}

/** What was typed of the other end; null with the problem noted. */
export function parseTarget(fields: Fields, choices: TargetChoices): Target | null {
  const chosen = <T extends { readonly id: string }>(name: string, ones: readonly T[]): T | null =>
    ones.find(({ id }) => id === fields.typed(name)) ?? null
  const networkId = chosen('within', choices.networks)?.id ?? null
  if (choices.kind === 'network')
    return parseNetwork(fields, chosen('network', choices.networks), choices.harmKinds)
  if (choices.kind === 'place') {
    const standing = chosen('place', choices.places)
    if (standing !== null) return { is: 'standing', target: { ...nobody, placeId: standing.id, networkId } }
    return parsePlace(fields, networkId)
  }
  if (choices.kind === 'peer') {
    const peer = chosen('peer', choices.people)
    if (peer === null) return fields.problem('peer', 'Select the other child')
    return { is: 'standing', target: { ...nobody, peerId: peer.id, networkId } }
  }
  const adult = chosen('adult', choices.people)
  const adultName = adult === null ? fields.text('adultName', LONGEST_LINE, 'Enter who the adult is') : null
  if (adult === null && adultName === null) return null
  return { is: 'standing', target: { ...nobody, adultId: adult?.id ?? null, adultName, networkId } }
}

function parseNetwork(fields: Fields, standing: Network | null, harmKinds: Words): Target | null {
  if (standing !== null) return { is: 'standing', target: { ...nobody, networkId: standing.id } }
  const reference = fields.text('reference', 40)
  if (reference !== null) return { is: 'reference', reference }
  const name = fields.text(
    'networkName',
    LONGEST_LINE,
    'Select a network, or enter its reference or the name of a new one',
  )
  if (name === null) return null
  const kind = fields.choice('networkKind', codesOf(harmKinds), 'Select the kind of harm')
  return kind === null ? null : { is: 'network', name, kind }
}

function parsePlace(fields: Fields, withinId: LinkTarget['networkId']): Target | null {
  const name = fields.text('placeName', LONGEST_LINE, 'Select a place, or enter the name of a new one')
  if (name === null) return null
  const place = parsePlaceFacts(fields, name)
  return place === null ? null : { is: 'place', place, withinId }
}

/** The facts of a place as they were typed. */
export function parsePlaceFacts(fields: Fields, name: string) {
  const kind = fields.choice('placeKind', codesOf(placeKinds), 'Select what kind of place it is')
  const located = fields.text('located', LONGEST_LINE)
  const known = fields.text('known', 5_000, 'Enter what makes it a risk')
  const risk = fields.choice('placeRisk', codesOf(placeRisks), 'Select how great the risk is there')
  return kind === null || known === null || risk === null ? null : { name, kind, located, known, risk }
}

/**
 * The other end of a tie, made first where it is new.
 * @returns null where nobody knows the reference
 */
export async function reachTarget(work: Work, target: Target): Promise<LinkTarget | null> {
  if (target.is === 'standing') return target.target
  if (target.is === 'network') return { ...nobody, networkId: await beginNetwork(work, target) }
  if (target.is === 'place') {
    const placeId = await notePlace(work, { ...target.place, notedOn: work.today, endedOn: null })
    return { ...nobody, placeId, networkId: target.withinId }
  }
  const networkId = await networkKnownAs(work, target.reference)
  return networkId === null ? null : { ...nobody, networkId }
}
