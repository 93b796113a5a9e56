import { z } from 'zod'
import { childForm, dayValues, personParams } from '#modules/casework'
import type { Uuid } from '#platform/ids'
import { html } from '#ui'
import { addLink, type SaidOfLink } from '../commands/links.ts'
import { adultCandidates, peerCandidates } from '../queries/candidates.ts'
import { harmKinds } from '../queries/harmKinds.ts'
import { networks, places } from '../queries/shared.ts'
import { type LinkKind, linkKinds } from '../rules/words.ts'
import { parseSaying, sayingFields, sayingOrder, sayingTargets } from './linkFields.ts'
import {
  parseTarget,
  reachTarget,
  type Target,
  type TargetChoices,
  targetFields,
  targetOrder,
} from './targetFields.ts'

type NewParams = { readonly personId: Uuid; readonly kind: LinkKind }
type Said = Omit<SaidOfLink, 'endedOn' | 'endReason'>

const kindParam = z.enum(Object.keys(linkKinds) as [LinkKind, ...LinkKind[]]) // its own keys

/** `/people/:personId/harm/ties/new/:kind`. */
export const newLinkRoutes = childForm<
  NewParams,
  TargetChoices,
  { readonly target: Target; readonly said: Said }
>({
  url: '/people/:personId/harm/ties/new/:kind',
  params: personParams.extend({ kind: kindParam }),
  name: 'harm-tie',
  title: 'Tie the child to something - Harm outside the home',
  heading: ({ kind }) => headings[kind],
  summary: {
    show: 'The form that ties a child to a network, a place, an adult who is a risk or another child',
    send: 'Ties a child to a network, a place, an adult who is a risk or another child',
  },
  submit: 'Save',
  path: ({ personId, kind }) => `/people/${personId}/harm/ties/new/${kind}`,
  cancel: ({ personId }) => `/people/${personId}/harm`,
  async read({ work, params: { personId, kind } }) {
    const people =
      kind === 'peer'
        ? await peerCandidates(work, personId)
        : kind === 'adult'
          ? await adultCandidates(work, personId)
          : []
    const isOpen = ({ endedOn }: { readonly endedOn: Temporal.PlainDate | null }) => endedOn === null
    return {
      kind,
      people,
      networks: (await networks(work)).filter(({ closedOn }) => closedOn === null),
      places: kind === 'place' ? (await places(work)).filter(isOpen) : [],
      harmKinds: await harmKinds(work),
    }
  },
  fresh: (_, work) => ({ ...dayValues('since', work.today) }),
  fields: (choices, values, errors) => html`${targetFields(choices, values, errors)}
<h2 class="govuk-heading-m">The tie</h2>
${sayingFields(choices.kind, values, errors)}`,
  parse(fields, choices, { work }) {
    const target = parseTarget(fields, choices)
    const said = parseSaying(fields, choices.kind, work.today)
    return target === null || said === null ? null : { target, said }
  },
  async save({ target, said }, { kind }, { work, params: { personId }, submission }) {
    const reached = await reachTarget(work, target)
    if (reached === null)
      return {
        outcome: 'refused',
        issues: [
          {
            path: ['reference'],
            message: 'No network has this reference. Check it with the colleague who told you',
          },
        ],
      }
    await addLink(work, { ...reached, ...said, personId, kind }, submission)
    return { outcome: 'saved', location: `/people/${personId}/harm`, success: 'Saved' }
  },
  order: [...targetOrder, ...sayingOrder],
  targets: sayingTargets,
})

const headings: Readonly<Record<LinkKind, string>> = {
  network: 'Tie the child to a network',
  place: 'Tie the child to a place',
  adult: 'Record an adult who is a risk',
  peer: 'Tie the child to another child',
}
