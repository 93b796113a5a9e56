import { recordReaders } from '#modules/casework'
import { notFound, type Reply, route } from '#platform/http'
import { button, denseTable, formatDate, type Html, html } from '#ui'
import { type JointVisit, jointVisits, referredOn, seeingOf } from '../../queries/jointVisits.ts'
import { type Joint, readJoint } from '../../queries/readJoint.ts'
import { jointParams, jointPath } from '../frame/openJoint.ts'

/** Who was seen and how, from the visits since the referral: nothing is typed here. */
export const seenRoute = route({
  method: 'GET',
  url: '/assessments/:jointId/seen',
  admits: recordReaders,
  summary: 'Who was seen in an assessment, from its visits',
  purpose: 'casework',
  params: jointParams,
  async handle({ work, params: { jointId } }): Promise<Reply> {
    const joint = await readJoint(work, jointId)
    if (joint === null) return notFound
    const since = await referredOn(work, joint)
    const visits = await jointVisits(work, joint.personIds, since)
    return {
      kind: 'page',
      title: 'Who was seen and how',
      back: jointPath(jointId),
      content: seenPage(joint, visits, since),
      shown: { resource: 'assessment', subjectIds: joint.personIds },
    }
  },
})

function seenPage(joint: Joint, visits: readonly JointVisit[], since: Temporal.PlainDate): Html {
  const [first, ...others] = joint.personIds
  const also = others.length > 0 ? `?also=${others.join(',')}` : ''
  return html`<h1 class="govuk-heading-l">Who was seen and how</h1>
<p class="govuk-body">From the visits recorded since the referral of ${formatDate(since)}. Record a visit and it stands here.</p>
${joint.mayWrite ? button({ text: 'Record a visit for all', href: `/people/${first}/visits/new${also}` }) : ''}
${seenTable(joint, visits)}
<h2 class="govuk-heading-m">Visits</h2>
${visitList(joint, visits)}`
}

/** Each child in a row: seen, alone, or why not. */
export function seenTable(joint: Joint, visits: readonly JointVisit[]): Html {
  return denseTable({
    caption: 'Each child',
    head: [{ text: 'Child' }, { text: 'Last seen' }, { text: 'Last seen alone' }, { text: 'Why not alone' }],
    rows: joint.children.map(({ personId, person }) => {
      const { seenOn, aloneOn, whyNotAlone } = seeingOf(visits, personId)
      const unborn = person.isUnborn ? 'Not born yet' : null
      return [
        { text: person.displayName },
        { text: unborn ?? (seenOn ? formatDate(seenOn) : 'Not seen') },
        { text: unborn ?? (aloneOn ? formatDate(aloneOn) : 'Not seen alone') },
        { text: whyNotAlone ?? '' },
      ]
    }),
  })
}

function visitList(joint: Joint, visits: readonly JointVisit[]): Html {
  const made = visits.filter(({ kind }) => kind === 'visit')
  if (made.length === 0) return html`<p class="govuk-body">No visit is recorded.</p>`
  const nameOf = new Map(joint.children.map(({ personId, person }) => [personId, person.displayName]))
  return html`<ul class="govuk-list govuk-list--bullet">${made.map(visit => {
    const who = visit.parts
      .map(
        part =>
          `${nameOf.get(part.personId) ?? ''} ${part.wasSeenAlone ? 'seen alone' : part.wasSeen ? 'seen' : 'not seen'}`,
      )
      .join(', ')
    const how = visit.outcome === 'held' ? who : visit.outcome.replaceAll('_', ' ')
    return html`<li><a class="govuk-link" href="/notes/${visit.noteId}">${formatDate(visit.on)}</a>${visit.authorName ? `, ${visit.authorName}` : ''}: ${how}</li>`
  })}</ul>`
}
