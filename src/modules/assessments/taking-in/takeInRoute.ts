import type { z } from 'zod'
import { plural } from '#ui'
import { draftedForm, type FormOutcome } from '../pages/frame/draftedForm.ts'
import { type FormValues, textOf } from '../pages/frame/formValues.ts'
import type { OpenedForm } from '../pages/frame/openedForm.ts'
import { isClosed, isReply, jointParams, jointPath, openJoint } from '../pages/frame/openJoint.ts'
import { differencesOf } from '../pages/frame/textFields.ts'
import type { Joint } from '../queries/readJoint.ts'
import { chosenFrom } from './chosenFrom.ts'
import { type Destination, destinationsOf } from './destinations.ts'
import { fingerprint } from './fingerprint.ts'
import { lockJoint } from './lockJoint.ts'
import { type Offer, offersFor } from './offersFor.ts'
import { offersPage } from './offersPage.ts'
import { reasonName } from './reasonName.ts'
import { sourcesOf } from './sourcesOf.ts'
import { clashesOf, takeIn } from './takeIn.ts'

type OpenedTaking = OpenedForm & {
  readonly joint: Joint
  readonly offers: readonly Offer[]
  readonly destinations: readonly Destination[]
}

/** What the children's teams have written already, taken into the parts of an assessment. */
export const takeInRoutes = draftedForm<z.infer<typeof jointParams>, OpenedTaking>({
  url: '/assessments/:jointId/take-in',
  params: jointParams,
  form: 'assessment-taking-in',
  about: 'what an assessment takes in of what the team has written',
  async open({ work, params: { jointId } }, intent) {
    if (intent === 'save') await lockJoint(work, jointId)
    const joint = await openJoint(work, jointId, intent)
    if (isReply(joint)) return joint
    const { offers, aboutOthers } = await offersFor(work, joint)
    const destinations = destinationsOf(joint)
    const sources = await sourcesOf(work, jointId)
    const [first] = offers
    return {
      joint,
      offers,
      destinations,
      title: 'Take in what the team has written',
      path: `${jointPath(jointId)}/take-in`,
      back: jointPath(jointId),
      recordKey: jointId,
      subjectIds: [
        ...new Set([...joint.personIds, ...[...offers, ...sources].flatMap(({ personIds }) => personIds)]),
      ],
      isClosed: isClosed(joint),
      fresh: Object.fromEntries(destinations.map(one => [versionName(one), versionOf(one)])),
      labels: Object.fromEntries(
        offers.map(offer => [reasonName(offer), `Why something of ${offer.chapter} stands in it`]),
      ),
      ...(first === undefined ? {} : { targets: { take: `take-${first.key}` } }),
      saveWords: 'Take in what is ticked',
      content: state => offersPage({ offers, aboutOthers, destinations, sources }, state),
    }
  },
  save: ({ work }, opened, values) => saveChosen(work, opened, values),
})

/** A part is held to the text that the form was opened with: whoever wrote in another part is in nobody's way. */
const versionName = ({ code }: Destination): string => `version-${code}`
const versionOf = ({ text }: Destination): string => fingerprint(text ?? '').slice(0, 16)

async function saveChosen(
  work: Parameters<typeof takeIn>[0],
  { joint, offers, destinations }: OpenedTaking,
  values: FormValues,
): Promise<FormOutcome> {
  const { chosen, issues } = chosenFrom(values, offers, destinations)
  if (issues.length > 0) return { outcome: 'refused', issues }
  const clashes = clashesOf(chosen, one => textOf(values, versionName(one)) === versionOf(one))
  if (clashes.length > 0)
    return {
      outcome: 'stale',
      differences: clashes.flatMap(clash => differencesOf([clash], () => clash.label)),
      values: Object.fromEntries(destinations.map(one => [versionName(one), versionOf(one)])),
    }
  if ((await takeIn(work, joint, chosen)) === 'closed') return { outcome: 'closed' }
  const where = chosen[0]?.destination.path
  return {
    outcome: 'saved',
    success: `${plural(chosen.length, 'piece')} taken in. Edit what you took in here, as any text`,
    ...(where === undefined ? {} : { location: where }),
  }
}
