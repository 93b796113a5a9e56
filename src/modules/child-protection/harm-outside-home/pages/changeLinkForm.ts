import { childForm, personParams, textField, uuidParam } from '#modules/casework'
import type { Uuid } from '#platform/ids'
import { dateFields, dateFieldsFrom, html } from '#ui'
import { changeLink, type SaidOfLink } from '../commands/links.ts'
import { harmOf } from '../queries/harmOf.ts'
import { type LinkNames, linkNames, targetName } from '../queries/linkNames.ts'
import type { Link } from '../rules/harm.ts'
import { linkKinds } from '../rules/words.ts'
import { parseSaying, sayingFields, sayingOrder, sayingTargets, sayingValues } from './linkFields.ts'

type LinkParams = { readonly personId: Uuid; readonly linkId: Uuid }
type LinkContext = { readonly link: Link; readonly names: LinkNames }

/** `/people/:personId/harm/ties/:linkId`. */
export const changeLinkRoutes = childForm<
  LinkParams,
  LinkContext,
  { readonly said: SaidOfLink; readonly version: number }
>({
  url: '/people/:personId/harm/ties/:linkId',
  params: personParams.extend({ linkId: uuidParam }),
  name: 'harm-tie-change',
  title: 'Change or end a tie - Harm outside the home',
  heading: ({ link, names }) => `${linkKinds[link.kind]}: ${targetName(link, names)}`,
  summary: {
    show: 'The form that changes or ends what ties a child to harm outside the home',
    send: 'Changes or ends what ties a child to harm outside the home',
  },
  submit: 'Save',
  path: ({ personId, linkId }) => `/people/${personId}/harm/ties/${linkId}`,
  cancel: ({ personId }) => `/people/${personId}/harm`,
  async read({ work, params: { personId, linkId } }) {
    const link = (await harmOf(work, [personId])).links.find(({ id }) => id === linkId)
    return link === undefined ? null : { link, names: await linkNames(work, [link]) }
  },
  fresh: ({ link }) => sayingValues(link),
  fields: ({ link }, values, errors) => html`${sayingFields(link.kind, values, errors)}
<h2 class="govuk-heading-m">If it holds no longer</h2>
${dateFields({ name: 'ended', legend: 'Ended on (optional)', value: dateFieldsFrom(values, 'ended'), error: errors.of('ended') })}
${textField('endReason', 'Why does it hold no longer?', { values, errors }, undefined, 2)}`,
  parse(fields, { link }, { work }) {
    const said = parseSaying(fields, link.kind, work.today)
    const endedOn = fields.date('ended', 'Ended')
    const endReason = fields.text(
      'endReason',
      2_000,
      endedOn === null ? undefined : 'Enter why it holds no longer',
    )
    if (endedOn && Temporal.PlainDate.compare(endedOn, work.today) > 0)
      fields.problem('ended', 'Ended must be today or in the past')
    if (endedOn && said && Temporal.PlainDate.compare(endedOn, said.sinceOn) < 0)
      fields.problem('ended', 'Ended must be after it was known')
    if (said === null || fields.issues.length > 0) return null
    return {
      said: { ...said, endedOn, endReason: endedOn === null ? null : endReason },
      version: Number(fields.typed('version')) || 0,
    }
  },
  async save({ said, version }, { link }, { work, params: { personId } }) {
    if ((await changeLink(work, link, version, said)) === 'stale') return { outcome: 'stale' }
    return { outcome: 'saved', location: `/people/${personId}/harm`, success: 'Saved' }
  },
  order: [...sayingOrder, 'ended', 'endReason'],
  targets: sayingTargets,
  labels: {
    role: 'How the child is tied',
    source: 'Who knows of it',
    certainty: 'How sure',
    words: 'What is known',
    endReason: 'Why it ended',
  },
})
